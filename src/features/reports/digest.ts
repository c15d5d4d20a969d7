import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import type { TransformCallback } from 'node:stream';

const PARCEL_BYTES = 1 << 16;

/** Counts and hashes what passes, and sends it on in parcels: a record of a CSV is too little for one. */
export class Digest extends Transform {
  bytes = 0;
  readonly #hash = createHash('sha256');
  #waiting: Buffer[] = [];
  #waitingBytes = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    this.#hash.update(chunk);
    this.#waiting.push(chunk);
    this.#waitingBytes += chunk.length;
    if (this.#waitingBytes >= PARCEL_BYTES) this.#send();
    done();
  }

  override _flush(done: TransformCallback): void {
    if (this.#waitingBytes > 0) this.#send();
    done();
  }

  #send(): void {
    this.push(Buffer.concat(this.#waiting));
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  /** Of everything; to be asked for once. */
  get hash(): string {
    return this.#hash.digest('hex');
  }
}
