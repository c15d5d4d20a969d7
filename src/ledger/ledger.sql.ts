/**
 * The SQL that records. Private to this folder: nobody else names these tables. Every statement but the first is
 * prepared once per connection, and times travel as text, so that no driver rounds a microsecond.
 */
import type pg from 'pg';
import type { CellKey, Gathering } from '../domain/book.js';
import type { Cell, Entry, State } from '../domain/entry.js';
import type { EntryId, LeafHash, LedgerId } from '../domain/ids.js';
import type { Instant } from '../domain/measures/instant.js';
import type { Canonical } from '../evidence/canonical.js';
import { decodeLeaf } from './leaf/leaf.js';
import { gatherCells } from './gathering.sql.js';
import { decodeCell } from './stored-cell.js';

/** The row that stands for a ledger; whoever holds its lock may write. */
export interface Head {
  readonly ledger: LedgerId;
  readonly scope: 'site' | 'organisation';
  readonly origin: string;
  readonly clock: 'real' | 'simulated';
  readonly size: number;
  readonly edge: Buffer;
  readonly lastHash: Buffer;
  readonly lastAt: Instant | null;
}

/** What is read once the locks are held. */
export interface Moment {
  /** Database time. */
  readonly at: Instant;
  readonly organisationSize: number;
  /** Lines that already have one of the asked ids, by `ledger/id`. */
  readonly known: ReadonlyMap<string, number>;
}

interface HeadRow {
  readonly ledger_id: LedgerId;
  readonly scope: Head['scope'];
  readonly origin: string;
  readonly clock: Head['clock'];
  readonly size: string;
  readonly edge: Buffer;
  readonly last_hash: Buffer;
  readonly last_at: Instant | null;
}

const LOCK_TIMEOUT_MS = 50;
const LEDGER_ID = /^[a-z0-9]{12}$/;

const HEAD_COLUMNS = `ledger_id, scope, origin, clock, size::text, edge, last_hash, ledger.instant(last_at) AS last_at`;

const MOMENT = {
  name: 'ledger-moment',
  text: `
SELECT ledger.instant(clock_timestamp()) AS at, organisation.size::text AS organisation_size,
       known.ledger_id, known.entry_id, known.seq::text
  FROM (SELECT) AS once
  LEFT JOIN ledger.head AS organisation ON organisation.scope = 'organisation'
  LEFT JOIN (
    SELECT entry.ledger_id, entry.entry_id, entry.seq
      FROM unnest($1::text[], $2::uuid[]) AS asked(ledger_id, entry_id)
      JOIN ledger.entry ON entry.ledger_id = asked.ledger_id AND entry.entry_id = asked.entry_id
  ) AS known ON true`,
};

const CELLS = {
  name: 'ledger-cells',
  text: `
SELECT book.ledger_id, book.noun, book.id, book.version, book.state
  FROM unnest($1::text[], $2::text[], $3::text[]) AS asked(ledger_id, noun, id)
  JOIN ledger.book ON book.ledger_id = asked.ledger_id AND book.noun = asked.noun AND book.id = asked.id
 WHERE book.state IS NOT NULL`,
};

const LINES = {
  name: 'ledger-lines',
  text: `
SELECT entry.ledger_id, entry.seq::text, entry.leaf, entry.leaf_hash
  FROM unnest($1::text[], $2::bigint[]) AS asked(ledger_id, seq)
  JOIN ledger.entry ON entry.ledger_id = asked.ledger_id AND entry.seq = asked.seq`,
};

const MASTER_DATA = {
  name: 'ledger-master-data',
  text: `
SELECT head.size::text, book.version, book.state
  FROM ledger.head
  LEFT JOIN ledger.book
    ON book.ledger_id = head.ledger_id
   AND book.noun IN ('site', 'person', 'grant', 'product', 'supplier')
   AND book.line >= $1
   AND book.state IS NOT NULL
 WHERE head.scope = 'organisation'`,
};

const CREATE_HEAD = {
  name: 'ledger-create-head',
  text: `
INSERT INTO ledger.head (ledger_id, scope, origin, clock, size, edge, last_hash, last_at)
VALUES ($1, $2, $3, $4, 0, '', '', NULL)
ON CONFLICT DO NOTHING`,
};

/** Statements of one transaction, on the connection that holds it. */
export class LedgerDatabase {
  constructor(private readonly client: pg.ClientBase) {}

  /**
   * Begins, and locks the heads in the order of their ids. One head alone is waited for, for a moment; of several, those
   * that are not free are left out.
   */
  async begin(ledgers: readonly LedgerId[]): Promise<readonly Head[]> {
    if (!ledgers.every((ledger) => LEDGER_ID.test(ledger))) throw new RangeError('not a ledger id');
    // One round trip: hence one text without parameters, of ids that were checked above. Plans are made while a young
    // register is small and kept while it grows, so they must not scan it.
    const ids = ledgers.map((ledger) => `'${ledger}'`).join(', ');
    const answers = (await this.client.query(`
BEGIN ISOLATION LEVEL READ COMMITTED;
SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS};
SET LOCAL enable_seqscan = off;
SELECT ${HEAD_COLUMNS} FROM ledger.head WHERE ledger_id IN (${ids}) ORDER BY head.ledger_id
   FOR UPDATE${ledgers.length > 1 ? ' SKIP LOCKED' : ''}`)) as unknown as readonly pg.QueryResult<HeadRow>[];
    return (answers.at(-1)?.rows ?? []).map(headOf);
  }

