/** Chance that is the same each time for the same seed (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }
  /** Around a middle, as a bell (sum of twelve). */
  around(middle: number, deviation: number): number {
    let total = -6;
    for (let index = 0; index < 12; index += 1) total += this.next();
    return middle + total * deviation;
  }
  one<T>(list: readonly T[]): T {
    const found = list[this.whole(0, list.length - 1)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }
  some<T>(list: readonly T[], size: number): readonly T[] {
    const left = [...list];
    return Array.from({ length: size }, () =>
      left.splice(this.whole(0, left.length - 1), 1),
    ).flat();
  }
}
