import type { Face, FaceName, Typeface, Word } from './typeface.js';

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
  readonly pieces: readonly Piece[];
  /** As it reads: what stands for the line where the page is not drawn but told. */
  readonly text: string;
}
interface Piece {
  readonly face: Face;
  readonly words: readonly Word[];
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
    for (const [index, paragraph] of typeface.visible(run.text).split('\n').entries()) {
      if (index > 0) maker.turn(face);
      for (const [place, word] of paragraph.split(' ').entries()) {
        if (place > 0) maker.space(face);
        if (word !== '') maker.add(face, word);
        if (maker.isFull()) return cut(typeface, maker.finish(), setting);
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
  if (shown.includes('\n')) return undefined;
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
  return { width: (width * setting.size) / 1000, pieces: [{ face, words }], text: shown };
}

class LineMaker {
  readonly #lines: Line[] = [];
  #pieces: { face: Face; words: Word[] }[] = [];
  #width = 0;
  #text = '';
  #space: Face | null = null;
  readonly #limit: number;

  constructor(readonly setting: Setting) {
    this.#limit = (setting.width * 1000) / setting.size;
  }

  isFull(): boolean {
    return this.#lines.length > LINES_PER_CELL;
  }

  /** A space prints only if something follows it on the same line. */
  space(face: Face): void {
    if (this.#pieces.length > 0) this.#space = face;
  }

  /** @param space whose space stands at the turn: whoever reads the lines one after the other needs one. */
  turn(space: Face | null = this.#space): void {
    if (space !== null && this.#pieces.length > 0) this.#append(space, space.word(' '));
    this.#lines.push({
      width: (this.#width * this.setting.size) / 1000,
      pieces: this.#pieces,
      text: this.#text,
    });
    this.#pieces = [];
    this.#text = '';
    this.#width = 0;
    this.#space = null;
  }

  add(face: Face, text: string): void {
    if (text.length > WORD_SIZE) {
      this.#addInParts(face, text);
      return;
    }
    const word = face.word(text);
    const gap = this.#space === null ? 0 : face.word(' ').width;
    if (this.#width + gap + word.width > this.#limit) {
      if (this.#pieces.length > 0 && word.width <= this.#limit) this.turn();
      else if (word.width > this.#limit) {
        this.#addInParts(face, text);
        return;
      }
    }
    this.#place(face, word, text);
  }

  #place(face: Face, word: Word, text: string): void {
    if (this.#space !== null) {
      const space = this.#space;
      this.#space = null;
      this.#place(space, space.word(' '), ' ');
    }
    this.#append(face, word);
    this.#width += word.width;
    this.#text += text;
  }

  #append(face: Face, word: Word): void {
    const last = this.#pieces.at(-1);
    if (last?.face === face) last.words.push(word);
    else this.#pieces.push({ face, words: [word] });
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
    const gap = this.#space === null ? 0 : face.word(' ').width;
    if (this.#width + gap + word.width <= this.#limit) this.#place(face, word, part);
    else if (word.width <= this.#limit) {
      this.turn();
      this.#place(face, word, part);
    } else this.#addByLetter(face, part);
  }

  #addByLetter(face: Face, text: string): void {
    if (this.#pieces.length > 0) this.turn();
    for (const letter of text.match(LETTERS) ?? []) {
      const word = face.word(letter);
      if (this.#pieces.length > 0 && this.#width + word.width > this.#limit) this.turn();
      this.#place(face, word, letter);
      if (this.isFull()) return;
    }
  }

  finish(): readonly Line[] {
    if (this.#pieces.length > 0 || this.#lines.length === 0) this.turn(null);
    return this.#lines;
  }
}

/** A letter with its marks. A replaced code point may be parted: that is better than a row without end. */
const LETTERS = /\P{M}\p{M}*|\p{M}+/gu;

/** The operators that show a line at the current text position. `state` is the font that the page has selected. */
export function show(line: Line, size: number, state: { font: string }): string {
  let operators = '';
  for (const { face, words } of line.pieces) {
    const font = `/${face.font.id} ${size} Tf\n`;
    if (state.font !== font) {
      operators += font;
      state.font = font;
    }
    let open = '[';
    for (const word of words) {
      for (const { glyphs, rise } of word.parts) {
        if (rise === 0) open += glyphs;
        else {
          operators += `${open}]TJ ${Math.round(rise * size) / 1000} Ts[${glyphs}]TJ 0 Ts\n`;
          open = '[';
        }
      }
    }
    operators += `${open}]TJ\n`;
  }
  return operators;
}
