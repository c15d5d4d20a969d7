import type { ReportHead } from './head.js';
import type { Paper } from './paper.js';
import { PdfFile, SHARED_FORM } from './pdf-file.js';
import type { About } from './pdf-file.js';
import type { Typeface } from './typeface.js';
import { set, show } from './typeset.js';
import type { Line, Text } from './typeset.js';
import { basisSentence, exactStamp, shortRoot, whole, wholeRoot } from './words.js';

/**
 * Pages: one content stream each, written as a whole, and gone from memory when the next begins. pdfkit keeps the file:
 * objects, fonts, cross-references. Its text, layout cache and structure tree are not used; they cost minutes and
 * gigabytes on a long ledger.
 *
 * "Page 3 of 48" needs no second pass: the number of pages is a small form that every page shows and that is written last.
 *
 * Not handled yet: tags, QR code. A page's text is one text object in reading order, so that marked content can go around
 * parts of it.
 */

/** What a document says of itself on every page. */
export interface Frame {
  readonly title: string;
  /** The clause it answers: "21 CFR 1304.22(c)". */
  readonly clause: string;
  /** What its codes and columns mean, in one sentence or a few. */
  readonly key: string;
  readonly paper: Paper;
  readonly orientation: 'portrait' | 'landscape';
}

export interface Place {
  readonly x: number;
  /** From the top of the page to the base line. */
  readonly y: number;
  readonly size: number;
}

export const SIZE = { small: 7, text: 7.5, strong: 9.5, title: 15 } as const;
/** Base line to base line, as a multiple of the size. */
export const LEADING = 1.24;
export const RULE = { hair: 0.3, thin: 0.5, heavy: 1.1 } as const;

const PAPER_SIZES = { letter: [612, 792], a4: [595.28, 841.89] } as const;
const SIDE_MARGIN = 30;
const TOP_MARGIN = 30;
const BOTTOM_MARGIN = 24;
const GUTTER = 16;
/** Letters that a name or an address may have in head and foot, which every page repeats. */
const FRAME_TEXT_SIZE = 180;

/** A document while it is being printed. */
export class Print {
  readonly typeface: Typeface;
  readonly width: number;
  readonly left = SIDE_MARGIN;
  /** Where the body of each page begins and ends. */
  readonly top: number;
  readonly bottom: number;
  pages = 0;

  readonly #file: PdfFile;
  readonly #height: number;
  readonly #frameText: string;
  readonly #frameRules: string;
  readonly #pageNumber: Place;
  #text = '';
  #rules = '';
  #state = { font: '' };

  constructor(
    readonly head: ReportHead,
    readonly frame: Frame,
  ) {
    const [short, long] = PAPER_SIZES[frame.paper];
    const isWide = frame.orientation === 'landscape';
    this.width = (isWide ? long : short) - 2 * SIDE_MARGIN;
    this.#height = isWide ? short : long;
    this.#file = new PdfFile(about(head, frame), [isWide ? long : short, this.#height]);
    this.typeface = this.#file.typeface;
    const { top, pageNumber } = this.#layHead();
    this.bottom = this.#layFoot();
    this.top = top;
    this.#pageNumber = pageNumber;
    this.#frameText = this.#text;
    this.#frameRules = this.#rules;
  }

  get right(): number {
    return this.left + this.width;
  }

  /** Finishes the page before and begins the next, with head and foot on it. */
  turn(): void {
    this.#finishPage();
    this.pages += 1;
    this.#text = this.#frameText;
    this.#rules = this.#frameRules;
    this.#state = { font: '' };
    const { x, y, size } = this.#pageNumber;
    const [line] = this.set(`Page ${whole(this.pages)} of`, { face: 'bold', size, width: 200 });
    if (line === undefined) return;
    this.line(line, { x, y, size });
    const gap = this.typeface.face('bold').width(' ') * size;
    this.#rules += `q 1 0 0 1 ${n(x + line.width + gap)} ${n(this.#height - y)} cm /${SHARED_FORM} Do Q\n`;
  }

  set(text: Text, setting: Parameters<typeof set>[2]): readonly Line[] {
    return set(this.typeface, text, setting);
  }

  /** As much of a text as head, foot and headings have room for; the whole stands in the file's own information. */
  short(text: string): string {
    const letters = Array.from(this.typeface.visible(text).replaceAll('\n', ' '));
    if (letters.length <= FRAME_TEXT_SIZE) return letters.join('');
    return `${letters.slice(0, FRAME_TEXT_SIZE - 1).join('')}…`;
  }

