/**
 * The SQL that prints. It reads lines that never change, below a size that the document names, so that no statement needs
 * the snapshot of another. Days are looked up one by one through the index of business dates: a period has few of them,
 * and the ledger around it may have any number of lines.
 */
import type pg from 'pg';
import type { Account, InsideAccount, Movement } from '../../domain/custody.js';
import type { AuditItem, LedgerId, PatientId } from '../../domain/ids.js';
import type { BusinessDate } from '../../domain/measures/instant.js';
import { add, quantity } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import type { Canonical } from '../../evidence/canonical.js';

/** First and last day, both included. */
export interface Days {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** Entries of one ledger below a size. */
export interface Below {
  readonly ledger: LedgerId;
  readonly size: number;
}

/** Every business date that has entries, in order: $1 the ledger, then the first and last day to look at. */
const days = (from: string, to: string): string => `
RECURSIVE day AS (
  (SELECT business_date AS date FROM ledger.entry
    WHERE ledger_id = $1 AND business_date >= ${from} AND business_date <= ${to}
    ORDER BY business_date LIMIT 1)
  UNION ALL
  SELECT following.date
    FROM day
   CROSS JOIN LATERAL (
     SELECT business_date AS date FROM ledger.entry
      WHERE ledger_id = $1 AND business_date > day.date AND business_date <= ${to}
      ORDER BY business_date LIMIT 1
   ) AS following
)`;

/** Of the lines below $2, the first whose event lies after the day $3; $2 where there is none. */
const LATER = `
later AS (
  SELECT coalesce(min(line.seq), $2) AS first
    FROM day
   CROSS JOIN LATERAL (
     SELECT seq FROM ledger.entry
      WHERE ledger_id = $1 AND business_date = day.date AND seq < $2 ORDER BY seq LIMIT 1
   ) AS line
   WHERE day.date > $3::date
)`;

/** What a movement adds to accounts of a kind. */
const gain = (account: 'container' | 'in-process' | 'held'): string => `
       coalesce(sum(CASE WHEN starts_with(to_account, '${account}:') THEN quantity ELSE 0 END
                  - CASE WHEN starts_with(from_account, '${account}:') THEN quantity ELSE 0 END), 0)::text`;

const SPAN = `
WITH ${days('$3::date', '$4::date')}
SELECT min(line.first)::text AS first, max(line.last)::text AS last, coalesce(sum(line.total), 0)::text AS total
  FROM day
 CROSS JOIN LATERAL (
   SELECT min(seq) AS first, max(seq) AS last, count(*) AS total FROM ledger.entry
    WHERE ledger_id = $1 AND business_date = day.date AND seq < $2
 ) AS line`;

const BUSY_DAYS = `WITH ${days('$2::date', '$3::date')} SELECT date::text FROM day ORDER BY date`;

/**
 * On hand after the day $3, of all entries below the size whose event lies on it or before. Up to the first line of a later
 * day the stored balance says it; late lines beyond that are added. OFFSET keeps the look-up day by day: joined, it would
 * read every line since.
 */
const ON_HAND_AFTER = `
WITH ${days("'-infinity'", "'infinity'")}, ${LATER},
late AS (
  SELECT line.seq
    FROM day
   CROSS JOIN LATERAL (
     SELECT seq FROM ledger.entry
      WHERE ledger_id = $1 AND business_date = day.date AND seq >= (SELECT first FROM later) AND seq < $2
     OFFSET 0
   ) AS line
   WHERE day.date <= $3::date
)
SELECT (SELECT on_hand_after::text FROM ledger.movement
         WHERE ledger_id = $1 AND item = $4 AND seq < (SELECT first FROM later)
         ORDER BY movement.seq DESC, part DESC LIMIT 1) AS stored,
       (SELECT ${gain('container')}
          FROM late
          JOIN ledger.movement ON movement.ledger_id = $1 AND movement.seq = late.seq AND movement.item = $4) AS late`;

/** The balances of now, and what moved after the day $3 or at lines from $2 on: the difference is what stood at its end. */
const CUSTODY_AFTER = `
WITH ${days("'-infinity'", "'infinity'")}, ${LATER},
since AS (
  SELECT from_account, to_account, quantity
    FROM ledger.movement
    JOIN ledger.entry ON entry.ledger_id = $1 AND entry.seq = movement.seq
   WHERE movement.ledger_id = $1 AND movement.item = $4 AND movement.seq >= (SELECT first FROM later)
     AND (movement.seq >= $2 OR entry.business_date > $3::date)
)
SELECT version, state, moved.in_process, moved.held
  FROM ledger.book
 CROSS JOIN (SELECT ${gain('in-process')} AS in_process, ${gain('held')} AS held FROM since) AS moved
 WHERE ledger_id = $1 AND noun = 'item' AND id = $4 AND state IS NOT NULL`;

const ON_HAND_MOVEMENTS = `
SELECT seq::text, on_hand_after::text
  FROM ledger.movement
 WHERE ledger_id = $1 AND item = $2 AND seq > $3 AND seq <= $4
   AND starts_with(from_account, 'container:') <> starts_with(to_account, 'container:')
 ORDER BY movement.seq, part
 LIMIT $5`;

const ACCOUNT_MOVEMENTS = `
SELECT seq, part, from_account AS account, from_account, to_account, quantity::text, item, from_after::text AS after
  FROM ledger.movement
 WHERE ledger_id = $1 AND from_account = ANY ($3::text[]) AND from_after IS NOT NULL AND seq < $2
 UNION ALL
SELECT seq, part, to_account AS account, from_account, to_account, quantity::text, item, to_after::text AS after
  FROM ledger.movement
 WHERE ledger_id = $1 AND to_account = ANY ($3::text[]) AND to_after IS NOT NULL AND seq < $2
 ORDER BY 1, 2`;

const FIRST_OF_ITEM = `
SELECT entry.leaf
  FROM ledger.entry
 WHERE ledger_id = $1 AND seq = (
         SELECT seq FROM ledger.movement
          WHERE ledger_id = $1 AND item = $3 AND seq < $2 ORDER BY movement.seq LIMIT 1)`;

/** Where in the register the entries of a period stand, and how many they are. */
export interface Span {
  readonly first: number;
  readonly last: number;
  readonly entries: number;
}

/** Undefined where the period has no entry. */
export async function readSpan(
  db: pg.Pool,
  { ledger, size }: Below,
  { from, to }: Days,
): Promise<Span | undefined> {
  const { rows } = await db.query<{ first: string | null; last: string | null; total: string }>(
    SPAN,
    [ledger, size, from, to],
  );
  const [row] = rows;
  if (row?.first == null || row.last === null) return undefined;
  return { first: Number(row.first), last: Number(row.last), entries: Number(row.total) };
}

/** The days of a period that have entries, of any size. */
export async function readBusyDays(
  db: pg.Pool,
  ledger: LedgerId,
  { from, to }: Days,
): Promise<readonly BusinessDate[]> {
  const { rows } = await db.query<{ date: BusinessDate }>(BUSY_DAYS, [ledger, from, to]);
  return rows.map(({ date }) => date);
}

/** On hand of an item at the end of a day. */
export async function readOnHandAfter(
  db: pg.Pool,
  { ledger, size }: Below,
  day: BusinessDate,
  item: AuditItem,
): Promise<Quantity> {
  const { rows } = await db.query<{ stored: string | null; late: string }>(ON_HAND_AFTER, [
    ledger,
    size,
    day,
    item,
  ]);
  const [row] = rows;
  return add(quantity(BigInt(row?.stored ?? 0)), quantity(BigInt(row?.late ?? 0)));
}

/** The stored cell of an item, and what moved into each kind of account since the end of a day. */
export interface CustodySince {
  readonly version: number;
  readonly state: Canonical;
  readonly inProcess: Quantity;
  readonly held: Quantity;
}

export async function readCustodySince(
  db: pg.Pool,
  { ledger, size }: Below,
  day: BusinessDate,
  item: AuditItem,
): Promise<CustodySince | undefined> {
  const { rows } = await db.query<{
    version: number;
    state: Canonical;
    in_process: string;
    held: string;
  }>(CUSTODY_AFTER, [ledger, size, day, item]);
  return rows.map(({ version, state, in_process, held }) => ({
    version,
    state,
    inProcess: quantity(BigInt(in_process)),
    held: quantity(BigInt(held)),
  }))[0];
}

/** Part of the register, by line: after the first, up to the last. */
export interface Stretch {
  readonly after: number;
  readonly last: number;
}

/** On hand after each movement that changed it. */
export async function readOnHandMovements(
  db: pg.Pool,
  ledger: LedgerId,
  item: AuditItem,
  { after, last, limit }: Stretch & { readonly limit: number },
): Promise<readonly { readonly seq: number; readonly onHand: Quantity }[]> {
  const values = [ledger, item, after, last, limit];
  const { rows } = await db.query<{ seq: string; on_hand_after: string }>(
    ON_HAND_MOVEMENTS,
    values,
  );
  return rows.map((row) => ({
    seq: Number(row.seq),
    onHand: quantity(BigInt(row.on_hand_after)),
  }));
}

/** A movement with its place in the register, from the side of one of its accounts. */
export interface PlacedMovement extends Movement {
  readonly seq: number;
  readonly account: InsideAccount;
  /** Balance of the account after it. */
  readonly after: Quantity;
}

/** Every movement from or to the accounts, in the order they were recorded. */
export async function readAccountMovements(
  db: pg.Pool,
  { ledger, size }: Below,
  accounts: readonly InsideAccount[],
): Promise<readonly PlacedMovement[]> {
  if (accounts.length === 0) return [];
  const { rows } = await db.query<{
    seq: string;
    account: InsideAccount;
    from_account: Account;
    to_account: Account;
    quantity: string;
    item: AuditItem;
    after: string;
  }>(ACCOUNT_MOVEMENTS, [ledger, size, accounts]);
  return rows.map((row) => ({
    seq: Number(row.seq),
    account: row.account,
    from: row.from_account,
    to: row.to_account,
    quantity: quantity(BigInt(row.quantity)),
    item: row.item,
    after: quantity(BigInt(row.after)),
  }));
}

/** The line by which an item first came into the book. */
export async function readFirstOfItem(
  db: pg.Pool,
  { ledger, size }: Below,
  item: AuditItem,
): Promise<Buffer | undefined> {
  const { rows } = await db.query<{ leaf: Buffer }>(FIRST_OF_ITEM, [ledger, size, item]);
  return rows[0]?.leaf;
}

/** Orders are named by the line that made them, and each keeps its patient. */
const HAS_PATIENT = `
SELECT EXISTS (
  SELECT 1 FROM ledger.book
   WHERE ledger_id = $1 AND noun = 'order' AND state->>'patient' = $3 AND id::bigint < $2) AS found`;

export async function readHasPatient(
  db: pg.Pool,
  { ledger, size }: Below,
  patient: PatientId,
): Promise<boolean> {
  const { rows } = await db.query<{ found: boolean }>(HAS_PATIENT, [ledger, size, patient]);
  return rows[0]?.found === true;
}
