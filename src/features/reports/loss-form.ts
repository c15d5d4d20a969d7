import type { Fact } from '../../../reports/facts.js';
import { stamp } from '../../../reports/words.js';
import { businessDateOf } from '../../domain/measures/instant.js';
import type { Zone } from '../../domain/measures/instant.js';
import { form106Field } from '../../domain/losses/loss.js';
import type { Form106, LossReport } from '../../domain/losses/loss.js';
import type { Site } from '../../domain/product.js';
import type { DocumentParts } from './ledger-document.js';
import type { LossRecord } from './loss-records.js';
import { BUSINESS_WORDS, LOSS_TYPE_WORDS } from './loss-wording.js';

const NOT_RECORDED = 'Not recorded yet';

/** What DEA Form 106 asks, in its order: from the register what it knows, from the newest line of the form what was stated. */
export function form106Facts(
  { head }: DocumentParts,
  record: LossRecord,
  site: Site,
): readonly Fact[] {
  const { loss, report } = record;
  const form = report?.form;
  const { zone } = head.site;
  const discovered = loss.discoveredAt === null ? null : businessDateOf(loss.discoveredAt, zone);
  const text = (name: Parameters<typeof form106Field>[0]): string =>
    (report === undefined ? null : record.around.personal(report.line, form106Field(name))) ??
    'None stated';
  return [
    ...grouped('Registrant', [
      ['Name', site.registrant],
      ['Registered address', site.address],
      ['DEA registration', site.deaNumber],
      ['Telephone', form?.telephone],
      ['County', form?.county],
      ['Principal business', form && BUSINESS_WORDS[form.principalBusiness]],
    ]),
    ...grouped('Theft or loss', [
      ['Discovered', discovered ?? undefined],
      ['Date of theft or loss', dayOf(form, discovered)],
      ['Type', form && LOSS_TYPE_WORDS[form.type]],
      ['Explanation', form && text('explanation')],
      ['Thefts and losses in the 24 months before', report && String(report.earlierLosses)],
    ]),
    ...(form === undefined ? [] : circumstances(form)),
    ...grouped('Other particulars', [
      ['Purchase value of the controlled substances', form && dollars(form.purchaseValue)],
      ['Other pharmaceuticals or merchandise taken', form && otherGoods(form)],
      ['Identifying marks or price codes', form && text('marks')],
      ['Official order forms lost', form && (form.orderForms.join(', ') || 'None')],
      ['Measures against a recurrence', form && text('measures')],
    ]),
    ...grouped('Submission', submission(report, zone)),
  ];
}

function circumstances({ police, armedRobbery, transit }: Form106): readonly Fact[] {
  return [
    ...grouped(
      'Police',
      police === null
        ? [['Reported to police', 'No']]
        : [
            ['Reported to police', 'Yes'],
            ['Department', police.department],
            ['Telephone', police.telephone],
            ['Report', police.report ?? 'No number given'],
          ],
    ),
    ...(armedRobbery === null
      ? []
      : grouped('Armed robbery', [
          ['Killed', String(armedRobbery.killed)],
          ['Injured', String(armedRobbery.injured)],
        ])),
    ...(transit === null
      ? []
      : grouped('Lost in transit', [
          ['Carrier', transit.carrier],
          ['Consignee', `${transit.consignee}, DEA ${transit.consigneeDeaNumber}`],
          ['Carton received', yes(transit.cartonReceived)],
          ['Signs of tampering', yes(transit.tampering)],
          ['Earlier losses with the carrier', String(transit.earlierLosses)],
        ])),
  ];
}

function submission(report: LossReport | undefined, zone: Zone): Asked {
  if (report?.submission == null) return [['Submitted', 'Not yet']];
  const { reference, at, file } = report.submission;
  return [
    ['Submitted', stamp(at, zone)],
    ['Reference', reference],
    ['Copy of what was submitted', file === null ? 'NOT KEPT' : `File ${file}`],
    [
      'Amends',
      report.amends === null ? 'Nothing: it is new' : `The report of line ${report.amends}`,
    ],
  ];
}

type Asked = readonly (readonly [name: string, value: string | undefined])[];

const grouped = (group: string, asked: Asked): readonly Fact[] =>
  asked.map(([name, value]) => ({ group, name, value: value ?? NOT_RECORDED }));

function dayOf(form: Form106 | undefined, discovered: string | null): string | undefined {
  if (form === undefined) return undefined;
  return form.occurredOn ?? `Unknown; of the discovery: ${discovered ?? ''}`;
}

const otherGoods = ({ otherGoodsValue }: Form106): string =>
  otherGoodsValue === null ? 'None' : dollars(otherGoodsValue);

const yes = (is: boolean): string => (is ? 'Yes' : 'No');

const CENTS = 100;
const dollars = (cents: number): string =>
  `$${Math.floor(cents / CENTS)}.${String(cents % CENTS).padStart(2, '0')}`;
