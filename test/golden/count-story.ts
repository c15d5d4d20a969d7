/** Counts by two people apart, and one before investigators: what the golden ledgers `counts` are made from. */
import { asId } from '../../src/domain/ids.js';
import type { AuditItem, LocationId } from '../../src/domain/ids.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { BEN } from '../ledger/clinic.js';
import { Telling } from './telling.js';

const SAFE: LocationId = asId('safe');
const ITEM: AuditItem = asId('ketamine 50 mg/mL injection, 10 mL');

export class CountStory extends Telling {
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    const [vial = asId('')] = await clinic.receive(3);
    const order = await clinic.order();
    await this.record('draw', {
      stated: [],
      order,
      lines: [{ container: vial, quantity: quantity(1000) }],
    });
    const ben = { person: BEN, meaning: 'counted' as const, seen: ['count' as const] };
    const line = (containers: number) => ({ item: ITEM, containers, first: containers });
    const found = (at: number) => ({
      location: SAFE,
      startedAt: clinic.now(),
      at,
      sealed: [{ ...line(2), recounted: false }],
      quarantined: [],
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
    });
    const measured = { container: vial, quantity: quantity(8950), first: quantity(9000) };
    const second = {
      counter: BEN,
      rounds: 3,
      sealed: [line(2)],
      quarantined: [],
      open: [{ ...measured, resolution: quantity(50) }],
    };
    const counted = await this.record(
      'count',
      { ...found(await this.size()), type: 'day', recounts: null, second, investigators: null },
      ben,
    );
    const investigators = {
      agency: 'Drug Enforcement Administration',
      sealed: [{ item: ITEM, containers: 2 }],
      quarantined: [],
      open: [{ container: vial, quantity: quantity(8700) }],
    };
    await this.record('recount', {
      ...found(await this.size()),
      type: 'inspection',
      recounts: counted.entry.seq,
      second: null,
      investigators,
      personal: [{ field: 'investigators', value: 'Ann Field, badge 4711', retention: 'case' }],
    });
  }
}
