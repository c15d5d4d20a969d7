import { deflateSync } from 'node:zlib';

/**
 * Where the objects of a file are, as a cross-reference stream (ISO 32000-1, 7.5.8). A tagged document of ten thousand pages
 * has some millions of objects, most of them packed into others: a row of seven bytes is kept of each.
 */
const ROW = 7;
const KIND = { free: 0, plain: 1, packed: 2 } as const;
const ROWS_PER_PART = 1 << 16;
/** Each row is written as its difference to the one above: they grow by little, and compress to next to nothing. */
const UP = 2;
const PNG_PREDICTOR = 12;

export class CrossReferences {
  readonly #parts: Buffer[] = [];
  #size = 1;

  /** One more than the largest number. */
  get size(): number {
    return this.#size;
  }

  /** The number of an object that will be put in its place later. */
  reserve(): number {
    this.#size += 1;
    return this.#size - 1;
  }

  plain(id: number, offset: number): void {
    this.#put(id, { kind: KIND.plain, where: offset, index: 0 });
  }

  packed(id: number, place: { readonly into: number; readonly index: number }): void {
    this.#put(id, { kind: KIND.packed, where: place.into, index: place.index });
  }

  /** What the stream's dictionary says of its rows. */
  get dictionary(): string {
    const parameters = `/DecodeParms<</Predictor ${PNG_PREDICTOR}/Columns ${ROW}>>`;
    return `/Type/XRef/Size ${this.#size}/W[1 4 2]/Filter/FlateDecode${parameters}`;
  }

  stream(): Uint8Array {
    const rows = Buffer.alloc(this.#size * (ROW + 1));
    const above = Buffer.alloc(ROW);
    for (let id = 0; id < this.#size; id += 1) {
      const part = this.#part(id);
      const from = (id % ROWS_PER_PART) * ROW;
      const at = id * (ROW + 1);
      rows[at] = UP;
      for (let column = 0; column < ROW; column += 1) {
        const value = part[from + column] ?? 0;
        rows[at + 1 + column] = value - (above[column] ?? 0);
        above[column] = value;
      }
    }
    return deflateSync(rows);
  }

  /** The rows of a few objects, as an update of the file has them. */
  only(ids: readonly number[]): { readonly dictionary: string; readonly rows: Uint8Array } {
    const sorted = [...ids].sort((a, b) => a - b);
    const rows = sorted.map((id) => {
      const from = (id % ROWS_PER_PART) * ROW;
      return this.#part(id).subarray(from, from + ROW);
    });
    const index = sorted.map((id) => `${id} 1`).join(' ');
    const dictionary = `/Type/XRef/Size ${this.#size}/W[1 4 2]/Index[${index}]`;
    return { dictionary, rows: Buffer.concat(rows) };
  }

  #put(id: number, row: { kind: number; where: number; index: number }): void {
    const part = this.#part(id);
    const at = (id % ROWS_PER_PART) * ROW;
    part.writeUInt8(row.kind, at);
    part.writeUInt32BE(row.where, at + 1);
    part.writeUInt16BE(row.index, at + 5);
  }

  #part(id: number): Buffer {
    const index = Math.floor(id / ROWS_PER_PART);
    const part = this.#parts[index] ?? Buffer.alloc(ROWS_PER_PART * ROW);
    this.#parts[index] = part;
    return part;
  }
}
