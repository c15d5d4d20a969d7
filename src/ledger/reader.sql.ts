/** The SQL that reads. Nothing that is read here decides anything: decisions read under the head's lock. */
import type pg from 'pg';
import type { BalanceAfter } from '../domain/apply.js';
import type { Account, Movement } from '../domain/custody.js';
import type { AuditItem, EntryId, LedgerId } from '../domain/ids.js';
import type { BusinessDate, Instant } from '../domain/measures/instant.js';
import { quantity } from '../domain/measures/quantity.js';
import type { Canonical } from '../evidence/canonical.js';
import type { ConfidentialRow } from './confidential.js';
import type { Head } from './ledger.sql.js';

/** A pool, or one connection in a transaction. */
export type Connection = pg.Pool | pg.ClientBase;

/** A row of `ledger.entry` as it is stored. */
export interface EntryRow {
  readonly seq: number;
  readonly id: EntryId;
  readonly kind: string;
  readonly version: number;
  readonly recordedAt: Instant;
  readonly occurredAt: Instant;
  readonly businessDate: BusinessDate;
  readonly performer: string;
  readonly movements: number;
  readonly leaf: Buffer;
  readonly leafHash: Buffer;
  readonly requestHash: Buffer;
}

export const ENTRY_COLUMNS = `seq::text, entry_id, kind, version, ledger.instant(recorded_at) AS recorded_at,
       ledger.instant(occurred_at) AS occurred_at, business_date::text, performer, movements, leaf, leaf_hash, request_hash`;

const HEADS = `
SELECT ledger_id, scope, origin, clock, size::text, edge, last_hash, ledger.instant(last_at) AS last_at
  FROM ledger.head
 WHERE $1::text IS NULL OR ledger_id = $1
 ORDER BY ledger_id`;

const ENTRY_BY_ID = `SELECT ${ENTRY_COLUMNS} FROM ledger.entry WHERE ledger_id = $1 AND entry_id = $2`;

const LEAVES = `
SELECT seq::text, leaf, leaf_hash FROM ledger.entry
 WHERE ledger_id = $1 AND seq >= $2 AND seq < $3 ORDER BY entry.seq LIMIT $4`;

const MOVEMENT_COLUMNS = `seq::text, part, from_account, to_account, quantity::text, item, from_after::text,
       to_after::text, on_hand_after::text`;

const MOVEMENTS_OF_LINES = `
SELECT ${MOVEMENT_COLUMNS} FROM ledger.movement
 WHERE ledger_id = $1 AND seq = ANY ($2::bigint[]) ORDER BY movement.seq, part`;

const MOVEMENTS_BETWEEN = `
SELECT ${MOVEMENT_COLUMNS} FROM ledger.movement
 WHERE ledger_id = $1 AND seq >= $2 AND seq < $3 ORDER BY movement.seq, part`;

const MOVEMENTS_OF_ITEM = `
SELECT ${MOVEMENT_COLUMNS} FROM ledger.movement
 WHERE ledger_id = $1 AND item = $2 AND seq >= $3 AND seq < $4 ORDER BY movement.seq, part LIMIT $5`;

const MOVEMENTS_OF_ACCOUNT = `
SELECT ${MOVEMENT_COLUMNS} FROM ledger.movement
 WHERE ledger_id = $1 AND seq >= $3 AND seq < $4
   AND ((from_account = $2 AND from_after IS NOT NULL) OR (to_account = $2 AND to_after IS NOT NULL))
 ORDER BY movement.seq, part LIMIT $5`;

const CELLS = `
SELECT id, version, state, line::text FROM ledger.book
 WHERE ledger_id = $1 AND noun = $2 AND id > $3 AND state IS NOT NULL ORDER BY id LIMIT $4`;

const CELL = `
SELECT id, version, state, line::text FROM ledger.book
 WHERE ledger_id = $1 AND noun = $2 AND id = ANY ($3::text[]) AND state IS NOT NULL`;

