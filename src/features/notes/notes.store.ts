/** What somebody notes for themselves while they read a register: kept beside it, encrypted, and shown to nobody else. */
import type { EntryId, LedgerId, PersonId } from '../../domain/ids.js';
import type { Instant } from '../../domain/measures/instant.js';
import type { Clock } from '../../platform/clock.js';
import type { Statements } from '../../platform/database/statements.js';
import { Problem } from '../../platform/http/problem.js';
import type { Keyring } from '../../platform/keys/keyring.js';
import { ADD_NOTE, NOTE_NAMED, NOTES_OF_PERSON } from './notes.sql.js';

/** Whose notes, beside which ledger. */
export interface NoteOwner {
  readonly site: LedgerId;
  readonly person: PersonId;
}

export interface Note {
  /** Rises with every note. */
  readonly number: number;
  readonly at: Instant;
  /** The line that it is about; null where it is about none. */
  readonly line: number | null;
  readonly text: string;
}

interface NoteRow {
  readonly number: string;
  readonly id: string;
  readonly line: string | null;
  readonly at: Instant;
  readonly key: string;
  readonly sealed: Buffer;
}

const NEWEST = 2n ** 62n;

export class Notes {
  constructor(
    private readonly statements: Statements,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
  ) {}

  /** Adds a note; repeated with the same key and the same text, it finds the one that was added. */
  async add(owner: NoteOwner, id: EntryId, says: Pick<Note, 'line' | 'text'>): Promise<Note> {
    const sealed = this.keyring.seal(Buffer.from(says.text), contextOf(owner, id));
    const values = [says.line, this.clock.now(), sealed.key, sealed.bytes];
    const { site, person } = owner;
    await this.statements.change(ADD_NOTE, [site, person, id, ...values]);
    const row = await this.statements.row<NoteRow>(NOTE_NAMED, [site, person, id]);
    if (row === undefined) throw new Error('the note that was just added is not there');
    const note = this.#open(owner, row);
    if (note.text !== says.text || note.line !== says.line) throw Problem.of('request.key-reused');
    return note;
  }

  /** A person's own, the newest first, before a number. */
  async of(
    owner: NoteOwner,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly Note[]> {
    const values = [owner.site, owner.person, page.before ?? NEWEST, page.limit];
    const rows = await this.statements.rows<NoteRow>(NOTES_OF_PERSON, values);
    return rows.map((row) => this.#open(owner, row));
  }

  #open(owner: NoteOwner, { number, id, line, at, key, sealed }: NoteRow): Note {
    const text = this.keyring.open({ key, bytes: sealed }, contextOf(owner, id)).toString('utf8');
    return { number: Number(number), at, line: line === null ? null : Number(line), text };
  }
}

const contextOf = ({ site, person }: NoteOwner, id: string): string =>
  `note|${site}|${person}|${id}`;
