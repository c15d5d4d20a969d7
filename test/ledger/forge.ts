/** Makes the statements that somebody would use who has the service's password and not its program. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Entry } from '../../src/domain/entry.js';
import { asId } from '../../src/domain/ids.js';
import type { LeafHash, LedgerId } from '../../src/domain/ids.js';
import type { Instant } from '../../src/domain/measures/instant.js';
import { decodeEdge, encodeEdge, extend, leafHash } from '../../src/evidence/tree.js';
import { decodeLeaf, encodeLeaf } from '../../src/ledger/leaf/leaf.js';
import { readHeads } from '../../src/ledger/reader.sql.js';
import { contentOf, performersHash } from '../../src/ledger/signed-content.js';

/** One more line, honest in every part until a test changes one. */
export interface Forgery {
  readonly head: Record<string, unknown> | null;
  readonly entry: Record<string, unknown> | null;
  readonly movements: readonly Record<string, unknown>[];
}

/** A forgery that repeats the ledger's newest draw. `change` alters the entry before its leaf is made. */
export async function forge(
  pool: pg.Pool,
  ledger: LedgerId,
  change: (entry: Entry) => Entry = (entry) => entry,
): Promise<Forgery> {
  const [head] = await readHeads(pool, ledger);
  if (head === undefined) throw new Error('no such ledger');
  const { rows } = await pool.query<{ leaf: Buffer; at: Instant }>(
    `SELECT leaf, ledger.instant(clock_timestamp()) AS at FROM ledger.entry
      WHERE ledger_id = $1 AND kind = 'draw' ORDER BY seq DESC LIMIT 1`,
    [ledger],
  );
  const [last] = rows;
  if (last === undefined) throw new Error('the ledger has no draw');
  const entry = change({
    ...decodeLeaf(last.leaf),
    seq: head.size,
    id: asId(randomUUID()),
    recordedAt: last.at,
    previous: head.lastHash.toString('base64') as LeafHash,
    signatures: [],
  });
  const leaf = encodeLeaf(entry);
  const hash = leafHash(leaf);
  const { edge } = extend(decodeEdge(head.size, head.edge), hash);
  return {
    head: {
      size: head.size + 1,
      edge: Buffer.from(encodeEdge(edge)),
      last_hash: Buffer.from(hash),
      last_at: entry.recordedAt,
    },
    entry: {
      ledger_id: ledger,
      seq: entry.seq,
      entry_id: entry.id,
      kind: entry.kind,
      version: entry.version,
      recorded_at: entry.recordedAt,
      occurred_at: entry.occurredAt,
      business_date: entry.businessDate,
      performer: entry.performer,
      movements: entry.effects.movements.length,
      leaf: Buffer.from(leaf),
      leaf_hash: Buffer.from(hash),
      request_hash: Buffer.from(performersHash(contentOf(entry)), 'base64'),
    },
    movements: entry.effects.movements.map((movement, part) => ({
      ledger_id: ledger,
      seq: entry.seq,
      part,
      from_account: movement.from,
      to_account: movement.to,
      quantity: movement.quantity.toString(),
      item: movement.item,
      from_after: 0,
      to_after: 0,
      on_hand_after: 0,
    })),
  };
}

/** Runs a forgery up to its commit, which is checked but not done. Throws what the database says. */
export async function attempt(pool: pg.Pool, ledger: LedgerId, forgery: Forgery): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { head, entry, movements } = forgery;
    if (head !== null) {
      const names = Object.keys(head);
      const list = names.map((name, i) => `${name} = $${i + 2}`).join(', ');
      await client.query(`UPDATE ledger.head SET ${list} WHERE ledger_id = $1`, [
        ledger,
        ...Object.values(head),
      ]);
    }
    if (entry !== null) await insert(client, 'ledger.entry', entry);
    for (const movement of movements) await insert(client, 'ledger.movement', movement);
    // What the commit would check, now.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

export async function insert(
  client: pg.ClientBase | pg.Pool,
  table: string,
  row: Record<string, unknown>,
): Promise<void> {
  const names = Object.keys(row);
  await client.query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
}
