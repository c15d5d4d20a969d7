/** Has the document that was asked for drawn or written. It loads what draws pages, and is itself loaded for a print. */
import type { Writable } from 'node:stream';
import { printDiscrepancies, writeDiscrepancyCsv } from '../../../reports/discrepancy.js';
import { printDispensing, writeDispensingCsv } from '../../../reports/dispensing.js';
import { writeLedgerCsv } from '../../../reports/ledger-csv.js';
import { printLedger } from '../../../reports/ledger.js';
import type { Site } from '../../domain/product.js';
import { discrepancyDocument } from './discrepancy-document.js';
import { dispensingDocument } from './dispensing-document.js';
import { ledgerDocument } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import type { ReportScope } from './scope.js';

/** Where the document goes. */
export interface Outlet {
  readonly out: Writable;
  readonly signal: AbortSignal | undefined;
}

export async function printScope(
  parts: DocumentParts,
  { scope, site }: { readonly scope: ReportScope; readonly site: Site },
  { out, signal }: Outlet,
): Promise<void> {
  const options = { paper: scope.paper, ...(signal === undefined ? {} : { signal }) };
  const isPdf = scope.format === 'pdf';
  switch (scope.document) {
    case 'ledger': {
      const report = ledgerDocument(parts, scope.item);
      await (isPdf ? printLedger(report, out, options) : writeLedgerCsv(report, out));
      return;
    }
    case 'dispensing': {
      const report = dispensingDocument(parts);
      await (isPdf ? printDispensing(report, out, options) : writeDispensingCsv(report, out));
      return;
    }
    case 'discrepancies': {
      const report = discrepancyDocument(parts, site);
      await (isPdf ? printDiscrepancies(report, out, options) : writeDiscrepancyCsv(report, out));
    }
  }
}
