import { businessDate } from '../../src/domain/measures/instant.js';
import type { PersonId } from '../../src/domain/ids.js';
import type { BusinessDate, Instant } from '../../src/domain/measures/instant.js';
import type { FoundContainers } from '../../src/domain/requests/control.js';
import { SEEN } from '../../src/domain/person.js';
import type { Meaning, Seen } from '../../src/domain/person.js';
import { REASONS } from '../../src/domain/request.js';
import type { Reason, RequestHead } from '../../src/domain/request.js';
import { oneOf } from './scenario-cast.js';
import type { DrivenCosigner } from './scenario-driver.js';
import { splitAnd, splitRemark } from './scenario.js';
import type { ActText } from './scenario.js';
import { momentOf } from './scenario-stage.js';
import type { Stage } from './scenario-stage.js';

/** What the parts after the first comma of a sentence say. */
export interface Additions {
  /** When it is recorded: the time at the beginning of the step. */
  readonly recordedAt: Instant;
  readonly date: BusinessDate;
  readonly posture: RequestHead['posture'];
  readonly occurredAt: Instant;
  readonly reason: Reason | null;
  readonly confirmed: readonly string[];
  readonly cosigners: readonly DrivenCosigner[];
  /** Names for what the line is or makes. */
  readonly called: readonly string[];
  /** Names for the containers that come in. */
  readonly labels: readonly string[];
  readonly begunAt: Instant | null;
  /** Name of the line that came between measuring and submitting a count. */
  readonly measuredBefore: string | null;
  readonly explainedBy: readonly string[];
  /** "0.300 mL of vial A" */
  readonly settling: readonly string[];
  /** Sealed containers that the book lacks. */
  readonly finding: readonly FoundContainers[];
  readonly nobodyUninvolved: boolean;
  readonly investigators: InvestigatorsSaid | null;
  /** Who writes it down for the performer. */
  readonly transcriber: PersonId | null;
}

/** "before DEA, who found 3 sealed ketamine 50 and vial A at 9.100 mL" */
export interface InvestigatorsSaid {
  readonly agency: string;
  readonly lines: readonly string[];
}

type Adding = (groups: readonly string[], date: BusinessDate, stage: Stage) => Partial<Additions>;

const MEANINGS: Readonly<Record<string, readonly [Meaning, Seen]>> = {
  'witnessed by': ['witnessed', 'act'],
  'taken by': ['received', 'draw'],
  'counted by': ['counted', 'count'],
  'verified by': ['verified', 'container'],
  'received by': ['verified', 'container'],
  'approved by': ['approved', 'papers'],
  'closed with': ['closed', 'papers'],
};

const ADDITIONS: readonly (readonly [RegExp, Adding])[] = [
  [/^called (.+)$/, ([names = '']) => ({ called: splitAnd(names) })],
  [/^labelled (.+) to (.+)$/, ([first = '', last = '']) => ({ labels: between(first, last) })],
  [/^labelled (.+)$/, ([names = '']) => ({ labels: splitAnd(names) })],
  [/^already done$/, () => ({ posture: 'done' })],
  [
    /^already done at (.+)$/,
    ([at = ''], date, stage) => ({ posture: 'done', occurredAt: momentOf(at, date, stage) }),
  ],
  [
    /^already done on (\S+) at (.+)$/,
    ([on = '', at = ''], _date, stage) => ({
      posture: 'done',
      occurredAt: stage.instant(businessDate(on), at),
    }),
  ],
  [/^at (.+)$/, ([at = ''], date, stage) => ({ occurredAt: momentOf(at, date, stage) })],
  [/^begun at (.+)$/, ([at = ''], date, stage) => ({ begunAt: momentOf(at, date, stage) })],
  [/^because (.+)$/, ([why = '']) => ({ reason: oneOf(REASONS, hyphened(why)) })],
  [/^confirming (\S+)$/, ([code = '']) => ({ confirmed: [code] })],
  [/^measured before (.+)$/, ([name = '']) => ({ measuredBefore: name })],
  [/^explained by (.+)$/, ([names = '']) => ({ explainedBy: splitAnd(names) })],
  [/^settling (.+)$/, ([lines = '']) => ({ settling: splitAnd(lines) })],
  [
    /^finding (\d+) (.+) of lot (\S+) expiring (\S+)$/,
    ([number = '', product = '', lot = '', expires = ''], _date, stage) => ({
      finding: [
        {
          product: stage.product(product),
          lot,
          expires: businessDate(expires),
          containers: Number(number),
        },
      ],
    }),
  ],
  [
    /^before (.+) who found (.+)$/,
    ([agency = '', lines = '']) => ({ investigators: { agency, lines: splitAnd(lines) } }),
  ],
  [/^written down by (.+)$/, ([name = ''], _date, stage) => ({ transcriber: stage.person(name) })],
  [/^since nobody is uninvolved$/, () => ({ nobodyUninvolved: true })],
];

