/** What somebody can do who owns the database: a superuser who takes the triggers and checks away first. */
import pg from 'pg';
import type { LedgerId } from '../../../src/domain/ids.js';
import { encodeBase64 } from '../../../src/evidence/bytes.js';
import { type Canonical, decode, encode } from '../../../src/evidence/canonical.js';
import { isObject } from '../../../src/ledger/leaf/codec.js';
import { decodeLeaf } from '../../../src/ledger/leaf/leaf.js';
import { type Edge, EMPTY_EDGE, encodeEdge, extend, leafHash } from '../../../src/evidence/tree.js';

const TABLES = ['entry', 'head', 'movement', 'book', 'checkpoint', 'subtree', 'confidential'];

type Leaf = Record<string, Canonical>;

export class Tampering {
  private constructor(readonly client: pg.Client) {}

  static async as(superuserUrl: string): Promise<Tampering> {
    const client = new pg.Client({ connectionString: superuserUrl });
    await client.connect();
    // Nothing but this word keeps the owner of a server from changing its schema.
    await client.query(`SET countersign.migration = 'on'`);
    for (const table of TABLES)
      await client.query(`ALTER TABLE ledger.${table} DISABLE TRIGGER ALL`);
    await client.query('ALTER TABLE ledger.entry DROP CONSTRAINT IF EXISTS entry_leaf_hash');
    return new Tampering(client);
  }

  async end(): Promise<void> {
    await this.client.end();
  }

  async run(sql: string, values: readonly unknown[] = []): Promise<void> {
    const { rowCount } = await this.client.query(sql, [...values]);
    if (rowCount === 0) throw new Error(`nothing was tampered with by ${sql}`);
  }

  async leaves(ledger: LedgerId): Promise<Buffer[]> {
    const { rows } = await this.client.query<{ leaf: Buffer }>(
      'SELECT leaf FROM ledger.entry WHERE ledger_id = $1 ORDER BY seq',
      [ledger],
    );
    return rows.map(({ leaf }) => leaf);
  }

  /** Changes one leaf and nothing else: its stored hash is made to fit. */
  async editLeaf(ledger: LedgerId, line: number, change: (leaf: Leaf) => void): Promise<void> {
    const leaves = await this.leaves(ledger);
    const leaf = changed(leaves[line] ?? Buffer.alloc(0), change);
    await this.run(
      'UPDATE ledger.entry SET leaf = $3, leaf_hash = $4 WHERE ledger_id = $1 AND seq = $2',
      [ledger, line, Buffer.from(leaf), Buffer.from(leafHash(leaf))],
    );
  }

  /** Changes a leaf and then makes everything after it fit: hashes, predecessors, and the head. */
  async rewriteFrom(ledger: LedgerId, line: number, change: (leaf: Leaf) => void): Promise<void> {
    const leaves = await this.leaves(ledger);
    const rewritten: Uint8Array[] = [];
    let previous = '';
    for (const [seq, original] of leaves.entries()) {
      const leaf = changed(original, (json) => {
        if (seq === line) change(json);
        json['prev'] = previous;
      });
      previous = encodeBase64(leafHash(leaf));
      rewritten.push(leaf);
      await this.run(
        'UPDATE ledger.entry SET leaf = $3, leaf_hash = $4 WHERE ledger_id = $1 AND seq = $2',
        [ledger, seq, Buffer.from(leaf), Buffer.from(leafHash(leaf))],
      );
    }
    await this.moveHead(ledger, rewritten);
  }

  /** Takes away the last lines with everything that belongs to them. */
  async cutTo(ledger: LedgerId, size: number): Promise<void> {
    await this.run('DELETE FROM ledger.entry WHERE ledger_id = $1 AND seq >= $2', [ledger, size]);
    for (const table of ['movement', 'book'])
      await this.client.query(
        `DELETE FROM ledger.${table} WHERE ledger_id = $1 AND ${table === 'book' ? 'line' : 'seq'} >= $2`,
        [ledger, size],
      );
    await this.client.query('DELETE FROM ledger.checkpoint WHERE ledger_id = $1 AND size > $2', [
      ledger,
      size,
    ]);
    await this.moveHead(ledger, await this.leaves(ledger));
  }

  /** Keeps everything of a ledger as a backup would, and gives what puts it back. */
  async backup(ledger: LedgerId): Promise<() => Promise<void>> {
    for (const table of TABLES)
      await this.client.query(
        `CREATE TEMP TABLE kept_${table} AS SELECT * FROM ledger.${table} WHERE ledger_id = '${ledger}'`,
      );
    return async () => {
      await this.wipe(ledger);
      for (const table of TABLES) {
        const columns = await this.#written(table);
        await this.client.query(
          `INSERT INTO ledger.${table} (${columns}) SELECT ${columns} FROM kept_${table}`,
        );
      }
    };
  }

  /** Names of a table's columns that are written, and not generated from others. */
  async #written(table: string): Promise<string> {
    const { rows } = await this.client.query<{ name: string }>(
      `SELECT quote_ident(attname) AS name FROM pg_attribute
        WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
      [`ledger.${table}`],
    );
    return rows.map(({ name }) => name).join(', ');
  }

  async wipe(ledger: LedgerId): Promise<void> {
    for (const table of TABLES)
      await this.client.query(`DELETE FROM ledger.${table} WHERE ledger_id = $1`, [ledger]);
  }

  /** Makes the head fit the leaves. */
  async moveHead(ledger: LedgerId, leaves: readonly Uint8Array[]): Promise<void> {
    let edge: Edge = EMPTY_EDGE;
    for (const leaf of leaves) edge = extend(edge, leafHash(leaf)).edge;
    const last = leaves.at(-1);
    if (last === undefined) throw new Error('a head without lines');
    await this.run(
      'UPDATE ledger.head SET size = $2, edge = $3, last_hash = $4, last_at = $5 WHERE ledger_id = $1',
      [
        ledger,
        edge.size,
        Buffer.from(encodeEdge(edge)),
        Buffer.from(leafHash(last)),
        decodeLeaf(last).recordedAt,
      ],
    );
  }
}

/** The same leaf after a change, in canonical bytes. */
export function changed(leaf: Uint8Array, change: (leaf: Leaf) => void): Uint8Array {
  const json = jsonOf(leaf);
  change(json);
  return encode(json);
}

function jsonOf(leaf: Uint8Array): Leaf {
  const json = decode(leaf);
  if (!isObject(json)) throw new Error('a leaf is an object');
  return { ...json };
}
