import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import type { TransformCallback } from 'node:stream';
import { RANGE_PLACE, signedRange } from './signature-field.js';
import type { SignaturePlace } from './signature-field.js';

/** Signs the SHA-256 of a file: a CMS structure in DER. */
export type SignDigest = (digest: Uint8Array) => Uint8Array;

/**
 * Signs a print while it passes. What the print is without a signature goes through as it comes; the update behind it, a few
 * kilobytes, is kept until the end, signed and sent.
 */
export class SignedFile extends Transform {
  /** Where the signature goes: to be told before the update comes. */
  place: SignaturePlace | null = null;
  #bytes = 0;
  #unsigned: string | null = null;
  readonly #hash = createHash('sha256');
  #update: Buffer = Buffer.alloc(0);

  constructor(private readonly sign: SignDigest) {
    super();
  }

  /** SHA-256 of the print without its signature, in hexadecimal; null before that has passed. */
  get unsigned(): string | null {
    return this.#unsigned;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    const end = this.place?.unsigned ?? Number.POSITIVE_INFINITY;
    const through = chunk.subarray(0, Math.max(0, end - this.#bytes));
    this.#bytes += chunk.length;
    if (through.length > 0) {
      this.#hash.update(through);
      this.push(through);
    }
    if (through.length < chunk.length) {
      this.#update = Buffer.concat([this.#update, chunk.subarray(through.length)]);
    }
    done();
  }

  override _flush(done: TransformCallback): void {
    try {
      this.push(this.#signed());
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error('the file was not signed'));
    }
  }

  #signed(): Buffer {
    const { place } = this;
    if (place === null) throw new Error('expected a place for the signature');
    this.#unsigned = this.#hash.copy().digest('hex');
    const update = this.#update;
    const begin = place.contents - place.unsigned;
    const range = begin - RANGE_PLACE.length;
    if (update.toString('latin1', range, begin) !== RANGE_PLACE) {
      throw new Error('expected the range of the signature before its room');
    }
    update.write(signedRange(place, this.#bytes), range, 'latin1');
    const end = begin + place.room;
    this.#hash.update(update.subarray(0, begin)).update(update.subarray(end));
    const signature = Buffer.from(this.sign(this.#hash.digest())).toString('hex');
    if (signature.length > place.room - 2) {
      throw new RangeError('expected a signature that fits the room that was left for it');
    }
    update.write(signature, begin + 1, 'latin1');
    return update;
  }
}
