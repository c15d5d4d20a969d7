import type pg from 'pg';
import { cellsTouchedBy, shelvesTouchedBy } from '../domain/apply.js';
import { cellKey } from '../domain/book.js';
import type { Reads } from '../domain/book.js';
import { decide, reads, readsFurther } from '../domain/decide.js';
import type { Effects } from '../domain/entry.js';
import type { LedgerId } from '../domain/ids.js';
import { LAST_COUNTS } from '../domain/counting/last-counts.js';
import { rejection } from '../domain/rejection.js';
import type { Rejection } from '../domain/rejection.js';
import type { Clock } from '../platform/clock.js';
import { lockChallenges } from './challenge.sql.js';
import type { SealedChallenge } from './challenge.sql.js';
import type { Sealer } from './confidential.js';
import { Desk } from './desk.js';
import type { Sealed } from './desk.js';
import { LONGEST_LEAF } from './leaf/leaf.js';
import { LedgerDatabase } from './ledger.sql.js';
import type { Head, Moment } from './ledger.sql.js';
import { loadMissing, missingReads } from './loading.js';
import type { MasterData } from './master-data.js';
import { replay } from './replay.js';
import { readStored } from './replay.sql.js';
import { sign } from './signing.js';
import type { Signed } from './signing.js';
import type { Slices } from './slices.js';
import { isSameContent, isUuid } from './submission.js';
import type { Prepared, Recorded } from './submission.js';
import { writeChanges } from './write.sql.js';

/** What a batch works with. */
export interface BatchParts {
  readonly client: pg.ClientBase;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly slices: Slices;
  readonly masterData: MasterData;
}

/** What became of one submission. `failed` is a bug that touched nobody else; `waiting` means its ledger was busy. */
export type Answer =
  | Recorded
  | { readonly outcome: 'failed'; readonly error: unknown }
  | { readonly outcome: 'waiting' };

/** Lines that one statement writes. Fewer would cost more statements, more would leave the server waiting. */
const WRITTEN_AT_ONCE = 16;

/** What every submission is decided on. */
export const ALWAYS: Reads = {
  cells: [cellKey('register', 'register'), cellKey('policy', 'timeline'), LAST_COUNTS],
  lines: [],
};

/**
 * Records submissions to one or more ledgers in one transaction: locks the heads, decides each submission in turn on the
 * book in memory, and writes what was accepted. One that is refused refuses nobody else. It throws when nothing was
 * recorded, or when nobody can know: each submission is then to be tried by itself, and looked up first.
 */
export class Batch {
  readonly #database: LedgerDatabase;
  readonly #desks = new Map<LedgerId, Desk>();
  #challenges: ReadonlyMap<string, SealedChallenge> = new Map();
  #writing: Promise<void> = Promise.resolve();

  constructor(private readonly parts: BatchParts) {
    this.#database = new LedgerDatabase(parts.client);
  }

