/**
 * What the signer makes sure of before it signs: it reads every leaf since its last size, from the primary and in one
 * snapshot, recomputes its hash from its bytes, checks its place and its clock mark, and extends its own edge. What the
 * database says of the result (head, stored hashes, stored checkpoints) must agree with it to the last byte.
 */
import type pg from 'pg';
import type { ClockMark, Entry } from '../domain/entry.js';
import type { LedgerId } from '../domain/ids.js';
import { encodeBase64, equalBytes } from '../evidence/bytes.js';
import { CanonicalError } from '../evidence/canonical.js';
import { verifyCheckpoint } from '../evidence/checkpoint.js';
import type { Checkpoint } from '../evidence/checkpoint.js';
import { EvidenceError } from '../evidence/error.js';
import { EMPTY_EDGE, encodeEdge, extend, leafHash, rootOf } from '../evidence/tree.js';
import type { Subtree } from '../evidence/tree.js';
import { LeafError } from './leaf/codec.js';
import { decodeLeaf } from './leaf/leaf.js';
import type { Head } from './ledger.sql.js';
import { readHashes, readHeads, readLeaves } from './reader.sql.js';
import type { LeafRow } from './reader.sql.js';
import type { Remembered } from './signer-memory.js';
import { isStandby, readNotes } from './signer.sql.js';

/** The signer found something that it must not sign. `line` is the first that is wrong, or null where it is not one. */
export class SignerRefusal extends Error {
  override readonly name = 'SignerRefusal';

  constructor(
    readonly ledger: LedgerId,
    readonly line: number | null,
    readonly what: string,
  ) {
    const where = line === null ? `ledger ${ledger}` : `line ${line} of ledger ${ledger}`;
    super(`the signer refuses ${where}: ${what}`);
  }
}

/** One log as the signer reads it. */
export interface LogToSign {
  readonly ledger: LedgerId;
  /** The log's verifier key, as our own key makes it. */
  readonly vkey: string;
  readonly remembered: Remembered;
}

const LEAVES_AT_ONCE = 500;
const NOTES_AT_ONCE = 500;
const LARGEST_SIZE = Number.MAX_SAFE_INTEGER;

/** Reads on from what is remembered up to the head, and returns what is to be remembered then. */
export async function readOn(client: pg.ClientBase, log: LogToSign): Promise<Remembered> {
  const { ledger, remembered } = log;
  if (await isStandby(client)) throw new SignerRefusal(ledger, null, 'this server is a standby');
  const [head] = await readHeads(client, ledger);
  const size = head?.size ?? 0;
  if (size < remembered.edge.size) {
    const what = `it ends at ${size}, and ${remembered.edge.size} lines were signed`;
    throw new SignerRefusal(ledger, size, what);
  }
  if (head === undefined) return remembered;
  const [later] = await readNotes(client, ledger, { from: size, to: LARGEST_SIZE, limit: 1 });
  if (later !== undefined) {
    const what = `it ends at ${size}, and there is a checkpoint of ${later.size} lines`;
    throw new SignerRefusal(ledger, size, what);
  }
  if (head.origin !== remembered.origin)
    throw new SignerRefusal(ledger, null, `its origin is ${head.origin}, not ${remembered.origin}`);
  const reading = new Reading(log);
  for (let from = remembered.edge.size; from < size;) {
    const rows = await readLeaves(client, ledger, { from, to: size, limit: LEAVES_AT_ONCE });
    const notes = await notesBetween(client, log, { from, to: from + rows.length });
    for (const row of rows) reading.take(row, notes);
    if (rows.length === 0) throw new SignerRefusal(ledger, from, 'the line is missing');
    from += rows.length;
  }
  const wrong = reading.headFault(head);
  if (wrong !== null) {
    await locateChange(client, log);
    throw new SignerRefusal(ledger, size - 1, wrong);
  }
  await compareSubtrees(client, ledger, reading.subtrees);
  return reading.remembered;
}

/**
 * The head is not what we know: reads the signed past again, and refuses with the first line that is wrong. Where the
 * whole past was rewritten with all its hashes, the line can only be named as one of the smallest subtree that changed.
 */
async function locateChange(client: pg.ClientBase, log: LogToSign): Promise<void> {
  const { ledger, remembered } = log;
  const { edge: known, origin } = remembered;
  const reading = new Reading({ ...log, remembered: beginning(origin) });
  let [subtree, start] = [0, 0];
  for (let from = 0; from < known.size;) {
    const to = start + largestPower(known.size - start);
    const limit = Math.min(LEAVES_AT_ONCE, to - from);
    const rows = await readLeaves(client, ledger, { from, to, limit });
    if (rows.length === 0) throw new SignerRefusal(ledger, from, 'the line is missing');
    for (const row of rows) reading.take(row, new Map());
    from += rows.length;
    if (from < to) continue;
    const [ours, theirs] = [known.hashes[subtree], reading.remembered.edge.hashes[subtree]];
    if (ours === undefined || theirs === undefined || !equalBytes(ours, theirs)) {
      const what = `lines ${start} to ${to - 1} are not those that were signed`;
      throw new SignerRefusal(ledger, start, what);
    }
    start = to;
    subtree += 1;
  }
}

/** What is remembered of a log before it has a line. */
export function beginning(origin: string): Remembered {
  return { origin, clock: null, edge: EMPTY_EDGE, last: null, since: 0 };
}

