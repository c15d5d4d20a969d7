/** What a storeroom sees: moves, disposals, a sample, a weighing, and a policy of version 2. */
import { plus } from '../../src/domain/instant.js';
import { HOUSE_POLICY } from '../../src/domain/policy.js';
import { Telling } from './telling.js';

export class StockStory extends Telling {
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    await this.record('policy', {
      effectiveFrom: plus(clinic.now(), { minutes: 1 }),
      settings: { ...HOUSE_POLICY, oneOpenContainer: 'question' },
    });
  }
}
