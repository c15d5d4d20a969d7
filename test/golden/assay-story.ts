/** Returned waste that a laboratory examined, and a correction of the third version: a draw that was for another order. */
import { asId } from '../../src/domain/ids.js';
import type { DrawId, OrderId } from '../../src/domain/ids.js';
import { massOf, quantity, strength, units } from '../../src/domain/measures/quantity.js';
import { BEN } from '../ledger/clinic.js';
import { Telling } from './telling.js';

export class AssayStory extends Telling {
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    const [vial = asId('')] = await clinic.receive(1);
    const wrong = await clinic.order();
    const right: OrderId = await clinic.order();
    const drawn = await this.record('draw', {
      stated: [],
      order: wrong,
      lines: [{ container: vial, quantity: quantity(300) }],
    });
    const draw: DrawId = asId(`${drawn.entry.seq}-1`);
    await this.record('correction', {
      reason: 'mistake-noticed',
      line: drawn.entry.seq,
      original: drawn.entry.seq,
      leaf: drawn.leafHash,
      change: { type: 'draw-order', draw, order: right },
    });
    const lines = [{ draw, quantity: quantity(300) }];
    const wasted = await this.record(
      'waste',
      { lines, preparation: null, container: null, why: 'not-given', manner: 'other' },
      { person: BEN, meaning: 'witnessed', seen: ['act', 'residue'] },
    );
    const report = {
      line: wasted.entry.seq,
      draw,
      container: null,
      laboratory: 'Lake Laboratory',
      expected: massOf(units(1), strength(50_000)),
      file: null,
    };
    await this.record('assay', {
      ...report,
      reference: 'L-1',
      found: massOf(units(1), strength(33_000)),
    });
    await this.record('assay', {
      ...report,
      reference: null,
      found: massOf(units(1), strength(49_000)),
    });
  }
}