/** The largest power of two that is not above a number: how many leaves the first perfect subtree has. */
function largestPower(number: number): number {
  let power = 1;
  while (power * 2 <= number) power *= 2;
  return power;
}

/** The checkpoints that the database keeps of sizes above `from`, up to `to`. Each was signed by our key. */
async function notesBetween(
  client: pg.ClientBase,
  { ledger, vkey }: LogToSign,
  range: { readonly from: number; readonly to: number },
): Promise<ReadonlyMap<number, Checkpoint>> {
  const found = new Map<number, Checkpoint>();
  const stored = await readNotes(client, ledger, { ...range, limit: NOTES_AT_ONCE });
  for (const { size, note } of stored) {
    try {
      found.set(size, verifyCheckpoint({ note, vkey }));
    } catch (error) {
      if (!(error instanceof EvidenceError)) throw error;
      const what = `the stored checkpoint of ${size} lines is not ours (${error.message})`;
      throw new SignerRefusal(ledger, null, what);
    }
  }
  return found;
}

/** A stored hash that went bad would make proofs that do not verify: it is found before it is signed over. */
async function compareSubtrees(
  client: pg.ClientBase,
  ledger: LedgerId,
  subtrees: readonly Subtree[],
): Promise<void> {
  for (const { level, index, hash } of subtrees) {
    const stored = await readHashes(client, ledger, { level, first: index, count: 1 });
    if (equalBytes(stored, hash)) continue;
    const line = index * 256 ** level;
    const what = `the stored hash of subtree ${index} of level ${level} is not that of its lines`;
    throw new SignerRefusal(ledger, line, what);
  }
}

/** The lines since the last signature, taken in order. */
class Reading {
  readonly subtrees: Subtree[] = [];
  #state: Remembered;

  constructor(private readonly log: LogToSign) {
    this.#state = log.remembered;
  }

  get remembered(): Remembered {
    return this.#state;
  }

  take(row: LeafRow, notes: ReadonlyMap<number, Checkpoint>): void {
    const { edge, origin, since } = this.#state;
    const seq = edge.size;
    const hash = leafHash(row.leaf);
    if (row.seq !== seq) this.#refuse(seq, 'the line is missing');
    if (!equalBytes(hash, row.leafHash))
      this.#refuse(seq, 'its stored hash is not that of its leaf');
    const entry = this.#decode(seq, row.leaf);
    this.#checkPlace(entry);
    const clock = this.#clockOf(entry);
    this.#checkClock(entry, clock);
    const extended = extend(edge, hash);
    this.subtrees.push(...extended.subtrees);
    const last = { hash, at: entry.recordedAt };
    this.#state = { origin, clock, edge: extended.edge, last, since };
    const note = notes.get(seq + 1);
    if (note !== undefined && !equalBytes(note.root, rootOf(extended.edge)))
      this.#refuse(seq, `the first ${seq + 1} lines are not those of the checkpoint signed then`);
  }

  /** The head must be what the lines add up to: whoever changed one of the two shows here. */
  headFault(head: Head): string | null {
    const { edge, last, clock } = this.#state;
    if (!equalBytes(head.edge, encodeEdge(edge)))
      return 'the head of the ledger is not the tree over the lines that were signed';
    const isLast = last === null || equalBytes(head.lastHash, last.hash);
    if (!isLast || head.lastAt !== (last?.at ?? null))
      return 'the head of the ledger does not name its last line';
    return clock !== null && head.clock !== clock
      ? 'the head of the ledger has another clock than line 0'
      : null;
  }

  #decode(seq: number, leaf: Uint8Array): Entry {
    try {
      return decodeLeaf(leaf);
    } catch (error) {
      if (error instanceof LeafError || error instanceof CanonicalError)
        this.#refuse(seq, `its leaf cannot be read${error.path === '' ? '' : ` at ${error.path}`}`);
      throw error;
    }
  }

  #checkPlace({ seq, log, previous }: Entry): void {
    const { edge, origin, last } = this.#state;
    if (seq !== edge.size) this.#refuse(edge.size, `its leaf says that it is line ${seq}`);
    if (log !== origin) this.#refuse(seq, `its leaf belongs to ${log}`);
    if (previous !== (last === null ? '' : encodeBase64(last.hash)))
      this.#refuse(seq, 'its leaf does not follow the line before it');
  }

  #clockOf({ seq, request }: Entry): Remembered['clock'] {
    if (request.kind !== 'opened') {
      return seq === 0 ? this.#refuse(seq, 'it does not open the ledger') : this.#state.clock;
    }
    if (seq !== 0) return this.#refuse(seq, 'it opens a ledger that is open');
    if (request.origin !== this.#state.origin) this.#refuse(seq, `it opens ${request.origin}`);
    if (request.verifierKey !== this.log.vkey)
      this.#refuse(seq, 'it names another verifier key than ours');
    return request.clock;
  }

  #checkClock({ seq, clock, recordedAt }: Entry, kind: Remembered['clock']): void {
    const isSimulated = kind === 'simulated';
    const { last } = this.#state;
    const isBack = last !== null && recordedAt < last.at;
    const allowed: readonly ClockMark[] = isSimulated
      ? ['simulated']
      : isBack
        ? ['back']
        : ['ok', 'skew'];
    if (!allowed.includes(clock))
      this.#refuse(
        seq,
        `its clock mark is "${clock}", and its time asks for "${allowed.join('" or "')}"`,
      );
  }

  #refuse(line: number, what: string): never {
    throw new SignerRefusal(this.log.ledger, line, what);
  }
}
