/** The one statement that writes what a batch has recorded. */
import type pg from 'pg';
import type { CellKey } from '../domain/book.js';
import type { BalanceAfter } from '../domain/apply.js';
import type { Cell, Entry } from '../domain/entry.js';
import type { LedgerId } from '../domain/ids.js';
import type { Instant } from '../domain/measures/instant.js';
import { encodeHex } from '../evidence/bytes.js';
import { encode } from '../evidence/canonical.js';
import type { Subtree } from '../evidence/tree.js';
import type { ConfidentialRow } from './confidential.js';
import { splitKey } from './ledger.sql.js';
import { CELL_VERSION, encodeCell } from './stored-cell.js';

/** An entry as it is written, with everything that comes with it. */
export interface WrittenEntry {
  readonly ledger: LedgerId;
  readonly entry: Entry;
  readonly leaf: Uint8Array;
  readonly hash: Uint8Array;
  readonly requestHash: Uint8Array;
  readonly balances: readonly BalanceAfter[];
  readonly confidential: readonly ConfidentialRow[];
  readonly subtrees: readonly Subtree[];
  readonly challenges: readonly string[];
}

export interface MovedHead {
  readonly ledger: LedgerId;
  readonly size: number;
  readonly edge: Uint8Array;
  readonly lastHash: Uint8Array;
  readonly lastAt: Instant;
}

export interface ChangedCell {
  readonly ledger: LedgerId;
  readonly key: CellKey;
  readonly cell: Cell | undefined;
  readonly line: number;
}

/** What is written at once. */
export interface Changes {
  readonly heads: readonly MovedHead[];
  readonly entries: readonly WrittenEntry[];
  readonly cells: readonly ChangedCell[];
}

/**
 * Head, entries, movements, book and companions in one statement, so that it costs one round trip whatever its
 * size. Leaves, hashes and states come as one run of bytes each and are cut here: as arrays, the driver would write them out in
 * hexadecimal. The triggers run after the whole statement and see all of it.
 */
const WRITE = {
  name: 'ledger-write',
  text: `
WITH moved_head AS (
  UPDATE ledger.head
     SET size = moved.size, edge = decode(moved.edge, 'hex'), last_hash = decode(moved.last_hash, 'hex'),
         last_at = moved.last_at
    FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::timestamptz[])
      AS moved(ledger_id, size, edge, last_hash, last_at)
   WHERE head.ledger_id = moved.ledger_id
),
written_entry AS (
  INSERT INTO ledger.entry (ledger_id, seq, entry_id, kind, version, recorded_at, occurred_at, business_date, performer,
                            movements, leaf, leaf_hash, request_hash)
  SELECT ledger_id, seq, entry_id, kind, version, recorded_at, occurred_at, business_date, performer, movements,
         substring($17::bytea FROM leaf_start FOR leaf_length),
         substring($18::bytea FROM (number * 64 - 63)::integer FOR 32),
         substring($18::bytea FROM (number * 64 - 31)::integer FOR 32)
    FROM unnest($6::text[], $7::bigint[], $8::uuid[], $9::text[], $10::smallint[], $11::timestamptz[],
                $12::timestamptz[], $13::date[], $14::text[], $15::smallint[], $16::integer[], $19::integer[])
         WITH ORDINALITY
      AS entry(ledger_id, seq, entry_id, kind, version, recorded_at, occurred_at, business_date, performer, movements,
               leaf_start, leaf_length, number)
),
written_movement AS (
  INSERT INTO ledger.movement (ledger_id, seq, part, from_account, to_account, quantity, item, from_after, to_after,
                               on_hand_after)
  SELECT * FROM unnest($20::text[], $21::bigint[], $22::smallint[], $23::text[], $24::text[], $25::bigint[], $26::text[],
                       $27::bigint[], $28::bigint[], $29::bigint[])
),
written_cell AS (
  INSERT INTO ledger.book (ledger_id, noun, id, version, state, line)
  SELECT ledger_id, noun, id, ${CELL_VERSION},
         CASE WHEN length > 0 THEN convert_from(substring($30::bytea FROM start FOR length), 'UTF8')::jsonb END, line
    FROM unnest($44::text[], $45::text[], $46::text[], $47::bigint[], $48::integer[], $49::integer[])
      AS cell(ledger_id, noun, id, line, start, length)
      ON CONFLICT (ledger_id, noun, id)
      DO UPDATE SET version = excluded.version, state = excluded.state, line = excluded.line
),
written_field AS (
  INSERT INTO ledger.confidential (ledger_id, entry_id, field, retention, key_id, sealed)
  SELECT ledger_id, entry_id, field, retention, key_id, decode(sealed, 'base64')
    FROM unnest($31::text[], $32::uuid[], $33::text[], $34::text[], $35::text[], $36::text[])
      AS field(ledger_id, entry_id, field, retention, key_id, sealed)
),
written_subtree AS (
  INSERT INTO ledger.subtree (ledger_id, level, index, hash)
  SELECT ledger_id, level, index, decode(hash, 'hex')
    FROM unnest($37::text[], $38::smallint[], $39::bigint[], $40::text[]) AS subtree(ledger_id, level, index, hash)
)
UPDATE ledger.challenge
   SET used_at = used.at
  FROM unnest($41::text[], $42::uuid[], $43::timestamptz[]) AS used(ledger_id, id, at)
 WHERE challenge.ledger_id = used.ledger_id AND challenge.id = used.id`,
};

