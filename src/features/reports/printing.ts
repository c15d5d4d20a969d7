/** Has the document that was asked for drawn or written. It loads what draws pages, and is itself loaded for a print. */
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { discrepancyWorkbook, printDiscrepancies } from '../../../reports/discrepancy.js';
import { dispensingWorkbook, printDispensing } from '../../../reports/dispensing.js';
import type { Printed, PrintOptions } from '../../../reports/document.js';
import { ledgerWorkbook } from '../../../reports/ledger-csv.js';
import { printLedger } from '../../../reports/ledger.js';
import type { ToldPage } from '../../../reports/page-code.js';
import { SignedFile } from '../../../reports/signed-file.js';
import { writeWorkbook } from '../../../reports/write-workbook.js';
import type { Workbook } from '../../../reports/sheet.js';
import { printTables, workbookOf } from '../../../reports/table-document.js';
import type { TableDocument } from '../../../reports/table-document.js';
import type { DocumentRequest } from './document-request.js';
import { discrepancyDocument } from './discrepancy-document.js';
import { dispensingDocument } from './dispensing-document.js';
import { PACKET } from './documents.js';
import type { DocumentName } from './documents.js';
import { ledgerDocument } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import { receiptsOf } from './receipts-document.js';
import { wasteOf } from './waste-document.js';
import { correctionsOf } from './corrections-document.js';
import { residueOf } from './residue-document.js';
import { chartOf } from './chart-document.js';
import { containerOf } from './container-document.js';
import { personOf } from './person-document.js';
import { inventoriesOf } from './inventory-document.js';
import { disposalsOf } from './disposal-document.js';
import { accessOf } from './access-document.js';
import { contentsOf } from './contents-document.js';
import { countSheetOf } from './count-sheet-document.js';
import { coverOf } from './cover-document.js';
import { lossesOf, lossNoticeOf, lossWorksheetOf } from './loss-document.js';
import type { PrintSigning } from './print-signing.js';
import type { ReportScope } from './scope.js';

/** Where the document goes. */
export interface Outlet {
  readonly out: Writable;
  readonly signal: AbortSignal | undefined;
  readonly onPageText: ((page: ToldPage) => void) | undefined;
  /** What a PDF is signed with, where it is. */
  readonly signing: PrintSigning | undefined;
}

/** A document that can take every form. */
export interface Printable {
  readonly print: (out: Writable, options: PrintOptions) => Promise<Printed>;
  readonly workbook: () => Workbook;
}
type Maker = (parts: DocumentParts, request: DocumentRequest) => Printable;

const tables = (make: (parts: DocumentParts, request: DocumentRequest) => TableDocument): Maker => {
  return (parts, request) => {
    const document = make(parts, request);
    return {
      print: (out, options) => printTables(document, out, options),
      workbook: () => workbookOf(document),
    };
  };
};

const MAKERS: Readonly<Record<DocumentName, Maker>> = {
  ledger: (parts, { scope }) => {
    const report = ledgerDocument(parts, {
      only: scope.item,
      isByEvent: scope.narrow.sort === 'event-time',
    });
    return {
      print: (out, options) => printLedger(report, out, options),
      workbook: () => ledgerWorkbook(report),
    };
  },
  dispensing: (parts, { scope }) => {
    const report = dispensingDocument(parts, scope.narrow);
    return {
      print: (out, options) => printDispensing(report, out, options),
      workbook: () => dispensingWorkbook(report),
    };
  },
  discrepancies: (parts, { site }) => {
    const report = discrepancyDocument(parts, site);
    return {
      print: (out, options) => printDiscrepancies(report, out, options),
      workbook: () => discrepancyWorkbook(report),
    };
  },
  receipts: tables(receiptsOf),
  waste: tables(wasteOf),
  corrections: tables(correctionsOf),
  residue: tables(residueOf),
  audit: tables(chartOf),
  container: tables(containerOf),
  entries: tables(personOf),
  inventories: tables(inventoriesOf),
  disposals: tables(disposalsOf),
  losses: tables(lossesOf),
  'loss-worksheet': tables(lossWorksheetOf),
  'loss-notice': tables(lossNoticeOf),
  access: tables(accessOf),
  cover: tables(coverOf),
  contents: tables(contentsOf),
  'count-sheet': tables(countSheetOf),
};

/** What became of a print, beside its file. */
export interface PrintOutcome {
  /** SHA-256 of the file without its signature, in hexadecimal; null where it has none. */
  readonly unsigned: string | null;
  /** Pages and what stands on them; null where there are none. */
  readonly printed: Printed | null;
}

/** The document that was asked for, in no form yet. */
export function printableOf(parts: DocumentParts, request: DocumentRequest): Printable {
  const { document } = request.scope;
  if (document === PACKET) throw new Error('expected a document, found a packet');
  return MAKERS[document](parts, request);
}

export async function printAs(
  { format, paper }: Pick<ReportScope, 'format' | 'paper'>,
  printable: Printable,
  { out, signal, onPageText, signing }: Outlet,
): Promise<PrintOutcome> {
  if (format === 'zip') throw new Error('expected a form of one document, found an archive');
  if (format !== 'pdf') {
    await writeWorkbook(printable.workbook(), format, out);
    return { unsigned: null, printed: null };
  }
  const options: PrintOptions = {
    paper,
    ...(signal === undefined ? {} : { signal }),
    ...(onPageText === undefined ? {} : { onPageText }),
  };
  if (signing !== undefined) return printSigned(printable, { out, options, signing });
  return { unsigned: null, printed: await printable.print(out, options) };
}

async function printSigned(
  printable: Printable,
  to: {
    readonly out: Writable;
    readonly options: PrintOptions;
    readonly signing: PrintSigning;
  },
): Promise<PrintOutcome> {
  const { certificate, clock } = to.signing;
  const file = new SignedFile((digest) => certificate.sign(digest));
  const signature: PrintOptions['signature'] = {
    at: new Date(clock.now()),
    room: certificate.room,
    onPlace: (place) => {
      file.place = place;
    },
  };
  const printing = printable.print(file, { ...to.options, signature });
  const sent = pipeline(file, to.out);
  // Both have ended before the print has: nothing goes on reading the ledger for one that was given up.
  for (const end of await Promise.allSettled([printing, sent])) {
    if (end.status === 'rejected') throw end.reason;
  }
  return { unsigned: file.unsigned, printed: await printing };
}
