/**
 * National Drug Codes in every shape in which they are printed, compared as what they are: three
 * numbers.
 *
 * 21 CFR 207.33(b): ten digits as 4-4-2, 5-3-2 or 5-4-1. Billing pads them to eleven (5-4-2);
 * twelve (6-4-2) are in force from 7 March 2033. The hyphenated code on the label is what is
 * stored; the other forms are derived. Ten digits without hyphens, and so every GTIN, fit three
 * shapes: the answer is then a choice, never a guess.
 *
 * Not handled: twelve bare digits that are a UPC number; a bar code is read by `readGs1`.
 */

import { gs1CheckDigit, hasGs1CheckDigit } from './gs1.js';

/** The segments as numbers. Two codes are the same package if and only if these are equal. */
export interface Ndc {
  readonly labeler: number;
  readonly product: number;
  readonly package: number;
}

export type LabelledShape = '4-4-2' | '5-3-2' | '5-4-1';
export type NdcShape = LabelledShape | '5-4-2' | '6-4-2';

/** One way to read ten digits. */
export interface NdcCandidate {
  readonly ndc: Ndc;
  readonly shape: LabelledShape;
  /** "0409-2051-05". */
  readonly hyphenated: string;
}

export type NdcReading =
  | {
      readonly kind: 'read';
      readonly ndc: Ndc;
      readonly shape: NdcShape;
      /**
       * As labelled, when the text had that shape; the eleven- and twelve-digit forms do not tell
       * it.
       */
      readonly hyphenated: string | undefined;
    }
  /** Ten bare digits: a person, or the list of known labelers, must say which. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly NdcCandidate[] }
  | { readonly kind: 'refused'; readonly position: number; readonly expected: string };

const LABELLED_SHAPES: readonly LabelledShape[] = ['4-4-2', '5-3-2', '5-4-1'];
const SHAPES: readonly NdcShape[] = [...LABELLED_SHAPES, '5-4-2', '6-4-2'];
/** Hyphens as keyboards, PDF files and word processors write them. */
const HYPHENS = /[\u2010-\u2015\u2212]/g;

