import type { Writable } from 'node:stream';
import { beginPrint, closing, stream } from './document.js';
import type { Abbreviations, Printed, PrintOptions } from './document.js';
import type { ReportHead, Rows } from './head.js';
import type { Print } from './page.js';
import type { Part } from './part.js';
import type { Sheet, Workbook } from './sheet.js';

/** A document that consists of parts: printed one after the other, written for machines as so many tables. */
export interface TableDocument {
  /** For machines: "receipts". */
  readonly name: string;
  readonly title: string;
  /** The clause it answers. */
  readonly clause: string;
  /** What its columns and codes mean, for the foot of every page. */
  readonly key: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly abbreviations: Abbreviations;
  readonly head: ReportHead;
  readonly parts: Rows<Part>;
}

const BETWEEN_PARTS = 18;
const BEFORE_KEY = 13;

/** Prints a document as PDF. */
export async function printTables(
  document: TableDocument,
  out: Writable,
  options: PrintOptions,
): Promise<Printed> {
  const { title, clause, key, orientation } = document;
  const print = beginPrint(document.head, {
    title,
    clause,
    key,
    paper: options.paper,
    orientation,
  });
  return stream(print, pages(print, document), out, options);
}

async function* pages(print: Print, document: TableDocument): AsyncGenerator<number> {
  let y: number | null = null;
  for await (const part of document.parts()) {
    y = yield* part.lay(print, y === null ? null : y + BETWEEN_PARTS);
  }
  if (y === null) throw new Error(`expected a part of the document ${document.name}, found none`);
  await closing(print, document.head.people, document.abbreviations, y + BEFORE_KEY);
  yield print.pages;
}

/** The same document for machines. */
export function workbookOf({ name, title, head, parts }: TableDocument): Workbook {
  return {
    name,
    title,
    head,
    sheets: async function* (): AsyncGenerator<Sheet> {
      for await (const { sheet } of parts()) if (sheet !== null) yield sheet;
    },
  };
}
