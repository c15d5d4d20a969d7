import type { ReportHead } from './head.js';
import { LEADING, MARGIN, RULE } from './measures.js';
import { qrOperators, spokenHash, toldPage } from './page-code.js';
import type { ToldPage } from './page-code.js';
import type { Paper } from './paper.js';
import { PdfFile, SHARED_FORM } from './pdf-file.js';
import type { About } from './pdf-information.js';
import type { SignatureRequest } from './signature-field.js';
import { Structure } from './structure.js';
import type { Tag } from './structure.js';
import { Telling } from './telling.js';
import type { Typeface } from './typeface.js';
import { set, show } from './typeset.js';
import type { Line, Text } from './typeset.js';
import { basisSentence, whole, wholeRoot } from './words.js';

/**
 * Pages: one content stream each, written as a whole, and gone from memory when the next begins. pdfkit keeps the file:
 * objects, fonts, cross-references. Its text, layout cache and structure tree are not used; they cost minutes and
 * gigabytes on a long ledger.
 *
 * "Page 3 of 48" needs no second pass: the number of pages is a small form that every page shows and that is written last.
 *
 * A page's text is one text object in reading order. What stands in it belongs to an element of the document's structure, or is
 * marked as repeated: head and foot on all pages but the first, column heads of a table that goes on, every rule.
 */

export { LEADING, RULE, SIZE } from './measures.js';

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

/** Lays what every page repeats, and says where it has left room. */
export interface Furniture {
  /** @returns where the body begins, and where the number of the page and its code stand. */
  readonly layHead: (print: Print) => {
    readonly top: number;
    readonly pageNumber: Place;
    readonly code: Place & { readonly side: number };
  };
  /** @returns where the body ends. */
  readonly layFoot: (print: Print) => number;
}

export interface Place {
  readonly x: number;
  /** From the top of the page to the base line. */
  readonly y: number;
  readonly size: number;
}

const PAPER_SIZES = { letter: [612, 792], a4: [595.28, 841.89] } as const;
/** Letters that a name or an address may have in head and foot, which every page repeats. */
const FRAME_TEXT_SIZE = 180;

const REPEATED = '/Artifact<</Type/Pagination>>BDC\n';
const DECORATION = '/Artifact<</Type/Layout>>BDC\n';
const END = 'EMC\n';

/** A piece of head or foot, set once: each page shows it. */
interface Piece {
  readonly tag: Tag;
  readonly operators: string;
}

/** A document while it is being printed. */
export class Print {
  readonly typeface: Typeface;
  readonly width: number;
  readonly left = MARGIN.side;
  readonly height: number;
  /** Where the body of each page begins and ends. */
  readonly top: number;
  readonly bottom: number;
  pages = 0;
  /** What was listed so far: lines, cases, facts. */
  records = 0;

  readonly #file: PdfFile;
  readonly #structure: Structure;
  readonly #frame: Piece[] = [];
  readonly #frameRules: string;
  readonly #pageNumber: Place;
  readonly #codePlace: Place & { readonly side: number };
  /** Told of each page when it is finished. */
  onPageText: ((page: ToldPage) => void) | undefined;
  /** Asks for an empty signature after the end of the file. */
  signature: SignatureRequest | undefined;
  #text = '';
  #rules = '';
  #picture = '';
  #state = { font: '' };
  #told = new Telling();
  /** Head and foot as they read. */
  #frameText = '';
  /** What the text belongs to: an element, something repeated, the frame while it is set; nothing between them. */
  #within: 'nothing' | 'frame' | 'repeated' | 'element' = 'frame';

  constructor(
    readonly head: ReportHead,
    readonly frame: Frame,
    { layHead, layFoot }: Furniture,
  ) {
    const [short, long] = PAPER_SIZES[frame.paper];
    const isWide = frame.orientation === 'landscape';
    this.width = (isWide ? long : short) - 2 * MARGIN.side;
    this.height = isWide ? short : long;
    this.#file = new PdfFile(about(head, frame), [isWide ? long : short, this.height]);
    this.#structure = new Structure(this.#file);
    this.typeface = this.#file.typeface;
    const { top, pageNumber, code } = layHead(this);
    this.bottom = layFoot(this);
    this.top = top;
    this.#pageNumber = pageNumber;
    this.#codePlace = code;
    this.#frameRules = this.#rules;
    this.#frameText = this.#told.taken();
    this.#within = 'nothing';
  }

  get right(): number {
    return this.left + this.width;
  }

