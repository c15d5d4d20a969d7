import { isDeepStrictEqual } from 'node:util';
import { apply, cellsTouchedBy, shelvesTouchedBy } from '../../src/domain/apply.js';
import type { BalanceAfter } from '../../src/domain/apply.js';
import { Slice } from '../../src/domain/book.js';
import type { CellKey, Reads } from '../../src/domain/book.js';
import { decide, reads, readsFurther } from '../../src/domain/decide.js';
import type { Context, Decision } from '../../src/domain/decision.js';
import type { Cell, Entry, Noun } from '../../src/domain/entry.js';
import { asId } from '../../src/domain/ids.js';
import type { EntryId, LeafHash, LedgerId, PersonId } from '../../src/domain/ids.js';
import { businessDateOf } from '../../src/domain/measures/instant.js';
import type { Instant, Zone } from '../../src/domain/measures/instant.js';
import type { Organisation } from '../../src/domain/organisation.js';
import type { Meaning, Seen, Signature } from '../../src/domain/person.js';
import { policyAt } from '../../src/domain/policy.js';
import type { Facts, RejectionCode } from '../../src/domain/rejection.js';
import type { Request, Source } from '../../src/domain/request.js';
import { checkBook } from '../domain/book-invariants.js';

/** A second person who signs a request with a credential of their own. */
export interface Cosigner {
  readonly person: PersonId;
  readonly meaning: Meaning;
  readonly seen: readonly Seen[];
  /** When they signed; the time of recording where nothing is said. */
  readonly signedAt?: Instant;
}

/** Who asks, and with whose signatures. */
export interface By {
  /** Who writes it down for the performer. */
  readonly transcriber?: PersonId | null;
  readonly performer: PersonId | 'system';
  readonly signatures?: readonly Cosigner[];
  /** When the performer last proved who they are; the time of recording where nothing is said. */
  readonly provedAt?: Instant;
  readonly source?: Source;
}

/** How often the whole book is checked against what must always hold. */
export type Checks = 'after every line' | 'at the end';

/** What came of a request. */
export type Submitted =
  | { readonly accepted: true; readonly entry: Entry; readonly balances: readonly BalanceAfter[] }
  | { readonly accepted: false; readonly code: RejectionCode; readonly facts: Facts };

/**
 * One ledger in memory: the rules of `domain` with nothing around them. It reads, decides and folds
 * in the order of the real writer, on a slice that holds only what the request said it would read,
 * so that a read which was not announced fails here as it does there. After every line the whole
 * book is checked against what must always hold.
 *
 * Not handled: bytes, hashes, idempotency, batches. A leaf hash is a name that stands for one.
 */
export class PureRegister {
  readonly book = new Slice('whole');
  readonly entries: Entry[] = [];

  constructor(
    readonly ledger: LedgerId,
    private readonly organisation: () => Organisation,
    /** What the clock says; set by whoever tells the story. */
    public now: Instant,
    /** Long simulations are checked once at their end, by whoever runs them. */
    private readonly checks: Checks = 'after every line',
  ) {}

  submit(request: Request, by: By): Submitted {
    const part = new Slice('part');
    this.load(part, reads(request));
    // What the first of these rounds shows may name more: the real writer asks twice as well.
    this.load(part, readsFurther(request, part));
    this.load(part, readsFurther(request, part));
    const context = this.contextOf(by, part);
    const decision = this.decideTwice(request, context);
    if (!decision.accepted) return { accepted: false, ...decision.rejection };
    const { effects } = decision;
    this.loadCells(part, cellsTouchedBy(effects));
    this.loadCells(part, shelvesTouchedBy(effects, part));
    const balances = apply(part, context.seq, effects);
    for (const { key, cell } of part.takeChanges()) this.write(key, cell);
    const entry = this.entryOf(request, context, by, effects);
    this.entries.push(entry);
    if (this.checks === 'after every line') checkBook(this.book, this.entries);
    return { accepted: true, entry, balances };
  }

  /** The hash that stands for the bytes of a line. */
  leafHashOf(line: number): LeafHash {
    return asId(`leaf of line ${line} of ${this.ledger}`);
  }

  get zone(): Zone {
    return this.organisation().sites.get(this.ledger)?.zone ?? asId('UTC');
  }

