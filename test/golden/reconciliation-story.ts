/** A period from the first inventory to a count, which the registrant has not signed yet: what the golden ledgers `reconciliations` are made from. */
import { asId } from '../../src/domain/ids.js';
import type { AuditItem } from '../../src/domain/ids.js';
import { quantity, units, ZERO } from '../../src/domain/measures/quantity.js';
import { Telling } from './telling.js';

const ITEM: AuditItem = asId('ketamine 50 mg/mL injection, 10 mL');

export class ReconciliationStory extends Telling {
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    await clinic.receive(2);
    const counted = await this.record('count', {
      type: 'day',
      location: asId('safe'),
      startedAt: clinic.now(),
      at: await this.size(),
      sealed: [{ item: ITEM, containers: 2, first: 2, recounted: false }],
      quarantined: [],
      open: [],
      recounts: null,
      second: null,
      investigators: null,
    });
    const nothing = { onHand: ZERO, inProcess: ZERO, held: ZERO };
    await this.record('reconciliation', {
      item: ITEM,
      by: 'event',
      knownAt: counted.entry.seq + 1,
      beginning: { lines: [1], ...nothing },
      closing: { lines: [counted.entry.seq], ...nothing, onHand: units(20) },
      figures: {
        receipts: units(20),
        transfersIn: ZERO,
        accountableFor: units(20),
        administered: ZERO,
        handedOver: ZERO,
        wasted: ZERO,
        transferredOut: ZERO,
        destroyed: ZERO,
        lost: ZERO,
        accountedFor: units(20),
        difference: quantity(0),
        overfill: ZERO,
        hubLoss: ZERO,
        unexplained: ZERO,
      },
    });
  }
}
