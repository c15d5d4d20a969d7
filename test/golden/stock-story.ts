/** What a storeroom sees: moves, disposals, a return, a sample, a weighing, and a policy of version 2. */
import { asId } from '../../src/domain/ids.js';
import { plus } from '../../src/domain/measures/instant.js';
import { HOUSE_POLICY } from '../../src/domain/policy.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { BEN, ORGANISATION, SITE, SITE_FACTS } from '../ledger/clinic.js';
import { Telling } from './telling.js';
import type { Second } from './telling.js';

const SAW: Second = { person: BEN, meaning: 'witnessed', seen: ['act', 'destruction'] };
const SUPPLIER = asId('supplier-6');

export class StockStory extends Telling {
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    const locations = [...SITE_FACTS.locations, { id: asId('cart'), name: 'Cart' }];
    await clinic.mustRecord(ORGANISATION, 'site', {
      site: SITE,
      facts: { ...SITE_FACTS, locations },
      premises: null,
    });
    await this.record('policy', {
      effectiveFrom: plus(clinic.now(), { minutes: 1 }),
      settings: {
        ...HOUSE_POLICY,
        oneOpenContainer: 'question',
        treatmentLocations: [asId('room-9')],
      },
    });
    this.pass(2);
    const [vial = asId(''), second = asId(''), third = asId(''), fourth = asId('')] =
      await clinic.receive(4);
    const order = await clinic.order();
    const lines = [{ container: vial, quantity: quantity(1000) }];
    await this.record('draw', { stated: [], order, lines });
    await this.record('weighing', {
      container: vial,
      gross: 23_380,
      tare: 14_200,
      density: 1_020,
      grossUncertainty: 20,
      tareUncertainty: 20,
      densityUncertainty: 5,
    });
    await this.record('move', {
      posture: 'done',
      reason: 'interrupted',
      containers: [second],
      to: asId('cart'),
    });
    const measured = {
      quantity: quantity(8_900),
      method: 'measured' as const,
      resolution: quantity(50),
    };
    await this.record(
      'disposal',
      {
        way: 'destroyed-on-site',
        lines: [{ container: vial, measured }],
        method: 'chemical-digestion',
        recipient: null,
        manifest: null,
        file: null,
      },
      SAW,
    );
    const parcel = await this.record(
      'disposal',
      {
        way: 'reverse-distributor',
        lines: [{ container: second, measured: null }],
        method: null,
        recipient: SUPPLIER,
        manifest: 'M-17',
        file: null,
      },
      SAW,
    );
    await this.record(
      'disposal-returned',
      { line: parcel.entry.seq, containers: [second], location: asId('safe'), why: 'refused' },
      SAW,
    );
    await this.record(
      'return-to-supplier',
      {
        supplier: SUPPLIER,
        lines: [{ container: third, measured: null }],
        why: 'recall',
        authorisation: 'R-9',
        file: null,
      },
      SAW,
    );
    await this.record(
      'sample',
      {
        by: 'assay',
        taker: 'Finger Lakes Laboratory',
        receipt: '13',
        lines: [],
        drawn: [{ container: fourth, quantity: quantity(200) }],
        file: null,
      },
      SAW,
    );
    // Two draws that leave exactly nothing: the end is kept with whoever drew.
    const takes = (thousandths: number) => ({
      order,
      lines: [{ container: fourth, quantity: quantity(thousandths) }],
      confirmed: ['draw.exceeds-order', 'draw.looks-ten-fold'],
      stated: [],
    });
    await this.record('draw', takes(9_000));
    await this.record('draw', takes(800));
    await this.record(
      'close-out',
      { posture: 'done', reason: 'interrupted', container: fourth },
      { ...SAW, seen: ['container'] },
    );
  }
}
