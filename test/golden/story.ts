/** A day in which every kind of entry of the first slice was recorded once. */
import type { ContainerId, OrderId } from '../../src/domain/ids.js';
import { asId } from '../../src/domain/ids.js';
import { minus, plus } from '../../src/domain/measures/instant.js';
import { HOUSE_POLICY } from '../../src/domain/policy.js';
import { quantity, units } from '../../src/domain/measures/quantity.js';
import { ANNA, BEN, ITEM } from '../ledger/clinic.js';
import { Telling } from './telling.js';

export class Story extends Telling {
  /** Tells it all. */
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    await this.record('policy', {
      effectiveFrom: plus(clinic.now(), { minutes: 1 }),
      settings: { ...HOUSE_POLICY, witnessWindowMinutes: 30 },
    });
    this.pass(2);
    const [vial = asId(''), second = asId('')] = await clinic.receive(4);
    const order = await clinic.order();
    const drawn = await this.record('draw', {
      stated: [],
      order,
      lines: [{ container: vial, quantity: quantity(1000) }],
      personal: [{ field: 'note', value: 'slow to draw up', retention: 'case' }],
    });
    const draw = asId(`${drawn.entry.seq}-1`);
    const mixed = await this.record('preparation', {
      order,
      draws: [draw],
      vessel: 'bag',
      diluent: 'NaCl 0.9 %',
      totalVolume: units(101),
      volumeIs: 'measured',
    });
    const bag = asId(String(mixed.entry.seq));
    this.pass(40);
    await this.record('administration', {
      order,
      outcome: 'stopped',
      preparation: { id: bag, infused: units(80) },
      lines: [],
      startedAt: minus(clinic.now(), { minutes: 38 }),
    });
    await this.record(
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
    const drawn = await this.record('draw', {
      stated: [],
      order,
      lines: [{ container: vial, quantity: quantity(200) }],
    });
    this.pass(5);
    const wasted = await this.record('waste', {
      posture: 'done',
      reason: 'alone-on-site',
      lines: [{ draw: asId(`${drawn.entry.seq}-1`), quantity: quantity(200) }],
      preparation: null,
      container: null,
      why: 'order-cancelled',
      manner: 'rx-destroyer',
    });
    this.pass(10);
    await this.record(
      'countersign',
      { line: wasted.entry.seq, leaf: wasted.leafHash, seen: ['papers'] },
      undefined,
      BEN,
    );
    const wrong = await this.record('draw', {
      stated: [],
      order,
      lines: [{ container: vial, quantity: quantity(300) }],
    });
    await this.record('correction', {
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
    await this.record('quarantine', { containers: [container], why: 'suspect' });
    await this.record('release', { containers: [container] });
    this.pass(1);
  }

  /** A count that finds too little, its recount, the case that it opened, and the container's end. */
  async #counts(vial: ContainerId): Promise<void> {
    const size = await this.size();
    const { clinic } = this;
    const facts = {
      type: 'day' as const,
      location: asId('safe'),
      startedAt: clinic.now(),
      quarantined: [],
      second: null,
      investigators: null,
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
    const counted = await this.record(
      'count',
      { ...facts, at: size, sealed, open: [open(5000, size)], recounts: null },
      counter,
    );
    await this.record(
      'recount',
      { ...facts, at: size + 1, sealed, open: [open(5000, size + 1)], recounts: counted.entry.seq },
      counter,
    );
    const opened = counted.entry.effects.states.find(({ noun }) => noun === 'case');
    if (opened?.noun !== 'case') throw new Error('the count opened no case');
    await this.record('discrepancy', {
      act: 'assigned',
      case: opened.id,
      owner: ANNA,
      due: null,
      cause: null,
      outcome: null,
      explainedBy: [],
      settle: [],
      found: [],
      nobodyUninvolved: false,
      files: [],
    });
    await this.record(
      'close-out',
      { container: vial, posture: 'done', reason: 'interrupted' },
      { person: BEN, meaning: 'witnessed', seen: ['container'] },
    );
  }
}
