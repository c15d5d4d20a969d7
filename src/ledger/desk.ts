import type { BalanceAfter } from '../domain/apply.js';
import { apply } from '../domain/apply.js';
import type { CellKey } from '../domain/book.js';
import type { Cell, ClockMark, Effects, Entry } from '../domain/entry.js';
import type { EntryId, LeafHash } from '../domain/ids.js';
import { businessDateOf, minutesBetween, zone } from '../domain/measures/instant.js';
import type { Instant, Zone } from '../domain/measures/instant.js';
import type { Organisation } from '../domain/organisation.js';
import { policyAt } from '../domain/policy.js';
import type { Request } from '../domain/request.js';
import { encodeBase64 } from '../evidence/bytes.js';
import { decodeEdge, encodeEdge, extend, leafHash } from '../evidence/tree.js';
import type { Edge, Subtree } from '../evidence/tree.js';
import type { Head } from './ledger.sql.js';
import { currentVersion } from './leaf/kinds.js';
import { encodeLeaf } from './leaf/leaf.js';
import { withStates } from './master-data.js';
import type { OpenSlice } from './slices.js';
import type { Prepared, Recorded } from './submission.js';
import type { Signed } from './signing.js';
import type { ChangedCell, Changes, WrittenEntry } from './write.sql.js';

/** Database and service clocks that differ by more than this are marked in the entry. */
const SKEW_MINUTES = 2;
const NO_ZONE = zone('UTC');

/** An entry that is ready to be applied: it can still be given up. */
export interface Sealed {
  readonly entry: Entry;
  readonly leaf: Uint8Array;
  readonly hash: Uint8Array;
  readonly edge: Edge;
  readonly subtrees: readonly Subtree[];
}

/** One ledger while its head is locked: what it is, and what this batch adds to it. */
export class Desk {
  readonly written: WrittenEntry[] = [];
  readonly answered = new Map<EntryId, { readonly item: Prepared; readonly answer: Recorded }>();
  readonly clockMark: ClockMark;
  #edge: Edge;
  #lastHash: Uint8Array;
  #organisation: Organisation;
  readonly #changes = new Map<CellKey, ChangedCell>();
  #isWrittenUpTo = 0;

  constructor(
    readonly head: Head,
    readonly open: OpenSlice,
    parts: {
      readonly recordedAt: Instant;
      /** What the clock of this process says. */
      readonly ownTime: Instant;
      readonly organisation: Organisation;
    },
  ) {
    this.recordedAt = parts.recordedAt;
    this.clockMark = markOf(head, parts);
    this.#edge = decodeEdge(head.size, head.edge);
    this.#lastHash = head.lastHash;
    this.#organisation = parts.organisation;
  }

  /** The time of every entry of this batch. */
  readonly recordedAt: Instant;

  /** Number of the next line. */
  get size(): number {
    return this.#edge.size;
  }

  get organisation(): Organisation {
    return this.#organisation;
  }

