/**
 * What a GS1 bar code says: GTIN, expiry, lot, serial, national number.
 *
 * Read by application identifier, never by position. Accepted: the symbology prefix (`]d2`), FNC1
 * as the control character GS or as one of the characters that scanners put in its place,
 * human-readable text with the identifiers in parentheses, and a bare GTIN as linear codes on small
 * vials hold it. Case and leading zeros of lot and serial are significant and are kept. The table
 * is data; every refusal has a position in the text as it was given.
 *
 * Not handled: a scanner that drops FNC1 without a trace. A lot then swallows what follows it,
 * which shows only when it grows too long; where a lot looks wrong it must be compared with the
 * label.
 */

import { daysInMonth } from '../measures/calendar.js';
import { parseBusinessDate } from '../measures/instant.js';
import type { BusinessDate } from '../measures/instant.js';

export interface Gs1Element {
  /** The application identifier: "01", "7003". */
  readonly identifier: string;
  readonly name: string;
  readonly value: string;
  /** Index of the value's first character in the text as given. */
  readonly position: number;
}

export type Gs1Problem =
  | 'empty'
  | 'unknown-identifier'
  | 'missing-value'
  | 'too-short'
  | 'too-long'
  | 'not-a-digit'
  | 'not-allowed'
  | 'check-digit'
  | 'not-a-date'
  | 'repeated';

export type Gs1Reading =
  | {
      readonly kind: 'read';
      readonly elements: readonly Gs1Element[];
      /** Fourteen digits, check digit proved. */
      readonly gtin: string | undefined;
      /** The last day on which it may be used. */
      readonly expiry: BusinessDate | undefined;
      /** False when the code names only the month, and the day is its last. */
      readonly expiryNamesDay: boolean;
      readonly lot: string | undefined;
      readonly serial: string | undefined;
      /**
       * AI 715: a US National Drug Code carried beside the GTIN, as written; read it with
       * `readNdc`.
       */
      readonly nationalDrugCode: string | undefined;
    }
  | {
      readonly kind: 'refused';
      readonly problem: Gs1Problem;
      readonly position: number;
      /** What would have been right there, in words. */
      readonly expected: string;
    };

type Refusal = Extract<Gs1Reading, { kind: 'refused' }>;

interface Rule {
  readonly name: string;
  readonly content: 'digits' | 'text';
  readonly min: number;
  readonly max: number;
  readonly check?: 'mod-10' | 'date';
}

const fixed = (name: string, size: number, check?: Rule['check']): Rule => ({
  name,
  content: 'digits',
  min: size,
  max: size,
  ...(check === undefined ? {} : { check }),
});
const digits = (name: string, max: number): Rule => ({ name, content: 'digits', min: 1, max });
const text = (name: string, max: number): Rule => ({ name, content: 'text', min: 1, max });

/**
 * Identifiers as in the GS1 General Specifications, as far as a medicine or its shipping carton may
 * carry them.
 */
const RULES: Readonly<Record<string, Rule>> = {
  '00': fixed('SSCC', 18, 'mod-10'),
  '01': fixed('GTIN', 14, 'mod-10'),
  '02': fixed('GTIN of contents', 14, 'mod-10'),
  '10': text('lot', 20),
  '11': fixed('production date', 6, 'date'),
  '12': fixed('due date', 6, 'date'),
  '13': fixed('packaging date', 6, 'date'),
  '15': fixed('best before', 6, 'date'),
  '16': fixed('sell by', 6, 'date'),
  '17': fixed('expiry', 6, 'date'),
  '20': fixed('variant', 2),
  '21': text('serial', 20),
  '22': text('consumer variant', 20),
  '235': text('third-party serial', 28),
  '240': text('additional identification', 30),
  '241': text('customer part number', 30),
  '242': digits('made-to-order variation', 6),
  '243': text('packaging component', 20),
  '250': text('secondary serial', 30),
  '251': text('source reference', 30),
  '254': text('location extension', 20),
  '30': digits('variable count', 8),
  '37': digits('count of trade items', 8),
  '400': text('order number', 30),
  '401': text('consignment', 30),
  '402': fixed('shipment', 17, 'mod-10'),
  '403': text('routing code', 30),
  '410': fixed('ship to', 13, 'mod-10'),
  '411': fixed('bill to', 13, 'mod-10'),
  '412': fixed('purchased from', 13, 'mod-10'),
  '413': fixed('ship for', 13, 'mod-10'),
  '414': fixed('location', 13, 'mod-10'),
  '415': fixed('pay to', 13, 'mod-10'),
  '416': fixed('produced at', 13, 'mod-10'),
  '417': fixed('party', 13, 'mod-10'),
  '420': text('postal code', 20),
  '421': text('country and postal code', 12),
  '422': fixed('country of origin', 3),
  '7003': fixed('expiry date and time', 10),
  '7004': digits('active potency', 4),
  '710': text('national number, Germany', 20),
  '711': text('national number, France', 20),
  '712': text('national number, Spain', 20),
  '713': text('national number, Brazil', 20),
  '714': text('national number, Portugal', 20),
  '715': text('national number, United States (NDC)', 20),
  '716': text('national number, Italy', 20),
  '7240': text('protocol', 20),
  '8008': digits('production date and time', 12),
  '8012': text('software version', 20),
  '8200': text('web address', 70),
  '90': text('agreed between partners', 30),
};
const COMPANY_INTERNAL = text('company internal', 90);
const MEASURE = fixed('measure', 6);

