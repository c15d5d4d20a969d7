/**
 * Units as UCUM writes them, and the spellings that people and labels use for them.
 *
 * Case matters in UCUM: `Mg` is a tonne and `ML` a thousand cubic metres. So only spellings in the
 * table are read, and a spelling that is known to have caused harm is refused with the one to use
 * instead.
 */

import type { BaseUnit } from '../measures/quantity.js';

const UNITS = [
  'mL',
  'uL',
  'L',
  'kg',
  'g',
  'mg',
  'ug',
  'ng',
  'mg/mL',
  'ug/mL',
  'mg/kg',
  'mg/kg/h',
  'mg/h',
  'ug/kg/min',
  'mL/h',
  'min',
  'h',
  'd',
  '{each}',
  '{vial}',
  '{ampule}',
  '{syringe}',
  '{bottle}',
  '{device}',
] as const;

/**
 * The units that this service reads and writes, in UCUM. Braces hold what UCUM calls an annotation:
 * a plain count.
 */
export type UcumUnit = (typeof UNITS)[number];

export type UnitReading =
  | { readonly kind: 'read'; readonly unit: UcumUnit }
  | {
      readonly kind: 'refused';
      readonly problem: 'missing' | 'unknown' | 'misleading';
      /** What to write, where a misleading spelling has one meaning. */
      readonly instead: UcumUnit | undefined;
    };

/**
 * The same unit spelled otherwise. The micro sign, the Greek letter and "mc" all mean UCUM's `u`.
 */
const SPELLINGS: Readonly<Record<string, UcumUnit>> = {
  ml: 'mL',
  l: 'L',
  ul: 'uL',
  mcL: 'uL',
  mcl: 'uL',
  '\u00b5L': 'uL',
  '\u00b5l': 'uL',
  mcg: 'ug',
  '\u00b5g': 'ug',
  'mg/ml': 'mg/mL',
  'mcg/mL': 'ug/mL',
  'mcg/ml': 'ug/mL',
  'ug/ml': 'ug/mL',
  '\u00b5g/mL': 'ug/mL',
  '\u00b5g/ml': 'ug/mL',
  'mg/kg/hr': 'mg/kg/h',
  'mg/hr': 'mg/h',
  'mcg/kg/min': 'ug/kg/min',
  '\u00b5g/kg/min': 'ug/kg/min',
  'ml/h': 'mL/h',
  'mL/hr': 'mL/h',
  'ml/hr': 'mL/h',
  hr: 'h',
  each: '{each}',
  vial: '{vial}',
  ampule: '{ampule}',
  syringe: '{syringe}',
  bottle: '{bottle}',
  device: '{device}',
};

/**
 * Spellings that are read as something else, or are something else in UCUM; with what is meant, if
 * that is certain.
 */
const MISLEADING: Readonly<Record<string, UcumUnit | undefined>> = {
  cc: 'mL',
  CC: 'mL',
  cm3: 'mL',
  ML: 'mL',
  Ml: 'mL',
  MG: 'mg',
  Mg: 'mg',
  mgm: 'mg',
  gm: 'g',
  gr: undefined,
  U: undefined,
  u: undefined,
  IU: undefined,
  lb: undefined,
  lbs: undefined,
};

/**
 * Reads a unit. Spaces around it and around its slashes are ignored; a missing unit is refused,
 * never assumed.
 */
export function readUnit(text: string): UnitReading {
  // The Greek letter mu and the micro sign look alike and are two characters.
  const given = text
    .trim()
    .replace(/\s*\/\s*/g, '/')
    .replaceAll('\u03bc', '\u00b5');
  if (given === '') return { kind: 'refused', problem: 'missing', instead: undefined };
  if (isUnit(given)) return { kind: 'read', unit: given };
  if (Object.hasOwn(SPELLINGS, given)) {
    const unit = SPELLINGS[given];
    if (unit !== undefined) return { kind: 'read', unit };
  }
  if (Object.hasOwn(MISLEADING, given)) {
    return { kind: 'refused', problem: 'misleading', instead: MISLEADING[given] };
  }
  return { kind: 'refused', problem: 'unknown', instead: undefined };
}

/** The UCUM form of what a product is counted in. */
export function ucumOf(unit: BaseUnit): UcumUnit {
  return unit === 'mL' ? 'mL' : '{each}';
}

/**
 * What a product with this unit is counted in; undefined for a mass, a strength, a rate or a time.
 */
export function baseUnitOf(unit: UcumUnit): BaseUnit | undefined {
  if (unit === 'mL') return 'mL';
  return unit.startsWith('{') ? 'each' : undefined;
}

function isUnit(text: string): text is UcumUnit {
  return UNITS.some((unit) => unit === text);
}