  /** Shows a line of set text. */
  line(line: Line, { x, y, size }: Place): void {
    const shown = show(line, size, this.#state);
    this.#text += `1 0 0 1 ${n(x)} ${n(this.#height - y)} Tm\n${shown}`;
  }

  /** Shows a line squeezed to a width: figures are never broken and never leave their column. */
  squeezed(line: Line, place: Place, width: number): void {
    this.#text += `${n((100 * width) / line.width)} Tz\n`;
    this.line(line, place);
    this.#text += '100 Tz\n';
  }

  /** Sets and shows lines one under the other. @returns where the next line would stand. */
  paragraph(
    text: Text,
    place: Place,
    setting: { face: 'regular' | 'bold'; width: number },
  ): number {
    let { y } = place;
    for (const line of this.set(text, { ...setting, size: place.size })) {
      this.line(line, { ...place, y });
      y += place.size * LEADING;
    }
    return y;
  }

  /** A horizontal rule whose upper edge is at `y`. */
  rule(x: number, y: number, width: number, weight: number): void {
    this.#rules += `${n(x)} ${n(this.#height - y - weight)} ${n(width)} ${n(weight)} re f\n`;
  }

  frameAround(x: number, y: number, width: number, height: number): void {
    this.#rules += `${RULE.heavy} w ${n(x)} ${n(this.#height - y - height)} ${n(width)} ${n(height)} re S\n`;
  }

  /** What has been printed since the last call. */
  taken(): Uint8Array | null {
    return this.#file.taken();
  }

  /** Ends the document: from here on it only has to be taken. */
  end(): void {
    this.#finishPage();
    const { size } = this.#pageNumber;
    const [line] = this.set(whole(this.pages), { face: 'bold', size, width: 200 });
    if (line === undefined) throw new Error('expected the number of pages to be set as a line');
    this.#file.end(`BT\n${show(line, size, { font: '' })}ET`, [
      0,
      -3,
      Math.ceil(line.width) + 1,
      12,
    ]);
  }

  #finishPage(): void {
    if (this.pages === 0) return;
    this.#file.page(`0 g 0 G\n${this.#rules}BT\n${this.#text}ET`);
  }

  #layHead(): { top: number; pageNumber: Place } {
    const { head, frame } = this;
    const [first, second, third] = columns(this.left, this.width);
    let y = TOP_MARGIN;
    if (head.clock === 'simulated') y = this.#layClockMark(y);
    const base = y + SIZE.title * 0.8;
    const column = (
      place: { x: number; width: number },
      strong: string,
      rest: readonly string[],
    ): number => {
      let at = this.paragraph(
        strong,
        { x: place.x, y: base, size: SIZE.strong },
        { face: 'bold', width: place.width },
      );
      for (const text of rest) {
        at = this.paragraph(
          text,
          { x: place.x, y: at, size: SIZE.text },
          { face: 'regular', width: place.width },
        );
      }
      return at;
    };
    const title = this.paragraph(
      frame.title,
      { x: first.x, y: base, size: SIZE.title },
      { face: 'bold', width: first.width },
    );
    const ends = [
      this.paragraph(
        frame.clause,
        { x: first.x, y: title - 4, size: SIZE.text },
        { face: 'regular', width: first.width },
      ),
      column(second, this.short(head.registrant.name), [
        this.short(head.registrant.address),
        this.short(`DEA registration ${head.registrant.deaNumber} · Site: ${head.site.name}`),
      ]),
      // The first line of this column is the page number.
      column(third, ' ', [
        `Period ${head.period.from} to ${head.period.to}, times in ${head.site.zone}`,
        basisSentence(head),
      ]),
    ];
    const top = Math.max(...ends) - SIZE.text * 0.6;
    this.rule(this.left, top, this.width, RULE.heavy);
    return { top: top + 6, pageNumber: { x: third.x, y: base, size: SIZE.strong } };
  }

  #layClockMark(y: number): number {
    const height = 13;
    this.frameAround(this.left, y, this.width, height);
    const text = [
      { text: 'SIMULATED CLOCK', face: 'bold' as const },
      {
        text: '   This ledger runs on a simulated clock. It records no real event and no real person.',
        face: 'regular' as const,
      },
    ];
    this.paragraph(
      text,
      { x: this.left + 6, y: y + 9.4, size: 8 },
      { face: 'regular', width: this.width - 12 },
    );
    return y + height + 8;
  }

  #layFoot(): number {
    const { head, frame } = this;
    const { checkpoint } = head;
    const small = { face: 'regular', size: SIZE.small, width: this.width } as const;
    const key = this.set(frame.key, small);
    const proof = this.set(
      [
        { text: 'Checkpoint', face: 'bold' },
        { text: ` ledger size ${whole(checkpoint.size)}, root `, face: 'regular' },
        { text: `${shortRoot(checkpoint.root)} …`, face: 'code' },
        { text: ' (SHA-256, base64 ', face: 'regular' },
        { text: wholeRoot(checkpoint.root), face: 'code' },
        {
          text: `), signed ${exactStamp(checkpoint.notedAt, head.site.zone)}, key `,
          face: 'regular',
        },
        { text: checkpoint.keyId, face: 'code' },
        { text: ', log ', face: 'regular' },
        { text: this.short(checkpoint.origin), face: 'code' },
        { text: `. ${this.short(head.release)}.`, face: 'regular' },
      ],
      small,
    );
    const step = SIZE.small * LEADING;
    let y = this.#height - BOTTOM_MARGIN - (key.length + proof.length - 1) * step - 4;
    const bottom = y - step - 3;
    this.rule(this.left, bottom, this.width, RULE.thin);
    for (const line of key) {
      this.line(line, { x: this.left, y, size: SIZE.small });
      y += step;
    }
    y += 4;
    for (const line of proof) {
      this.line(line, { x: this.left, y, size: SIZE.small });
      y += step;
    }
    return bottom - 3;
  }
}

/** Three columns of the head: what it is, whose it is, which part of it. */
function columns(left: number, width: number): [Column, Column, Column] {
  const [first, second] = [width * 0.34, width * 0.35];
  return [
    { x: left, width: first - GUTTER },
    { x: left + first, width: second - GUTTER },
    { x: left + first + second, width: width - first - second },
  ];
}
interface Column {
  readonly x: number;
  readonly width: number;
}

/** Two decimals are a fifteen-thousandth of an inch. */
function n(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Everything that identifies the document: the file's ID is made from it. */
function about(head: ReportHead, frame: Frame): About {
  const { checkpoint, registrant, period } = head;
  return {
    title: `${frame.title}, ${registrant.name}, ${period.from} to ${period.to}`,
    author: registrant.name,
    subject: `${frame.clause}. ${registrant.deaNumber}. ${basisSentence(head)}`,
    keywords: `${checkpoint.origin} ${checkpoint.size} ${wholeRoot(checkpoint.root)} ${frame.paper}`,
    creator: head.release,
    at: new Date(checkpoint.notedAt),
  };
}