  /** Makes the entry and its leaf. Changes nothing yet. */
  seal({ submission, request }: Prepared, signed: Signed, effects: Effects): Sealed {
    const { kind, occurredAt } = submission.request;
    const where = this.#zone(submission.request);
    const entry: Entry = {
      log: this.head.origin,
      seq: this.size,
      id: submission.id,
      kind,
      version: currentVersion(kind),
      recordedAt: this.recordedAt,
      occurredAt,
      zone: where,
      businessDate: businessDateOf(occurredAt, where, this.#dayStartsAt(occurredAt)),
      clock: this.clockMark,
      performer: submission.performer,
      transcriber: submission.transcriber,
      source: submission.source,
      signatures: signed.signatures,
      organisationSize: this.#organisation.size,
      // 32 bytes in base64 are what a LeafHash is.
      previous: this.size === 0 ? '' : (encodeBase64(this.#lastHash) as LeafHash),
      commitments: signed.content.commitments,
      request: { ...submission.request, personal: [] },
      effects,
    };
    const leaf = encodeLeaf(entry, request);
    const hash = leafHash(leaf);
    return { entry, leaf, hash, ...extend(this.#edge, hash) };
  }

  /** Adds the entry to the book. From here on the desk is good only if the whole batch is committed. */
  take(item: Prepared, sealed: Sealed, signed: Signed): Recorded {
    const { entry, leaf, hash, edge, subtrees } = sealed;
    const { slice, leafHashes } = this.open;
    const balances = apply(slice, entry.seq, entry.effects);
    for (const { key, cell } of slice.takeChanges()) this.#change(key, cell, entry.seq);
    this.#edge = edge;
    this.#lastHash = hash;
    const leafHashText = encodeBase64(hash) as LeafHash;
    if (slice.hasLine(entry.seq)) {
      // Somebody asked for this line before it was there.
      slice.loadLine(entry.seq, entry);
      leafHashes.set(entry.seq, leafHashText);
    }
    if (this.head.scope === 'organisation')
      this.#organisation = withStates(this.#organisation, entry.effects.states, this.size);
    this.written.push({
      ledger: this.head.ledger,
      entry,
      leaf,
      hash,
      requestHash: Buffer.from(signed.requestHash, 'base64'),
      balances,
      confidential: signed.confidential,
      subtrees,
      challenges: item.submission.challenges,
    });
    return recorded(item, { entry, leafHash: leafHashText, balances, replayed: false });
  }

  /** A line that this batch has taken and the database does not have yet. */
  lineOfThisBatch(
    line: number,
  ): { readonly entry: Entry; readonly leafHash: LeafHash } | undefined {
    const found = this.written.find(({ entry }) => entry.seq === line);
    return found === undefined
      ? undefined
      : { entry: found.entry, leafHash: encodeBase64(found.hash) as LeafHash };
  }

  /** Whether lines were taken that the database was not told of. */
  get hasUnwritten(): boolean {
    return this.#isWrittenUpTo < this.written.length;
  }

  /** What the database has to be told: everything since the last time. */
  takeUnwritten(): Changes {
    const entries = this.written.slice(this.#isWrittenUpTo);
    const cells = [...this.#changes.values()];
    this.#isWrittenUpTo = this.written.length;
    this.#changes.clear();
    const head = {
      ledger: this.head.ledger,
      size: this.size,
      edge: encodeEdge(this.#edge),
      lastHash: this.#lastHash,
      lastAt: this.recordedAt,
    };
    return { heads: [head], entries, cells };
  }

  get lastHash(): string {
    return encodeBase64(this.#lastHash);
  }

  #change(key: CellKey, cell: Cell | undefined, line: number): void {
    this.#changes.set(key, { ledger: this.head.ledger, key, cell, line });
  }

  #zone(request: Request): Zone {
    if (request.kind === 'opened') return request.site?.zone ?? NO_ZONE;
    const site = this.#organisation.sites.get(this.head.ledger);
    return site?.zone ?? this.open.slice.find('register', 'register')?.site?.zone ?? NO_ZONE;
  }

  #dayStartsAt(occurredAt: Instant): string | undefined {
    if (this.size === 0) return undefined;
    const timeline = this.open.slice.find('policy', 'timeline');
    return timeline === undefined ? undefined : policyAt(timeline, occurredAt).settings.dayStartsAt;
  }
}

/** The answer to a submission that has become an entry. */
export function recorded(
  item: Prepared,
  found: {
    readonly entry: Entry;
    readonly leafHash: LeafHash;
    readonly balances: readonly BalanceAfter[];
    readonly replayed: boolean;
  },
): Recorded {
  if (item.submission.id !== found.entry.id) throw new Error('an answer to another submission');
  return { outcome: 'recorded', ...found };
}

function markOf(
  head: Head,
  { recordedAt, ownTime }: { readonly recordedAt: Instant; readonly ownTime: Instant },
): ClockMark {
  if (head.clock === 'simulated') return 'simulated';
  if (head.lastAt !== null && recordedAt < head.lastAt) return 'back';
  return Math.abs(minutesBetween(ownTime, recordedAt)) >= SKEW_MINUTES ? 'skew' : 'ok';
}
