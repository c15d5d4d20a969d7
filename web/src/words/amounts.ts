/** Amounts are decimal text from the service to the screen and back. Where two are compared or added, it is in exact integers. */

export interface Amount {
  readonly value: string;
  readonly unit: string;
}

const DECIMAL = /^(0|[1-9]\d{0,12})(?:\.(\d{1,6}))?$/;
const MICRO = 1_000_000n;

/** Millionths of the unit; undefined for what is no decimal text. */
export function exact(text: string): bigint | undefined {
  const parts = DECIMAL.exec(text.trim());
  if (parts === null) return undefined;
  return BigInt(parts[1] ?? '0') * MICRO + BigInt((parts[2] ?? '').padEnd(6, '0'));
}

/** Decimal text with at least `places` decimals. */
export function decimal(millionths: bigint, places = 3): string {
  const sign = millionths < 0n ? '−' : '';
  const size = millionths < 0n ? -millionths : millionths;
  const rest = (size % MICRO).toString().padStart(6, '0');
  const kept = rest.slice(0, places) + rest.slice(places).replace(/0+$/, '');
  return `${sign}${size / MICRO}${kept === '' ? '' : `.${kept}`}`;
}

/** Decimal text of the service, with the sign that is printed before a figure. */
export const withMinus = (text: string): string => text.replace(/^-/, '−');

export const shown = ({ value, unit }: Amount): string => `${value} ${unit}`;

/** Milligrams in each millilitre, in millionths, of a strength such as "50 mg/mL". */
export function perMillilitre(strength: string): bigint | undefined {
  const parts = /^(\d+(?:\.\d+)?) mg\/mL$/.exec(strength);
  return parts?.[1] === undefined ? undefined : exact(parts[1]);
}

/** A volume at a strength, as milligrams: "35.000 mg". */
export function asMilligrams(volume: string, strength: string): string | undefined {
  const [amount, each] = [exact(volume), perMillilitre(strength)];
  if (amount === undefined || each === undefined) return undefined;
  return `${decimal((amount * each) / MICRO)} mg`;
}

/** The volume that holds a mass; undefined where it would need a fourth decimal. */
export function asMillilitres(milligrams: string, strength: string): string | undefined {
  const [mass, each] = [exact(milligrams), perMillilitre(strength)];
  if (mass === undefined || each === undefined || each === 0n) return undefined;
  const volume = (mass * MICRO) / each;
  return (volume * each) / MICRO === mass && volume % 1000n === 0n ? decimal(volume) : undefined;
}

/** A whole number as people of this place write it: "100,000". */
export const whole = (number: number): string => number.toLocaleString();

/** Strength and unit of an audit item, as its name says them: "ketamine 50 mg/mL injection, 10 mL". */
export const measureOf = (item: string): { readonly strength: string; readonly unit: string } => ({
  strength: / (\d+(?:\.\d+)? mg\/mL) /.exec(item)?.[1] ?? '',
  unit: /, \S+ (\S+)$/.exec(item)?.[1] ?? 'mL',
});
