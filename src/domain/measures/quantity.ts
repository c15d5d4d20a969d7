/**
 * Amounts of drug, in exact integers.
 *
 * A quantity is counted in thousandths of the product's base unit, a mass in nanograms, a strength
 * in micrograms per base unit; so one thousandth times one microgram per unit is exactly one
 * nanogram. Text is read into integers and printed from them; no value passes through a floating
 * point number.
 *
 * 21 CFR 1304.22(c): volume, not milligrams, is the legal unit. Mass is derived from the labelled
 * strength.
 *
 * Not handled: whether two quantities belong to the same product. The type knows neither product
 * nor unit.
 */

/**
 * Thousandths of the product's base unit: 1 = 1 uL for mL products, 0.001 for `each`. Range: below
 * 2^53 either way.
 */
export type Quantity = bigint & { readonly __quantity: unique symbol };

/**
 * Micrograms per base unit, as printed on the label: 50 mg/mL = 50_000n. Range: 1 to below 2^53.
 */
export type Strength = bigint & { readonly __strength: unique symbol };

/** Nanograms. Exact for every quantity and strength. */
export type Mass = bigint & { readonly __mass: unique symbol };

/** What a product is counted in. */
export type BaseUnit = 'mL' | 'each';

/**
 * A quantity in JSON: `{"value":"0.700","unit":"mL"}`. `each` is written as it stands; `ucum.ts`
 * has its UCUM form.
 */
export interface Measured {
  readonly value: string;
  readonly unit: string;
}

/** What a slip of the pen or the keyboard looks like; see `slip`. */
export type Slip = 'ten-fold' | 'thousand-fold' | 'mg-for-mL';

// The ledger's JSON holds integers below 2^53 only, so that any reader can read them.
const QUANTITY_LIMIT = 2n ** 53n;
const THOUSANDTHS = 1000n;
const NANOGRAMS_PER_MG = 1_000_000n;
const NANOGRAMS_PER_MICROGRAM = 1000n;

/**
 * A slip is recognised within this share of the exact multiple, because people round what they
 * type.
 */
const SLIP_TOLERANCE_PERCENT = 5n;

export const ZERO = 0n as Quantity;

/**
 * A quantity from a number of thousandths.
 * @throws RangeError when it is not an integer or not below 2^53 in size: a bug, never a person's
 * mistake.
 */
export function quantity(thousandths: bigint | number): Quantity {
  // BigInt() refuses a fraction, NaN and infinity with a RangeError of its own.
  const exact = BigInt(thousandths);
  if (exact >= QUANTITY_LIMIT || exact <= -QUANTITY_LIMIT) {
    throw new RangeError(`expected a quantity of less than 2^53 thousandths, found ${exact}`);
  }
  return exact as Quantity;
}

export function add(a: Quantity, b: Quantity): Quantity {
  return quantity(a + b);
}

export function subtract(a: Quantity, b: Quantity): Quantity {
  return quantity(a - b);
}

export function negate(a: Quantity): Quantity {
  return quantity(0n - a);
}

export function absolute(a: Quantity): Quantity {
  return quantity(a < 0n ? 0n - a : a);
}

export function sum(list: Iterable<Quantity>): Quantity {
  let total = 0n;
  for (const each of list) total += each;
  return quantity(total);
}

export function max(first: Quantity, ...rest: readonly Quantity[]): Quantity {
  return rest.reduce((best, each) => (each > best ? each : best), first);
}

export function min(first: Quantity, ...rest: readonly Quantity[]): Quantity {
  return rest.reduce((best, each) => (each < best ? each : best), first);
}

/** Order of two quantities, for sorting. */
export function compareQuantities(a: Quantity, b: Quantity): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isZero(q: Quantity): boolean {
  return q === ZERO;
}

export function isPositive(q: Quantity): boolean {
  return q > ZERO;
}

export function isNegative(q: Quantity): boolean {
  return q < ZERO;
}

/** `whole` units of the base unit: `units(10)` is 10 mL or ten devices. */
export function units(whole: bigint | number): Quantity {
  return quantity(BigInt(whole) * THOUSANDTHS);
}

/** `q` taken `times` times: the contents of so many equal containers. */
export function multiply(q: Quantity, times: bigint | number): Quantity {
  return quantity(q * BigInt(times));
}

// A bare point (".5"), a trailing point ("5.") and a padded zero ("05") are how ten-fold mistakes
// are written.
const QUANTITY_TEXT = /^(-?)(0|[1-9]\d{0,12})(?:\.(\d{1,3}))?$/;

/**
 * Reads a decimal string of up to three decimals in the base unit: "0.700", "10", "-0.25".
 * No exponent, no plus sign, no spaces, no separators.
 * @returns undefined for anything else, and for 2^53 thousandths or more.
 */
