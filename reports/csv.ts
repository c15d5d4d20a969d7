import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import type { Instant, Zone } from '../src/domain/measures/instant.js';
import { wallTime } from '../src/domain/measures/instant.js';
import { formatQuantity, trimMass } from '../src/domain/measures/quantity.js';
import type { Mass, Quantity } from '../src/domain/measures/quantity.js';
import { flagWords } from './flag-words.js';
import type { LineFacts } from './head.js';
import { witnessWords } from './words.js';

/**
 * The same lines for machines: RFC 4180, UTF-8, CRLF, one header row, one record per printed line.
 *
 * Text that people wrote could be run as a formula by the spreadsheet that opens it, so it is marked as text. Columns of
 * quantities hold plain decimals that this product formatted; they are never marked, and a minus sign survives.
 */
export interface CsvColumn<T> {
  readonly name: string;
  readonly value: (row: T) => CsvValue;
}

/**
 * A text is made safe; a figure, a decimal number and a whole number are written as they stand; null is an empty field.
 * Decimals are text as well: no binary float stands between the ledger and whoever reads the file.
 */
export type CsvValue =
  | { readonly text: string }
  | { readonly figure: string }
  | { readonly decimal: string }
  | { readonly whole: number }
  | null;

/** The full-width forms are what East Asian keyboards type, and spreadsheets read them as the narrow ones. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

export function safeText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export const csv = {
  text: (text: string | null): CsvValue => (text === null ? null : { text }),
  /** Words of our own, whose no-break spaces are for paper. */
  plain: (words: string): CsvValue => ({ text: words.replaceAll('\u00a0', ' ') }),
  quantity: (quantity: Quantity | null): CsvValue =>
    quantity === null ? null : { decimal: formatQuantity(quantity) },
  milligrams: (mass: Mass | null): CsvValue => (mass === null ? null : { decimal: trimMass(mass) }),
  whole: (value: number | null): CsvValue => (value === null ? null : { whole: value }),
  yes: (value: boolean): CsvValue => ({ figure: value ? 'yes' : 'no' }),
  /** UTC, as stored. */
  instant: (at: Instant): CsvValue => ({ figure: at }),
  /** "2026-03-14 09:42:17-04:00": what the clock on the wall said, and its offset. */
  local: (at: Instant, zone: Zone): CsvValue => {
    const wall = wallTime(at, zone);
    return { figure: `${wall.date} ${wall.time}${wall.offset}` };
  },
} as const;

/** The columns that every document's lines have: when, who, and what departs from the rule. */
export function lineColumns<T>(zone: Zone, of: (row: T) => LineFacts): readonly CsvColumn<T>[] {
  return [
    { name: 'occurred_local', value: (row) => csv.local(of(row).occurredAt, zone) },
    { name: 'occurred_utc', value: (row) => csv.instant(of(row).occurredAt) },
    { name: 'recorded_utc', value: (row) => csv.instant(of(row).recordedAt) },
    { name: 'late', value: (row) => csv.yes(of(row).isLate) },
    { name: 'performed_by', value: (row) => csv.text(of(row).performedBy) },
    { name: 'typed_by', value: (row) => csv.text(of(row).transcribedBy) },
    { name: 'witness', value: (row) => csv.text(witnessInitials(of(row))) },
    { name: 'witness_state', value: (row) => csv.text(of(row).witness.state) },
    { name: 'witness_line', value: (row) => csv.whole(witnessLine(of(row))) },
    { name: 'flags', value: (row) => csv.text(of(row).flags.map(flagWords).join(', ')) },
    { name: 'corrects_line', value: (row) => csv.whole(of(row).corrects) },
    { name: 'corrected_by_line', value: (row) => csv.whole(of(row).correctedBy) },
    { name: 'remark', value: (row) => csv.text(of(row).remark) },
  ];
}

function witnessInitials({ witness }: LineFacts): string {
  return witness.state === 'unwitnessed' ? '' : witnessWords(witness).initials;
}

function witnessLine({ witness }: LineFacts): number | null {
  return witness.state === 'countersigned' ? witness.line : null;
}

/** A record is too little for a chunk of a stream. */
const RECORDS_AT_ONCE = 250;
const OPTIONS = {
  record_delimiter: 'windows',
  // Left alone, a lone line end would go unquoted, for it is not the whole delimiter.
  quoted_match: /[\r\n]/,
} as const;

/** Writes a header and records as they come, and ends `out`. */
export async function writeCsv(
  names: readonly string[],
  records: AsyncIterable<readonly CsvValue[]>,
  out: Writable,
): Promise<void> {
  await pipeline(pieces(names, records), out);
}

async function* pieces(
  names: readonly string[],
  records: AsyncIterable<readonly CsvValue[]>,
): AsyncGenerator<string> {
  let waiting: (readonly string[])[] = [names];
  for await (const record of records) {
    waiting.push(record.map(field));
    if (waiting.length < RECORDS_AT_ONCE) continue;
    yield stringify(waiting, OPTIONS);
    waiting = [];
  }
  if (waiting.length > 0) yield stringify(waiting, OPTIONS);
}

function field(value: CsvValue): string {
  if (value === null) return '';
  if ('text' in value) return safeText(value.text);
  if ('figure' in value) return value.figure;
  return 'whole' in value ? String(value.whole) : value.decimal;
}
