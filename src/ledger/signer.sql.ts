/** The SQL of signed heads. */
import type pg from 'pg';
import type { LedgerId } from '../domain/ids.js';
import type { Instant } from '../domain/measures/instant.js';
import type { Connection } from './reader.sql.js';

/** A stored checkpoint. */
export interface NoteRow {
  readonly size: number;
  readonly note: string;
}

const IS_STANDBY = `SELECT pg_is_in_recovery() AS is_standby`;

const NOTES = `
SELECT size::text, note FROM ledger.checkpoint
 WHERE ledger_id = $1 AND size > $2 AND size <= $3 ORDER BY checkpoint.size LIMIT $4`;

const NEWEST_NOTE = `
SELECT checkpoint.size::text, note, ledger.instant(recorded_at) AS recorded_at
  FROM ledger.checkpoint
  JOIN ledger.entry ON entry.ledger_id = checkpoint.ledger_id AND entry.seq = checkpoint.size - 1
 WHERE checkpoint.ledger_id = $1 AND ($2::bigint IS NULL OR checkpoint.size = $2)
 ORDER BY checkpoint.size DESC
 LIMIT 1`;

const KEEP_NOTE = `
INSERT INTO ledger.checkpoint (ledger_id, size, note) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;

const UNSIGNED = `
SELECT head.ledger_id
  FROM ledger.head
 WHERE head.size > coalesce((
         SELECT max(checkpoint.size) FROM ledger.checkpoint WHERE checkpoint.ledger_id = head.ledger_id
       ), 0)
 ORDER BY head.ledger_id`;

const TAKE_LEASE = `SELECT pg_try_advisory_lock($1) AS taken`;

/** Whether the server only follows another one, and may not yet have what that one has. */
export async function isStandby(db: Connection): Promise<boolean> {
  const { rows } = await db.query<{ is_standby: boolean }>(IS_STANDBY);
  return rows[0]?.is_standby !== false;
}

/** Stored checkpoints of sizes above `from` and up to `to`, in order. */
export async function readNotes(
  db: Connection,
  ledger: LedgerId,
  range: { readonly from: number; readonly to: number; readonly limit: number },
): Promise<readonly NoteRow[]> {
  const values = [ledger, range.from, range.to, range.limit];
  const { rows } = await db.query<{ size: string; note: string }>(NOTES, values);
  return rows.map(({ size, note }) => ({ size: Number(size), note }));
}

/** The stored checkpoint of a size, or the newest, with the time of the last line that it covers. */
export async function readNote(
  db: Connection,
  ledger: LedgerId,
  size?: number,
): Promise<(NoteRow & { readonly recordedAt: Instant }) | undefined> {
  const { rows } = await db.query<{ size: string; note: string; recorded_at: Instant }>(
    NEWEST_NOTE,
    [ledger, size ?? null],
  );
  return rows.map((row) => ({
    size: Number(row.size),
    note: row.note,
    recordedAt: row.recorded_at,
  }))[0];
}

/** Keeps a checkpoint, unless there is one of this size. */
export async function keepNote(db: Connection, ledger: LedgerId, kept: NoteRow): Promise<void> {
  await db.query(KEEP_NOTE, [ledger, kept.size, kept.note]);
}

/** Ledgers that have lines without a checkpoint. */
export async function readUnsigned(db: Connection): Promise<readonly LedgerId[]> {
  const { rows } = await db.query<{ ledger_id: LedgerId }>(UNSIGNED);
  return rows.map(({ ledger_id }) => ledger_id);
}

/** Takes the lease for as long as this connection lives; false where another has it. */
export async function takeLease(client: pg.ClientBase, key: number): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(TAKE_LEASE, [key]);
  return rows[0]?.taken === true;
}
