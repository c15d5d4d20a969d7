import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const run = promisify(execFile);
/** What a plain office printer puts on paper. */
const DOTS_PER_INCH = 300;
const MAX_OUTPUT = 64 * 1024 * 1024;
const READER = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

/** What the DataMatrix codes of a printed page hold, as a scanner reads them: drawn by one program, read by another. */
export async function codesOnPaper(file: string): Promise<readonly string[]> {
  // The reader would fetch itself from a network; it lies in its package.
  await prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(readFileSync(READER)).buffer },
    fireImmediately: true,
  });
  const page = ['-png', '-gray', '-r', String(DOTS_PER_INCH), '-f', '1', '-l', '1', file];
  const { stdout } = await run('pdftoppm', page, { encoding: 'buffer', maxBuffer: MAX_OUTPUT });
  const found = await readBarcodes(new Uint8Array(stdout), { formats: ['DataMatrix'] });
  return found.map(({ text }) => text);
}
