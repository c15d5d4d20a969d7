/** The ledger as one would print it first: each cell by pdfkit's own text call. */
import type { Writable } from 'node:stream';
import PDFDocument from 'pdfkit';
import { LEDGER_COLUMNS } from '../../reports/ledger.js';
import { ledgerBlock } from '../../reports/ledger-lines.js';
import type { LedgerReport } from '../../reports/ledger-rows.js';
import type { Row } from '../../reports/table.js';
import { fontBytes } from '../../reports/typeface.js';
import { textOf } from './plain-rows.js';
import { ZONE } from './sample-ledger.js';

/** The same rows and places by `doc.text`, with as little else as can be: no measuring, no totals, no keys. */
export async function printByCell(report: LedgerReport, sink: Writable): Promise<number> {
  const document = new PDFDocument({
    size: 'LETTER',
    layout: 'landscape',
    margin: 0,
    autoFirstPage: false,
  });
  document.registerFont('regular', fontBytes('regular'));
  document.registerFont('bold', fontBytes('bold'));
  const finished = new Promise((resolve) => document.pipe(sink).once('finish', resolve));
  let pages = 0;
  let y = Infinity;
  for await (const section of report.sections()) {
    for await (const line of section.lines()) {
      const { rows } = ledgerBlock(line, ZONE, 'mL');
      const height = rows.reduce((sum, row) => sum + depth(row) * 9.3 + 2.5, 0);
      if (y + height > 540) {
        document.addPage();
        pages += 1;
        y = headByCell(document, report);
      }
      for (const row of rows) {
        rowByCell(document, row, y);
        y += depth(row) * 9.3 + 2.5;
      }
    }
  }
  document.end();
  await finished;
  return pages;
}

function headByCell(document: InstanceType<typeof PDFDocument>, { head }: LedgerReport): number {
  document.font('bold').fontSize(15).text('Controlled-substance ledger', 30, 30, { width: 230 });
  document.fontSize(9.5).text(head.registrant.name, 280, 34, { width: 240 });
  document.font('regular').fontSize(7.5).text(head.registrant.address, 280, 46, { width: 240 });
  document.text(`DEA registration ${head.registrant.deaNumber}`, 280, 56, { width: 240 });
  document.text(`Checkpoint ${head.checkpoint.origin} ${head.checkpoint.size}`, 30, 580, {
    width: 730,
  });
  document.font('bold').fontSize(7);
  for (const { head: text, x, width } of PLACES) document.text(text, x, 90, { width });
  return 104;
}

function rowByCell(document: InstanceType<typeof PDFDocument>, row: Row, y: number): void {
  if (row.weight === 'line') document.rect(30, y, 732, 0.3).fill();
  for (const [index, cell] of row.cells.entries()) {
    const place = PLACES[index];
    const text = textOf(cell);
    if (place === undefined || text === '') continue;
    document.font(place.face).fontSize(7.5);
    document.text(text, place.x, y + 2, { width: place.width, align: place.align });
  }
}

function depth(row: Row): number {
  return Math.max(...row.cells.map((cell) => textOf(cell).split('\n').length));
}

const PLACES = (() => {
  let x = 30;
  const fixed = LEDGER_COLUMNS.reduce(
    (sum, { width }) => sum + (typeof width === 'number' ? width : 0),
    0,
  );
  return LEDGER_COLUMNS.map((column) => {
    const points =
      typeof column.width === 'number' ? column.width : ((732 - fixed) * column.width.share) / 100;
    const place = {
      head: column.head,
      x: x + 2.5,
      width: points - 5,
      align: column.align === 'left' ? ('left' as const) : ('right' as const),
      face: 'face' in column ? column.face : ('regular' as const),
    };
    x += points;
    return place;
  });
})();
