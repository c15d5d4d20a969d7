/** The ledger by headless Chromium: the same rows as an HTML table with the same font, printed to a file. */
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { LEDGER_COLUMNS } from '../../reports/ledger.js';
import type { LedgerReport } from '../../reports/ledger-rows.js';
import { fontBytes } from '../../reports/typeface.js';
import { rowsOf } from './plain-rows.js';

const run = promisify(execFile);
const LIMIT_MS = 600_000;

export async function printByBrowser(report: LedgerReport, sink: Writable): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
  try {
    const [page, file] = [join(folder, 'ledger.html'), join(folder, 'ledger.pdf')];
    await pipeline(Readable.from(html(report)), createWriteStream(page));
    const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
    const address = pathToFileURL(page).href;
    await run(
      browser(),
      [...options, `--user-data-dir=${folder}/profile`, `--print-to-pdf=${file}`, address],
      {
        timeout: LIMIT_MS,
      },
    );
    const bytes = await readFile(file);
    await pipeline(Readable.from([bytes]), sink);
    // Objects are compressed: the number of pages is told by another program.
    const { stdout } = await run('pdfinfo', [file]);
    return Number(/^Pages: +(\d+)/m.exec(stdout)?.[1]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const browser = (): string => process.env['COUNTERSIGN_CHROMIUM'] ?? 'chromium';

async function* html(report: LedgerReport): AsyncGenerator<string> {
  const font = fontBytes('regular').toString('base64');
  yield (
    '<!doctype html><meta charset="utf-8"><style>@page{size:11in 8.5in;margin:30pt}' +
    `@font-face{font-family:own;src:url(data:font/ttf;base64,${font})}` +
    'table{border-collapse:collapse;font:7.5pt own;width:100%}td{border-top:.3pt solid}</style>'
  );
  yield `<table><thead><tr>${LEDGER_COLUMNS.map(({ head }) => `<th>${head}</th>`).join('')}</tr></thead>`;
  for await (const row of rowsOf(report)) {
    yield `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
  }
  yield '</table>';
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
