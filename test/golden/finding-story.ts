/** A container that was counted and that the book lacked, brought in by the close of its discrepancy. */
import { asId } from '../../src/domain/ids.js';
import type { AuditItem } from '../../src/domain/ids.js';
import { businessDate } from '../../src/domain/measures/instant.js';
import { BEN, ORGANISATION } from '../ledger/clinic.js';
import { Telling } from './telling.js';

const ITEM: AuditItem = asId('ketamine 50 mg/mL injection, 10 mL');

export class FindingStory extends Telling {
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    await clinic.mustRecord(ORGANISATION, 'grant', {
      person: BEN,
      site: 'organisation',
      roles: ['custodian', 'witness'],
      until: null,
    });
    await clinic.receive(2);
    const counted = await this.record('count', {
      type: 'day',
      location: asId('safe'),
      startedAt: clinic.now(),
      at: await this.size(),
      sealed: [{ item: ITEM, containers: 3, first: 3, recounted: true }],
      quarantined: [],
      open: [],
      recounts: null,
      second: null,
      investigators: null,
    });
    await this.record(
      'discrepancy',
      {
        act: 'closed',
        case: asId(`${counted.entry.seq}-1`),
        owner: null,
        due: null,
        cause: 'unknown',
        outcome: 'could-not-be-reconciled',
        explainedBy: [],
        settle: [],
        found: [
          {
            product: asId('product-5'),
            lot: 'K9',
            expires: businessDate('2028-03-31'),
            containers: 1,
          },
        ],
        nobodyUninvolved: false,
        files: [],
      },
      { person: BEN, meaning: 'closed', seen: ['papers'] },
    );
  }
}
