/**
 * What a document consists of, for whoever has it read aloud and for whoever takes its tables apart: headings, paragraphs, and
 * tables of rows and cells (ISO 32000-1, 14.7 and 14.8). Elements of a page are handed over with the page; of what is
 * longer than a page, its number is kept and those of its children.
 *
 * A table runs on over as many pages as it needs: one body for each page, and heads that are repeated are no part of it. It is
 * over when something else than a row follows.
 */

/** Elements that hold text or a picture. */
export type Tag = 'H1' | 'H2' | 'H3' | 'P' | 'TH' | 'TD' | 'Figure';

/** Objects that are written later, several at once. */
export interface PackedObject {
  readonly id: number;
  readonly text: string;
}
/** Where elements get their numbers, and where they go. */
export interface Pack {
  /** The number of an object that will be packed. */
  reserve(): number;
  pack(objects: readonly PackedObject[]): void;
}

interface Parent {
  readonly id: number;
  readonly tag: string;
  readonly parent: number;
  readonly children: number[];
}

const TREE_LEAF_SIZE = 512;

export class Structure {
  readonly #root: number;
  readonly #document: Parent;
  #table: Parent | null = null;
  #body: Parent | null = null;
  #row: Parent | null = null;
  #page = 0;
  /** The element of each piece of marked content of the page, by its number. */
  #owners: number[] = [];
  #ended: PackedObject[] = [];
  /** For each page, the object that lists its elements. */
  readonly #pages: number[] = [];
  /** The parts of the tree that leads from pages to elements, once it has ended. */
  #leaves: readonly number[] = [];

  constructor(private readonly file: Pack) {
    this.#root = file.reserve();
    this.#document = this.#parent('Document', this.#root);
  }

  /** Number of pages before this one: what `StructParents` of the page is to be. */
  get pages(): number {
    return this.#pages.length;
  }

  /** @param page number of the page's object. */
  beginPage(page: number): void {
    this.#page = page;
  }

  /** Hands over what ended with the page. */
  endPage(): void {
    this.#endBody();
    const list = this.file.reserve();
    this.#pages.push(list);
    this.#ended.push({ id: list, text: `[${references(this.#owners)}]` });
    this.#owners = [];
    this.file.pack(this.#ended);
    this.#ended = [];
  }

  /** Begins a table; one that was open is over. */
  beginTable(): void {
    this.#endTable();
    this.#table = this.#child(this.#document, 'Table');
  }

  beginRow(part: 'THead' | 'TBody'): void {
    if (this.#table === null) this.beginTable();
    if (this.#body?.tag !== part) this.#endBody();
    const table = this.#table ?? this.#document;
    this.#body ??= this.#child(table, part);
    this.#row = this.#child(this.#body, 'TR');
  }

  endRow(): void {
    if (this.#row !== null) this.#end(this.#row);
    this.#row = null;
  }

  /** A cell with nothing in it. */
  emptyCell(attributes = ''): void {
    this.#leaf('TD', attributes, '');
  }

  /**
   * An element with something in it; the table is over if it is none of its cells.
   * @returns the operator after which its content stands, up to `EMC`.
   */
  mark(tag: Tag, attributes = ''): string {
    if (this.#row === null) this.#endTable();
    const content = this.#owners.length;
    this.#owners.push(this.#leaf(tag, attributes, `/Pg ${this.#page} 0 R/K ${content}`));
    return `/${tag}<</MCID ${content}>>BDC\n`;
  }

  /** An element that stands beside the text, whatever is open in that. */
  aside(tag: Tag, more = ''): string {
    const content = this.#owners.length;
    const id = this.file.reserve();
    this.#document.children.push(id);
    const text = `<</S/${tag}/P ${this.#document.id} 0 R/Pg ${this.#page} 0 R/K ${content}${more}>>`;
    this.#ended.push({ id, text });
    this.#owners.push(id);
    return `/${tag}<</MCID ${content}>>BDC\n`;
  }

  /** Ends everything. @returns the number of the tree's root. */
  end(): number {
    this.#endTable();
    this.#end(this.#document);
    const leaves: PackedObject[] = [];
    for (let first = 0; first < this.#pages.length; first += TREE_LEAF_SIZE) {
      const part = this.#pages.slice(first, first + TREE_LEAF_SIZE);
      const numbers = part.map((id, index) => `${first + index} ${id} 0 R`).join(' ');
      const limits = `${first} ${first + part.length - 1}`;
      leaves.push({
        id: this.file.reserve(),
        text: `<</Limits[${limits}]/Nums[${numbers}]>>`,
      });
    }
    this.#leaves = leaves.map(({ id }) => id);
    const text = this.#rootText([this.#document.id], this.#leaves);
    this.file.pack([...this.#ended, ...leaves, { id: this.#root, text }]);
    this.#ended = [];
    return this.#root;
  }

  /**
   * What a field adds to a structure that has ended: an element of its own beside the document, found from the field's place in
   * the tree of parents (ISO 14289-1, 7.18.4).
   */
  fieldElement({ widget, page }: { readonly widget: number; readonly page: number }): {
    readonly key: number;
    readonly objects: readonly PackedObject[];
  } {
    const key = this.#pages.length;
    const [form, leaf] = [this.file.reserve(), this.file.reserve()];
    const content = `<</Type/OBJR/Obj ${widget} 0 R/Pg ${page} 0 R>>`;
    const objects = [
      { id: form, text: `<</Type/StructElem/S/Form/P ${this.#root} 0 R/K ${content}>>` },
      { id: leaf, text: `<</Limits[${key} ${key}]/Nums[${key} ${form} 0 R]>>` },
      {
        id: this.#root,
        text: this.#rootText([this.#document.id, form], [...this.#leaves, leaf], key + 1),
      },
    ];
    return { key, objects };
  }

  #rootText(
    children: readonly number[],
    leaves: readonly number[],
    nextKey = this.#pages.length,
  ): string {
    const kids = children.length === 1 ? `${children[0] ?? ''} 0 R` : `[${references(children)}]`;
    const tree = `<</Kids[${references(leaves)}]>>`;
    return `<</Type/StructTreeRoot/K ${kids}/ParentTree${tree}/ParentTreeNextKey ${nextKey}>>`;
  }

  #leaf(tag: Tag, attributes: string, content: string): number {
    const parent = this.#row ?? this.#document;
    const id = this.file.reserve();
    parent.children.push(id);
    const more = attributes === '' ? '' : `/A<<${attributes}>>`;
    this.#ended.push({ id, text: `<</S/${tag}/P ${parent.id} 0 R${content}${more}>>` });
    return id;
  }

  #parent(tag: string, parent: number): Parent {
    return { id: this.file.reserve(), tag, parent, children: [] };
  }

  #child(parent: Parent, tag: string): Parent {
    const child = this.#parent(tag, parent.id);
    parent.children.push(child.id);
    return child;
  }

  #end({ id, tag, parent, children }: Parent): void {
    const text = `<</Type/StructElem/S/${tag}/P ${parent} 0 R/K[${references(children)}]>>`;
    this.#ended.push({ id, text });
  }

  #endBody(): void {
    this.endRow();
    if (this.#body !== null) this.#end(this.#body);
    this.#body = null;
  }

  #endTable(): void {
    if (this.#table === null) return;
    this.#endBody();
    this.#end(this.#table);
    this.#table = null;
  }
}

function references(ids: readonly number[]): string {
  let text = '';
  for (const id of ids) text += `${id} 0 R `;
  return text;
}
