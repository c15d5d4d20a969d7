import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { promisify } from 'node:util';

/** Programs that nobody here wrote read the prints back. */
type Tool = 'pdftotext' | 'pdfinfo' | 'pdffonts' | 'pdftoppm' | 'pdfsig' | 'qpdf';

const run = promisify(execFile);
const MAX_OUTPUT = 64 * 1024 * 1024;

export async function tool(name: Tool, ...args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(name, args, { maxBuffer: MAX_OUTPUT });
    return stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      const source = name === 'qpdf' ? 'qpdf' : 'poppler-utils';
      throw new Error(
        `The prints are checked with ${name}, which is not here: install the package ${source}.`,
        { cause: error },
      );
    }
    throw error;
  }
}

/** A print on disk, and what the tools say of it. */
export interface Printed {
  readonly file: string;
  readonly pages: number;
  /** As it stands on each page. */
  readonly texts: readonly string[];
}

const folders: string[] = [];

/** Prints to a file, has qpdf check it, and reads its pages back. */
export async function printed(
  print: (out: Writable) => Promise<{ readonly pages: number }>,
): Promise<Printed> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-print-'));
  folders.push(folder);
  const file = join(folder, 'print.pdf');
  const { pages } = await print(createWriteStream(file));
  await tool('qpdf', '--check', file);
  const text = await tool('pdftotext', '-layout', file, '-');
  return { file, pages, texts: text.split('\f').slice(0, -1) };
}

export async function removePrints(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
}

export async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

/** Everything on one line, as a reader takes it in. */
export function flat(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ');
}

/** Collects what is written as text. */
export async function collected(write: (out: Writable) => Promise<unknown>): Promise<string> {
  const chunks: Buffer[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await write(out);
  return Buffer.concat(chunks).toString('utf8');
}
