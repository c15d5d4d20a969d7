import PDFDocument from 'pdfkit';
import { CrossReferences } from './cross-references.js';
import { information } from './pdf-information.js';
import type { About } from './pdf-information.js';
import type { SignatureField } from './signature-field.js';
import { emptySignature, signatureWidget } from './signature-field.js';
import type { Pack, PackedObject } from './structure.js';
import { Typeface } from './typeface.js';

/**
 * The file under the pages. pdfkit writes its objects, fonts and cross-references; what stands on a page comes as one
 * content stream. This is the only file that reaches into what pdfkit 0.20 does not publish.
 *
 * The same pages give the same bytes on the same release of Node: pdfkit compresses with Node's own zlib, and another
 * release or processor may compress the same stream into other bytes.
 */

/** A form that every page may show before its content is known: it is written last. */
export const SHARED_FORM = 'Shared';

interface Reference {
  readonly id: number;
  readonly offset?: number;
  data: Record<string, unknown>;
  write(content: Uint8Array | string): void;
  end(content?: Uint8Array | string): void;
}
interface Page {
  readonly dictionary: Reference;
  readonly fonts: Record<string, unknown>;
  readonly xobjects: Record<string, unknown>;
}
/** What of pdfkit's document its published types leave out. */
interface Inside {
  _root: Reference;
  _info: Reference;
  _id: Uint8Array;
  _offset: number;
  _offsets: { readonly length: number; push(offset: number | null): void };
  _waiting: number;
  _ended: boolean;
  _write(data: Uint8Array | string): void;
  _refEnd(reference: Reference): void;
  _finalize(): void;
  endSubset(): void;
  getMarkInfoDictionary(): Reference;
  appendXML(xml: string): void;
}

export class PdfFile implements Pack {
  readonly typeface: Typeface;
  readonly #document: InstanceType<typeof PDFDocument>;
  readonly #inside: Inside;
  readonly #references = new CrossReferences();
  readonly #size: [number, number];
  readonly #shared: Reference;
  #tree = 0;
  /** The first page, and what its dictionary says: a signature hangs on it. */
  #first: { readonly dictionary: Reference; readonly data: Record<string, unknown> } | null = null;
  #field: SignatureField | null = null;

