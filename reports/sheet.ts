import type { Writable } from 'node:stream';
import { writeCsv } from './csv.js';
import type { SheetFormat } from './formats.js';
import type { CsvColumn, CsvValue } from './csv.js';
import type { ReportHead, Rows } from './head.js';
import { writeJson } from './sheet-json.js';
import { writeXlsx } from './sheet-xlsx.js';

/**
 * A document for machines: one or more tables, each described by its columns once, and written as CSV, JSON or XLSX from the
 * same rows that the pages print.
 */
export interface Sheet {
  /** "receipts": a name for machines. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly records: () => AsyncIterable<readonly CsvValue[]>;
}

export interface Workbook {
  /** "receipts": the document's name. */
  readonly name: string;
  readonly title: string;
  readonly head: ReportHead;
  readonly sheets: Rows<Sheet>;
}

/** Rows with their columns, which need no longer be known to be written. */
export function sheet<T>(name: string, columns: readonly CsvColumn<T>[], rows: Rows<T>): Sheet {
  return {
    name,
    columns: columns.map((column) => column.name),
    records: async function* () {
      for await (const row of rows()) yield columns.map(({ value }) => value(row));
    },
  };
}

/** Writes it as it is read, and ends `out`. */
export async function writeWorkbook(
  book: Workbook,
  format: SheetFormat,
  out: Writable,
): Promise<void> {
  switch (format) {
    case 'csv':
      return writeAsCsv(book, out);
    case 'json':
      return writeJson(book, out);
    case 'xlsx':
      return writeXlsx(book, out);
  }
}

/** CSV knows one table: several parts become one, whose first column names the part. */
async function writeAsCsv(book: Workbook, out: Writable): Promise<void> {
  const sheets: Sheet[] = [];
  for await (const each of book.sheets()) sheets.push(each);
  const [only] = sheets;
  if (only !== undefined && sheets.length === 1) {
    await writeCsv(only.columns, only.records(), out);
    return;
  }
  const columns = [...new Set(sheets.flatMap((each) => each.columns))];
  await writeCsv(['part', ...columns], united(sheets, columns), out);
}

async function* united(
  sheets: readonly Sheet[],
  columns: readonly string[],
): AsyncGenerator<readonly CsvValue[]> {
  for (const each of sheets) {
    const places = columns.map((name) => each.columns.indexOf(name));
    for await (const record of each.records()) {
      yield [{ figure: each.name }, ...places.map((place) => record[place] ?? null)];
    }
  }
}
