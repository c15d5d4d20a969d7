/** The SQL that reads whole lines for print: what never changes, below a size that the document names. */
import type pg from 'pg';
import type { EntryId, LedgerId } from '../../domain/ids.js';
import type { BusinessDate } from '../../domain/measures/instant.js';
import type { Kind } from '../../domain/request.js';
import { CELL_VERSION } from '../../ledger/stored-cell.js';
import type { Below, Days, Stretch } from './register.sql.js';

const LINES_OF_KINDS = `
SELECT seq::text, leaf
  FROM ledger.entry
 WHERE ledger_id = $1 AND seq > $2 AND seq <= $3 AND kind = ANY ($4::text[])
   AND business_date >= $5::date AND business_date <= $6::date
   AND ($8::bytea IS NULL OR position($8::bytea IN leaf) > 0)
 ORDER BY entry.seq
 LIMIT $7`;

/** Most lines stand as they were written: of those nothing is read. */
const STANDINGS = `
SELECT id AS line, version, state->>'settled_by' AS settled_by, state->>'corrected_by' AS corrected_by
  FROM ledger.book
 WHERE ledger_id = $1 AND noun = 'line' AND id = ANY ($2::text[]) AND (state ? 'settled_by' OR state ? 'corrected_by')`;

const LEAVES = `
SELECT seq::text, leaf FROM ledger.entry WHERE ledger_id = $1 AND seq < $2 AND seq = ANY ($3::bigint[])`;

const ENTRY_IDS = `
SELECT seq::text, entry_id FROM ledger.entry WHERE ledger_id = $1 AND seq < $2 AND seq = ANY ($3::bigint[])`;

const LINES_OF_DAY = `
SELECT seq::text FROM ledger.entry
 WHERE ledger_id = $1 AND business_date = $3::date AND seq < $2 AND kind = ANY ($4::text[])
 ORDER BY occurred_at, entry.seq`;

export interface Leaf {
  readonly seq: number;
  readonly leaf: Buffer;
}
interface RawLeaf {
  readonly seq: string;
  readonly leaf: Buffer;
}
const leafOf = ({ seq, leaf }: RawLeaf): Leaf => ({ seq: Number(seq), leaf });

/** Which lines of a stretch are read: those of some kinds, and where a mark is given, those that have it in their leaf. */
export interface LinesWanted extends Stretch {
  readonly kinds: readonly Kind[];
  readonly mark?: string | undefined;
  readonly limit: number;
}

/** Lines of some kinds whose event lies in the period. */
export async function readLinesOfKinds(
  db: pg.Pool,
  ledger: LedgerId,
  { from, to }: Days,
  { after, last, kinds, limit, mark }: LinesWanted,
): Promise<readonly Leaf[]> {
  const bytes = mark === undefined ? null : Buffer.from(mark);
  const values = [ledger, after, last, kinds, from, to, limit, bytes];
  const { rows } = await db.query<RawLeaf>(LINES_OF_KINDS, values);
  return rows.map(leafOf);
}

/** What the book has today of a line that does not stand as it was written. */
export interface StoredStanding {
  readonly line: number;
  readonly settledBy: number | null;
  readonly correctedBy: number | null;
}

export async function readStandings(
  db: pg.Pool,
  ledger: LedgerId,
  lines: readonly number[],
): Promise<readonly StoredStanding[]> {
  const { rows } = await db.query<{
    line: string;
    version: number;
    settled_by: string | null;
    corrected_by: string | null;
  }>(STANDINGS, [ledger, lines.map(String)]);
  const number = (text: string | null): number | null => (text === null ? null : Number(text));
  return rows.map(({ line, version, settled_by, corrected_by }) => {
    if (version !== CELL_VERSION)
      throw new Error(`expected a cell of ${CELL_VERSION}, found ${version}`);
    return { line: Number(line), settledBy: number(settled_by), correctedBy: number(corrected_by) };
  });
}

export async function readLeaves(
  db: pg.Pool,
  { ledger, size }: Below,
  lines: readonly number[],
): Promise<readonly Leaf[]> {
  if (lines.length === 0) return [];
  const { rows } = await db.query<RawLeaf>(LEAVES, [ledger, size, lines]);
  return rows.map(leafOf);
}

export async function readEntryIds(
  db: pg.Pool,
  { ledger, size }: Below,
  lines: readonly number[],
): Promise<ReadonlyMap<number, EntryId>> {
  if (lines.length === 0) return new Map();
  const { rows } = await db.query<{ seq: string; entry_id: EntryId }>(ENTRY_IDS, [
    ledger,
    size,
    lines,
  ]);
  return new Map(rows.map(({ seq, entry_id }) => [Number(seq), entry_id] as const));
}

/** Lines of some kinds on one day, in the order in which they happened. */
export async function readLinesOfDay(
  db: pg.Pool,
  { ledger, size }: Below,
  day: BusinessDate,
  kinds: readonly Kind[],
): Promise<readonly number[]> {
  const { rows } = await db.query<{ seq: string }>(LINES_OF_DAY, [ledger, size, day, kinds]);
  return rows.map(({ seq }) => Number(seq));
}
