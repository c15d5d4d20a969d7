import { Readable } from 'node:stream';
import type { ZipFile } from 'yazl';

/**
 * What a ZIP file is read from. Destroyed with an error it fails whoever reads it at once; wrapped in another stream it would
 * wait for a next part that never comes.
 */
export function archiveOf({ outputStream }: ZipFile): Readable {
  if (outputStream instanceof Readable) return outputStream;
  throw new Error('expected a stream of node:stream, found another one');
}