  constructor(about: About, size: readonly [number, number]) {
    // All of it goes into the constructor: that is where pdfkit makes the ID, and it never looks again.
    this.#document = new PDFDocument(Object.assign(options(), { info: information(about) }));
    this.#inside = checked(this.#document as unknown, isInside, 'document');
    this.#size = [...size];
    this.#keepReferences();
    this.#addIntent(about);
    this.#inside.getMarkInfoDictionary().data['Marked'] = true;
    this.typeface = new Typeface(this.#document);
    this.#shared = this.#reference({ Type: 'XObject', Subtype: 'Form' });
  }

  reserve(): number {
    return this.#references.reserve();
  }

  /** Writes objects that were reserved into one stream, compressed. */
  pack(objects: readonly PackedObject[]): void {
    const stream = this.#reference({ Type: 'ObjStm' });
    let places = '';
    let texts = '';
    for (const [index, { id, text }] of objects.entries()) {
      places += `${id} ${texts.length} `;
      texts += `${text}\n`;
      this.#references.packed(id, { into: stream.id, index });
    }
    stream.data['N'] = objects.length;
    stream.data['First'] = places.length;
    stream.end(Buffer.from(places + texts, 'latin1'));
  }

  /** Begins a page. `key` is its place in the tree of structure. @returns the number of its object. */
  beginPage(key: number): number {
    this.#document.addPage({ size: this.#size, margin: 0 });
    const { dictionary } = this.#page();
    dictionary.data['StructParents'] = key;
    return dictionary.id;
  }

  /** Writes the page that was begun. `content` is in the PDF's own axes: the origin is at the foot, left. */
  endPage(content: string): void {
    const page = this.#page();
    Object.assign(page.fonts, this.#fonts());
    page.xobjects[SHARED_FORM] = this.#shared;
    // pdfkit turns each new page upside down; the first line turns it back.
    const upright = `1 0 0 -1 0 ${this.#size[1]} cm\n${content}\n`;
    this.#document.addContent(Buffer.from(upright, 'latin1'));
    this.#document.flushPages();
    this.#first ??= { dictionary: page.dictionary, data: page.dictionary.data };
    // pdfkit keeps every page's dictionary for the list of pages, which needs its number only. What hangs on it may go.
    page.dictionary.data = {};
  }

  /** Writes the shared form, fonts and tables. From here on the file only has to be taken. */
  end(
    shared: string,
    {
      box,
      structure,
      field,
    }: {
      readonly box: readonly [number, number, number, number];
      readonly structure: number;
      readonly field: SignatureField | null;
    },
  ): void {
    this.#shared.data['BBox'] = [...box];
    this.#shared.data['Resources'] = { Font: this.#fonts() };
    this.#shared.end(shared);
    this.#tree = structure;
    this.#field = field;
    this.#document.end();
  }

  /** What has been written since the last call. */
  taken(): Uint8Array | null {
    const chunk: unknown = this.#document.read();
    return chunk instanceof Uint8Array ? chunk : null;
  }

  #reference(data: Record<string, unknown>): Reference {
    return checked(this.#document.ref(data), isReference, 'reference');
  }

  #page(): Page {
    return checked(this.#document.page, isPage, 'page');
  }

  #fonts(): Record<string, unknown> {
    const fonts: Record<string, unknown> = {};
    for (const font of this.typeface.fonts()) fonts[font.id] = font.ref();
    return fonts;
  }

  /** pdfkit keeps an array of offsets, and knows neither packed objects nor a compressed table of all. */
  #keepReferences(): void {
    const inside = this.#inside;
    const references = this.#references;
    for (let made = 0; made < inside._offsets.length; made += 1) references.reserve();
    inside._offsets = {
      get length() {
        return references.size - 1;
      },
      push: () => references.reserve(),
    };
    inside._refEnd = ({ id, offset }) => {
      if (offset === undefined) throw new TypeError('expected an offset of pdfkit 0.20');
      references.plain(id, offset);
      inside._waiting -= 1;
      if (inside._waiting > 0 || !inside._ended) return;
      inside._ended = false;
      inside._finalize();
    };
    inside._finalize = () => {
      this.#endFile();
    };
  }

  #endFile(): void {
    const inside = this.#inside;
    const id = this.reserve();
    const offset = inside._offset;
    this.#references.plain(id, offset);
    const rows = this.#references.stream();
    const file = `<${Buffer.from(inside._id).toString('hex')}>`;
    const trailer = `/Root ${inside._root.id} 0 R/Info ${inside._info.id} 0 R/ID[${file}${file}]`;
    inside._write(
      `${id} 0 obj\n<<${this.#references.dictionary}${trailer}/Length ${rows.length}>>\nstream`,
    );
    inside._write(rows);
    inside._write(`\nendstream\nendobj\nstartxref\n${offset}\n%%EOF`);
    if (this.#field !== null) this.#addField(this.#field, { previous: offset, trailer });
    this.#document.push(null);
  }

