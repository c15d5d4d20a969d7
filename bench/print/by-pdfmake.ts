/** The ledger by pdfmake: the same rows and font, whatever pages it makes of them. */
import { Readable } from 'node:stream';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LEDGER_COLUMNS } from '../../reports/ledger.js';
import type { LedgerReport } from '../../reports/ledger-rows.js';
import { fontBytes } from '../../reports/typeface.js';
import { importPeer } from '../peers.js';
import { rowsOf } from './plain-rows.js';

/** What we use of the library. */
interface PdfMake {
  readonly virtualfs: { writeFileSync(name: string, content: Buffer): void };
  setUrlAccessPolicy(mayFetch: () => boolean): void;
  setLocalAccessPolicy(mayRead: () => boolean): void;
  addFonts(fonts: Readonly<Record<string, object>>): void;
  createPdf(document: object): { getBuffer(): Promise<Buffer> };
}

export const PDFMAKE = 'pdfmake';
const FONT_FILE = 'own.ttf';

export async function printByPdfmake(report: LedgerReport, sink: Writable): Promise<number> {
  const { default: pdfmake } = (await importPeer(PDFMAKE)) as { readonly default: PdfMake };
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.virtualfs.writeFileSync(FONT_FILE, fontBytes('regular'));
  pdfmake.addFonts({ Own: { normal: FONT_FILE } });
  const body: (readonly string[])[] = [LEDGER_COLUMNS.map(({ head }) => head)];
  // It takes a whole table at once.
  for await (const row of rowsOf(report)) body.push([...row]);
  let pages = 0;
  const file = await pdfmake
    .createPdf({
      pageSize: 'LETTER',
      pageOrientation: 'landscape',
      pageMargins: 30,
      defaultStyle: { font: 'Own', fontSize: 7.5 },
      content: [{ table: { headerRows: 1, widths: LEDGER_COLUMNS.map(() => '*'), body } }],
      footer: (_page: number, total: number) => {
        pages = total;
        return '';
      },
    })
    .getBuffer();
  await pipeline(Readable.from([file]), sink);
  return pages;
}
