/** The end of a day with something excused, its review, and a late line: what the golden ledgers `days` are made from. */
import { asId } from '../../src/domain/ids.js';
import { businessDate } from '../../src/domain/measures/instant.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { Telling } from './telling.js';

const DAY = businessDate('2026-11-23');

export class DayStory extends Telling {
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    const [vial = asId('')] = await clinic.receive(1);
    const order = await clinic.order();
    const lines = [{ container: vial, quantity: quantity(700) }];
    const drawn = await this.record('draw', { stated: [], order, lines });
    const closed = await this.record('day-close', {
      date: DAY,
      excused: [
        { what: `in-process:${drawn.entry.seq}-1`, why: 'infusion-running' },
        { what: 'line:1', why: 'witness-not-here-today' },
      ],
    });
    await this.record('review', {
      from: 1,
      to: closed.entry.seq,
      leaf: closed.leafHash,
      days: [DAY],
    });
    await this.record('waste', {
      posture: 'done',
      reason: 'alone-on-site',
      lines: [{ draw: asId(`${drawn.entry.seq}-1`), quantity: quantity(700) }],
      preparation: null,
      container: null,
      why: 'not-given',
      manner: 'rx-destroyer',
    });
  }
}