/** Reads the additions of one step. */
export function additionsOf(act: ActText, stage: Stage): Additions {
  const recordedAt = stage.instant(act.date, act.time);
  let all: Additions = {
    recordedAt,
    date: act.date,
    posture: 'intended',
    occurredAt: recordedAt,
    reason: null,
    confirmed: [],
    cosigners: [],
    called: [],
    labels: [],
    begunAt: null,
    measuredBefore: null,
    explainedBy: [],
    settling: [],
    finding: [],
    nobodyUninvolved: false,
    investigators: null,
    transcriber: null,
  };
  for (const addition of act.additions) {
    const added = cosigning(addition, all, stage) ?? plain(addition, all, stage);
    all = { ...all, ...added, confirmed: [...all.confirmed, ...(added.confirmed ?? [])] };
  }
  return all;
}

/** The head that every request has, from what the additions say. */
export function headOf(additions: Additions): RequestHead {
  const { posture, occurredAt, reason, confirmed } = additions;
  return { posture, occurredAt, reason, confirmed, personal: [] };
}

function plain(addition: string, all: Additions, stage: Stage): Partial<Additions> {
  for (const [pattern, adding] of ADDITIONS) {
    const found = pattern.exec(addition);
    if (found !== null) return adding(found.slice(1), all.date, stage);
  }
  throw new Error(`not understood: ", ${addition}"`);
}

/** "witnessed by Paul Ode (at 11:40, saw the draw and the residue)" */
function cosigning(text: string, all: Additions, stage: Stage): Partial<Additions> | undefined {
  const found =
    /^(witnessed by|taken by|counted by|verified by|received by|approved by|closed with) (.+)$/.exec(
      text,
    );
  if (found === null) return undefined;
  const [meaning, usual] = MEANINGS[found[1] ?? ''] ?? ['witnessed', 'act'];
  const { name, remarks } = splitRemark(found[2] ?? '');
  let cosigner: DrivenCosigner = {
    person: stage.person(name),
    meaning,
    seen: [usual],
    signedAt: all.recordedAt,
  };
  for (const remark of remarks) cosigner = { ...cosigner, ...cosignerRemark(remark, all, stage) };
  return { cosigners: [...all.cosigners, cosigner] };
}

function cosignerRemark(remark: string, all: Additions, stage: Stage): Partial<DrivenCosigner> {
  if (remark.startsWith('at '))
    return { signedAt: momentOf(remark.slice('at '.length), all.date, stage) };
  if (remark === 'saw nothing') return { seen: [] };
  return { seen: seenOf(remark) };
}

/** "saw the draw and the sealed bag" */
export function seenOf(text: string): readonly Seen[] {
  const found = /^saw (.+)$/.exec(text);
  if (found === null) throw new Error(`not understood: (${text})`);
  return splitAnd(found[1] ?? '').map((each) => oneOf(SEEN, hyphened(each.replace(/^the /, ''))));
}

export const hyphened = (text: string): string => text.replaceAll(' ', '-');

/** "vial A" to "vial D", or "vial 1" to "vial 12". */
function between(first: string, last: string): readonly string[] {
  const [, stem = '', from = ''] = /^(.*?)(\w+)$/.exec(first) ?? [];
  const [, otherStem = '', to = ''] = /^(.*?)(\w+)$/.exec(last) ?? [];
  const isNumber = /^\d+$/.test(from);
  const [start, end] = isNumber
    ? [Number(from), Number(to)]
    : [from.charCodeAt(0), to.charCodeAt(0)];
  if (stem !== otherStem || !(end >= start)) throw new Error(`no range: ${first} to ${last}`);
  return Array.from({ length: end - start + 1 }, (_, index) =>
    isNumber ? `${stem}${start + index}` : `${stem}${String.fromCharCode(start + index)}`,
  );
}