/**
 * What scanners and copy-and-paste leave where FNC1 was. None can occur in a value except "<GS>",
 * which none would.
 */
const SEPARATORS = ['\u001d', '\u241d', '<GS>', '{GS}', '[GS]', '^]', '^', '|', '~'] as const;

/** Symbologies that carry element strings: DataMatrix, GS1-128, QR, DataBar, DotCode. */
const ELEMENT_SYMBOLOGY = /^\](?:d2|C1|Q3|e[0-3]|J1)/;
/** Symbologies that carry a bare number: EAN-13, UPC, EAN-8, ITF-14. */
const NUMBER_SYMBOLOGY = /^\](?:E[04]|I1|X0)/;

const BARE_GTIN = /^(?:\d{8}|\d{12,14})$/;

/** Codes are a few dozen characters; anything longer is not one. */
const LONGEST_CODE = 500;

/** The characters that GS1 allows in text values ("character set 82"). */
const NOT_IN_SET_82 = /[^!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]/;

/**
 * Reads a scanned or typed code.
 * @param code as the scanner or keyboard gave it; white space at its ends is ignored
 * @param year the present year, four digits, which decides the century of two-digit years
 */
export function readGs1(code: string, year: number): Gs1Reading {
  const end = code.trimEnd().length;
  const start = code.length - code.trimStart().length;
  if (start >= end) return refuse('empty', 0, 'a code');
  if (end - start > LONGEST_CODE) {
    return refuse('too-long', start + LONGEST_CODE, `at most ${LONGEST_CODE} characters`);
  }
  const given = code.slice(0, end);
  const body = given.slice(start);
  const elementPrefix = ELEMENT_SYMBOLOGY.exec(body)?.[0];
  const numberPrefix = NUMBER_SYMBOLOGY.exec(body)?.[0];
  const from = start + (elementPrefix ?? numberPrefix ?? '').length;
  const elements =
    elementPrefix !== undefined
      ? readElements(given, from)
      : numberPrefix !== undefined
        ? readNumber(given, from)
        : readEither(given, from);
  return 'problem' in elements ? elements : interpret(elements, year);
}

/** The GS1 check digit (mod 10, weights 3 and 1 from the right) for digits that lack it. */
export function gs1CheckDigit(withoutCheck: string): number {
  let total = 0;
  for (let i = 0; i < withoutCheck.length; i += 1) {
    const weight = (withoutCheck.length - i) % 2 === 1 ? 3 : 1;
    total += weight * Number(withoutCheck[i]);
  }
  return (10 - (total % 10)) % 10;
}

/** Whether digits of any GS1 key end in their right check digit. */
export function hasGs1CheckDigit(key: string): boolean {
  return /^\d{2,}$/.test(key) && gs1CheckDigit(key.slice(0, -1)) === Number(key.at(-1));
}

/**
 * The full year of a two-digit one, as GS1 slides the century: 51 or more years ahead is the last
 * century, 50 or more behind is the next.
 */
