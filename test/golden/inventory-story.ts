/** An inventory that asserts, stated as of opening and counted after a draw: what the golden ledgers `inventories` are made from. */
import { asId } from '../../src/domain/ids.js';
import type { AuditItem } from '../../src/domain/ids.js';
import { businessDate, minus } from '../../src/domain/measures/instant.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { BEN } from '../ledger/clinic.js';
import { Telling } from './telling.js';

const ITEM: AuditItem = asId('ketamine 50 mg/mL injection, 10 mL');

export class InventoryStory extends Telling {
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    const [vial = asId(''), damaged = asId('')] = await clinic.receive(4);
    await this.record('quarantine', { containers: [damaged], why: 'damaged' });
    this.pass(24 * 60);
    const order = await clinic.order();
    const drawn = await this.record('draw', {
      stated: [],
      order,
      lines: [{ container: vial, quantity: quantity(1000) }],
    });
    this.pass(1);
    const at = await this.size();
    const number = (containers: number, recounted: boolean) => ({
      item: ITEM,
      containers,
      first: containers,
      recounted,
    });
    await this.record(
      'inventory',
      {
        type: 'biennial',
        asOf: 'opening',
        startedAt: clinic.now(),
        endedAt: clinic.now(),
        sealed: [],
        open: [],
        previous: null,
        date: businessDate('2026-11-24'),
        places: [
          {
            location: asId('safe'),
            at,
            sealed: [number(1, true)],
            quarantined: [
              { ...number(1, false), reasons: [{ why: 'damaged' as const, containers: 1 }] },
            ],
            open: [
              {
                container: vial,
                quantity: quantity(9000),
                first: quantity(8900),
                recounted: true,
                method: 'measured' as const,
                resolution: quantity(50),
                at,
              },
            ],
          },
        ],
        items: [],
        since: [drawn.entry.seq],
        relocated: null,
      },
      { person: BEN, meaning: 'counted', seen: ['count'] },
    );
    // Told after the inventory, from before it.
    await this.record('draw', {
      stated: [],
      order,
      posture: 'done',
      reason: 'recorded-after-the-act',
      confirmed: ['draw.exceeds-order'],
      occurredAt: minus(clinic.now(), { hours: 20 }),
      lines: [{ container: vial, quantity: quantity(500) }],
    });
  }
}