const CONFIDENTIAL = `
SELECT ledger_id, entry_id, field, retention, key_id, sealed FROM ledger.confidential
 WHERE ledger_id = $1 AND entry_id = ANY ($2::uuid[]) AND ($3::text[] IS NULL OR field = ANY ($3::text[]))
 ORDER BY entry_id, field`;

const LEAF_HASHES = `
SELECT leaf_hash AS hash FROM ledger.entry
 WHERE ledger_id = $1 AND seq >= $2 AND seq < $3 ORDER BY entry.seq`;

const SUBTREES = `
SELECT hash FROM ledger.subtree
 WHERE ledger_id = $1 AND level = $2 AND index >= $3 AND index < $4 ORDER BY index`;

/** The head of one ledger, or of all. */
export async function readHeads(db: Connection, ledger?: LedgerId): Promise<readonly Head[]> {
  const { rows } = await db.query<{
    ledger_id: LedgerId;
    scope: Head['scope'];
    origin: string;
    clock: Head['clock'];
    size: string;
    edge: Buffer;
    last_hash: Buffer;
    last_at: Instant | null;
  }>(HEADS, [ledger ?? null]);
  return rows.map(({ ledger_id, scope, origin, clock, size, edge, last_hash, last_at }) => ({
    ledger: ledger_id,
    scope,
    origin,
    clock,
    size: Number(size),
    edge,
    lastHash: last_hash,
    lastAt: last_at,
  }));
}

export async function readEntryById(
  db: Connection,
  ledger: LedgerId,
  id: EntryId,
): Promise<EntryRow | undefined> {
  const { rows } = await db.query<RawEntry>(ENTRY_BY_ID, [ledger, id]);
  return rows.map(entryRow)[0];
}

export interface LeafRow {
  readonly seq: number;
  readonly leaf: Buffer;
  readonly leafHash: Buffer;
}

export async function readLeaves(
  db: Connection,
  ledger: LedgerId,
  range: { readonly from: number; readonly to: number; readonly limit: number },
): Promise<readonly LeafRow[]> {
  const { rows } = await db.query<{ seq: string; leaf: Buffer; leaf_hash: Buffer }>(LEAVES, [
    ledger,
    range.from,
    range.to,
    range.limit,
  ]);
  return rows.map(({ seq, leaf, leaf_hash }) => ({ seq: Number(seq), leaf, leafHash: leaf_hash }));
}

/** One leg of an entry, with the balances after it as they print. */
export interface MovementRow {
  readonly seq: number;
  readonly part: number;
  readonly movement: Movement;
  readonly after: BalanceAfter;
}

export async function readMovementsOfLines(
  db: Connection,
  ledger: LedgerId,
  lines: readonly number[],
): Promise<readonly MovementRow[]> {
  if (lines.length === 0) return [];
  const { rows } = await db.query<RawMovement>(MOVEMENTS_OF_LINES, [ledger, lines]);
  return rows.map(movementRow);
}

export async function readMovementsBetween(
  db: Connection,
  ledger: LedgerId,
  range: { readonly from: number; readonly to: number },
): Promise<readonly MovementRow[]> {
  const { rows } = await db.query<RawMovement>(MOVEMENTS_BETWEEN, [ledger, range.from, range.to]);
  return rows.map(movementRow);
}

/** Movements of one audit item, or of one custody account, in the order they were recorded. */
export async function readMovements(
  db: Connection,
  ledger: LedgerId,
  of: { readonly item: AuditItem } | { readonly account: Account },
  range: { readonly from: number; readonly to: number; readonly limit: number },
): Promise<readonly MovementRow[]> {
  const [sql, key] =
    'item' in of ? [MOVEMENTS_OF_ITEM, of.item] : [MOVEMENTS_OF_ACCOUNT, of.account];
  const values = [ledger, key, range.from, range.to, range.limit];
  const { rows } = await db.query<RawMovement>(sql, values);
  return rows.map(movementRow);
}

/** A cell as it is stored: `state` is undecoded. */
export interface CellRow {
  readonly id: string;
  readonly version: number;
  readonly state: Canonical;
  readonly line: number;
}