  private load(part: Slice, wanted: Reads): void {
    this.loadCells(part, wanted.cells);
    for (const set of wanted.all ?? [])
      if (!part.hasAll(set)) part.loadAll(set, this.book.gather(set));
    for (const line of wanted.lines) part.loadLine(line, this.entries[line]);
  }

  /** What was loaded before stays: the real writer never reads a cell twice in one batch. */
  private loadCells(part: Slice, keys: readonly CellKey[]): void {
    for (const key of keys) if (!part.has(key)) part.load(key, this.read(key));
  }

  private read(key: CellKey): Cell | undefined {
    const [noun, id] = split(key);
    return this.book.find(noun, id);
  }

  private write(key: CellKey, cell: Cell | undefined): void {
    if (cell === undefined) this.book.remove(...split(key));
    else this.book.put(cell);
  }

  /** A decision depends on nothing but what it is given, and changes none of it. */
  private decideTwice(request: Request, context: Context): Decision {
    const first = decide(request, context);
    if (this.checks === 'at the end') return first;
    const second = decide(request, context);
    if (!isDeepStrictEqual(first, second))
      throw new Error(`two decisions on one ${request.kind} differ`);
    if (context.book.takeChanges().length > 0)
      throw new Error(`deciding on a ${request.kind} changed the book`);
    return first;
  }

  private contextOf(by: By, book: Slice): Context {
    const seq = this.entries.length;
    return {
      ledger: this.ledger,
      entry: entryId(this.ledger, seq),
      seq,
      recordedAt: this.now,
      performer: by.performer,
      provedAt: by.provedAt ?? this.now,
      signatures: this.signaturesOf(by),
      book,
      organisation: this.organisation(),
      commitmentOf: (field) => asId(`commitment to ${field} of line ${seq} of ${this.ledger}`),
      leafHashOf: (line) => this.leafHashOf(line),
    };
  }

  private signaturesOf({ performer, transcriber, signatures = [] }: By): readonly Signature[] {
    const others = signatures.map(({ person, meaning, seen, signedAt }) =>
      this.signature(person, { meaning, seen, signedAt: signedAt ?? this.now }),
    );
    // The session of whoever writes it down signs nothing for the performer.
    if (performer === 'system' || transcriber != null) return others;
    const own = this.signature(performer, { meaning: 'performed', seen: [], signedAt: this.now });
    return [own, ...others];
  }

  private signature(
    id: PersonId,
    what: Pick<Signature, 'meaning' | 'seen' | 'signedAt'>,
  ): Signature {
    const person = this.organisation().persons.get(id);
    if (person === undefined) throw new Error(`${id} signs and is not on record`);
    return {
      person: id,
      ...what,
      method: what.meaning === 'performed' ? 'session' : 'password',
      licenseClass: person.licenseClass,
      name: person.nameCommitment,
      initials: person.initialsCommitment,
      hash: asId('hash of the content'),
      words: '1',
    };
  }

  private entryOf(request: Request, context: Context, by: By, effects: Entry['effects']): Entry {
    const { seq, recordedAt, performer, signatures, entry: id } = context;
    const timeline = this.book.find('policy', 'timeline');
    const dayStartsAt =
      timeline === undefined ? '00:00' : policyAt(timeline, recordedAt).settings.dayStartsAt;
    return {
      log: this.ledger,
      seq,
      id,
      kind: request.kind,
      version: 1,
      recordedAt,
      occurredAt: request.occurredAt,
      zone: this.zone,
      businessDate: businessDateOf(request.occurredAt, this.zone, dayStartsAt),
      clock: 'simulated',
      performer,
      transcriber: by.transcriber ?? null,
      source: by.source ?? 'manual',
      signatures,
      organisationSize: context.organisation.size,
      previous: seq === 0 ? '' : this.leafHashOf(seq - 1),
      commitments: request.personal.map(({ field, retention }) => ({
        field,
        retention,
        commitment: context.commitmentOf(field),
      })),
      request: { ...request, personal: [] },
      effects,
    };
  }
}

const entryId = (ledger: LedgerId, seq: number): EntryId => asId(`entry ${seq} of ${ledger}`);

/** A key is a noun, a slash, and an id that may hold slashes of its own. */
function split(key: CellKey): [Noun, string] {
  const at = key.indexOf('/');
  // Everything before the first slash of a cell's key is its noun.
  return [key.slice(0, at) as Noun, key.slice(at + 1)];
}
