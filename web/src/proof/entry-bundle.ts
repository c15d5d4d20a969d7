/** The bytes of a line, from the published bundle that holds them (docs/LEDGER-FORMAT.md, section 6). */
import { NotProved } from './log-check.js';

const WIDTH = 256;
const LENGTH_BYTES = 2;

/** Path of the bundle with a line, in a log of this size. */
export function bundlePath(line: number, size: number): string {
  const bundle = Math.floor(line / WIDTH);
  const width = Math.min(WIDTH, size - bundle * WIDTH);
  const digits = String(bundle);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const name = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/entries/${name}${width === WIDTH ? '' : `.p/${width}`}`;
}

/** Its leaves lie one after another, each behind its length. */
export function leafIn(bundle: Uint8Array<ArrayBuffer>, line: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  let at = 0;
  for (let index = 0; at + LENGTH_BYTES <= bundle.length; index += 1) {
    const length = view.getUint16(at);
    const end = at + LENGTH_BYTES + length;
    if (end > bundle.length) break;
    if (index === line % WIDTH) return bundle.slice(at + LENGTH_BYTES, end);
    at = end;
  }
  throw new NotProved('malformed');
}