export function fullYear(twoDigits: number, year: number): number {
  const century = year - (year % 100);
  const ahead = twoDigits - (year % 100);
  if (ahead >= 51) return century - 100 + twoDigits;
  if (ahead <= -50) return century + 100 + twoDigits;
  return century + twoDigits;
}

function readElements(given: string, from: number): readonly Gs1Element[] | Refusal {
  const elements: Gs1Element[] = [];
  let at = skipSeparators(given, from);
  if (at >= given.length) return refuse('empty', at, 'an application identifier');
  while (at < given.length) {
    const step = given[at] === '(' ? readTyped(given, at) : readScanned(given, at);
    if ('problem' in step) return step;
    const flaw = findFlaw(step.element, step.rule) ?? findRepeat(elements, step.element);
    if (flaw !== undefined) return flaw;
    elements.push(step.element);
    at = skipSeparators(given, step.next);
  }
  return elements;
}

/** A code that is one GTIN of 8, 12, 13 or 14 digits. */
function readNumber(given: string, from: number): readonly Gs1Element[] | Refusal {
  const value = given.slice(from);
  const wrong = value.search(/[^0-9]/);
  if (wrong >= 0) return refuse('not-a-digit', from + wrong, 'a digit of GTIN');
  if (!BARE_GTIN.test(value)) {
    const problem = value.length > 14 ? 'too-long' : 'too-short';
    return refuse(problem, from + Math.min(value.length, 14), '8, 12, 13 or 14 digits of GTIN');
  }
  if (!hasGs1CheckDigit(value)) {
    const expected = gs1CheckDigit(value.slice(0, -1));
    return refuse('check-digit', given.length - 1, `${expected} as check digit`);
  }
  return [{ identifier: '01', name: 'GTIN', value: value.padStart(14, '0'), position: from }];
}

/**
 * A code without a prefix that tells its kind. Digits of a GTIN's length with a right check digit
 * are a GTIN: a lot or count alone could look the same, but alone it would identify no product.
 * Eight digits may also be a date alone.
 */
function readEither(given: string, from: number): readonly Gs1Element[] | Refusal {
  const body = given.slice(from);
  if (!BARE_GTIN.test(body)) return readElements(given, from);
  const number = readNumber(given, from);
  const isDate = body.length === 8 && ruleFor(body.slice(0, 2))?.check === 'date';
  if (!isDate && !('problem' in number)) return number;
  const elements = readElements(given, from);
  return 'problem' in elements ? number : elements;
}

interface Step {
  readonly element: Gs1Element;
  readonly rule: Rule;
  readonly next: number;
}

/**
 * `(17)261130`: the value runs to the next parenthesis that holds an identifier we know, spaces
 * around it ignored.
 */
function readTyped(given: string, at: number): Step | Refusal {
  const identifier = /^\((\d{2,4})\)/.exec(given.slice(at))?.[1];
  const rule = identifier === undefined ? undefined : ruleFor(identifier);
  if (identifier === undefined || rule === undefined) {
    return refuse('unknown-identifier', at + 1, 'an application identifier in parentheses');
  }
  const begin = at + identifier.length + 2;
  let end = begin;
  while (end < given.length && separatorAt(given, end) === 0) end += 1;
  for (const found of given.slice(begin, end).matchAll(/\((\d{2,4})\)/g)) {
    if (ruleFor(found[1] ?? '') === undefined) continue;
    end = begin + found.index;
    break;
  }
  const raw = given.slice(begin, end);
  const value = raw.trim();
  const position = begin + (raw.length - raw.trimStart().length);
  return { element: { identifier, name: rule.name, value, position }, rule, next: end };
}

/** `17261130`: a fixed value has its length, any other runs to the separator or the end. */
function readScanned(given: string, at: number): Step | Refusal {
  const identifier = identifierAt(given, at);
  const rule = identifier === undefined ? undefined : ruleFor(identifier);
  if (identifier === undefined || rule === undefined) {
    return refuse('unknown-identifier', at, 'an application identifier');
  }
  const position = at + identifier.length;
  const limit = rule.min === rule.max ? position + rule.max : given.length;
  let next = position;
  while (next < limit && next < given.length && separatorAt(given, next) === 0) next += 1;
  const value = given.slice(position, next);
  return { element: { identifier, name: rule.name, value, position }, rule, next };
}

