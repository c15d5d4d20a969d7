import { isolated } from '../../../reports/isolated.js';
import type { PackageLine } from '../../../reports/forms.js';
import type { Letter } from '../../../reports/letter.js';
import { stamp } from '../../../reports/words.js';
import { businessDateOf } from '../../domain/measures/instant.js';
import type { LossStep } from '../../domain/losses/loss.js';
import type { Site } from '../../domain/product.js';
import { noticesOf } from '../../domain/losses/state-notices.js';
import type { DocumentParts } from './ledger-document.js';
import type { LossRecord } from './loss-records.js';

export interface LetterFacts {
  readonly gone: readonly PackageLine[];
  readonly site: Site;
}

/**
 * The written notice to the Field Division Office (21 CFR 1301.76(b)), and one to each state whose clock runs. A loss that
 * was not discovered yet, or is not significant, owes the federal one not; it is printed all the same for whoever sends it.
 */
export function lossLetters(
  parts: DocumentParts,
  record: LossRecord,
  { gone, site }: LetterFacts,
): readonly Letter[] {
  const federal: Letter = {
    to: [
      'Drug Enforcement Administration',
      officeOf(record, 'field-division-office', null) ??
        'Field Division Office: ____________________',
      'Diversion Program',
    ],
    subject: 'Notice of theft or significant loss of controlled substances, 21 CFR 1301.76(b)',
    paragraphs: [...body(parts, record, gone, site), formParagraph(parts, record)],
    from: fromOf(site),
  };
  const states = record.loss.deadlines?.states ?? [];
  return [
    federal,
    ...states.map(({ state, to }): Letter => {
      const notice = noticesOf(state).find((each) => each.to === to);
      const asked = notice === undefined ? [] : [`Asked for: ${notice.what}.`];
      return {
        to: [to, officeOf(record, 'state', state) ?? '____________________'],
        subject: 'Notice of theft or loss of controlled substances',
        paragraphs: [
          ...body(parts, record, gone, site),
          'The Drug Enforcement Administration is notified by a letter of its own.',
          ...asked,
        ],
        from: fromOf(site),
      };
    }),
  ];
}

const fromOf = ({ registrant, address, deaNumber }: Site): readonly string[] => [
  registrant,
  address,
  `DEA registration ${deaNumber}`,
];

function body(
  { head }: DocumentParts,
  { loss, report }: LossRecord,
  gone: readonly PackageLine[],
  site: Site,
): readonly string[] {
  const { zone } = head.site;
  const what = {
    suspected: 'a possible theft or loss of controlled substances',
    discovered: 'a theft or loss of controlled substances, which is still being determined,',
    theft: 'a theft of controlled substances',
    'significant-loss':
      'a loss of controlled substances, which we have determined to be significant,',
    'not-significant':
      'a loss of controlled substances, which we have determined not to be significant,',
  }[loss.status];
  const discovered =
    loss.discoveredAt === null
      ? `We suspect since ${stamp(loss.suspectedAt, zone)}`
      : `On ${stamp(loss.discoveredAt, zone)} we discovered`;
  const lost = gone.filter(({ note }) => !note.startsWith('FOUND'));
  const again = gone.filter(({ note }) => note.startsWith('FOUND'));
  const police = report?.form.police;
  return [
    `${discovered} ${what} at our registered location ${isolated(site.name)}, ${isolated(site.address)}, ` +
      `DEA registration ${site.deaNumber}. It was first suspected on ${stamp(loss.suspectedAt, zone)}.`,
    lost.length === 0
      ? 'What is missing, and how much of it, is still being determined.'
      : `What is missing, as far as it is known: ${lost.map(packageWords).join('; ')}.`,
    ...(again.length === 0
      ? []
      : [`Of this, the following was found since: ${again.map(packageWords).join('; ')}.`]),
    ...(police == null
      ? []
      : [
          `It was reported to the police: ${isolated(police.department)}, ${isolated(police.telephone)}` +
            `${police.report === null ? '' : `, report ${isolated(police.report)}`}.`,
        ]),
    ...(report === undefined ? [] : [`You can reach us by telephone: ${report.form.telephone}.`]),
  ];
}

const packageWords = ({ drug, ndc, lot, total, unit }: PackageLine): string =>
  `${total} ${unit} of ${drug}, NDC ${ndc}, lot ${isolated(lot)}`;

function formParagraph({ head }: DocumentParts, { loss, report }: LossRecord): string {
  const { zone } = head.site;
  if (report?.submission != null) {
    const { at, reference } = report.submission;
    return `DEA Form 106 was submitted on ${stamp(at, zone)}, reference ${isolated(reference)}.`;
  }
  if (loss.deadlines === null) return 'DEA Form 106 will follow once the loss is discovered.';
  const last = businessDateOf(loss.deadlines.form106, zone);
  return (
    'DEA Form 106 will be submitted through the secure network application of the Diversion Control Division by ' +
    `${last}, within 45 days of the discovery.`
  );
}

/** The office as whoever notified it last named it. */
function officeOf(
  { own }: LossRecord,
  to: Extract<LossStep, { readonly type: 'notified' }>['to'],
  state: string | null,
): string | undefined {
  return own
    .flatMap(({ request }) =>
      request.kind === 'loss' && request.step.type === 'notified' ? [request.step] : [],
    )
    .findLast((step) => step.to === to && (state === null || step.state === state))?.office;
}