  async run(items: readonly Prepared[]): Promise<ReadonlyMap<Prepared, Answer>> {
    const ledgers = [...new Set(items.map(({ ledger }) => ledger))];
    const heads = await this.#database.begin(ledgers);
    const locked = new Set(heads.map(({ ledger }) => ledger));
    // A head that could not be locked is busy, or does not exist: that shows when it is asked for alone.
    const absent: Answer =
      ledgers.length > 1 ? { outcome: 'waiting' } : refused('ledger.not-opened');
    const there = items.filter(({ ledger }) => locked.has(ledger));
    const answers = new Map<Prepared, Answer>(items.map((item) => [item, absent]));
    for (const [item, answer] of await this.#record(heads, there)) answers.set(item, answer);
    return answers;
  }

  /** Records the first line of a ledger, for which there is no head yet. */
  async open(item: Prepared): Promise<ReadonlyMap<Prepared, Answer>> {
    const { ledger, submission } = item;
    const { request } = submission;
    if (request.kind !== 'opened' || request.ledger !== ledger)
      throw new RangeError('a ledger is opened by its own opening request');
    const { origin, clock, site } = request;
    const scope = site === null ? 'organisation' : 'site';
    const head = await this.#database.beginNew({ ledger, scope, origin, clock });
    // Another ledger has the origin, or the organisation has its ledger already.
    if (head === undefined) {
      await this.#database.rollback();
      return new Map([[item, refused('ledger.already-opened')]]);
    }
    return this.#record([head], [item]);
  }

  async #record(
    heads: readonly Head[],
    items: readonly Prepared[],
  ): Promise<ReadonlyMap<Prepared, Answer>> {
    const moment = await this.#database.moment(
      items.map(({ ledger, submission }) => ({ ledger, id: submission.id })),
    );
    await this.#sitDown(heads, moment);
    await this.#loadChallenges(items);
    await this.#loadAhead(items, moment);
    const answers = new Map<Prepared, Answer>();
    let taken = 0;
    for (const item of items) {
      const answer = await this.#answer(item, moment);
      answers.set(item, answer);
      taken += answer.outcome === 'recorded' && !answer.replayed ? 1 : 0;
      if (taken % WRITTEN_AT_ONCE === 0 && taken > 0) await this.#startWriting();
    }
    await this.#finish();
    return answers;
  }

  async #sitDown(heads: readonly Head[], moment: Moment): Promise<void> {
    const { clock, slices, masterData } = this.parts;
    const organisation = await masterData.at(moment.organisationSize, this.#database);
    const ownTime = clock.now();
    for (const head of heads) {
      const open = slices.take(head.ledger, head.size, head.lastHash.toString('base64'));
      const recordedAt = head.clock === 'simulated' ? ownTime : moment.at;
      this.#desks.set(head.ledger, new Desk(head, open, { recordedAt, ownTime, organisation }));
    }
  }

  async #loadChallenges(items: readonly Prepared[]): Promise<void> {
    const asked = items.flatMap(({ ledger, submission }) =>
      submission.challenges.filter(isUuid).map((challenge) => ({ ledger, challenge })),
    );
    if (asked.length === 0) return;
    const found = await lockChallenges(this.parts.client, asked);
    this.#challenges = new Map(found.map((challenge) => [challenge.id, challenge]));
  }

  /** Loads for all submissions at once what each of them is likely to read. */
  async #loadAhead(items: readonly Prepared[], moment: Moment): Promise<void> {
    const fresh = items.filter((item) => lineOf(item, moment) === undefined);
    const wanted = fresh.map((item) => ({ desk: this.#desk(item), item }));
    await this.#load(
      wanted.flatMap(({ desk, item }) => [
        { desk, reads: ALWAYS },
        { desk, reads: reads(item.submission.request) },
      ]),
    );
    await this.#load(
      wanted.map(({ desk, item }) => ({
        desk,
        reads: readsFurther(item.submission.request, desk.open.slice),
      })),
    );
  }

  async #load(wanted: readonly { readonly desk: Desk; readonly reads: Reads }[]): Promise<void> {
    const missing = missingReads(wanted);
    if ([missing.cells, missing.lines, missing.all].every(({ length }) => length === 0)) return;
    await this.#writing;
    await loadMissing(this.#database, this.#desks, missing);
  }

  /**
   * Tells the database what was taken so far and goes on deciding while it writes: the server has a processor of its own.
   * All of it is one transaction.
   */
  async #startWriting(): Promise<void> {
    const grown = [...this.#desks.values()].filter(({ hasUnwritten }) => hasUnwritten);
    if (grown.length === 0) return;
    const parts = grown.map((desk) => desk.takeUnwritten());
    const changes = {
      heads: parts.flatMap(({ heads }) => heads),
      entries: parts.flatMap(({ entries }) => entries),
      cells: parts.flatMap(({ cells }) => cells),
    };
    this.#writing = this.#writing.then(() => writeChanges(this.parts.client, changes));
    // Whoever awaits it hears of a failure; until then it must not count as unheard of.
    this.#writing.catch(() => undefined);
    // The driver sends in a later turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
  }

  async #answer(item: Prepared, moment: Moment): Promise<Answer> {
    const desk = this.#desk(item);
    const line = lineOf(item, moment);
    if (line !== undefined) {
      await this.#writing;
      const stored = await readStored(this.parts.client, item.ledger, line);
      return guarded(() => replay(item, stored, this.parts.sealer));
    }
    const earlier = desk.answered.get(item.submission.id);
    if (earlier !== undefined) return again(item, earlier);
    const signed = guarded(() => this.#sign(desk, item));
    if ('outcome' in signed) return signed;
    const { request } = item.submission;
    const further = guarded(() => readsFurther(request, desk.open.slice));
    if ('outcome' in further) return further;
    await this.#load([{ desk, reads: further }]);
    const sealed = guarded(() => decideAndSeal(desk, item, signed));
    if ('outcome' in sealed) return sealed;
    await this.#loadTouched(desk, sealed.entry.effects);
    const answer = desk.take(item, sealed, signed);
    desk.answered.set(item.submission.id, { item, answer });
    return answer;
  }

  #sign(desk: Desk, item: Prepared): Signed | Answer {
    const { head, organisation, recordedAt } = desk;
    const { sealer, clock } = this.parts;
    if ((head.clock === 'simulated') !== (clock.kind === 'simulated'))
      return refused('clock.simulated-mismatch');
    if (item.submission.simulated !== undefined && head.clock !== 'simulated')
      return refused('clock.simulated-mismatch');
    const isOpening = item.submission.request.kind === 'opened';
    if (isOpening !== (desk.size === 0))
      return refused(isOpening ? 'ledger.already-opened' : 'ledger.not-opened');
    const place = { ledger: head.ledger, origin: head.origin, recordedAt, organisation };
    const signed = sign(item, place, { sealer, challenges: this.#challenges });
    return 'code' in signed ? { outcome: 'refused', rejection: signed } : signed;
  }

  async #loadTouched(desk: Desk, effects: Effects): Promise<void> {
    await this.#load([{ desk, reads: { cells: cellsTouchedBy(effects), lines: [] } }]);
    const shelves = shelvesTouchedBy(effects, desk.open.slice);
    await this.#load([{ desk, reads: { cells: shelves, lines: [] } }]);
  }

  async #finish(): Promise<void> {
    const desks = [...this.#desks.values()];
    if (desks.every(({ written }) => written.length === 0)) {
      await this.#database.rollback();
    } else {
      await this.#startWriting();
      await this.#writing;
      await this.#database.commit();
      // What the desks took is now on disk, in these lines, and nowhere else will another line get their numbers.
    }
    for (const { head, size, lastHash, open } of desks)
      this.parts.slices.keep(head.ledger, { size, lastHash, open });
  }

  #desk({ ledger }: Prepared): Desk {
    const desk = this.#desks.get(ledger);
    if (desk === undefined) throw new Error(`bug: the head of ledger ${ledger} is not locked`);
    return desk;
  }
}