/** Identifiers have two to four digits, and none is the beginning of another. */
function identifierAt(given: string, at: number): string | undefined {
  for (const size of [2, 3, 4]) {
    const candidate = given.slice(at, at + size);
    if (candidate.length === size && ruleFor(candidate) !== undefined) return candidate;
  }
  return undefined;
}

function ruleFor(identifier: string): Rule | undefined {
  if (Object.hasOwn(RULES, identifier)) return RULES[identifier];
  if (/^9[1-9]$/.test(identifier)) return COMPANY_INTERNAL;
  return /^3[1-6]\d[0-5]$/.test(identifier) ? MEASURE : undefined;
}

function findFlaw({ value, position }: Gs1Element, rule: Rule): Refusal | undefined {
  if (value === '') return refuse('missing-value', position, `a value for ${rule.name}`);
  const wrong = value.search(rule.content === 'digits' ? /[^0-9]/ : NOT_IN_SET_82);
  if (wrong >= 0) {
    return rule.content === 'digits'
      ? refuse('not-a-digit', position + wrong, `a digit of ${rule.name}`)
      : refuse('not-allowed', position + wrong, `a letter, digit or punctuation of ${rule.name}`);
  }
  if (value.length < rule.min) {
    return refuse('too-short', position + value.length, `${rule.min} digits of ${rule.name}`);
  }
  if (value.length > rule.max) {
    return refuse(
      'too-long',
      position + rule.max,
      `at most ${rule.max} characters of ${rule.name}`,
    );
  }
  if (rule.check === 'mod-10' && !hasGs1CheckDigit(value)) {
    const expected = gs1CheckDigit(value.slice(0, -1));
    return refuse('check-digit', position + value.length - 1, `${expected} as check digit`);
  }
  return rule.check === 'date' ? findDateFlaw(value, position) : undefined;
}

function findDateFlaw(value: string, position: number): Refusal | undefined {
  const [month, day] = [Number(value.slice(2, 4)), Number(value.slice(4, 6))];
  if (month < 1 || month > 12) return refuse('not-a-date', position + 2, 'a month from 01 to 12');
  // The century does not matter here but for 29 February of a year 00, which GS1 dates meet as
  // 2000.
  const last = daysInMonth(2000 + Number(value.slice(0, 2)), month);
  return day > last ? refuse('not-a-date', position + 4, `a day from 00 to ${last}`) : undefined;
}

function findRepeat(before: readonly Gs1Element[], element: Gs1Element): Refusal | undefined {
  const earlier = before.find((each) => each.identifier === element.identifier);
  if (earlier === undefined || earlier.value === element.value) return undefined;
  return refuse('repeated', element.position, `${element.name} only once, or the same twice`);
}

function interpret(elements: readonly Gs1Element[], year: number): Gs1Reading {
  const valueOf = (identifier: string) =>
    elements.find((each) => each.identifier === identifier)?.value;
  const expiry = valueOf('17');
  return {
    kind: 'read',
    elements,
    gtin: valueOf('01'),
    expiry: expiry === undefined ? undefined : dateOf(expiry, year),
    expiryNamesDay: expiry !== undefined && !expiry.endsWith('00'),
    lot: valueOf('10'),
    serial: valueOf('21'),
    nationalDrugCode: valueOf('715'),
  };
}

/** YYMMDD with the century of the window; day 00 is the last day of the month. */
function dateOf(value: string, year: number): BusinessDate | undefined {
  const full = fullYear(Number(value.slice(0, 2)), year);
  const month = value.slice(2, 4);
  const day = value.slice(4, 6);
  const last = String(daysInMonth(full, Number(month)));
  return parseBusinessDate(`${full}-${month}-${day === '00' ? last : day}`);
}

function skipSeparators(given: string, from: number): number {
  let at = from;
  for (let size = separatorAt(given, at); size > 0; size = separatorAt(given, at)) at += size;
  return at;
}

/** The length of the separator that begins at `at`, or 0. */
function separatorAt(given: string, at: number): number {
  return SEPARATORS.find((separator) => given.startsWith(separator, at))?.length ?? 0;
}

function refuse(problem: Gs1Problem, position: number, expected: string): Refusal {
  return { kind: 'refused', problem, position, expected };
}
