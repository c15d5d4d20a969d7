/** Orders of the second version, for a drug and a day and changed since, under a policy of the third. */
import { asId } from '../../src/domain/ids.js';
import { businessDate, plus } from '../../src/domain/measures/instant.js';
import { HOUSE_POLICY } from '../../src/domain/policy.js';
import { massOf, quantity, strength, units } from '../../src/domain/measures/quantity.js';
import { ANNA, ITEM } from '../ledger/clinic.js';
import { Telling } from './telling.js';

export class InfusionStory extends Telling {
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    await this.record('policy', {
      effectiveFrom: plus(clinic.now(), { minutes: 1 }),
      settings: {
        ...HOUSE_POLICY,
        soonestFirst: 'question',
        syringes: [
          { size: units(1), graduation: quantity(10) },
          { size: units(3), graduation: quantity(100) },
        ],
        wasteReasons: ['dose-remainder', 'infusion-stopped', 'spill'],
        wasteManners: ['rx-destroyer', 'unrecovered'],
        assayTolerancePercent: 5,
      },
    });
    this.pass(2);
    const [vial = asId('')] = await clinic.receive(2);
    const terms = {
      patient: asId('patient-1'),
      addressUnknown: 'homeless',
      orderedBy: ANNA,
      given: 'written',
      route: 'iv-infusion',
      dosePerKilogram: null,
      minutes: 40,
      diluent: null,
      series: { number: 1, of: 6 },
      item: ITEM,
      plannedFor: businessDate('2026-11-23'),
    } as const;
    const ordered = await this.record('infusion-order', {
      act: 'ordered',
      order: null,
      dose: massOf(quantity(1000), strength(50_000)),
      ...terms,
    });
    const order = asId(String(ordered.entry.seq));
    await this.record('infusion-order', {
      act: 'changed',
      order,
      dose: massOf(quantity(1100), strength(50_000)),
      ...terms,
      plannedFor: businessDate('2026-11-24'),
    });
    // 1.050 mL lies between two marks of a 3 mL syringe.
    await this.record('draw', {
      stated: [],
      order,
      lines: [{ container: vial, quantity: quantity(1050) }],
      confirmed: ['draw.between-marks'],
    });
  }
}