/** Decides one submission on what is in memory, and makes its entry. Changes nothing yet. */
export function decideAndSeal(desk: Desk, item: Prepared, signed: Signed): Sealed | Answer {
  const { submission } = item;
  const { slice, leafHashes } = desk.open;
  const commitments = new Map(
    signed.content.commitments.map(({ field, commitment }) => [field, commitment]),
  );
  const decision = decide(submission.request, {
    ledger: desk.head.ledger,
    entry: submission.id,
    seq: desk.size,
    recordedAt: desk.recordedAt,
    performer: submission.performer,
    provedAt: submission.provedAt,
    signatures: signed.signatures,
    book: slice,
    organisation: desk.organisation,
    commitmentOf: (field) => present(commitments.get(field), `no personal field ${field}`),
    leafHashOf: (line) => present(leafHashes.get(line), `line ${line} was not loaded`),
  });
  if (!decision.accepted) return { outcome: 'refused', rejection: decision.rejection };
  const sealed = desk.seal(item, signed, decision.effects);
  return sealed.leaf.length > LONGEST_LEAF ? refused('receipt.too-many') : sealed;
}

function present<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new Error(otherwise);
  return value;
}

const refused = (code: Rejection['code']): Recorded => ({
  outcome: 'refused',
  rejection: rejection(code),
});

const lineOf = ({ ledger, submission }: Prepared, { known }: Moment): number | undefined =>
  known.get(`${ledger}/${submission.id}`);

/** Runs what touches neither book nor database: if it throws, only this submission fails. */
function guarded<T>(work: () => T): T | { readonly outcome: 'failed'; readonly error: unknown } {
  try {
    return work();
  } catch (error) {
    return { outcome: 'failed', error };
  }
}

/** The same id twice in one batch. */
function again(
  item: Prepared,
  earlier: { readonly item: Prepared; readonly answer: Recorded },
): Recorded {
  if (!isSameContent(item, earlier.item)) return { outcome: 'conflict' };
  const { answer } = earlier;
  return answer.outcome === 'recorded' ? { ...answer, replayed: true } : answer;
}