  /**
   * Adds an empty signature to the file that has just ended, as an incremental update (ISO 32000-1, 7.5.6): not a byte
   * before it changes.
   */
  #addField(
    field: SignatureField,
    { previous, trailer }: { readonly previous: number; readonly trailer: string },
  ): void {
    const inside = this.#inside;
    const first = this.#first;
    if (first === null) throw new RangeError('expected a page for the signature to hang on');
    const unsigned = inside._offset;
    const [signature, widget] = [this.reserve(), this.reserve()];
    const page = first.dictionary.id;
    const structure = field.structure({ widget, page });
    const empty = emptySignature(field);
    const contents = this.#plain(signature, empty.text) + empty.contents;
    this.#plain(widget, signatureWidget({ page, signature, key: structure.key }));
    for (const { id, text } of structure.objects) this.#plain(id, text);
    first.dictionary.data = { ...first.data, Annots: [new Packed(widget)] };
    first.dictionary.end();
    inside._root.data['AcroForm'] = { Fields: [new Packed(widget)], SigFlags: 3 };
    inside._root.end();
    const table = this.reserve();
    const offset = inside._offset;
    this.#references.plain(table, offset);
    const changed = structure.objects.map(({ id }) => id);
    const ids = [signature, widget, ...changed, page, inside._root.id, table];
    const { dictionary, rows } = this.#references.only(ids);
    const head = `${dictionary}/Prev ${previous}${trailer}/Length ${rows.length}`;
    inside._write(`${table} 0 obj\n<<${head}>>\nstream`);
    inside._write(rows);
    inside._write(`\nendstream\nendobj\nstartxref\n${offset}\n%%EOF`);
    field.onPlace({ unsigned, contents, room: empty.room });
  }

  /** Writes an object as it stands. @returns where its text begins. */
  #plain(id: number, text: string): number {
    const inside = this.#inside;
    this.#references.plain(id, inside._offset);
    inside._write(`${id} 0 obj`);
    const begin = inside._offset;
    inside._write(`${text}\nendobj`);
    return begin;
  }

  /**
   * The profile that its black is meant in, as PDF/A asks. pdfkit adds it only together with the claim that the file conforms,
   * which nobody independent has found: the claim is left out.
   */
  #addIntent(about: About): void {
    const inside = this.#inside;
    const addIntent = checked(
      Reflect.get(this.#document, '_addColorOutputIntent'),
      (value): value is () => void => typeof value === 'function',
      'colour profile',
    );
    inside.endSubset = () => {
      addIntent.call(this.#document);
      // Any earlier, and pdfkit would take it for a tree of its own.
      inside._root.data['StructTreeRoot'] = new Packed(this.#tree);
      const changed = `${about.at.toISOString().split('.', 1)[0] ?? ''}Z`;
      inside.appendXML(
        `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">` +
          `<xmp:ModifyDate>${changed}</xmp:ModifyDate></rdf:Description>`,
      );
    };
  }
}

/** Prints as a reference to a packed object, which pdfkit has none for. */
class Packed {
  constructor(readonly id: number) {}

  get [Symbol.toStringTag](): string {
    return 'Packed';
  }

  toString(): string {
    return `${this.id} 0 R`;
  }
}

function options(): PDFKit.PDFDocumentOptions {
  return {
    pdfVersion: '1.7',
    lang: 'en-US',
    displayTitle: true,
    // For what it asks of fonts, and the colour profile; see `#addIntent`.
    subset: 'PDF/A-2b',
    autoFirstPage: false,
    // A cache of whole texts grows with every page: 1.5 GB at 2,000 of them.
    fontLayoutCache: false,
    // None of its own: an empty name keeps Helvetica, which is not embedded, out of the file.
    font: '',
  };
}

function checked<T>(value: unknown, is: (value: unknown) => value is T, what: string): T {
  if (!is(value)) throw new TypeError(`expected a ${what} of pdfkit 0.20`);
  return value;
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'data' in value && 'end' in value;
}

function isInside(value: unknown): value is Inside {
  const names = [
    '_root',
    '_id',
    '_offset',
    '_offsets',
    '_waiting',
    '_ended',
    '_refEnd',
    '_finalize',
  ];
  return typeof value === 'object' && value !== null && names.every((name) => name in value);
}

function isPage(value: unknown): value is Page {
  if (typeof value !== 'object' || value === null || !('dictionary' in value)) return false;
  return isReference(value.dictionary) && 'fonts' in value && 'xobjects' in value;
}
