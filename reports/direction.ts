import library from 'bidi-js';
import type { Bidi } from 'bidi-js';
import type { Direction } from './embedded-font.js';

/** Text that is read from right to left, by the Unicode Bidirectional Algorithm (UAX #9). */

/** The library is a function that makes it, which its published types do not say. */
const isFactory = (value: unknown): value is () => Bidi => typeof value === 'function';
const made = isFactory(library) ? library() : undefined;

function algorithm(): Bidi {
  if (made === undefined) throw new TypeError('expected what makes the algorithm');
  return made;
}

/** Strong right-to-left letters, and the signs of their scripts. Without one, a text runs from left to right. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** The level of each UTF-16 unit of a paragraph, whose direction is that of its first letter. */
export const levelsOf = (paragraph: string): Uint8Array =>
  algorithm().getEmbeddingLevels(paragraph, 'auto').levels;

export const directionOf = (level: number): Direction => (level % 2 === 1 ? 'rtl' : 'ltr');

/** A bracket that opens to the other side. */
export const mirrored = (character: string): string =>
  algorithm().getMirroredCharacter(character) ?? character;

/** The pieces of a line in the order in which they stand from left to right (UAX #9, L2). */
export function inVisualOrder<T>(pieces: readonly T[], levels: readonly number[]): readonly T[] {
  const order = pieces.map((_, index) => index);
  const lowestOdd = Math.min(...levels.map((level) => level | 1));
  for (let level = Math.max(...levels); level >= lowestOdd; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      let to = from;
      while (to < order.length && (levels[order[to] ?? 0] ?? 0) >= level) to += 1;
      if (to - from > 1) {
        const turned = order.slice(from, to).reverse();
        order.splice(from, turned.length, ...turned);
      }
      from = Math.max(from, to);
    }
  }
  return order.flatMap((index) => {
    const piece = pieces[index];
    return piece === undefined ? [] : [piece];
  });
}