  /** Begins a transaction that makes a ledger's head, unless there is one, and locks it. */
  async beginNew(
    head: Pick<Head, 'ledger' | 'scope' | 'origin' | 'clock'>,
  ): Promise<Head | undefined> {
    await this.client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    await this.client.query({
      ...CREATE_HEAD,
      values: [head.ledger, head.scope, head.origin, head.clock],
    });
    const { rows } = await this.client.query<HeadRow>(
      `SELECT ${HEAD_COLUMNS} FROM ledger.head WHERE ledger_id = $1 FOR UPDATE`,
      [head.ledger],
    );
    return rows.map(headOf)[0];
  }

  async moment(
    ids: readonly { readonly ledger: LedgerId; readonly id: EntryId }[],
  ): Promise<Moment> {
    const { rows } = await this.client.query<{
      at: Instant;
      organisation_size: string | null;
      ledger_id: LedgerId | null;
      entry_id: EntryId | null;
      seq: string | null;
    }>({ ...MOMENT, values: [ids.map(({ ledger }) => ledger), ids.map(({ id }) => id)] });
    const [first] = rows;
    if (first === undefined) throw new Error('expected the time from the database, found no row');
    const known = new Map(
      rows.flatMap(({ ledger_id, entry_id, seq }) =>
        ledger_id === null || entry_id === null
          ? []
          : [[`${ledger_id}/${entry_id}`, Number(seq)] as const],
      ),
    );
    return { at: first.at, organisationSize: Number(first.organisation_size ?? 0), known };
  }

  /** The cells that are there, of those asked for. */
  async loadCells(
    asked: readonly { readonly ledger: LedgerId; readonly key: CellKey }[],
  ): Promise<readonly { readonly ledger: LedgerId; readonly cell: Cell }[]> {
    const parts = asked.map(({ key }) => splitKey(key));
    const { rows } = await this.client.query<{
      ledger_id: LedgerId;
      version: number;
      state: Canonical;
    }>({
      ...CELLS,
      values: [
        asked.map(({ ledger }) => ledger),
        parts.map(([noun]) => noun),
        parts.map(([, id]) => id),
      ],
    });
    return rows.map(({ ledger_id, version, state }) => ({
      ledger: ledger_id,
      cell: decodeCell(version, state),
    }));
  }

  /** Every stored cell of a set. */
  loadAll(ledger: LedgerId, gathering: Gathering): Promise<readonly Cell[]> {
    return gatherCells(this.client, ledger, gathering);
  }

  async loadLines(
    asked: readonly { readonly ledger: LedgerId; readonly line: number }[],
  ): Promise<readonly LoadedLine[]> {
    const { rows } = await this.client.query<{
      ledger_id: LedgerId;
      seq: string;
      leaf: Buffer;
      leaf_hash: Buffer;
    }>({ ...LINES, values: [asked.map(({ ledger }) => ledger), asked.map(({ line }) => line)] });
    return rows.map(({ ledger_id, leaf, leaf_hash }) => ({
      ledger: ledger_id,
      entry: decodeLeaf(leaf),
      leafHash: leaf_hash.toString('base64') as LeafHash,
    }));
  }

  /** The organisation's size, and its states that changed from a line on, as they are at that size. */
  async loadMasterData(
    from: number,
  ): Promise<{ readonly size: number; readonly states: readonly State[] }> {
    const { rows } = await this.client.query<{
      size: string;
      version: number | null;
      state: Canonical;
    }>({ ...MASTER_DATA, values: [from] });
    const states = rows.flatMap(({ version, state }) =>
      version === null ? [] : [decodeCell(version, state)],
    );
    // The nouns that the statement names are all nouns of states.
    return { size: Number(rows[0]?.size ?? 0), states: states as readonly State[] };
  }

  /** Throws unless the server says that it has committed. */
  async commit(): Promise<void> {
    const { command } = await this.client.query('COMMIT');
    if (command !== 'COMMIT') throw new Error(`expected a commit, found ${command}`);
  }

  async rollback(): Promise<void> {
    await this.client.query('ROLLBACK');
  }
}

export interface LoadedLine {
  readonly ledger: LedgerId;
  readonly entry: Entry;
  readonly leafHash: LeafHash;
}

function headOf(row: HeadRow): Head {
  const { ledger_id, scope, origin, clock, size, edge, last_hash, last_at } = row;
  return {
    ledger: ledger_id,
    scope,
    origin,
    clock,
    size: Number(size),
    edge,
    lastHash: last_hash,
    lastAt: last_at,
  };
}

/** Noun and id of a key: the noun holds no slash. */
export function splitKey(key: CellKey): readonly [string, string] {
  const slash = key.indexOf('/');
  return [key.slice(0, slash), key.slice(slash + 1)];
}
