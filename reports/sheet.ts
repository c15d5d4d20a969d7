import type { CsvColumn, CsvValue } from './csv.js';
import type { ReportHead, Rows } from './head.js';

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