export async function writeChanges(client: pg.ClientBase, changes: Changes): Promise<void> {
  await client.query({ ...WRITE, values: valuesOf(changes) });
}

function valuesOf({ heads, entries, cells }: Changes): unknown[] {
  const leaves = joined(entries.map(({ leaf }) => leaf));
  const states = joined(cells.map(stateBytes));
  const parts = cells.map(({ key }) => splitKey(key));
  const hashes = Buffer.concat(entries.flatMap(({ hash, requestHash }) => [hash, requestHash]));
  const of = <T>(read: (written: WrittenEntry) => T): readonly T[] => entries.map(read);
  return [
    heads.map(({ ledger }) => ledger),
    heads.map(({ size }) => size),
    heads.map(({ edge }) => encodeHex(edge)),
    heads.map(({ lastHash }) => encodeHex(lastHash)),
    heads.map(({ lastAt }) => lastAt),
    of(({ ledger }) => ledger),
    of(({ entry }) => entry.seq),
    of(({ entry }) => entry.id),
    of(({ entry }) => entry.kind),
    of(({ entry }) => entry.version),
    of(({ entry }) => entry.recordedAt),
    of(({ entry }) => entry.occurredAt),
    of(({ entry }) => entry.businessDate),
    of(({ entry }) => entry.performer),
    of(({ entry }) => entry.effects.movements.length),
    leaves.starts,
    leaves.bytes,
    hashes,
    leaves.lengths,
    ...movementColumns(entries),
    states.bytes,
    ...confidentialColumns(entries),
    ...subtreeColumns(entries),
    ...challengeColumns(entries),
    cells.map(({ ledger }) => ledger),
    parts.map(([noun]) => noun),
    parts.map(([, id]) => id),
    cells.map(({ line }) => line),
    states.starts,
    states.lengths,
  ];
}

interface Joined {
  readonly bytes: Buffer;
  /** Of each part, counted from one as SQL does. */
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
}

function joined(parts: readonly Uint8Array[]): Joined {
  let start = 1;
  const starts: number[] = [];
  for (const part of parts) {
    starts.push(start);
    start += part.length;
  }
  return { bytes: Buffer.concat(parts), starts, lengths: parts.map(({ length }) => length) };
}

/** The canonical bytes of a cell; none where it is no longer there. */
function stateBytes({ cell }: ChangedCell): Uint8Array {
  return cell === undefined ? NO_BYTES : encode(encodeCell(cell));
}
const NO_BYTES = new Uint8Array(0);

function movementColumns(entries: readonly WrittenEntry[]): readonly unknown[] {
  const rows = entries.flatMap(({ ledger, entry, balances }) =>
    entry.effects.movements.map((movement, part) => {
      const after = balances[part];
      if (after === undefined) throw new Error(`line ${entry.seq} has a movement without balances`);
      return { ledger, seq: entry.seq, part, movement, after };
    }),
  );
  return [
    rows.map(({ ledger }) => ledger),
    rows.map(({ seq }) => seq),
    rows.map(({ part }) => part),
    rows.map(({ movement }) => movement.from),
    rows.map(({ movement }) => movement.to),
    rows.map(({ movement }) => movement.quantity.toString()),
    rows.map(({ movement }) => movement.item),
    rows.map(({ after }) => after.from?.toString() ?? null),
    rows.map(({ after }) => after.to?.toString() ?? null),
    rows.map(({ after }) => after.onHand.toString()),
  ];
}

function confidentialColumns(entries: readonly WrittenEntry[]): readonly unknown[] {
  const rows = entries.flatMap(({ confidential }) => confidential);
  return [
    rows.map(({ ledger }) => ledger),
    rows.map(({ entry }) => entry),
    rows.map(({ field }) => field),
    rows.map(({ retention }) => retention),
    rows.map(({ key }) => key),
    rows.map(({ sealed }) => Buffer.from(sealed).toString('base64')),
  ];
}

function subtreeColumns(entries: readonly WrittenEntry[]): readonly unknown[] {
  const rows = entries.flatMap(({ ledger, subtrees }) =>
    subtrees.map((subtree) => ({ ledger, ...subtree })),
  );
  return [
    rows.map(({ ledger }) => ledger),
    rows.map(({ level }) => level),
    rows.map(({ index }) => index),
    rows.map(({ hash }) => encodeHex(hash)),
  ];
}

function challengeColumns(entries: readonly WrittenEntry[]): readonly unknown[] {
  const rows = entries.flatMap(({ ledger, entry, challenges }) =>
    challenges.map((challenge) => ({ ledger, challenge, at: entry.recordedAt })),
  );
  return [
    rows.map(({ ledger }) => ledger),
    rows.map(({ challenge }) => challenge),
    rows.map(({ at }) => at),
  ];
}
