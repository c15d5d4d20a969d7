import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Rows } from '../../../reports/head.js';

/** Of one document, packed: many times 100,000 lines. Beyond it memory would grow with the ledger, and rows are read again. */
const MOST_BYTES = 64 << 20;
const ROWS_IN_PACK = 250;
/** Rows repeat each other: the cheapest compression leaves a tenth of them. */
const CHEAPEST = { level: 1 } as const;

/**
 * Rows of one document that were read from the ledger, for whoever asks for them again. They are the same in every form, so
 * that a packet reads and decodes what it prints once.
 */
export class KeptRows {
  #room = MOST_BYTES;

  constructor(private readonly forms: 'one-form' | 'all-forms') {}

  /** Parts of a document, each with rows of its own, that each form asks for once: they are few, and kept as they are. */
  parts<T>(read: Rows<T>): Rows<T> {
    if (this.forms === 'one-form') return read;
    let whole: readonly T[] | undefined;
    const reading = async function* (): AsyncGenerator<T> {
      const found: T[] = [];
      for await (const part of read()) {
        found.push(part);
        yield part;
      }
      whole = found;
    };
    return () => whole ?? reading();
  }

  /** Rows that each form of the document asks for once. They are values: nothing in them does anything. */
  once<T>(read: Rows<T>): Rows<T> {
    return this.forms === 'one-form' ? read : this.again(read);
  }

  /** Rows that one form asks for more than once. */
  again<T>(read: Rows<T>): Rows<T> {
    let whole: Packs<T> | undefined;
    return () =>
      whole?.rows() ??
      this.#reading(read(), (packs) => {
        whole = packs;
      });
  }

  async *#reading<T>(
    reading: ReturnType<Rows<T>>,
    onWhole: (packs: Packs<T>) => void,
  ): AsyncGenerator<T> {
    const packs = new Packs<T>();
    for await (const row of reading) {
      // One pack too many says that they do not fit.
      if (packs.bytes <= this.#room) packs.add(row);
      yield row;
    }
    packs.close();
    if (packs.bytes > this.#room) return;
    this.#room -= packs.bytes;
    onWhole(packs);
  }
}

/** Rows, so many together, as they take the least room. */
class Packs<T> {
  bytes = 0;
  #waiting: T[] = [];
  readonly #packs: Buffer[] = [];

  add(row: T): void {
    this.#waiting.push(row);
    if (this.#waiting.length === ROWS_IN_PACK) this.close();
  }

  /** Packs what waits for more. */
  close(): void {
    if (this.#waiting.length === 0) return;
    const pack = deflateRawSync(serialize(this.#waiting), CHEAPEST);
    this.bytes += pack.length;
    this.#packs.push(pack);
    this.#waiting = [];
  }

  *rows(): Generator<T> {
    // What `close` wrote.
    for (const pack of this.#packs) yield* deserialize(inflateRawSync(pack)) as readonly T[];
  }
}
