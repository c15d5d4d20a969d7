/** The ledger by pdfkit's own table: the same rows and fonts, whatever pages it makes of them. */
import type { Writable } from 'node:stream';
import PDFDocument from 'pdfkit';
import { LEDGER_COLUMNS } from '../../reports/ledger.js';
import type { LedgerReport } from '../../reports/ledger-rows.js';
import { fontBytes } from '../../reports/typeface.js';
import { rowsOf } from './plain-rows.js';

export async function printByTable(report: LedgerReport, sink: Writable): Promise<number> {
  const document = new PDFDocument({ size: 'LETTER', layout: 'landscape', margin: 30 });
  document.registerFont('regular', fontBytes('regular'));
  document.font('regular').fontSize(7.5);
  let pages = 1;
  document.on('pageAdded', () => {
    pages += 1;
  });
  const finished = new Promise((resolve) => document.pipe(sink).once('finish', resolve));
  const table = document.table({ columnStyles: LEDGER_COLUMNS.map(() => '*') });
  table.row(LEDGER_COLUMNS.map(({ head }) => head));
  for await (const row of rowsOf(report)) table.row([...row]);
  table.end();
  document.end();
  await finished;
  return pages;
}
