import { isolated } from '../../../reports/isolated.js';
import type { GivenOut } from '../../../reports/access.js';
import { BADGE_FIELD, TAKER_FIELD } from '../../domain/issued-report.js';
import type {
  DisclosureRequest,
  IssuePurpose,
  MannerOfDisclosure,
  Recipient,
  ReportIssuedRequest,
} from '../../domain/issued-report.js';
import { entriesOfKinds } from './entries-of-kinds.js';
import type { EntryAround } from './entries-of-kinds.js';
import type { DocumentParts } from './ledger-document.js';

/** Documents that were issued in the period, and who was given them. */
export async function* givenOut(parts: DocumentParts): AsyncGenerator<GivenOut> {
  const kinds = ['report-issued', 'disclosure'] as const;
  for await (const { entry, around } of entriesOfKinds(parts, kinds)) {
    const { request } = entry;
    const said =
      request.kind === 'report-issued'
        ? { what: 'Issued', about: issuedWords(request) }
        : request.kind === 'disclosure'
          ? { what: 'Given', about: givenWords(request, entry.seq, around) }
          : undefined;
    if (said === undefined) continue;
    const by = around.staff.of(entry.performer, entry).initials;
    yield { line: entry.seq, at: entry.occurredAt, by, ...said };
  }
}

const PURPOSE_WORDS: Readonly<Record<IssuePurpose, string>> = {
  inspection: 'for an inspection',
  audit: 'for an audit',
  investigation: 'for an investigation',
  'patient-request': 'at a patient’s request',
  'own-file': 'for our own file',
  other: 'for another purpose',
};
const RECIPIENT_WORDS: Readonly<Record<Recipient, string>> = {
  'drug-enforcement': 'Drug Enforcement Administration',
  'state-authority': 'state authority',
  'other-authority': 'other authority',
  court: 'court',
  patient: 'patient',
  insurer: 'insurer',
  other: 'other recipient',
};
const MANNER_WORDS: Readonly<Record<MannerOfDisclosure, string>> = {
  paper: 'on paper',
  file: 'as files',
  shown: 'shown, not handed over',
};

function issuedWords(request: ReportIssuedRequest): string {
  const { document, format, from, to, size, item, about, purpose, file } = request;
  const narrowed = [
    ...(item === null ? [] : [item]),
    ...about.map(({ what, id }) => `${what} ${id}`),
  ];
  return [
    `${document}.${format}, ${from} to ${to}, ledger size ${size}`,
    ...narrowed,
    PURPOSE_WORDS[purpose],
    `file ${file}`,
  ].join('; ');
}

function givenWords(
  { reports, to, organisation, manner, reference }: DisclosureRequest,
  line: number,
  around: EntryAround['around'],
): string {
  const taker = around.personal(line, TAKER_FIELD);
  const badge = around.personal(line, BADGE_FIELD);
  const whom = [
    RECIPIENT_WORDS[to],
    ...(organisation === null ? [] : [isolated(organisation)]),
    ...(taker === null ? [] : [isolated(taker)]),
    ...(badge === null ? [] : [`badge ${isolated(badge)}`]),
  ];
  return [
    `Issued in ${reports.length === 1 ? 'line' : 'lines'} ${reports.join(', ')}`,
    `to ${whom.join(', ')}`,
    MANNER_WORDS[manner],
    ...(reference === null ? [] : [`reference ${isolated(reference)}`]),
  ].join('; ');
}
