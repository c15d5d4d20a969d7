import { apply } from '../domain/apply.js';
import type { BalanceAfter } from '../domain/apply.js';
import { Slice } from '../domain/book.js';
import type { CellKey } from '../domain/book.js';
import type { Entry } from '../domain/entry.js';
import { encodeBase64, equalBytes } from '../evidence/bytes.js';
import { CanonicalError } from '../evidence/canonical.js';
import { decodeEdge, EMPTY_EDGE, extend, leafHash, rootOf } from '../evidence/tree.js';
import type { Edge, Subtree } from '../evidence/tree.js';
import { Wrong } from './audit-finding.js';
import type { KeptHead } from './audit-finding.js';
import { isCommittedTo, openField } from './confidential.js';
import type { ConfidentialRow, Sealer } from './confidential.js';
import { LeafError } from './leaf/codec.js';
import { decodeLeaf } from './leaf/leaf.js';
import type { Head } from './ledger.sql.js';
import type { EntryRow, MovementRow } from './reader.sql.js';
import { contentOf, covers, performersHash } from './signed-content.js';

/** Lines of one ledger in their order, with all that is stored beside them. */
export interface Page {
  readonly rows: readonly EntryRow[];
  readonly movements: readonly MovementRow[];
  readonly confidential: readonly ConfidentialRow[];
}

const KEPT = 'checkpoint kept elsewhere';

/** One ledger, replayed line by line from its leaves. Throws `Wrong` at the first line that is. */
export class Replay {
  readonly book = new Slice('whole');
  /** Last line that touched each cell. */
  readonly touched = new Map<CellKey, number>();
  readonly subtrees: Subtree[] = [];
  #edge: Edge = EMPTY_EDGE;
  #lastHash = '';
  #lastAt: string | null = null;
  /** By size: the register may have as many signed heads as lines. */
  readonly #kept: ReadonlyMap<number, readonly KeptHead[]>;
  readonly #sealer: Sealer | undefined;

  constructor(
    private readonly head: Head,
    options: { readonly kept: readonly KeptHead[]; readonly sealer: Sealer | undefined },
  ) {
    this.#kept = groupBy(options.kept, ({ size }) => size);
    this.#sealer = options.sealer;
  }

  get edge(): Edge {
    return this.#edge;
  }

  take({ rows, movements, confidential }: Page): void {
    const moved = groupBy(movements, ({ seq }) => seq);
    const fields = groupBy(confidential, ({ entry }) => entry);
    for (const row of rows) {
      this.#takeLine(row, moved.get(row.seq) ?? [], fields.get(row.id) ?? []);
      moved.delete(row.seq);
    }
    for (const [seq] of moved)
      throw new Wrong(seq, 'there are movements of a line that is not there');
  }