export async function readCells(
  db: Connection,
  ledger: LedgerId,
  page: { readonly noun: string; readonly after: string; readonly limit: number },
): Promise<readonly CellRow[]> {
  const { rows } = await db.query<RawCell>(CELLS, [ledger, page.noun, page.after, page.limit]);
  return rows.map(cellRow);
}

export async function readNamedCells(
  db: Connection,
  ledger: LedgerId,
  named: { readonly noun: string; readonly ids: readonly string[] },
): Promise<readonly CellRow[]> {
  const { rows } = await db.query<RawCell>(CELL, [ledger, named.noun, named.ids]);
  return rows.map(cellRow);
}

export async function readConfidential(
  db: Connection,
  ledger: LedgerId,
  entries: readonly EntryId[],
  only?: readonly string[],
): Promise<readonly ConfidentialRow[]> {
  if (entries.length === 0) return [];
  const { rows } = await db.query<{
    ledger_id: LedgerId;
    entry_id: EntryId;
    field: string;
    retention: ConfidentialRow['retention'];
    key_id: string;
    sealed: Buffer;
  }>(CONFIDENTIAL, [ledger, entries, only ?? null]);
  return rows.map(({ ledger_id, entry_id, field, retention, key_id, sealed }) => ({
    ledger: ledger_id,
    entry: entry_id,
    field,
    retention,
    key: key_id,
    sealed,
  }));
}

/** Hashes of complete subtrees of 256^level leaves, concatenated: what proofs and tiles are made from. */
export async function readHashes(
  db: Connection,
  ledger: LedgerId,
  range: { readonly level: number; readonly first: number; readonly count: number },
): Promise<Uint8Array> {
  const { level, first, count } = range;
  const { rows } =
    level === 0
      ? await db.query<{ hash: Buffer }>(LEAF_HASHES, [ledger, first, first + count])
      : await db.query<{ hash: Buffer }>(SUBTREES, [ledger, level, first, first + count]);
  return Buffer.concat(rows.map(({ hash }) => hash));
}

export interface RawEntry {
  readonly seq: string;
  readonly entry_id: EntryId;
  readonly kind: string;
  readonly version: number;
  readonly recorded_at: Instant;
  readonly occurred_at: Instant;
  readonly business_date: BusinessDate;
  readonly performer: string;
  readonly movements: number;
  readonly leaf: Buffer;
  readonly leaf_hash: Buffer;
  readonly request_hash: Buffer;
}

export const entryRow = (row: RawEntry): EntryRow => ({
  seq: Number(row.seq),
  id: row.entry_id,
  kind: row.kind,
  version: row.version,
  recordedAt: row.recorded_at,
  occurredAt: row.occurred_at,
  businessDate: row.business_date,
  performer: row.performer,
  movements: row.movements,
  leaf: row.leaf,
  leafHash: row.leaf_hash,
  requestHash: row.request_hash,
});

interface RawMovement {
  readonly seq: string;
  readonly part: number;
  readonly from_account: Account;
  readonly to_account: Account;
  readonly quantity: string;
  readonly item: AuditItem;
  readonly from_after: string | null;
  readonly to_after: string | null;
  readonly on_hand_after: string;
}

const movementRow = (row: RawMovement): MovementRow => ({
  seq: Number(row.seq),
  part: row.part,
  movement: {
    from: row.from_account,
    to: row.to_account,
    quantity: quantity(BigInt(row.quantity)),
    item: row.item,
  },
  after: {
    from: row.from_after === null ? null : quantity(BigInt(row.from_after)),
    to: row.to_after === null ? null : quantity(BigInt(row.to_after)),
    onHand: quantity(BigInt(row.on_hand_after)),
  },
});

export interface RawCell {
  readonly id: string;
  readonly version: number;
  readonly state: Canonical;
  readonly line: string;
}

export const cellRow = ({ id, version, state, line }: RawCell): CellRow => ({
  id,
  version,
  state,
  line: Number(line),
});
