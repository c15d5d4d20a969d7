import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import decodeQR from 'qr/decode.js';

const run = promisify(execFile);
const DOTS_PER_INCH = 200;
/** The corner of the page that holds the code, in points. */
const CORNER = { width: 100, height: 100 };
const MAX_OUTPUT = 64 * 1024 * 1024;

/** What the QR code of a page holds, as a camera sees it: drawn by one program, read by another. */
export async function codeOnPage(file: string, page: number): Promise<string> {
  const { stdout: information } = await run('pdfinfo', [file]);
  const width = Number(/Page size: +([\d.]+)/.exec(information)?.[1]);
  const dots = (points: number): string => String(Math.round((points * DOTS_PER_INCH) / 72));
  const corner = ['-x', dots(width - CORNER.width), '-y', '0'];
  const size = ['-W', dots(CORNER.width), '-H', dots(CORNER.height)];
  const one = ['-f', String(page), '-l', String(page), '-r', String(DOTS_PER_INCH), '-gray'];
  const options = { encoding: 'buffer', maxBuffer: MAX_OUTPUT } as const;
  const { stdout } = await run('pdftoppm', [...one, ...corner, ...size, file], options);
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.subarray(0, 40).toString('latin1'));
  if (header === null) throw new Error('expected an image of pdftoppm');
  const gray = stdout.subarray(header[0].length);
  const data = new Uint8Array(gray.length * 3);
  for (const [index, value] of gray.entries()) data.fill(value, index * 3, index * 3 + 3);
  return decodeQR({ width: Number(header[1]), height: Number(header[2]), data });
}
