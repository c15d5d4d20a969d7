/**
 * A page as it reads: a line for each heading, paragraph and row, the cells of a row parted by tabs. Its hash is what a page's
 * code holds, so it must say which column a figure stands in, and not how lines turn.
 */
export class Telling {
  #text = '';
  #lines: string[] = [];
  #row: string[] | null = null;

  line(text: string): void {
    this.#lines.push(text);
  }

  /** Ends a paragraph, or a cell of a row that takes so many columns. */
  end(columns = 1): void {
    const words = this.#lines.join(' ').replace(SPACES, ' ').trim();
    this.#lines = [];
    if (this.#row === null) this.#text += `${words}\n`;
    else {
      this.#row.push(words);
      for (let further = 1; further < columns; further += 1) this.#row.push('');
    }
  }

  beginRow(): void {
    this.#row = [];
  }

  endRow(): void {
    if (this.#row !== null) this.#text += `${this.#row.join('\t')}\n`;
    this.#row = null;
  }

  /** Text that was told before. */
  add(text: string): void {
    this.#text += text;
  }

  /** All of it; the next page begins empty. */
  taken(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}

const SPACES = /[ \u00a0]+/g;