export function parseQuantity(text: string): Quantity | undefined {
  const thousandths = parseDecimal(QUANTITY_TEXT.exec(text), 3);
  if (thousandths === undefined) return undefined;
  if (thousandths >= QUANTITY_LIMIT || thousandths <= -QUANTITY_LIMIT) return undefined;
  return thousandths as Quantity;
}

/** The canonical form, of fixed scale: "0.700", "-0.250". */
export function formatQuantity(q: Quantity): string {
  return formatDecimal(q, 3);
}

/** With its unit, as a refusal tells it: "0.700 mL". */
export const formatMeasured = (q: Quantity, unit: BaseUnit): string =>
  `${formatQuantity(q)} ${unit}`;

/** For people: "0.7", "10". Never a bare point, never a trailing zero. */
export function trimQuantity(q: Quantity): string {
  return trim(formatQuantity(q));
}

/** The JSON form of a quantity. */
export function measured(q: Quantity, unit: BaseUnit): Measured {
  return { value: formatQuantity(q), unit };
}

/**
 * Reads the JSON form; undefined when the value is malformed or the unit is not the product's.
 * Every input names its unit.
 */
export function parseMeasured(input: Measured, unit: BaseUnit): Quantity | undefined {
  return input.unit === unit ? parseQuantity(input.value) : undefined;
}

const STRENGTH_TEXT = new RegExp(
  [
    /^((?:\d{1,3}(?:,\d{3})+|\d{1,9})?(?:\.\d{1,6})?)/,
    / ?(g|mg|mcg|ug|\u00b5g|\u03bcg)/,
    / ?(?:\/|per) ?(\d{0,6}(?:\.\d{1,3})?)/,
    / ?(ml|each|device)$/,
  ]
    .map((part) => part.source)
    .join(''),
);

const NANOGRAMS: Readonly<Record<string, bigint>> = {
  g: 1_000_000_000n,
  mg: NANOGRAMS_PER_MG,
};

/**
 * Reads a strength as labels print it: "50 mg/mL", ".05 mg/1 mL", "50 mcg/mL", "200 mg / 20 mL",
 * "1,000 mg/10 mL", "28 mg/each". Capitals and doubled spaces do not matter. The salt is not looked
 * at: the number stands as printed, never converted from salt to base.
 * @returns undefined when it names no mass per volume or per piece ("1 g/g"), or is no whole number
 * of micrograms per base unit ("1 mg/3 mL"): a strength that cannot be held exactly is not held at
 * all.
 */
export function readStrength(
  text: string,
): { readonly strength: Strength; readonly unit: BaseUnit } | undefined {
  const found = STRENGTH_TEXT.exec(text.trim().replace(/\s+/g, ' ').toLowerCase());
  if (found === null) return undefined;
  const [, amount = '', massUnit = '', per = '', perUnit = ''] = found;
  const millionths = looseDecimal(amount.replaceAll(',', ''), 6);
  const perThousandths = per === '' ? THOUSANDTHS : looseDecimal(per, 3);
  if (millionths === undefined || perThousandths === undefined || perThousandths === 0n) {
    return undefined;
  }
  const nanograms = NANOGRAMS[massUnit] ?? NANOGRAMS_PER_MICROGRAM;
  const dividend = millionths * nanograms * THOUSANDTHS;
  const divisor = 1_000_000n * NANOGRAMS_PER_MICROGRAM * perThousandths;
  if (dividend % divisor !== 0n) return undefined;
  const micrograms = dividend / divisor;
  if (micrograms <= 0n || micrograms >= QUANTITY_LIMIT) return undefined;
  return { strength: micrograms as Strength, unit: perUnit === 'ml' ? 'mL' : 'each' };
}

/** The strength alone; see `readStrength`. */
export function parseStrength(text: string): Strength | undefined {
  return readStrength(text)?.strength;
}

/**
 * A strength from micrograms per base unit.
 * @throws RangeError when it is not a positive integer below 2^53: a bug.
 */
export function strength(microgramsPerUnit: bigint | number): Strength {
  const exact = BigInt(microgramsPerUnit);
  if (exact <= 0n || exact >= QUANTITY_LIMIT) {
    throw new RangeError(`expected a strength above 0 and below 2^53 ug, found ${exact}`);
  }
  return exact as Strength;
}

/** "50 mg/mL", "0.05 mg/mL", "28 mg/each". */
export function formatStrength(s: Strength, unit: BaseUnit = 'mL'): string {
  return `${trim(formatDecimal(s, 3))} mg/${unit}`;
}

/** The mass in a quantity: uL times ug/mL is nanograms, without a remainder. */
export function massOf(q: Quantity, s: Strength): Mass {
  return (q * s) as Mass;
}

export function addMass(a: Mass, b: Mass): Mass {
  return (a + b) as Mass;
}

export function subtractMass(a: Mass, b: Mass): Mass {
  return (a - b) as Mass;
}

