import { PassThrough } from 'node:stream';
import { Digest } from './digest.js';
import type { OpenReport } from './reports.js';

/** Read ahead of a slow client. */
const BUFFER_BYTES = 1 << 20;

/** What became of an issued document. */
export interface Issued {
  readonly bytes: number;
  /** SHA-256 of the whole file, in hexadecimal; null where the reader left before its end. */
  readonly hash: string | null;
  /** The same of the file without its signature; null where it has none. */
  readonly unsigned: string | null;
}

/** A document while it is printed and sent. */
export interface Issuing {
  readonly stream: PassThrough;
  /** Never rejects. */
  readonly done: Promise<Issued>;
}

/**
 * Prints into a stream that can be sent. It comes back once the first bytes are there, so that whatever stops a document
 * before them can still be told; what happens later can only cut it off.
 */
export async function issue(report: OpenReport, signal: AbortSignal): Promise<Issuing> {
  const digest = new Digest();
  const stream = new PassThrough({ highWaterMark: BUFFER_BYTES });
  digest.pipe(stream);
  digest.on('error', (error) => stream.destroy(error));
  const printed = report.print(digest, { signal });
  printed.catch((error: unknown) => {
    stream.destroy(error instanceof Error ? error : new Error('the document was not printed'));
  });
  await Promise.race([printed, readable(stream)]);
  return {
    stream,
    done: printed.then(
      ({ unsigned }) => ({ bytes: digest.bytes, hash: digest.hash, unsigned }),
      () => ({ bytes: digest.bytes, hash: null, unsigned: null }),
    ),
  };
}

function readable(stream: PassThrough): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('readable', resolve);
    stream.once('error', reject);
  });
}
