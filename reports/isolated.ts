/** Strong right-to-left letters, and the signs of their scripts. Without one, a text runs from left to right. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (UAX #9). */
const BEGIN = '\u2068';
const END = '\u2069';

/**
 * Somebody's own text inside a sentence of ours. A name that is read from right to left keeps its direction and leaves the order
 * of the words around it alone; any other text stays as it is. Each line of it is isolated by itself.
 */
export function isolated(text: string): string {
  if (!isRightToLeft(text)) return text;
  return text
    .split('\n')
    .map((line) => (isRightToLeft(line) ? `${BEGIN}${line}${END}` : line))
    .join('\n');
}

const ISOLATES = /[\u2068\u2069]/g;
const PAIR = /\u2068([^\u2066-\u2069\n]*)\u2069/g;

/** The text with another sign for each isolate that isolates nothing from right to left: alone, nested, or around other letters. */
export function withoutIdleIsolates(text: string, signOf: (isolate: string) => string): string {
  let kept = '';
  let from = 0;
  const shown = (until: number): string => text.slice(from, until).replace(ISOLATES, signOf);
  for (const { 0: pair, 1: inside = '', index } of text.matchAll(PAIR)) {
    if (!isRightToLeft(inside)) continue;
    kept += shown(index) + pair;
    from = index + pair.length;
  }
  return kept + shown(text.length);
}

export const isIsolate = (character: string): boolean => character === BEGIN || character === END;
