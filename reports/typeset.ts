import { directionOf, inVisualOrder, ordered } from './direction.js';
import type { Face } from './face.js';
import { isRightToLeft } from './isolated.js';
import { FOREIGN } from './scripts.js';
import type { FaceName, Typeface } from './typeface.js';
import type { Word } from './word.js';

/** Text in one face. Line ends in it make paragraphs. */
export interface Run {
  readonly text: string;
  readonly face: FaceName;
}
/** What stands in a cell: plain text, or runs in several faces. */
export type Text = string | readonly Run[];

/** One line of set text. */
export interface Line {
  /** In points. */
  readonly width: number;
  /** From left to right. */
  readonly words: readonly Word[];
  /** As it reads: what stands for the line where the page is not drawn but told. */
  readonly text: string;
}

/** How a text is set: `face` is for plain text, runs bring their own. */
export interface Setting {
  readonly face: FaceName;
  readonly size: number;
  /** Points available before a line turns. */
  readonly width: number;
}

/** Lines that one cell may have. A page must hold every row whole; the rest of such a text is in the CSV. */
export const LINES_PER_CELL = 24;
/** No word of this many letters fits a cell; it is not measured as a whole. */
const WORD_SIZE = 200;
const CUT_NOTICE = '[cut here: the whole text is in the CSV of this document]';

/** Sets a text: lines turn at spaces, at hyphens where a word is too long, and between letters where nothing else helps. */
export function set(typeface: Typeface, text: Text, setting: Setting): readonly Line[] {
  if (typeof text === 'string') {
    const single = setOnOneLine(typeface, text, setting);
    if (single !== undefined) return [single];
  }
  const maker = new LineMaker(setting);
  const runs = typeof text === 'string' ? [{ text, face: setting.face }] : text;
  for (const run of runs) {
    const face = typeface.face(run.face);
    for (const [index, shown] of typeface.visible(run.text).split('\n').entries()) {
      if (index > 0) maker.turn(face);
      const isPlain = !isRightToLeft(shown);
      const { text: paragraph, levels } = isPlain ? { text: shown, levels: null } : ordered(shown);
      let from = 0;
      for (const [place, word] of paragraph.split(' ').entries()) {
        if (place > 0) maker.space(face, levels?.[from - 1]);
        if (levels === null || word === '') maker.add(face, word);
        else maker.addOrdered(face, word, levels.subarray(from, from + word.length));
        if (maker.isFull()) return cut(typeface, maker.finish(), setting);
        from += word.length + 1;
      }
    }
  }
  return maker.finish();
}

function cut(typeface: Typeface, lines: readonly Line[], setting: Setting): readonly Line[] {
  const maker = new LineMaker(setting);
  for (const word of CUT_NOTICE.split(' ')) {
    maker.add(typeface.face('bold'), word);
    maker.space(typeface.face('bold'));
  }
  const notice = maker.finish();
  return [...lines.slice(0, LINES_PER_CELL - notice.length), ...notice];
}

/** Most cells are a few words on one line: no need to look for where to turn. */
function setOnOneLine(typeface: Typeface, text: string, setting: Setting): Line | undefined {
  if (text.length > WORD_SIZE) return undefined;
  const shown = typeface.visible(text);
  if (shown.includes('\n') || isRightToLeft(shown)) return undefined;
  const face = typeface.face(setting.face);
  const words: Word[] = [];
  let width = 0;
  for (const part of shown.split(' ')) {
    if (words.length > 0) {
      const space = face.word(' ');
      words.push(space);
      width += space.width;
    }
    const word = face.word(part);
    words.push(word);
    width += word.width;
    if (width * setting.size > setting.width * 1000) return undefined;
  }
  return { width: (width * setting.size) / 1000, words, text: shown };
}

/** A space that prints only if something follows it on the same line. */
interface Gap {
  readonly face: Face;
  readonly level: number;
}

class LineMaker {
  readonly #lines: Line[] = [];
  #words: Word[] = [];
  /** Of each word, in the order of reading; kept from the first that is read from right to left. */
  #levels: number[] = [];
  #width = 0;
  #text = '';
  #gap: Gap | null = null;
  readonly #limit: number;

  constructor(readonly setting: Setting) {
    this.#limit = (setting.width * 1000) / setting.size;
  }

  isFull(): boolean {
    return this.#lines.length > LINES_PER_CELL;
  }

  space(face: Face, level = 0): void {
    if (this.#words.length > 0) this.#gap = { face, level };
  }

  /** @param space whose space stands at the turn: whoever reads the lines one after the other needs one. */
  turn(space: Face | null = this.#gap?.face ?? null): void {
    const { length } = this.#levels;
    const words = length === 0 ? this.#words : inVisualOrder(this.#words, this.#levels);
    this.#lines.push({
      width: (this.#width * this.setting.size) / 1000,
      words: space !== null && words.length > 0 ? [...words, space.word(' ')] : words,
      text: this.#text,
    });
    this.#words = [];
    this.#levels = [];
    this.#text = '';
    this.#width = 0;
    this.#gap = null;
  }

