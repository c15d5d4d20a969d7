import PDFDocument from 'pdfkit';
import { Typeface } from './typeface.js';

/**
 * The file under the pages. pdfkit writes its objects, fonts and cross-references; what stands on a page comes as one
 * content stream. This is the only file that reaches into what pdfkit 0.20 does not publish.
 *
 * The same pages give the same bytes on the same release of Node: pdfkit compresses with Node's own zlib, and another
 * release or processor may compress the same stream into other bytes.
 */

/** What the file says of itself. pdfkit hashes all of it into the file's ID: same document, same ID. */
export interface About {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
  readonly creator: string;
  /** Becomes the dates of creation and change. */
  readonly at: Date;
}

/** A form that every page may show before its content is known: it is written last. */
export const SHARED_FORM = 'Shared';

interface Reference {
  data: Record<string, unknown>;
  end(content: string): void;
}
interface Page {
  readonly dictionary: Reference;
  readonly fonts: Record<string, unknown>;
  readonly xobjects: Record<string, unknown>;
}

export class PdfFile {
  readonly typeface: Typeface;
  readonly #document: InstanceType<typeof PDFDocument>;
  readonly #size: [number, number];
  readonly #shared: Reference;

  constructor(about: About, size: readonly [number, number]) {
    // All of it goes into the constructor: that is where pdfkit makes the ID, and it never looks again.
    this.#document = new PDFDocument(Object.assign(options(), { info: information(about) }));
    this.#size = [...size];
    this.typeface = new Typeface(this.#document);
    this.#shared = checked(
      this.#document.ref({ Type: 'XObject', Subtype: 'Form' }),
      isReference,
      'reference',
    );
  }

  /** Writes a whole page. `content` is in the PDF's own axes: the origin is at the foot, left. */
  page(content: string): void {
    this.#document.addPage({ size: this.#size, margin: 0 });
    const page = checked(this.#document.page, isPage, 'page');
    Object.assign(page.fonts, this.#fonts());
    page.xobjects[SHARED_FORM] = this.#shared;
    // pdfkit turns each new page upside down; the first line turns it back.
    const upright = `1 0 0 -1 0 ${this.#size[1]} cm\n${content}\n`;
    this.#document.addContent(Buffer.from(upright, 'latin1'));
    this.#document.flushPages();
    // pdfkit keeps every page's dictionary for the list of pages, which needs its number only. What hangs on it may go.
    page.dictionary.data = {};
  }

  /** Writes the shared form, fonts and tables. From here on the file only has to be taken. */
  end(shared: string, box: readonly [number, number, number, number]): void {
    this.#shared.data['BBox'] = [...box];
    this.#shared.data['Resources'] = { Font: this.#fonts() };
    this.#shared.end(shared);
    this.#document.end();
  }

  /** What has been written since the last call. */
  taken(): Uint8Array | null {
    const chunk: unknown = this.#document.read();
    return chunk instanceof Uint8Array ? chunk : null;
  }

  #fonts(): Record<string, unknown> {
    const fonts: Record<string, unknown> = {};
    for (const name of ['regular', 'bold'] as const) {
      const { font } = this.typeface.face(name);
      fonts[font.id] = font.ref();
    }
    return fonts;
  }
}

function options(): PDFKit.PDFDocumentOptions {
  return {
    pdfVersion: '1.7',
    lang: 'en-US',
    displayTitle: true,
    autoFirstPage: false,
    // A cache of whole texts grows with every page: 1.5 GB at 2,000 of them.
    fontLayoutCache: false,
    // None of its own: an empty name keeps Helvetica, which is not embedded, out of the file.
    font: '',
  };
}

function information(about: About): Record<string, unknown> {
  return {
    Title: new InformationText(about.title),
    Author: new InformationText(about.author),
    Subject: new InformationText(about.subject),
    Keywords: new InformationText(about.keywords),
    Creator: new InformationText(about.creator),
    Producer: new InformationText('pdfkit'),
    CreationDate: about.at,
    ModDate: about.at,
  };
}

/** pdfkit puts the value of these into the information dictionary and, by `toString`, into XML that it does not escape. */
class InformationText extends String {
  override toString(): string {
    return this.valueOf()
      .replace(NOT_XML, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;');
  }
}
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function checked<T>(value: unknown, is: (value: unknown) => value is T, what: string): T {
  if (!is(value)) throw new TypeError(`expected a ${what} of pdfkit 0.20`);
  return value;
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'data' in value && 'end' in value;
}

function isPage(value: unknown): value is Page {
  if (typeof value !== 'object' || value === null || !('dictionary' in value)) return false;
  return isReference(value.dictionary) && 'fonts' in value && 'xobjects' in value;
}
