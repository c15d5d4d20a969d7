/**
 * Reads the examples of docs/LEDGER-FORMAT.md. They stand in fenced blocks: `vector NAME` with lines
 * `key = value`, and `file NAME` with a file as it is.
 */
import { readFileSync } from 'node:fs';

const FENCE = /^```(vector|file) (\S+)\n([\s\S]*?)^```$/gm;

export class Vector {
  constructor(
    readonly name: string,
    readonly rows: ReadonlyMap<string, string>,
  ) {}

  /** The value of a row that must be there. */
  get(key: string): string {
    const value = this.rows.get(key);
    if (value === undefined) throw new Error(`the vector ${this.name} has no ${key}`);
    return value;
  }

  /** The values of the rows `<prefix> 0`, `<prefix> 1`, and so on. */
  all(prefix: string): string[] {
    const values: string[] = [];
    for (let i = 0; this.rows.has(`${prefix} ${i}`); i += 1)
      values.push(this.get(`${prefix} ${i}`));
    return values;
  }
}

export class FormatDocument {
  private readonly vectors: Vector[] = [];
  private readonly files = new Map<string, string>();

  constructor(text: string) {
    for (const [, type, name = '', body = ''] of text.matchAll(FENCE)) {
      if (type === 'file') this.files.set(name, body);
      else this.vectors.push(new Vector(name, rowsOf(body)));
    }
  }

  static read(): FormatDocument {
    return new FormatDocument(readFileSync('docs/LEDGER-FORMAT.md', 'utf8'));
  }

  /** The names of all examples, so that none goes unchecked. */
  names(): string[] {
    const names = [...this.vectors.map(({ name }) => name), ...this.files.keys()];
    return [...new Set(names)].sort();
  }

  list(name: string): readonly Vector[] {
    return this.vectors.filter((vector) => vector.name === name);
  }

  one(name: string): Vector {
    const [vector, ...more] = this.list(name);
    if (vector === undefined || more.length > 0) throw new Error(`not one vector ${name}`);
    return vector;
  }

  file(name: string): string {
    const file = this.files.get(name);
    if (file === undefined) throw new Error(`no file ${name}`);
    return file;
  }
}

function rowsOf(body: string): ReadonlyMap<string, string> {
  const rows = new Map<string, string>();
  for (const line of body.split('\n')) {
    if (line === '') continue;
    const at = line.indexOf(' = ');
    if (at === -1 || rows.has(line.slice(0, at))) throw new Error(`not a row: ${line}`);
    rows.set(line.slice(0, at), line.slice(at + 3));
  }
  return rows;
}