  /** Finishes the page before and begins the next, with head and foot on it. */
  turn(): void {
    this.#finishPage();
    this.#structure.beginPage(this.#file.beginPage(this.pages));
    this.pages += 1;
    this.#text = '';
    this.#rules = this.#frameRules;
    this.#state = { font: '' };
    this.#told.add(this.#frameText);
    if (this.pages === 1) {
      for (const { tag, operators } of this.#frame) {
        this.#text += `${this.#structure.mark(tag)}${operators}${END}`;
      }
    } else {
      this.#text += `${REPEATED}${this.#frame.map(({ operators }) => operators).join('')}${END}`;
    }
    const { x, y, size } = this.#pageNumber;
    const [line] = this.set(`Page ${whole(this.pages)} of`, { face: 'bold', size, width: 200 });
    if (line === undefined) return;
    this.repeated(() => {
      this.line(line, { x, y, size });
    });
    this.#told.end();
    const gap = this.typeface.face('bold').width(' ') * size;
    this.#rules += `q 1 0 0 1 ${n(x + line.width + gap)} ${n(this.height - y)} cm /${SHARED_FORM} Do Q\n`;
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

  /** What is shown meanwhile is one element of the document. Elements hold no others. */
  element<T>(
    tag: Tag,
    lay: () => T,
    { span = 1, scope = '' }: { readonly span?: number; readonly scope?: string } = {},
  ): T {
    if (this.#within === 'frame') {
      const laid = lay();
      this.#frame.push({ tag, operators: this.#text });
      this.#text = '';
      this.#told.end();
      return laid;
    }
    const attributes = [scope, span === 1 ? '' : `/ColSpan ${span}`].join('');
    if (this.#within === 'nothing') {
      this.#text += this.#structure.mark(tag, attributes === '' ? '' : `/O/Table${attributes}`);
    }
    const laid = this.#within === 'nothing' ? this.#inside('element', lay) : lay();
    this.#told.end(span);
    return laid;
  }

  /** What is shown meanwhile is there for the eye, and was said before. */
  repeated(lay: () => void): void {
    this.#text += REPEATED;
    this.#inside('repeated', lay);
  }

  beginTable(): void {
    this.#structure.beginTable();
  }

  /** Elements that are shown meanwhile are cells of one row. */
  row(part: 'THead' | 'TBody', lay: () => void): void {
    const isNew = this.#within === 'nothing';
    if (isNew) this.#structure.beginRow(part);
    this.#told.beginRow();
    lay();
    this.#told.endRow();
    if (isNew) this.#structure.endRow();
  }

  emptyCell(): void {
    this.#told.end();
    if (this.#within === 'nothing') this.#structure.emptyCell();
  }

  /** Shows a line of set text; a paragraph of its own where no element was begun. */
  line(line: Line, place: Place): void {
    if (this.#within === 'nothing') {
      this.element('P', () => {
        this.line(line, place);
      });
      return;
    }
    this.#told.line(line.text);
    this.#put(line, place);
  }

  /** Shows a line squeezed to a width: figures are never broken and never leave their column. */
  squeezed(line: Line, place: Place, width: number): void {
    this.#text += `${n((100 * width) / line.width)} Tz\n`;
    this.line(line, place);
    this.#text += '100 Tz\n';
  }

  /** Sets and shows lines one under the other, as one element. @returns where the next line would stand. */
  paragraph(
    text: Text,
    place: Place,
    setting: { readonly face: 'regular' | 'bold'; readonly width: number; readonly tag?: Tag },
  ): number {
    const { face, width, tag = 'P' } = setting;
    const lines = this.set(text, { face, width, size: place.size });
    return this.element(tag, () => {
      let { y } = place;
      for (const line of lines) {
        this.line(line, { ...place, y });
        y += place.size * LEADING;
      }
      return y;
    });
  }

  /** A horizontal rule whose upper edge is at `y`. */
  rule(x: number, y: number, width: number, weight: number): void {
    this.#rules += `${n(x)} ${n(this.height - y - weight)} ${n(width)} ${n(weight)} re f\n`;
  }

  frameAround(x: number, y: number, width: number, height: number): void {
    this.#rules += `${RULE.heavy} w ${n(x)} ${n(this.height - y - height)} ${n(width)} ${n(height)} re S\n`;
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
    this.#file.end(`BT\n${show(line, size, { font: '' })}ET`, {
      box: [0, -3, Math.ceil(line.width) + 1, 12],
      structure: this.#structure.end(),
      field:
        this.signature === undefined
          ? null
          : {
              ...this.signature,
              structure: (ids) => this.#structure.fieldElement(ids),
            },
    });
  }

  #put(line: Line, { x, y, size }: Place): void {
    const shown = show(line, size, this.#state);
    this.#text += `1 0 0 1 ${n(x)} ${n(this.height - y)} Tm\n${shown}`;
  }

  #inside<T>(within: 'element' | 'repeated', lay: () => T): T {
    const before = this.#within;
    this.#within = within;
    const laid = lay();
    this.#within = before;
    this.#text += END;
    return laid;
  }

  /** What proves the page, which is no part of what is proved. */
  #showCode({ number, hash, code }: ToldPage): void {
    const { x, y, size, side } = this.#codePlace;
    const spoken = this.set(`Page code ${spokenHash(hash)}`, { face: 'code', size, width: 200 });
    this.#text += this.#structure.aside('P');
    for (const line of spoken) this.#put(line, { x, y, size });
    this.#text += END;
    const [left, low] = [this.right - side, this.height - MARGIN.top - side];
    const box = [left, low, left + side, low + side].map(n).join(' ');
    const about = `QR code of page ${number}: ${code}`;
    const mark = this.#structure.aside(
      'Figure',
      `/Alt(${about})/A<</O/Layout/Placement/Block/BBox[${box}]>>`,
    );
    this.#picture = `${mark}q 1 0 0 1 ${n(left)} ${n(low)} cm\n${qrOperators(code, side)}Q\n${END}`;
  }

  #finishPage(): void {
    if (this.pages === 0) return;
    const told = toldPage(this.head.pageCode, this.pages, this.#told.taken());
    this.#showCode(told);
    this.onPageText?.(told);
    this.#structure.endPage();
    this.#file.endPage(
      `0 g 0 G\n${DECORATION}${this.#rules}${END}BT\n${this.#text}ET\n${this.#picture}`,
    );
  }
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
