/** A day in which every kind of entry there is was recorded once: what the golden ledgers of a version are made from. */
import type {
  AuditItem,
  ContainerId,
  EntryId,
  LedgerId,
  OrderId,
  PersonId,
} from '../../src/domain/ids.js';
import { asId } from '../../src/domain/ids.js';
import { minus, plus } from '../../src/domain/instant.js';
import type { Meaning, Seen } from '../../src/domain/person.js';
import { HOUSE_POLICY } from '../../src/domain/policy.js';
import { quantity, units } from '../../src/domain/quantity.js';
import type { Kind } from '../../src/domain/request.js';
import type { Recorded, Submission } from '../../src/ledger/submission.js';
import type { SimulatedClock } from '../../src/platform/clock.js';
import { ANNA, BEN, SITE } from '../ledger/clinic.js';
import type { Body, Clinic } from '../ledger/clinic.js';

type Answer = Extract<Recorded, { outcome: 'recorded' }>;

const ITEM: AuditItem = asId('ketamine 50 mg/mL injection, 10 mL');

export class Story {
  constructor(
    private readonly clinic: Clinic,
    private readonly clock: SimulatedClock,
  ) {}

  /** Tells it all. */
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    await this.#record('policy', {
      effectiveFrom: plus(clinic.now(), { minutes: 1 }),
      settings: { ...HOUSE_POLICY, witnessWindowMinutes: 30 },
    });
    this.#pass(2);
    const [vial = asId(''), second = asId('')] = await clinic.receive(4);
    const order = await clinic.order();
    const drawn = await this.#record('draw', {
      order,
      lines: [{ container: vial, quantity: quantity(1000) }],
      personal: [{ field: 'note', value: 'slow to draw up', retention: 'case' }],
    });
    const draw = asId(`${drawn.entry.seq}-1`);
    const mixed = await this.#record('preparation', {
      order,
      draws: [draw],
      vessel: 'bag',
      diluent: 'NaCl 0.9 %',
      totalVolume: units(101),
      volumeIs: 'measured',
    });
    const bag = asId(String(mixed.entry.seq));
    this.#pass(40);
    await this.#record('administration', {
      order,
      outcome: 'stopped',
      preparation: { id: bag, infused: units(80) },
      lines: [],
      startedAt: minus(clinic.now(), { minutes: 38 }),
    });
    await this.#record(
      'waste',
      {
        lines: [],
        preparation: bag,
        container: null,
        why: 'infusion-stopped',
        manner: 'rx-destroyer',
      },
      { person: BEN, meaning: 'witnessed', seen: ['act', 'residue'] },
    );
    await this.#alone(order, vial);
    await this.#shelves(second);
    await this.#counts(vial);
  }

  /** A waste with nobody else in the building, countersigned later; and a draw that was entered wrong. */
  async #alone(order: OrderId, vial: ContainerId): Promise<void> {
    const drawn = await this.#record('draw', {
      order,
      lines: [{ container: vial, quantity: quantity(200) }],
    });
    this.#pass(5);
    const wasted = await this.#record('waste', {
      posture: 'done',
      reason: 'alone-on-site',
      lines: [{ draw: asId(`${drawn.entry.seq}-1`), quantity: quantity(200) }],
      preparation: null,
      container: null,
      why: 'order-cancelled',
      manner: 'rx-destroyer',
    });
    this.#pass(10);
    await this.#record(
      'countersign',
      { line: wasted.entry.seq, leaf: wasted.leafHash, seen: ['papers'] },
      undefined,
      BEN,
    );
    const wrong = await this.#record('draw', {
      order,
      lines: [{ container: vial, quantity: quantity(300) }],
    });
    await this.#record('correction', {
      reason: 'mistake-noticed',
      line: wrong.entry.seq,
      original: wrong.entry.seq,
      leaf: wrong.leafHash,
      change: {
        type: 'draw',
        draw: asId(`${wrong.entry.seq}-1`),
        container: vial,
        quantity: quantity(250),
      },
    });
  }

  async #shelves(container: ContainerId): Promise<void> {
    await this.#record('quarantine', { containers: [container], why: 'suspect' });
    await this.#record('release', { containers: [container] });
    this.#pass(1);
  }

  /** A count that finds too little, its recount, the case that it opened, and the container's end. */
  async #counts(vial: ContainerId): Promise<void> {
    const size = await this.#size();
    const { clinic } = this;
    const facts = {
      type: 'day' as const,
      location: asId('safe'),
      startedAt: clinic.now(),
      quarantined: [],
    };
    const open = (thousandths: number, at: number) => ({
      container: vial,
      quantity: quantity(thousandths),
      first: quantity(thousandths),
      recounted: true,
      method: 'measured' as const,
      resolution: quantity(50),
      at,
    });
    const counter = { person: BEN, meaning: 'counted' as const, seen: ['count' as const] };
    const sealed = [{ item: ITEM, containers: 3, first: 3, recounted: true }];
    const counted = await this.#record(
      'count',
      { ...facts, at: size, sealed, open: [open(5000, size)], recounts: null },
      counter,
    );
    await this.#record(
      'recount',
      { ...facts, at: size + 1, sealed, open: [open(5000, size + 1)], recounts: counted.entry.seq },
      counter,
    );
    const opened = counted.entry.effects.states.find(({ noun }) => noun === 'case');
    if (opened?.noun !== 'case') throw new Error('the count opened no case');
    await this.#record('discrepancy', {
      act: 'assigned',
      case: opened.id,
      owner: ANNA,
      due: null,
      cause: null,
      outcome: null,
      explainedBy: [],
      settle: [],
      nobodyUninvolved: false,
      files: [],
    });
    await this.#record(
      'close-out',
      { container: vial, posture: 'done', reason: 'interrupted' },
      { person: BEN, meaning: 'witnessed', seen: ['container'] },
    );
  }

  async #record<K extends Kind>(
    kind: K,
    body: Body<K>,
    second?: {
      readonly person: PersonId;
      readonly meaning: Meaning;
      readonly seen: readonly Seen[];
    },
    performer: PersonId = ANNA,
  ): Promise<Answer> {
    const { clinic } = this;
    this.#pass(1);
    const made: Submission = clinic.submission(kind, body, { performer });
    const submission = { ...made, id: this.#nextId() };
    const challenges = second === undefined ? [] : [await this.#sign(submission, second)];
    const answer = await clinic.ledger.record(SITE, { ...submission, challenges });
    if (answer.outcome !== 'recorded') throw new Error(`${kind}: ${JSON.stringify(answer)}`);
    return answer;
  }

  async #sign(
    submission: Submission,
    {
      person,
      meaning,
      seen,
    }: { readonly person: PersonId; readonly meaning: Meaning; readonly seen: readonly Seen[] },
  ): Promise<string> {
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

  #pass(minutes: number): void {
    this.clock.advance(minutes * 60_000);
  }

  async #size(): Promise<number> {
    const { rows } = await this.clinic.options.pool.query<{ size: string }>(
      'SELECT size::text FROM ledger.head WHERE ledger_id = $1',
      [SITE satisfies LedgerId],
    );
    return Number(rows[0]?.size);
  }
}
