/** The SQL that answers a submission again: what was recorded under its id. */
import type pg from 'pg';
import type { BalanceAfter } from '../domain/apply.js';
import type { Entry } from '../domain/entry.js';
import type { EntryId, LeafHash, LedgerId } from '../domain/ids.js';
import { quantity } from '../domain/measures/quantity.js';
import type { ConfidentialRow } from './confidential.js';
import { decodeLeaf } from './leaf/leaf.js';

/** An entry with everything that is stored beside it. */
export interface StoredEntry {
  readonly entry: Entry;
  readonly leafHash: LeafHash;
  readonly requestHash: LeafHash;
  readonly balances: readonly BalanceAfter[];
  /** Personal fields that were not erased. */
  readonly confidential: readonly ConfidentialRow[];
}

const ENTRY = {
  name: 'ledger-replay-entry',
  text: `
SELECT leaf, leaf_hash, request_hash FROM ledger.entry WHERE ledger_id = $1 AND seq = $2`,
};

const BALANCES = {
  name: 'ledger-replay-balances',
  text: `
SELECT from_after::text, to_after::text, on_hand_after::text
  FROM ledger.movement
 WHERE ledger_id = $1 AND seq = $2
 ORDER BY part`,
};

const CONFIDENTIAL = {
  name: 'ledger-replay-confidential',
  text: `
SELECT field, retention, key_id, sealed
  FROM ledger.confidential
 WHERE ledger_id = $1 AND entry_id = $2
 ORDER BY field`,
};

export async function readStored(
  client: pg.ClientBase,
  ledger: LedgerId,
  seq: number,
): Promise<StoredEntry> {
  const found = await client.query<{ leaf: Buffer; leaf_hash: Buffer; request_hash: Buffer }>({
    ...ENTRY,
    values: [ledger, seq],
  });
  const [row] = found.rows;
  if (row === undefined) throw new Error(`expected line ${seq} of ledger ${ledger}, found none`);
  const entry = decodeLeaf(row.leaf);
  const moved = await client.query<{
    from_after: string | null;
    to_after: string | null;
    on_hand_after: string;
  }>({ ...BALANCES, values: [ledger, seq] });
  return {
    entry,
    leafHash: row.leaf_hash.toString('base64') as LeafHash,
    requestHash: row.request_hash.toString('base64') as LeafHash,
    balances: moved.rows.map(({ from_after, to_after, on_hand_after }) => ({
      from: from_after === null ? null : quantity(BigInt(from_after)),
      to: to_after === null ? null : quantity(BigInt(to_after)),
      onHand: quantity(BigInt(on_hand_after)),
    })),
    confidential: await readConfidential(client, ledger, entry.id),
  };
}

async function readConfidential(
  client: pg.ClientBase,
  ledger: LedgerId,
  entry: EntryId,
): Promise<readonly ConfidentialRow[]> {
  const { rows } = await client.query<{
    field: string;
    retention: ConfidentialRow['retention'];
    key_id: string;
    sealed: Buffer;
  }>({ ...CONFIDENTIAL, values: [ledger, entry] });
  return rows.map(({ field, retention, key_id, sealed }) => ({
    ledger,
    entry,
    field,
    retention,
    key: key_id,
    sealed,
  }));
}
