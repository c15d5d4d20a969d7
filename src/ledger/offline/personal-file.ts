/**
 * The personal parts of a log: salts and values that open the commitments in its leaves, one canonical JSON object a
 * line, ordered by line of the ledger and name of the field. What was erased after retention is not there, and nothing
 * depends on it.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Entry } from '../../domain/entry.js';
import { decodeBase64, encodeBase64, encodeUtf8 } from '../../evidence/bytes.js';
import { CanonicalError, decode, encode } from '../../evidence/canonical.js';
import { opens, SALT_LENGTH } from '../../evidence/commitment.js';
import { isObject } from '../leaf/codec.js';
import { isMissing } from './folder-store.js';

export const PERSONAL_FILE = 'personal.jsonl';

/** One personal field of one entry. */
export interface PersonalPart {
  readonly line: number;
  readonly entry: string;
  readonly field: string;
  readonly retention: string;
  readonly salt: Uint8Array;
  readonly value: string;
}

/** The line of the file, with its line feed. */
export function encodePersonalPart({ salt, ...part }: PersonalPart): Uint8Array {
  const bytes = encode({ ...part, salt: encodeBase64(salt) });
  const line = new Uint8Array(bytes.length + 1);
  line.set(bytes);
  line[bytes.length] = 0x0a;
  return line;
}

/** The parts of a file in order; null for a line that is none. */
export async function* readPersonalFile(path: string): AsyncGenerator<PersonalPart | null, void> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) yield parsePersonalPart(line);
}

/** Where the personal parts of an exported log lie, if it has any. */
export async function personalFileOf(folder: string): Promise<string | null> {
  const path = join(folder, PERSONAL_FILE);
  try {
    await stat(path);
    return path;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function parsePersonalPart(line: string): PersonalPart | null {
  try {
    const json = decode(encodeUtf8(line));
    if (!isObject(json)) return null;
    const { entry, field, line: number, retention, salt, value } = json;
    if (typeof number !== 'number' || typeof entry !== 'string' || typeof field !== 'string')
      return null;
    if (typeof retention !== 'string' || typeof salt !== 'string' || typeof value !== 'string')
      return null;
    const bytes = decodeBase64(salt);
    if (bytes?.length !== SALT_LENGTH) return null;
    return { line: number, entry, field, retention, salt: bytes, value };
  } catch (error) {
    if (error instanceof CanonicalError) return null;
    throw error;
  }
}

/** Holds the file beside the entries, both in order, and opens every commitment that can be opened. */
export class PersonalChecks {
  /** How many fields the entries committed to, and how many of them were opened. */
  committed = 0;
  opened = 0;
  private next: PersonalPart | null | undefined;
  private readonly parts: AsyncGenerator<PersonalPart | null, void> | null;

  constructor(path: string | null) {
    this.parts = path === null ? null : readPersonalFile(path);
  }

  get isPresent(): boolean {
    return this.parts !== null;
  }

  /** Checks the parts of an entry; a sentence about the first that is wrong. Only awaited where there is a file. */
  async check(entry: Entry): Promise<string | null> {
    const open = new Set(entry.commitments.map(({ field }) => field));
    this.committed += open.size;
    for (;;) {
      const part = await this.peek();
      if (part === undefined) return null;
      if (part === null) return `${PERSONAL_FILE} has a line that is not a personal field`;
      if (part.line > entry.seq) return null;
      if (part.line < entry.seq) return `${PERSONAL_FILE} is not in the order of the ledger`;
      const wrong = partFault(part, entry, open);
      if (wrong !== null) return wrong;
      open.delete(part.field);
      this.opened += 1;
      this.next = undefined;
    }
  }

  /** Says whether something is left that belongs to no entry. */
  async conclude(): Promise<string | null> {
    const part = await this.peek();
    return part === undefined ? null : `${PERSONAL_FILE} has fields of lines that are not there`;
  }

  /** Closes the file. */
  async close(): Promise<void> {
    await this.parts?.return(undefined);
  }

  private async peek(): Promise<PersonalPart | null | undefined> {
    if (this.next !== undefined || this.parts === null) return this.next;
    const next = await this.parts.next();
    this.next = next.done === true ? undefined : next.value;
    return this.next;
  }
}

function partFault(part: PersonalPart, entry: Entry, open: ReadonlySet<string>): string | null {
  const { field, salt, value, retention } = part;
  const committed = entry.commitments.find((each) => each.field === field);
  if (part.entry !== entry.id || committed === undefined)
    return `it has no personal field ${field}, and ${PERSONAL_FILE} has one for it`;
  if (!open.has(field)) return `${PERSONAL_FILE} has its personal field ${field} twice`;
  const isSame = opens(committed.commitment, { salt, entry: entry.id, field, value });
  return isSame && committed.retention === retention
    ? null
    : `its personal field ${field} in ${PERSONAL_FILE} is not what the line committed to`;
}