/**
 * Milligrams with three decimals, half away from zero: "35.000". This is the only place where a
 * mass is rounded.
 */
export function formatMass(m: Mass): string {
  return formatDecimal(divideRounded(m, NANOGRAMS_PER_MICROGRAM), 3);
}

/** A mass with its unit, as refusals state it: "35.000 mg". */
export function statedMass(m: Mass): string {
  return `${formatMass(m)} mg`;
}

/** A dose by weight, given in thousandths of it: "0.500 mg/kg". */
export function statedDosePerKilogram(thousandths: bigint): string {
  return `${formatDecimal(thousandths, 3)} mg/kg`;
}

/** Milligrams for people: "35", "12.5"; rounded as `formatMass`. */
export function trimMass(m: Mass): string {
  return trim(formatMass(m));
}

const MASS_TEXT = /^(-?)(0|[1-9]\d{0,12})(?:\.(\d{1,6}))?$/;

/**
 * Reads milligrams with up to six decimals (a nanogram): "35.000", "12.5". Undefined for anything
 * else.
 */
export function parseMass(text: string): Mass | undefined {
  return parseDecimal(MASS_TEXT.exec(text), 6) as Mass | undefined;
}

/**
 * The quantity that holds a mass, to the nearest thousandth, half away from zero. `exact` is false
 * when it was rounded: then `massOf` of the answer differs from the mass asked for.
 */
export function volumeFor(
  mass: Mass,
  s: Strength,
): { readonly quantity: Quantity; readonly exact: boolean } {
  return { quantity: quantity(divideRounded(mass, s)), exact: mass % s === 0n };
}

/**
 * `total * numerator / denominator`, rounded once, half away from zero: the part of a source
 * product that left in a part of a diluted bag. What stays is `subtract(total, share)`, so that the
 * two always add up.
 * @throws RangeError when the denominator is zero.
 */
export function share(total: Quantity, numerator: Quantity, denominator: Quantity): Quantity {
  return quantity(divideRounded(total * numerator, denominator));
}

/**
 * Whether an entered quantity looks like a slip for the expected one, so that it is confirmed in
 * words before it is recorded. It never refuses anything. Multiples are recognised within 5
 * percent, in both directions:
 * - `mg-for-mL`: milligrams typed as millilitres or the reverse (35 for 0.7 mL of 50 mg/mL); needs
 *   the strength.
 * - `ten-fold`: a slipped decimal point. At 10 mg/mL it cannot be told from `mg-for-mL`, which is
 *   then named.
 * - `thousand-fold`: mg for mcg, mL for uL. Undefined for zero and negative quantities and for
 *   those that agree.
 */
export function slip(entered: Quantity, expected: Quantity, s?: Strength): Slip | undefined {
  if (entered <= 0n || expected <= 0n) return undefined;
  if (isNear(entered, expected)) return undefined;
  if (s !== undefined && isMultiple(entered, expected, s, THOUSANDTHS)) return 'mg-for-mL';
  if (isMultiple(entered, expected, 10n, 1n)) return 'ten-fold';
  if (isMultiple(entered, expected, 1000n, 1n)) return 'thousand-fold';
  return undefined;
}

/** Whether one is the other times `numerator / denominator`, nearly. */
function isMultiple(a: bigint, b: bigint, numerator: bigint, denominator: bigint): boolean {
  return isNear(a * denominator, b * numerator) || isNear(a * numerator, b * denominator);
}

function isNear(found: bigint, wanted: bigint): boolean {
  const apart = found > wanted ? found - wanted : wanted - found;
  return apart * 100n <= wanted * SLIP_TOLERANCE_PERCENT;
}

/**
 * The quotient rounded half away from zero. Throws RangeError on a zero divisor, as bigint division
 * does.
 */
function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  if (twice < (divisor < 0n ? -divisor : divisor)) return quotient;
  return dividend < 0n === divisor < 0n ? quotient + 1n : quotient - 1n;
}

/** The integer behind a matched decimal (sign, whole, fraction), in units of its last place. */
function parseDecimal(found: RegExpExecArray | null, places: number): bigint | undefined {
  if (found === null) return undefined;
  const [, sign = '', whole = '', fraction = ''] = found;
  const digits = BigInt(whole + fraction.padEnd(places, '0'));
  return sign === '-' ? -digits : digits;
}

/** As labels write it: ".05" and "1" are both good, "" and "." are not. */
function looseDecimal(text: string, places: number): bigint | undefined {
  const [whole = '', fraction = ''] = text.split('.');
  if (whole === '' && fraction === '') return undefined;
  return BigInt(whole + fraction.padEnd(places, '0'));
}

function formatDecimal(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const point = digits.length - places;
  return `${value < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function trim(decimal: string): string {
  return decimal.replace(/\.?0+$/, '');
}
