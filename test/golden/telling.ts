/** How the golden ledgers of a part are told: one entry a minute, under ids that are the same each time. */
import type { EntryId, LedgerId, PersonId } from '../../src/domain/ids.js';
import { asId } from '../../src/domain/ids.js';
import type { Meaning, Seen } from '../../src/domain/person.js';
import type { Kind } from '../../src/domain/request.js';
import type { Recorded, Submission } from '../../src/ledger/submission.js';
import type { SimulatedClock } from '../../src/platform/clock.js';
import { ANNA, SITE } from '../ledger/clinic.js';
import type { Body, Clinic } from '../ledger/clinic.js';

export type Answer = Extract<Recorded, { outcome: 'recorded' }>;

/** A second person's part in an entry. */
export interface Second {
  readonly person: PersonId;
  readonly meaning: Meaning;
  readonly seen: readonly Seen[];
}

export abstract class Telling {
  constructor(
    protected readonly clinic: Clinic,
    protected readonly clock: SimulatedClock,
  ) {}

  /** Tells it all, from the opening of the organisation on. */
  abstract tell(): Promise<void>;

  protected async record<K extends Kind>(
    kind: K,
    body: Body<K>,
    second?: Second,
    performer: PersonId | 'system' = ANNA,
  ): Promise<Answer> {
    const { clinic } = this;
    this.pass(1);
    const made: Submission = clinic.submission(kind, body, { performer });
    const submission = { ...made, id: this.#nextId() };
    const challenges = second === undefined ? [] : [await this.#sign(submission, second)];
    const answer = await clinic.ledger.record(SITE, { ...submission, challenges });
    if (answer.outcome !== 'recorded') throw new Error(`${kind}: ${JSON.stringify(answer)}`);
    return answer;
  }

  async #sign(submission: Submission, { person, meaning, seen }: Second): Promise<string> {
    const { ledger } = this.clinic;
    const at = this.clock.now();
    const asked = { ledger: SITE, submission, signer: person, meaning, seen, at };
    const challenge = await ledger.openChallenge(asked);
    if (challenge === undefined) throw new Error('no challenge');
    await ledger.signChallenge({ ledger: SITE, id: challenge.id, method: 'pin', at });
    return challenge.id;
  }

  #ids = 0;
  #nextId(): EntryId {
    this.#ids += 1;
    return asId(`00000000-0000-7000-8000-${String(this.#ids).padStart(12, '0')}`);
  }

  protected pass(minutes: number): void {
    this.clock.advance(minutes * 60_000);
  }

  protected async size(): Promise<number> {
    const { rows } = await this.clinic.options.pool.query<{ size: string }>(
      'SELECT size::text FROM ledger.head WHERE ledger_id = $1',
      [SITE satisfies LedgerId],
    );
    return Number(rows[0]?.size);
  }
}
