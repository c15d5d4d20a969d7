/**
 * A ledger without a database: the rules, the desk and the leaves of the service, with nothing stored but the leaves.
 * It makes long ledgers in seconds.
 */
import { randomUUID } from 'node:crypto';
import { cellsTouchedBy, shelvesTouchedBy } from '../../src/domain/apply.js';
import type { Reads } from '../../src/domain/book.js';
import { reads, readsFurther } from '../../src/domain/decide.js';
import type { Entry } from '../../src/domain/entry.js';
import { asId } from '../../src/domain/ids.js';
import type { LedgerId, PersonId } from '../../src/domain/ids.js';
import { minus, plus } from '../../src/domain/measures/instant.js';
import type { Instant } from '../../src/domain/measures/instant.js';
import type { Organisation } from '../../src/domain/organisation.js';
import { ALWAYS, decideAndSeal } from '../../src/ledger/batch.js';
import type { SealedChallenge } from '../../src/ledger/challenge.sql.js';
import { contentFor } from '../../src/ledger/challenges.js';
import type { Sealer } from '../../src/ledger/confidential.js';
import { sealSalts } from '../../src/ledger/confidential.js';
import { Desk } from '../../src/ledger/desk.js';
import type { Head } from '../../src/ledger/ledger.sql.js';
import { missingReads } from '../../src/ledger/loading.js';
import { contentHash, wordsFor } from '../../src/ledger/signed-content.js';
import { sign } from '../../src/ledger/signing.js';
import { OpenSlice } from '../../src/ledger/slices.js';
import { prepare } from '../../src/ledger/submission.js';
import type { Prepared } from '../../src/ledger/submission.js';
import { requestOf } from '../clinic.js';
import type { RequestBody } from '../clinic.js';

/** Lines that are recorded in the same moment. */
const LINES_AT_ONCE = 64;
const SECONDS_BETWEEN = 20;

/** Keeps nothing: what it seals is never opened. */
const NO_SEALER: Sealer = {
  seal: (bytes) => ({ key: 'none', bytes }),
  open: ({ bytes }) => bytes,
};

export class MemoryLedger {
  #desk: Desk;
  readonly #open = new OpenSlice();
  #now: Instant;

  constructor(
    private readonly place: {
      readonly ledger: LedgerId;
      readonly scope: Head['scope'];
      readonly origin: string;
    },
    begin: { readonly at: Instant; readonly organisation: Organisation },
  ) {
    this.#now = begin.at;
    const nothing = Buffer.alloc(0);
    const head = { size: 0, edge: nothing, lastHash: nothing, lastAt: null };
    this.#desk = this.#sitDown(head, begin.organisation);
  }

  get organisation(): Organisation {
    return this.#desk.organisation;
  }

  /** Records a request, with a witness where one is named; gives its entry and its leaf. */
  record(
    body: RequestBody,
    by: { readonly performer: PersonId | 'system'; readonly witness?: PersonId },
  ): { readonly entry: Entry; readonly leaf: Uint8Array } {
    if (this.#desk.written.length >= LINES_AT_ONCE) this.#nextMoment();
    const desk = this.#desk;
    const item = this.#prepare(body, by.performer);
    this.#markAbsent(ALWAYS);
    this.#markAbsent(reads(item.submission.request));
    this.#markAbsent(readsFurther(item.submission.request, desk.open.slice));
    const { ledger, origin } = this.place;
    const at = { ledger, origin, recordedAt: this.#now, organisation: desk.organisation };
    const challenges = by.witness === undefined ? [] : [this.#witnessed(item, by.witness)];
    const given = {
      sealer: NO_SEALER,
      challenges: new Map(challenges.map((each) => [each.id, each])),
    };
    const named = { ...item.submission, challenges: challenges.map(({ id }) => id) };
    const signed = sign({ ...item, submission: named }, at, given);
    if ('code' in signed) throw new Error(`${body.kind} is not signed: ${signed.code}`);
    const sealed = decideAndSeal(desk, item, signed);
    if ('outcome' in sealed) throw new Error(`no ${body.kind}: ${JSON.stringify(sealed)}`);
    this.#markAbsent({ cells: cellsTouchedBy(sealed.entry.effects), lines: [] });
    const shelves = shelvesTouchedBy(sealed.entry.effects, desk.open.slice);
    this.#markAbsent({ cells: shelves, lines: [] });
    desk.take(item, sealed, signed);
    return { entry: sealed.entry, leaf: sealed.leaf };
  }

  #prepare(body: RequestBody, performer: PersonId | 'system'): Prepared {
    return prepare(this.place.ledger, {
      id: asId(randomUUID()),
      request: requestOf(body, minus(this.#now, { seconds: 5 })),
      performer,
      transcriber: null,
      source: 'manual',
      provedAt: this.#now,
      challenges: [],
    });
  }

  /** Everything that was ever written is in memory, so what is not there does not exist. */
  #markAbsent(wanted: Reads): void {
    missingReads([{ desk: this.#desk, reads: wanted }]);
  }

  #witnessed(item: Prepared, signer: PersonId): SealedChallenge {
    const { id, request } = item.submission;
    const signing = {
      meaning: 'witnessed',
      seen: ['destruction'],
      words: wordsFor(request.kind),
    } as const;
    const content = contentFor(item, this.place.origin, []);
    const own = { ledger: this.place.ledger, entry: id };
    // A waste has no personal fields, hence no salts.
    const { key, bytes } = sealSalts(NO_SEALER, own, []);
    return {
      ledger: this.place.ledger,
      id: randomUUID(),
      entry: id,
      signer,
      ...signing,
      hash: contentHash(content, { signer, ...signing }),
      expiresAt: plus(this.#now, { minutes: 5 }),
      signedAt: this.#now,
      method: 'pin',
      usedAt: null,
      salts: { key, bytes: Buffer.from(bytes) },
    };
  }

  #nextMoment(): void {
    const [head] = this.#desk.takeUnwritten().heads;
    if (head === undefined) throw new Error('a ledger has one head');
    this.#now = plus(this.#now, { seconds: SECONDS_BETWEEN });
    const { size, edge, lastHash, lastAt } = head;
    const bytes = { edge: Buffer.from(edge), lastHash: Buffer.from(lastHash) };
    this.#desk = this.#sitDown({ size, lastAt, ...bytes }, this.#desk.organisation);
  }

  #sitDown(
    head: Pick<Head, 'size' | 'edge' | 'lastHash' | 'lastAt'>,
    organisation: Organisation,
  ): Desk {
    const parts = { recordedAt: this.#now, ownTime: this.#now, organisation };
    return new Desk({ ...this.place, clock: 'real', ...head }, this.#open, parts);
  }
}
