/**
 * Who came, who was turned away, and whose records were looked at. It stands beside the ledger: what was refused leaves
 * no trace there. It holds ids and codes, never a name, a sign-in name as typed, or a secret.
 */
import { isIP } from 'node:net';
import type { LedgerId, PersonId } from '../../domain/ids.js';
import type { Instant } from '../../domain/measures/instant.js';
import type { Clock } from '../clock.js';
import type { Statements } from '../database/statements.js';
import { JOURNAL_OF_ALL, JOURNAL_OF_SITE, WRITE_JOURNAL } from './journal.sql.js';

/** What the journal tells. */
export const JOURNAL_KINDS = [
  'set-up',
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'identity-proved',
  'proof-failed',
  'secrets-changed',
  'secrets-reset',
  'sessions-ended',
  'signature-made',
  'signature-refused',
  'request-refused',
  'patients-seen',
  'patient-changed',
  'file-stored',
  'file-seen',
  'entries-seen',
  'printed',
  'exported',
  'journal-seen',
  'reminder-target-changed',
  'job-asked-again',
] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

/** One line to be written. */
export interface Access {
  readonly kind: JournalKind;
  readonly person?: PersonId | null;
  readonly site?: LedgerId | null;
  /** Published code of the refusal. */
  readonly code?: string | null;
  /** Kind of the act that was asked for: `draw`. */
  readonly act?: string | null;
  /** Ids of the records or persons that it was about. */
  readonly about?: readonly string[];
  /** Network address that it came from. */
  readonly address?: string | null;
}

export interface JournalLine {
  readonly line: number;
  readonly at: Instant;
  readonly kind: JournalKind;
  readonly person: PersonId | null;
  readonly site: LedgerId | null;
  readonly code: string | null;
  readonly act: string | null;
  readonly about: readonly string[];
  readonly address: string | null;
}

interface JournalRow extends Omit<JournalLine, 'line' | 'address'> {
  readonly line: string;
  readonly source: string | null;
}

const MOST_ABOUT = 500;
const NEWEST = 2n ** 62n;

export class AccessJournal {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Writes a line. What must not happen unseen waits for this before it happens. */
  async write(access: Access): Promise<void> {
    await this.statements.change(WRITE_JOURNAL, [
      this.clock.now(),
      access.kind,
      access.person ?? null,
      access.site ?? null,
      access.code ?? null,
      access.act ?? null,
      (access.about ?? []).slice(0, MOST_ABOUT),
      inet(access.address ?? null),
    ]);
  }

  /** Lines about a site, newest first, older than `before`; with a person, of theirs only. */
  async ofSite(
    site: LedgerId,
    page: {
      readonly before: number | null;
      readonly limit: number;
      readonly person?: string | undefined;
    },
  ): Promise<readonly JournalLine[]> {
    const rows = await this.statements.rows<JournalRow>(JOURNAL_OF_SITE, [
      site,
      page.before ?? NEWEST,
      page.limit,
      page.person ?? null,
    ]);
    return rows.map(toLine);
  }

  /** Every line, newest first, older than `before`. */
  async ofAll(page: {
    readonly before: number | null;
    readonly limit: number;
  }): Promise<readonly JournalLine[]> {
    const rows = await this.statements.rows<JournalRow>(JOURNAL_OF_ALL, [
      page.before ?? NEWEST,
      page.limit,
    ]);
    return rows.map(toLine);
  }
}

function toLine({ source, line, ...rest }: JournalRow): JournalLine {
  return { line: Number(line), ...rest, address: source };
}

/** An address as PostgreSQL reads it: without the name of an interface, and nothing that is not an address. */
function inet(address: string | null): string | null {
  const plain = address?.split('%')[0] ?? '';
  return isIP(plain) === 0 ? null : plain;
}
