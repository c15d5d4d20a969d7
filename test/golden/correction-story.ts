/** Corrections of the second version: another patient, a delivery that never came, and containers of another product. */
import type { ContainerId } from '../../src/domain/ids.js';
import { asId } from '../../src/domain/ids.js';
import { quantity, units } from '../../src/domain/measures/quantity.js';
import type { CorrectionChange } from '../../src/domain/request.js';
import { KETAMINE, ORGANISATION } from '../ledger/clinic.js';
import { Telling } from './telling.js';
import type { Answer } from './telling.js';

/** The line of the product that was really in the boxes. */
const SUBSTITUTE = 'product-7';

export class CorrectionStory extends Telling {
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.mustRecord(ORGANISATION, 'product', {
      act: 'approved',
      product: null,
      facts: { ...KETAMINE, ndc: '55150-0440-10', name: 'Ketamine substitute', size: units(5) },
      productType: 'human',
    });
    await clinic.openSite();
    const received = await clinic.delivery(2);
    const vial = (part: number): ContainerId => asId(`${received.entry.seq}-${part}`);
    const [used, unused] = [vial(1), vial(2)];
    const ordered = await clinic.ordered();
    const drawn = await this.record('draw', {
      stated: [],
      order: asId(String(ordered.entry.seq)),
      lines: [{ container: used, quantity: quantity(1000) }],
    });
    const withdrawn = await this.#correct(received, received, {
      type: 'receipt-withdrawn',
      containers: [unused],
    });
    await this.#correct(received, withdrawn, {
      type: 'product',
      containers: [used],
      product: asId(SUBSTITUTE),
      affected: [drawn.entry.seq],
    });
    await this.#correct(ordered, ordered, {
      type: 'order-patient',
      patient: asId('patient-2'),
      addressUnknown: 'homeless',
    });
  }

  /** Effective at once; the approval is awaited. */
  #correct(original: Answer, wrong: Answer, change: CorrectionChange): Promise<Answer> {
    return this.record('correction', {
      reason: 'mistake-noticed',
      line: wrong.entry.seq,
      original: original.entry.seq,
      leaf: wrong.leafHash,
      change,
    });
  }
}
