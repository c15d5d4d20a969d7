/** A theft, from the suspicion to an amended report: what the golden ledgers of losses are made from. */
import { asId } from '../../src/domain/ids.js';
import { FACTORS, factorField } from '../../src/domain/losses/loss.js';
import type { Form106, LossStep } from '../../src/domain/losses/loss.js';
import { businessDate } from '../../src/domain/measures/instant.js';
import { units } from '../../src/domain/measures/quantity.js';
import { Telling } from './telling.js';

const FORM: Form106 = {
  occurredOn: businessDate('2026-11-22'),
  type: 'night-break-in',
  principalBusiness: 'practitioner',
  county: 'Tompkins',
  telephone: '607 555 0100',
  police: { department: 'City Police', telephone: '607 555 0111', report: '26-1187' },
  armedRobbery: null,
  purchaseValue: 9_000,
  otherGoodsValue: 12_050,
  transit: null,
  orderForms: [],
};
const ROBBED: Form106 = {
  ...FORM,
  occurredOn: null,
  type: 'armed-robbery',
  police: { department: 'City Police', telephone: '607 555 0111', report: null },
  armedRobbery: { killed: 0, injured: 1 },
  otherGoodsValue: null,
  transit: {
    carrier: 'A carrier',
    consignee: 'The clinic',
    consigneeDeaNumber: 'FL1234563',
    cartonReceived: true,
    tampering: true,
    earlierLosses: 0,
  },
  orderForms: ['123456789'],
};

export class LossStory extends Telling {
  async tell(): Promise<void> {
    const { clinic } = this;
    await clinic.open();
    await clinic.openSite();
    const [first = asId(''), second = asId('')] = await clinic.receive(3);
    const suspected = await this.#step(null, { type: 'suspected', cases: [] });
    const loss = `${suspected.entry.seq}-1`;
    await this.#step(loss, { type: 'discovered', cases: [], state: 'US-MO' });
    const toState = { office: 'Bureau', manner: 'letter', file: null } as const;
    await this.#step(loss, { type: 'notified', to: 'state', state: 'US-MO', ...toState });
    await this.#step(loss, {
      type: 'notified',
      to: 'field-division-office',
      state: null,
      office: 'Field Division Office',
      manner: 'email',
      file: null,
    });
    const quantity = units(10);
    await this.record('loss', {
      loss: asId(loss),
      personal: FACTORS.map((factor) => ({
        field: factorField(factor),
        value: `of ${factor}`,
        retention: 'case' as const,
      })),
      step: {
        type: 'determined',
        as: 'theft',
        factors: FACTORS.map((factor) => ({ factor, weighs: 'for' as const })),
        taken: [first, second].map((container) => ({ container, quantity, settledIn: null })),
      },
    });
    await this.#step(loss, { type: 'form-106', form: FORM, submission: null });
    const submission = { reference: 'TLR-1', file: null };
    await this.#step(loss, { type: 'form-106', form: FORM, submission });
    await this.#step(loss, { type: 'found', containers: [{ container: second, quantity }] });
    await this.#step(loss, {
      type: 'form-106',
      form: ROBBED,
      submission: { reference: 'TLR-1-A', file: null },
    });
  }

  #step(loss: string | null, step: LossStep) {
    return this.record('loss', { loss: loss === null ? null : asId(loss), step });
  }
}
