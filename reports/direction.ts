import library from 'bidi-js';
import type { Bidi } from 'bidi-js';
import type { Direction } from './embedded-font.js';
import { isIsolate } from './isolated.js';

/** Text that is read from right to left, by the Unicode Bidirectional Algorithm (UAX #9). */

/** The library is a function that makes it, which its published types do not say. */
const isFactory = (value: unknown): value is () => Bidi => typeof value === 'function';
const made = isFactory(library) ? library() : undefined;

function algorithm(): Bidi {
  if (made === undefined) throw new TypeError('expected what makes the algorithm');
  return made;
}

/** The level of each UTF-16 unit of a paragraph, whose direction is that of its first letter. */
const levelsOf = (paragraph: string): Uint8Array =>
  algorithm().getEmbeddingLevels(paragraph, 'auto').levels;

/** A paragraph without its isolates, whose work is done once its letters have their levels. */
export function ordered(paragraph: string): { readonly text: string; readonly levels: Uint8Array } {
  const levels = levelsOf(paragraph);
  let text = '';
  const kept: number[] = [];
  for (let at = 0; at < paragraph.length; at += 1) {
    const character = paragraph.charAt(at);
    if (isIsolate(character)) continue;
    text += character;
    kept.push(levels[at] ?? 0);
  }
  return { text, levels: Uint8Array.from(kept) };
}

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
