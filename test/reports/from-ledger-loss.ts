/** Thursday of the printed clinic: a vial is gone, the theft is reported, and the vial turns up again. */
import { asId } from '../../src/domain/ids.js';
import type { LossId } from '../../src/domain/ids.js';
import { BADGE_FIELD, TAKER_FIELD } from '../../src/domain/issued-report.js';
import { FACTORS, factorField } from '../../src/domain/losses/loss.js';
import type { Form106, LossStep } from '../../src/domain/losses/loss.js';
import type { PersonalField } from '../../src/domain/request.js';
import { businessDate, mL } from './from-ledger-clinic.js';
import type { PrintedClinic } from './from-ledger-clinic.js';
import type { Days } from './from-ledger-days.js';

const FORM: Form106 = {
  occurredOn: null,
  type: 'night-break-in',
  principalBusiness: 'practitioner',
  county: 'Tompkins',
  telephone: '607 555 0100',
  police: { department: 'City Police', telephone: '607 555 0111', report: '26-1187' },
  armedRobbery: null,
  purchaseValue: 9_005,
  otherGoodsValue: null,
  transit: null,
  orderForms: [],
};

export async function liveLoss(clinic: PrintedClinic, { vials, openCase }: Days): Promise<LossId> {
  const [container = asId('')] = vials.slice(3);
  const quantity = mL('10.000');
  clinic.at('2026-03-05T10:00');
  const step = (loss: LossId | null, of: LossStep, personal: readonly PersonalField[] = []) =>
    clinic.record('loss', { loss, step: of, personal }, { by: clinic.person('AA') });
  const suspected = await step(null, { type: 'suspected', cases: [asId(openCase)] });
  const loss: LossId = asId(`${suspected.seq}-1`);
  await step(loss, { type: 'discovered', cases: [], state: 'US-MO' });
  await step(
    loss,
    {
      type: 'determined',
      as: 'theft',
      factors: FACTORS.map((factor) => ({ factor, weighs: 'for' as const })),
      taken: [{ container, quantity, settledIn: null }],
    },
    FACTORS.map((factor) => ({
      field: factorField(factor),
      value: `because of ${factor}`,
      retention: 'case' as const,
    })),
  );
  await step(loss, {
    type: 'notified',
    to: 'field-division-office',
    state: null,
    office: 'Field Division Office Buffalo',
    manner: 'email',
    file: null,
  });
  const submission = { reference: 'TLR-26-1', file: null };
  await step(loss, { type: 'form-106', form: FORM, submission });
  await step(loss, { type: 'found', containers: [{ container, quantity }] });
  await fileSignedCopy(clinic, Number(container.split('-')[0]));
  await discloseToInspector(clinic);
  return loss;
}

/** The signed print of the inventory that brought the vials in. */
export async function fileSignedCopy(
  clinic: PrintedClinic,
  line: number,
  hash = 'cd'.repeat(32),
): Promise<void> {
  const file = asId(hash);
  await clinic.record(
    'filing',
    { line, leaf: await clinic.leaf(line), file },
    { by: clinic.person('PP') },
  );
}

/** A report that was issued, and the inspector who took it. */
async function discloseToInspector(clinic: PrintedClinic): Promise<void> {
  const by = { by: clinic.person('AA') };
  const issued = await clinic.record(
    'report-issued',
    {
      purpose: 'inspection',
      document: 'ledger',
      format: 'pdf',
      from: businessDate('2026-03-02'),
      to: businessDate('2026-03-05'),
      size: 40,
      root: await clinic.leaf(39),
      item: null,
      about: [],
      paper: 'letter',
      release: 'Countersign 0.1.0',
      file: asId('ef'.repeat(32)),
    },
    by,
  );
  await clinic.record(
    'disclosure',
    {
      reports: [issued.seq],
      to: 'drug-enforcement',
      organisation: null,
      manner: 'paper',
      reference: 'Form 82 of 2026-03-05',
      personal: [
        { field: TAKER_FIELD, value: 'Ines Inspector', retention: 'case' },
        { field: BADGE_FIELD, value: '4471', retention: 'case' },
      ],
    },
    by,
  );
}
