import { tool } from './tools.js';

/** The objects of a printed file as qpdf reads them. */
type Dictionary = Readonly<Record<string, unknown>>;

export interface PageObject {
  readonly reference: string;
  readonly structParents: number;
  /** Numbers of the marked pieces of its content, in their order. */
  readonly marked: readonly number[];
  /** What of its content shows something and belongs to nothing. */
  readonly unmarked: string;
  /** The text of each marked piece, by its number. */
  readonly texts: readonly string[];
}

export class PdfObjects {
  private constructor(private readonly objects: Readonly<Record<string, unknown>>) {}

  static async of(file: string): Promise<PdfObjects> {
    const options = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized'];
    const { qpdf } = JSON.parse(await tool('qpdf', ...options, file)) as { qpdf: unknown[] };
    return new PdfObjects(qpdf[1] as Record<string, unknown>);
  }

  /** A dictionary, or that of a stream, by reference. */
  at(reference: unknown): Dictionary {
    const { value, stream } = this.#object(reference);
    return (value ?? stream?.dict) as Dictionary;
  }

  catalogue(): Dictionary {
    return this.at(this.at('trailer')['/Root']);
  }

  pages(): readonly PageObject[] {
    const pages = this.at(this.catalogue()['/Pages'])['/Kids'] as readonly string[];
    return pages.map((reference) => {
      const page = this.at(reference);
      const content = this.#content(page['/Contents']);
      const marked = Array.from(content.matchAll(/<<\/MCID (\d+)/g), ([, id]) => Number(id));
      const unmarked = content
        .replace(/^\/[^\n]*BDC\n[\s\S]*?^EMC$/gm, '')
        .replace(/^(?:0 g 0 G|BT|ET|[\d .-]+cm|q|Q)?\n/gm, '')
        .replace(/^(?:[\d .-]+cm|ET)$/gm, '')
        .trim();
      const structParents = Number(page['/StructParents']);
      const texts = this.#texts(page, content);
      return { reference, structParents, marked, unmarked, texts };
    });
  }

  /** The elements that own the content of a page, by their numbers. */
  parents(key: number): readonly string[] {
    const tree = this.at(this.catalogue()['/StructTreeRoot'])['/ParentTree'] as Dictionary;
    for (const leaf of tree['/Kids'] as readonly string[]) {
      const numbers = this.at(leaf)['/Nums'] as readonly unknown[];
      const place = numbers.indexOf(key);
      if (place >= 0) return this.#object(numbers[place + 1]).value as readonly string[];
    }
    throw new RangeError(`expected ${key} in the tree of parents`);
  }

  #object(reference: unknown): {
    readonly value?: unknown;
    readonly stream?: { readonly dict: unknown; readonly data?: string };
  } {
    const name = reference === 'trailer' ? 'trailer' : `obj:${String(reference)}`;
    return this.objects[name] as ReturnType<PdfObjects['at']>;
  }

  /** Glyphs are turned into letters by the maps that the fonts bring along for copying. */
  #texts(page: Dictionary, content: string): readonly string[] {
    const fonts = this.at(page['/Resources'])['/Font'] as Dictionary;
    const maps = new Map<string, readonly string[]>();
    const texts: string[] = [];
    let letters: readonly string[] = [];
    let piece: number | null = null;
    for (const [token, font, number] of content.matchAll(TOKENS)) {
      if (font !== undefined) {
        letters = maps.get(font) ?? this.#letters(this.at(fonts[`/${font}`])['/ToUnicode']);
        maps.set(font, letters);
      } else if (number !== undefined) {
        piece = Number(number);
        texts[piece] = '';
      } else if (token === 'EMC') piece = null;
      else if (piece !== null) texts[piece] = (texts[piece] ?? '') + lettersOf(token, letters);
    }
    return texts;
  }

  #letters(reference: unknown): readonly string[] {
    const ranges = /<[0-9a-f]+> <[0-9a-f]+> \[([^\]]*)\]/g;
    return Array.from(this.#content(reference).matchAll(ranges), ([, list = '']) =>
      Array.from(list.matchAll(/<([0-9a-f ]*)>/g), ([, codes = '']) =>
        Buffer.from(codes.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      ),
    ).flat();
  }

  #content(reference: unknown): string {
    const data = this.#object(reference).stream?.data ?? '';
    return Buffer.from(data, 'base64').toString('latin1');
  }
}

const TOKENS = /\/(F\d+) [\d.]+ Tf|<<\/MCID (\d+)>>BDC|EMC|\((?:\\[^]|[^\\()])*\)/g;

function lettersOf(literal: string, letters: readonly string[]): string {
  const codes = Buffer.from(
    literal
      .slice(1, -1)
      .replace(/\\([^])/g, (_, escaped) => (escaped === 'r' ? '\r' : String(escaped))),
    'latin1',
  );
  let text = '';
  for (let at = 0; at + 1 < codes.length; at += 2) text += letters[codes.readUInt16BE(at)] ?? '';
  return text;
}

/** An element of the structure. */
export interface Element {
  readonly tag: string;
  readonly attributes: Dictionary;
  /** Of elements that hold no others. */
  readonly text: string;
  readonly children: readonly Element[];
}

/** All of them, in reading order. */
export function elementsOf(objects: PdfObjects): readonly Element[] {
  const found: Element[] = [];
  const pages = new Map(objects.pages().map((page) => [page.reference, page] as const));
  const read = (reference: unknown): Element => {
    const dictionary = objects.at(reference);
    const kids = dictionary['/K'];
    const texts = pages.get(String(dictionary['/Pg']))?.texts;
    const element: Element & { children: Element[] } = {
      text: typeof kids === 'number' ? (texts?.[kids] ?? '') : '',
      tag: String(dictionary['/S']).slice(1),
      attributes: (dictionary['/A'] ?? {}) as Dictionary,
      children: [],
    };
    found.push(element);
    if (Array.isArray(kids)) element.children = kids.map(read);
    return element;
  };
  read(objects.at(objects.catalogue()['/StructTreeRoot'])['/K']);
  return found;
}
