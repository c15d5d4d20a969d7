/** The signed copy of the first inventory, filed: what the golden ledgers `filings` are made from. */
import { asId } from '../../src/domain/ids.js';
import { SITE } from '../ledger/clinic.js';
import { Telling } from './telling.js';

export class FilingStory extends Telling {
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    const { rows } = await clinic.options.pool.query<{ leaf: string }>(
      "SELECT encode(leaf_hash, 'base64') AS leaf FROM ledger.entry WHERE ledger_id = $1 AND seq = 1 AND kind = 'inventory'",
      [SITE],
    );
    const [inventory] = rows;
    if (inventory === undefined) throw new Error('line 1 is no inventory');
    await this.record('filing', {
      line: 1,
      leaf: asId(inventory.leaf),
      file: asId('5e'.repeat(32)),
    });
  }
}
