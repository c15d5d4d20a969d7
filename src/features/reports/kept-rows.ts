import type { Rows } from '../../../reports/head.js';

/** Rows of a document that are kept at most. With more of them memory would grow with the ledger: they are read again. */
const MOST_ROWS = 100_000;

/**
 * Rows of one document that were read from the ledger, for whoever asks for them again. They are the same in every form, so
 * that a packet reads and decodes what it prints once.
 */
export class KeptRows {
  #room = MOST_ROWS;

  constructor(private readonly forms: 'one-form' | 'all-forms') {}

  /** Rows that each form of the document asks for once. */
  once<T>(read: Rows<T>): Rows<T> {
    return this.forms === 'one-form' ? read : this.again(read);
  }

  /** Rows that one form asks for more than once. */
  again<T>(read: Rows<T>): Rows<T> {
    let whole: readonly T[] | undefined;
    return () =>
      whole ??
      this.#reading(read(), (rows) => {
        whole = rows;
      });
  }

  async *#reading<T>(
    reading: ReturnType<Rows<T>>,
    onWhole: (rows: readonly T[]) => void,
  ): AsyncGenerator<T> {
    const rows: T[] = [];
    let fits = true;
    let isKept = false;
    try {
      for await (const row of reading) {
        fits &&= this.#room > 0;
        if (fits) {
          rows.push(row);
          this.#room -= 1;
        } else {
          this.#giveBack(rows);
        }
        yield row;
      }
      isKept = fits;
      if (isKept) onWhole(rows);
    } finally {
      // Whoever stops before the end has not all of them.
      if (!isKept) this.#giveBack(rows);
    }
  }

  #giveBack(rows: unknown[]): void {
    this.#room += rows.length;
    rows.length = 0;
  }
}