  #takeLine(
    row: EntryRow,
    movements: readonly MovementRow[],
    confidential: readonly ConfidentialRow[],
  ): void {
    const seq = this.#edge.size;
    if (row.seq !== seq) throw new Wrong(seq, 'the line is missing');
    const hash = leafHash(row.leaf);
    if (!equalBytes(hash, row.leafHash))
      throw new Wrong(seq, 'its stored hash is not that of its leaf');
    const entry = this.#decode(row);
    const difference = columnsDiffer(row, entry);
    if (difference !== undefined) throw new Wrong(seq, `its leaf has another ${difference}`);
    if (entry.log !== this.head.origin) throw new Wrong(seq, 'its leaf belongs to another ledger');
    if (entry.previous !== this.#lastHash)
      throw new Wrong(seq, 'its leaf does not follow the line before');
    if ((entry.clock === 'simulated') !== (this.head.clock === 'simulated'))
      throw new Wrong(seq, 'its leaf was recorded by another kind of clock');
    this.#checkSignatures(entry, row);
    this.#checkPersonal(entry, confidential);
    this.#checkMovements(entry, movements, this.#apply(entry));
    const extended = extend(this.#edge, hash);
    this.#edge = extended.edge;
    this.subtrees.push(...extended.subtrees);
    this.#lastHash = encodeBase64(hash);
    this.#lastAt = entry.recordedAt;
    this.#compareKept();
  }

  #decode({ seq, leaf }: EntryRow): Entry {
    try {
      return decodeLeaf(leaf);
    } catch (error) {
      if (error instanceof LeafError || error instanceof CanonicalError)
        throw new Wrong(seq, `its leaf cannot be read: ${error.message}`);
      throw error;
    }
  }

  #checkSignatures(entry: Entry, row: EntryRow): void {
    const content = contentOf(entry);
    if (performersHash(content) !== row.requestHash.toString('base64'))
      throw new Wrong(entry.seq, 'its stored hash of the request is not that of its leaf');
    for (const signature of entry.signatures) {
      if (!covers(signature, content))
        throw new Wrong(entry.seq, `the signature of ${signature.person} is for another content`);
      if ((signature.meaning === 'performed') !== (signature.person === entry.performer))
        throw new Wrong(entry.seq, `${signature.person} witnessed their own act`);
    }
  }

  /** Rows that are gone are not wrong: they may have been erased, and every proof holds without them. */
  #checkPersonal(entry: Entry, rows: readonly ConfidentialRow[]): void {
    for (const row of rows) {
      const commitment = entry.commitments.find(({ field }) => field === row.field);
      if (commitment === undefined)
        throw new Wrong(
          entry.seq,
          `there are personal data "${row.field}" that it does not commit to`,
        );
      if (this.#sealer === undefined) continue;
      if (!isOpenedBy(this.#sealer, row, entry))
        throw new Wrong(entry.seq, `its personal data "${row.field}" are not what it commits to`);
    }
  }

  #apply(entry: Entry): readonly BalanceAfter[] {
    let balances: readonly BalanceAfter[];
    try {
      balances = apply(this.book, entry.seq, entry.effects);
    } catch (error) {
      throw new Wrong(entry.seq, `its effects cannot be applied: ${String(error)}`);
    }
    for (const { key } of this.book.takeChanges()) this.touched.set(key, entry.seq);
    return balances;
  }

  #checkMovements(
    entry: Entry,
    stored: readonly MovementRow[],
    balances: readonly BalanceAfter[],
  ): void {
    const { movements } = entry.effects;
    if (stored.length !== movements.length)
      throw new Wrong(
        entry.seq,
        `it has ${stored.length} stored movements, and ${movements.length} in its leaf`,
      );
    stored.forEach((row, part) => {
      const { from, to, quantity, item } = row.movement;
      const leg = movements[part];
      const isSame =
        row.part === part &&
        leg?.from === from &&
        leg.to === to &&
        leg.quantity === quantity &&
        leg.item === item;
      if (!isSame)
        throw new Wrong(entry.seq, `its stored movement ${part + 1} is not that of its leaf`);
      const after = balances[part];
      if (
        after?.from !== row.after.from ||
        after.to !== row.after.to ||
        after.onHand !== row.after.onHand
      )
        throw new Wrong(
          entry.seq,
          `the balances after its movement ${part + 1} are not what the lines add up to`,
        );
    });
  }

  #compareKept(): void {
    const { size } = this.#edge;
    for (const { root, name = `the ${KEPT}` } of this.#kept.get(size) ?? []) {
      if (!equalBytes(root, rootOf(this.#edge)))
        throw new Wrong(null, `its first ${size} lines are not those of ${name}`);
    }
  }

  /** Compares what the lines add up to with the head. */
  end(): void {
    const { size, edge, lastHash, lastAt } = this.head;
    const found = this.#edge.size;
    const longest = [...this.#kept.values()].flat().reduce<KeptHead | undefined>(larger, undefined);
    if (longest !== undefined && longest.size > found)
      throw new Wrong(
        found,
        `the line is missing: ${longest.name ?? `a ${KEPT}`} has ${longest.size} lines`,
      );
    if (found !== size)
      throw new Wrong(Math.min(found, size), `the head has ${size} lines, and there are ${found}`);
    const isEdge = decodeEdge(size, edge).hashes.every((hash, i) =>
      equalBytes(hash, this.#edge.hashes[i] ?? hash.slice(1)),
    );
    if (!isEdge)
      throw new Wrong(size - 1, 'the edge of the tree in the head is not that of the lines');
    if (lastHash.toString('base64') !== this.#lastHash || lastAt !== this.#lastAt)
      throw new Wrong(size - 1, 'the head does not name its last line');
  }
}

function columnsDiffer(row: EntryRow, entry: Entry): string | undefined {
  if (entry.seq !== row.seq) return 'number';
  if (entry.id !== row.id) return 'id';
  if (entry.kind !== row.kind) return 'kind';
  if (entry.version !== row.version) return 'version';
  if (entry.recordedAt !== row.recordedAt) return 'time of recording';
  if (entry.occurredAt !== row.occurredAt) return 'time of the event';
  if (entry.businessDate !== row.businessDate) return 'business date';
  if (entry.performer !== row.performer) return 'performer';
  if (entry.effects.movements.length !== row.movements) return 'number of movements';
  return undefined;
}

function isOpenedBy(sealer: Sealer, row: ConfidentialRow, entry: Entry): boolean {
  const commitment = entry.commitments.find(({ field }) => field === row.field);
  try {
    return isCommittedTo(commitment, entry.id, openField(sealer, row));
  } catch {
    // The cipher refuses bytes that were changed; that is what was asked.
    return false;
  }
}

const larger = (longest: KeptHead | undefined, head: KeptHead): KeptHead =>
  longest !== undefined && longest.size >= head.size ? longest : head;

function groupBy<Key, T>(list: readonly T[], keyOf: (value: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const value of list) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}
