/** What the access journal says of one site in a period. The journal is only added to; a document ends at its checkpoint. */
import type pg from 'pg';
import type { LedgerId, PersonId } from '../../domain/ids.js';
import type { Instant } from '../../domain/measures/instant.js';
import type { JournalKind } from '../../platform/journal/access-journal.js';

/** From the first instant to the last, both included. */
export interface JournalPeriod {
  readonly site: LedgerId;
  /** Whose lines without a site are of this site as well. */
  readonly people: readonly PersonId[];
  readonly from: Instant;
  readonly to: Instant;
  readonly end: JournalEnd;
}

/** Which lines there were at an instant. The journal is only added to, so that their number and the last of them name them all. */
export interface JournalEnd {
  readonly at: Instant;
  readonly lines: number;
  readonly last: number;
}

export interface JournalledLine {
  readonly line: number;
  readonly at: Instant;
  readonly kind: JournalKind;
  readonly person: PersonId | null;
  readonly code: string | null;
  readonly act: string | null;
  readonly about: readonly string[];
  readonly address: string | null;
}

/** Who looked how often on one day. */
export interface JournalledDay {
  readonly day: string;
  readonly kind: JournalKind;
  readonly person: PersonId | null;
  readonly times: number;
  readonly first: Instant;
  readonly last: Instant;
}

const OF_SITE = `
   at >= $2 AND at <= $3 AND kind = ANY ($4::text[])
   AND (site = $1 OR (site IS NULL AND (person IS NULL OR person = ANY ($5::text[]))))
   AND line <= $6`;

/** Of the lines of all sites: the people of one are known only to whoever prints. */
const END = `
SELECT count(*)::text AS lines, coalesce(max(line), 0)::text AS last FROM beside.journal WHERE at <= $1`;

const LINES = `
SELECT line::text, at, kind, person, code, act, about, host(source) AS address
  FROM beside.journal
 WHERE ${OF_SITE} AND line > $7
 ORDER BY journal.line
 LIMIT $8`;

const DAYS = `
SELECT to_char(at AT TIME ZONE $7, 'YYYY-MM-DD') AS day, kind, person, count(*)::int AS times,
       min(at) AS first, max(at) AS last
  FROM beside.journal
 WHERE ${OF_SITE}
 GROUP BY 1, 2, 3
 ORDER BY 1, 5, 3, 2`;

const LINES_AT_ONCE = 500;

/** How much of the journal there was at an instant. */
export async function readJournalEnd(db: pg.Pool, at: Instant): Promise<JournalEnd> {
  const { rows } = await db.query<{ lines: string; last: string }>(END, [at]);
  return { at, lines: Number(rows[0]?.lines ?? 0), last: Number(rows[0]?.last ?? 0) };
}

/** Lines of some kinds, oldest first. */
export async function* readJournalLines(
  db: pg.Pool,
  { site, people, from, to, end }: JournalPeriod,
  kinds: readonly JournalKind[],
): AsyncGenerator<JournalledLine> {
  for (let after = '0'; ;) {
    const values = [site, from, to, kinds, people, end.last, after, LINES_AT_ONCE];
    const { rows } = await db.query<JournalledLine & { readonly line: string }>(LINES, values);
    for (const row of rows) yield { ...row, line: Number(row.line) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < LINES_AT_ONCE) return;
    after = String(last.line);
  }
}

/** Lines of some kinds, gathered by day, person and kind. */
export async function readJournalDays(
  db: pg.Pool,
  { site, people, from, to, end }: JournalPeriod,
  of: { readonly kinds: readonly JournalKind[]; readonly zone: string },
): Promise<readonly JournalledDay[]> {
  const values = [site, from, to, of.kinds, people, end.last, of.zone];
  return (await db.query<JournalledDay>(DAYS, values)).rows;
}
