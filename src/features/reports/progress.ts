import type { Span } from './register.sql.js';

/** How far the printing of a document has come: parts of it, and where in the register the present part stands. */
export class Progress {
  #parts = 1;
  #done = -1;
  #span: Span | undefined;

  constructor(private readonly tell: (share: number) => void = () => undefined) {}

  /** Into how many parts the document falls. */
  expect(parts: number): void {
    this.#parts = Math.max(parts, 1);
  }

  begin(span: Span | undefined): void {
    this.#done += 1;
    this.#span = span;
    this.#say(0);
  }

  /** The register was read up to a line. */
  reach(line: number): void {
    if (this.#span === undefined) return;
    const { first, last } = this.#span;
    this.#say((line - first + 1) / (last - first + 1));
  }

  end(): void {
    this.tell(1);
  }

  #say(share: number): void {
    this.tell(Math.min(1, (Math.max(this.#done, 0) + share) / this.#parts));
  }
}
