import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Instant, Zone } from '../src/domain/instant.js';
import { wallTime } from '../src/domain/instant.js';
import { formatQuantity, trimMass } from '../src/domain/quantity.js';
import type { Mass, Quantity } from '../src/domain/quantity.js';

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

/** A text is made safe; a figure is written as it stands; null is an empty field. */
export type CsvValue = { readonly text: string } | { readonly figure: string } | null;

/** The full-width forms are what East Asian keyboards type, and spreadsheets read them as the narrow ones. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

export function safeText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export const csv = {
  text: (text: string | null): CsvValue => (text === null ? null : { text }),
  quantity: (quantity: Quantity | null): CsvValue =>
    quantity === null ? null : { figure: formatQuantity(quantity) },
  milligrams: (mass: Mass | null): CsvValue => (mass === null ? null : { figure: trimMass(mass) }),
  whole: (value: number | null): CsvValue => (value === null ? null : { figure: String(value) }),
  yes: (value: boolean): CsvValue => ({ figure: value ? 'yes' : 'no' }),
  /** UTC, as stored. */
  instant: (at: Instant): CsvValue => ({ figure: at }),
  /** "2026-03-14 09:42:17-04:00": what the clock on the wall said, and its offset. */
  local: (at: Instant, zone: Zone): CsvValue => {
    const wall = wallTime(at, zone);
    return { figure: `${wall.date} ${wall.time}${wall.offset}` };
  },
} as const;

/** Writes the header and a record for each row, and ends `out`. */
export async function writeCsv<T>(
  columns: readonly CsvColumn<T>[],
  rows: AsyncIterable<T> | Iterable<T>,
  out: Writable,
): Promise<void> {
  const stringifier = stringify({
    header: true,
    columns: columns.map(({ name }) => name),
    record_delimiter: 'windows',
  });
  await pipeline(records(columns, rows), stringifier, out);
}

async function* records<T>(
  columns: readonly CsvColumn<T>[],
  rows: AsyncIterable<T> | Iterable<T>,
): AsyncGenerator<readonly string[]> {
  for await (const row of rows) yield columns.map((column) => field(column.value(row)));
}

function field(value: CsvValue): string {
  if (value === null) return '';
  return 'figure' in value ? value.figure : safeText(value.text);
}
