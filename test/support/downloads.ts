import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newFolder } from './database.js';
import type { Member } from './http-clinic.js';

/** A document as a browser would keep it. */
export interface File {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

export async function downloaded(url: string, member: Member, path: string): Promise<File> {
  const cookie = [...member.device.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${url}${path}`, { headers: { cookie } });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
}

/** What a program that nobody here wrote says of the signature in a PDF. */
export async function signatureOf(bytes: Uint8Array): Promise<string> {
  const path = join(await newFolder(), 'signed.pdf');
  await writeFile(path, bytes);
  execFileSync('qpdf', ['--check', path], { stdio: 'ignore' });
  return execFileSync('pdfsig', [path], { encoding: 'utf8' });
}

/** What a program that nobody here wrote reads in a PDF, which another one finds no fault with. */
export async function textOf(file: File): Promise<string> {
  const path = join(await newFolder(), 'print.pdf');
  await writeFile(path, file.bytes);
  execFileSync('qpdf', ['--check', path], { stdio: 'ignore' });
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
}
