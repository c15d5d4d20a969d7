/** A registration that states licenses, key holders and where older records lie: what the second version of a site says. */
import { businessDate } from '../../src/domain/measures/instant.js';
import { asId } from '../../src/domain/ids.js';
import { ANNA, BEN, ORGANISATION, SITE, SITE_FACTS } from '../ledger/clinic.js';
import { Telling } from './telling.js';

export class SiteStory extends Telling {
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    const license = { state: 'US-NY', name: 'Clinic license', number: '0300-17' };
    await clinic.mustRecord(ORGANISATION, 'site', {
      site: SITE,
      facts: SITE_FACTS,
      premises: {
        licenses: [{ ...license, expires: businessDate('2027-12-31') }],
        keyHolders: (['key', 'code', 'card'] as const).map((opensWith) => ({
          location: SITE_FACTS.locations[0]?.id ?? asId(''),
          person: opensWith === 'key' ? ANNA : BEN,
          opensWith,
        })),
        earlierRecords: 'Paper logs in cabinet 2',
      },
    });
    const none = { licenses: [], keyHolders: [], earlierRecords: null };
    await clinic.mustRecord(ORGANISATION, 'site', {
      site: SITE,
      facts: SITE_FACTS,
      premises: none,
    });
  }
}
