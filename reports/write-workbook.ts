import type { Writable } from 'node:stream';
import { writeCsv } from './csv.js';
import type { CsvValue } from './csv.js';
import type { SheetFormat } from './formats.js';
import type { Sheet, Workbook } from './sheet.js';
import { writeJson } from './sheet-json.js';
import { writeXlsx } from './sheet-xlsx.js';

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
