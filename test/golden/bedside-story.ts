/** What happens at a bedside beside giving and wasting: bags, hands, departures, glass on the floor. */
import { asId } from '../../src/domain/ids.js';
import type { ContainerId, DrawId, OrderId } from '../../src/domain/ids.js';
import { quantity, units, ZERO } from '../../src/domain/measures/quantity.js';
import { BEN } from '../ledger/clinic.js';
import { Telling } from './telling.js';

export class BedsideStory extends Telling {
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    const [vial = asId(''), second = asId(''), third = asId(''), fourth = asId('')] =
      await clinic.receive(4);
    const order = await clinic.order();
    await this.#bag(await this.#draw(order, vial, 400));
    const draw = await this.#draw(order, vial, 1000);
    await this.record(
      'hand-off',
      { draws: [draw], preparation: null, to: BEN },
      {
        person: BEN,
        meaning: 'received',
        seen: ['draw'],
      },
    );
    await this.#departure(order, draw);
    await this.#closing(third);
    await this.record(
      'return-to-stock',
      { containers: [second], location: asId('safe') },
      { person: BEN, meaning: 'witnessed', seen: ['container'] },
    );
    await this.record(
      'breakage',
      {
        cause: 'dropped',
        lines: [
          { container: vial, recovered: quantity(3500) },
          { container: fourth, recovered: ZERO },
        ],
        personal: [{ field: 'circumstances', value: 'It fell.', retention: 'case' }],
      },
      { person: BEN, meaning: 'witnessed', seen: ['residue'] },
    );
  }

  async #draw(order: OrderId, container: ContainerId, thousandths: number): Promise<DrawId> {
    const drawn = await this.record('draw', {
      stated: [],
      order,
      lines: [{ container, quantity: quantity(thousandths) }],
      confirmed: ['draw.exceeds-order'],
    });
    return asId(`${drawn.entry.seq}-1`);
  }

  /** Sealed alone, opened before a witness with less in it than was sealed. */
  async #bag(draw: DrawId): Promise<void> {
    await this.record('hold', {
      bag: asId('T-1041'),
      location: asId('safe'),
      lines: [{ draw, quantity: quantity(400) }],
      preparation: null,
      why: 'dose-remainder',
    });
    await this.record(
      'release-hold',
      {
        posture: 'done',
        reason: 'interrupted',
        bag: asId('T-1041'),
        end: 'wasted',
        seal: 'intact',
        found: quantity(390),
        manner: 'rx-destroyer',
      },
      { person: BEN, meaning: 'witnessed', seen: ['sealed-bag', 'destruction'] },
    );
  }

  /** An infusion that adds up. */
  async #closing(vial: ContainerId): Promise<void> {
    const order = await this.clinic.order();
    const draw = await this.#draw(order, vial, 1000);
    await this.record('administration', {
      order,
      outcome: 'completed',
      preparation: null,
      lines: [{ draw, quantity: units(1) }],
      startedAt: null,
    });
    await this.record('order-close', { order });
  }

  async #departure(order: OrderId, draw: DrawId): Promise<void> {
    const mixed = await this.record('preparation', {
      order,
      draws: [draw],
      vessel: 'bag',
      diluent: 'NaCl 0.9 %',
      totalVolume: units(100),
      volumeIs: 'measured',
    });
    await this.record('hand-over', {
      order,
      cause: 'transferred',
      unit: 'ambulance',
      preparation: { id: asId(String(mixed.entry.seq)), left: units(40) },
      lines: [],
      personal: [{ field: 'receiving_unit', value: 'Lakes EMS 12', retention: 'patient' }],
    });
  }
}