/** Reads a code, with or without "NDC" before it and spaces around it. */
export function readNdc(text: string): NdcReading {
  const lead = /^\s*(?:NDC[\s:#]*)?/i.exec(text)?.[0].length ?? 0;
  const given = text.slice(lead).trimEnd().replace(HYPHENS, '-');
  const wrong = given.search(/[^0-9-]/);
  if (wrong >= 0) return refuse(lead + wrong, 'a digit or a hyphen');
  return given.includes('-') ? readHyphenated(given, lead) : readBare(given, lead);
}

function readHyphenated(given: string, lead: number): NdcReading {
  const segments = given.split('-');
  if (segments.length !== 3) return refuse(lead + given.length, 'three groups of digits');
  const shape = SHAPES.find((each) => each === segments.map((part) => part.length).join('-'));
  if (shape === undefined) {
    return refuse(lead, 'digits grouped 4-4-2, 5-3-2, 5-4-1, 5-4-2 or 6-4-2');
  }
  const hyphenated = isLabelled(shape) ? given : undefined;
  return { kind: 'read', ndc: ndcOf(segments), shape, hyphenated };
}

function readBare(given: string, lead: number): NdcReading {
  if (given.length === 10) return { kind: 'ambiguous', candidates: candidatesFor(given) };
  const shape = given.length === 11 ? '5-4-2' : given.length === 12 ? '6-4-2' : undefined;
  if (shape === undefined) return refuse(lead + given.length, '10, 11 or 12 digits');
  return { kind: 'read', ndc: ndcOf(cut(given, shape)), shape, hyphenated: undefined };
}

/** The readings of ten digits without hyphens; of one package only the first shape is named. */
function candidatesFor(tenDigits: string): readonly NdcCandidate[] {
  const found = new Map<string, NdcCandidate>();
  for (const shape of LABELLED_SHAPES) {
    const segments = cut(tenDigits, shape);
    const ndc = ndcOf(segments);
    if (!found.has(ndcKey(ndc))) {
      found.set(ndcKey(ndc), { ndc, shape, hyphenated: segments.join('-') });
    }
  }
  return [...found.values()];
}

export function sameNdc(a: Ndc, b: Ndc): boolean {
  return a.labeler === b.labeler && a.product === b.product && a.package === b.package;
}

/** One text per package, for maps and unique columns: "409-2051-5". Not for people. */
export function ndcKey(ndc: Ndc): string {
  return `${ndc.labeler}-${ndc.product}-${ndc.package}`;
}

/** The billing form, 5-4-2: "00409-2051-05". Undefined for a labeler of six digits. */
export function ndc11(ndc: Ndc): string | undefined {
  return ndc.labeler > 99_999 ? undefined : pad(ndc, [5, 4, 2]);
}

/** The form in force from 7 March 2033, 6-4-2: "000409-2051-05". */
export function ndc12(ndc: Ndc): string {
  return pad(ndc, [6, 4, 2]);
}

/**
 * The ten-digit codes that a label may carry for this package. Exactly one is the labeler's; more
 * than one fits where an eleven-digit form has zeros in two places.
 */
export function labelledForms(ndc: Ndc): readonly NdcCandidate[] {
  return LABELLED_SHAPES.flatMap((shape) => {
    const sizes = sizesOf(shape);
    const fits = [ndc.labeler, ndc.product, ndc.package].every(
      (part, i) => String(part).length <= (sizes[i] ?? 0),
    );
    return fits ? [{ ndc, shape, hyphenated: pad(ndc, sizes) }] : [];
  });
}

/**
 * The GTIN-14 of a labelled ten-digit code: packaging level, 03, the ten digits, check digit.
 * @param hyphenated as labelled, "0409-2051-15"
 * @param indicator the packaging level, 0 for the unit of use to 8; the labeler chooses it, so it
 * cannot be derived
 * @returns undefined when the text is no labelled code or the indicator no such digit. Twelve-digit
 * codes have no rule yet.
 */
export function gtinOfNdc(hyphenated: string, indicator: number): string | undefined {
  const reading = readNdc(hyphenated);
  if (reading.kind !== 'read' || reading.hyphenated === undefined) return undefined;
  if (!Number.isInteger(indicator) || indicator < 0 || indicator > 8) return undefined;
  const withoutCheck = `${indicator}03${reading.hyphenated.replaceAll('-', '')}`;
  return `${withoutCheck}${gs1CheckDigit(withoutCheck)}`;
}

/** The NDC inside a GTIN-14: always a choice between shapes, or refused when it holds none. */
export function ndcOfGtin(gtin: string): Exclude<NdcReading, { kind: 'read' }> {
  if (!/^\d{14}$/.test(gtin)) return refuse(0, 'fourteen digits');
  if (!hasGs1CheckDigit(gtin)) return refuse(13, 'the right check digit');
  if (!gtin.startsWith('03', 1)) return refuse(1, '03, as US drug codes begin');
  return { kind: 'ambiguous', candidates: candidatesFor(gtin.slice(3, 13)) };
}

function refuse(
  position: number,
  expected: string,
): { readonly kind: 'refused'; readonly position: number; readonly expected: string } {
  return { kind: 'refused', position, expected };
}

function isLabelled(shape: NdcShape): shape is LabelledShape {
  return LABELLED_SHAPES.some((each) => each === shape);
}

function ndcOf(segments: readonly string[]): Ndc {
  const [labeler = 0, product = 0, pack = 0] = segments.map(Number);
  return { labeler, product, package: pack };
}

function sizesOf(shape: NdcShape): readonly number[] {
  return shape.split('-').map(Number);
}

function cut(bare: string, shape: NdcShape): readonly string[] {
  const [labeler = 0, product = 0] = sizesOf(shape);
  return [
    bare.slice(0, labeler),
    bare.slice(labeler, labeler + product),
    bare.slice(labeler + product),
  ];
}

function pad(ndc: Ndc, sizes: readonly number[]): string {
  return [ndc.labeler, ndc.product, ndc.package]
    .map((part, i) => String(part).padStart(sizes[i] ?? 0, '0'))
    .join('-');
}
