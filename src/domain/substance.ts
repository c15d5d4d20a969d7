/**
 * Salts of one substance are one controlled substance, and one audit item where their labels state the strength of the base:
 * a register that calls one vial ketamine and the next ketamine hydrochloride would count and reconcile them apart.
 */

/** Labels of these say how much of the base is in them, whatever its salt. */
const STATED_AS_BASE = ['ketamine', 'esketamine', 'midazolam', 'fentanyl'] as const;

/** How a register calls a substance that a label or a list names: in small letters, and without its salt where that is not counted. */
export function registerName(substance: string): string {
  const name = substance.trim().toLowerCase();
  return STATED_AS_BASE.find((base) => name === base || name.startsWith(`${base} `)) ?? name;
}
