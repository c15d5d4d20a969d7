/** A draw that says what was read on the vial and what it was drawn with: what the golden ledgers `draws` are made from. */
import { asId } from '../../src/domain/ids.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { Telling } from './telling.js';

export class DrawStory extends Telling {
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    const [vial = asId(''), other = asId('')] = await clinic.receive(2);
    const order = await clinic.order();
    const found = await this.record('draw', {
      order,
      lines: [{ container: vial, quantity: quantity(1000) }],
      stated: [{ container: vial, lot: 'another', syringe: quantity(3000) }],
      posture: 'done',
      reason: 'interrupted',
    });
    await this.record('draw', {
      order,
      lines: [{ container: other, quantity: quantity(200) }],
      stated: [{ container: other, lot: null, syringe: quantity(1000) }],
      posture: 'done',
      reason: 'interrupted',
      confirmed: ['draw.exceeds-order', 'draw.looks-ten-fold', 'draw.another-open'],
    });
    if (!found.entry.effects.flags.some(({ code }) => code === 'draw.other-lot'))
      throw new Error('the lot was not held against the register');
  }
}