  add(face: Face, text: string): void {
    if (text === '') return;
    if (text.length > WORD_SIZE) {
      this.#addInParts(face, text);
      return;
    }
    const word = face.word(text);
    if (this.#width + this.#gapWidth() + word.width > this.#limit) {
      if (this.#words.length > 0 && word.width <= this.#limit) this.turn();
      else if (word.width > this.#limit) {
        this.#addInParts(face, text);
        return;
      }
    }
    this.#place(word, text);
  }

  /** A word of which each letter has a level of direction; where no line can hold it, it turns between letters. */
  addOrdered(face: Face, text: string, levels: Uint8Array): void {
    const runs = runsOf(text, levels).map((run) => ({
      ...run,
      word: face.word(run.text, directionOf(run.level)),
    }));
    const width = runs.reduce((sum, { word }) => sum + word.width, 0);
    const isTooLong = width > this.#limit || text.length > WORD_SIZE;
    if (this.#words.length > 0 && this.#width + this.#gapWidth() + width > this.#limit) this.turn();
    for (const { word, level, text: run } of runs) {
      if (!isTooLong) this.#place(word, run, level);
      else this.#addByLetter(face, run, level);
      if (this.isFull()) return;
    }
  }

  #gapWidth(): number {
    return this.#gap === null ? 0 : this.#gap.face.word(' ').width;
  }

  #place(word: Word, text: string, level = 0): void {
    if (this.#gap !== null) {
      const { face, level: own } = this.#gap;
      this.#gap = null;
      this.#place(face.word(' '), ' ', own);
    }
    if (level > 0 && this.#levels.length === 0) this.#levels = this.#words.map(() => 0);
    if (level > 0 || this.#levels.length > 0) this.#levels.push(level);
    this.#words.push(word);
    this.#width += word.width;
    this.#text += text;
  }

  #addInParts(face: Face, text: string): void {
    for (const part of text.split(/(?<=[-/,;:_@.\]])/)) {
      if (part.length > WORD_SIZE) this.#addByLetter(face, part);
      else this.#addPart(face, part);
      if (this.isFull()) return;
    }
  }

  #addPart(face: Face, part: string): void {
    const word = face.word(part);
    if (this.#width + this.#gapWidth() + word.width <= this.#limit) this.#place(word, part);
    else if (word.width <= this.#limit) {
      this.turn();
      this.#place(word, part);
    } else this.#addByLetter(face, part);
  }

  #addByLetter(face: Face, text: string, level = 0): void {
    if (this.#words.length > 0 && level === 0) this.turn();
    for (const letter of lettersOf(text)) {
      const word = face.word(letter, directionOf(level));
      if (this.#words.length > 0 && this.#width + word.width > this.#limit) this.turn();
      this.#place(word, letter, level);
      if (this.isFull()) return;
    }
  }

  finish(): readonly Line[] {
    if (this.#words.length > 0 || this.#lines.length === 0) this.turn(null);
    return this.#lines;
  }
}

/** Stretches of a word with the same direction. */
function runsOf(
  text: string,
  levels: Uint8Array,
): readonly { readonly text: string; readonly level: number }[] {
  const runs: { text: string; readonly level: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const level = levels[at] ?? 0;
    const last = runs.at(-1);
    if (last?.level === level) last.text += text.charAt(at);
    else runs.push({ text: text.charAt(at), level });
  }
  return runs;
}

/** A letter with its marks. A replaced code point may be parted: that is better than a row without end. */
const LETTERS = /\P{M}\p{M}*|\p{M}+/gu;
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Between which a line may turn where nothing else helps: what a reader of the script takes for one letter. */
function lettersOf(text: string): Iterable<string> {
  if (!FOREIGN.test(text)) return text.match(LETTERS) ?? [];
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The operators that show a line at the current text position. `state` is the font that the page has selected. */
export function show(line: Line, size: number, state: { font: string }): string {
  let operators = '';
  let open = '';
  const close = (): void => {
    if (open !== '') operators += `${open}]TJ\n`;
    open = '';
  };
  for (const { parts } of line.words) {
    for (const { font, said, strokes } of parts) {
      const selected = `/${font} ${size} Tf\n`;
      if (state.font !== selected) {
        close();
        operators += selected;
        state.font = selected;
      }
      if (said !== null) {
        close();
        operators += `/Span<</ActualText<${utf16(said)}>>>BDC\n`;
      }
      for (const { glyphs, rise } of strokes) {
        if (rise === 0) open = open === '' ? `[${glyphs}` : open + glyphs;
        else {
          close();
          operators += `${Math.round(rise * size) / 1000} Ts[${glyphs}]TJ 0 Ts\n`;
        }
      }
      if (said === null) continue;
      close();
      operators += 'EMC\n';
    }
  }
  close();
  return operators;
}

/** Text as a PDF has it beside its pages: hexadecimal, with the mark of its byte order. */
function utf16(text: string): string {
  return `feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}`;
}
