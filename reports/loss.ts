import type { Instant } from '../src/domain/measures/instant.js';
import type { Zone } from '../src/domain/measures/instant.js';
import { csv } from './csv.js';
import { facts } from './facts.js';
import type { Fact } from './facts.js';
import { packagesPart, signatures } from './forms.js';
import type { PackageLine } from './forms.js';
import type { ReportHead, Rows } from './head.js';
import { letters } from './letter.js';
import type { Letter } from './letter.js';
import { part } from './part.js';
import type { Part } from './part.js';
import type { TableDocument } from './table-document.js';
import { stamp } from './words.js';

/** Thefts and losses on paper (21 CFR 1301.76(b)): what is due when, what was decided and why, what is gone, what was done. */

/** One duty of a loss, as it stands at the checkpoint. */
export interface LossDuty {
  /** Words over the rows of one loss. */
  readonly group: string;
  readonly duty: string;
  readonly to: string;
  /** Last day at the site; null where no rule sets one. */
  readonly lastDay: string | null;
  readonly computed: string;
  /** Null for a reminder that no confirmed rule stands behind. */
  readonly rule: string | null;
  readonly status: string;
}

/** One line of the ledger in the life of a loss. */
export interface LossLine {
  readonly group: string;
  readonly line: number;
  readonly occurredAt: Instant;
  readonly performedBy: string;
  readonly step: string;
  readonly said: string;
}

export interface LossesReport {
  readonly head: ReportHead;
  readonly duties: Rows<LossDuty>;
  readonly facts: () => Promise<readonly Fact[]>;
  readonly packages: Rows<PackageLine>;
  readonly lines: Rows<LossLine>;
}

const KEY =
  'Discovery starts the clocks and never changes. What was found again reverses nothing: the report stays filed and is amended. ' +
  'Not significant: kept and counted for patterns, no form is due. Initials: signature key, last page.';
const EMPTY = 'No theft or loss was suspected, open or acted on in the period.';

export function lossesDocument(report: LossesReport): TableDocument {
  return {
    name: 'losses',
    title: 'Thefts and losses',
    clause: '21 CFR 1301.76(b): clocks, determination, what is gone, what was done; no prices',
    key: KEY,
    orientation: 'portrait',
    abbreviations: [
      ['Last day', 'counts to its end, in the time zone of the site'],
      ['Full', 'containers that were gone with all that their label says'],
      ['Partial', 'quantity that is gone of a container that was not full, or not gone as a whole'],
    ],
    head: report.head,
    parts: () => partsOf(report),
  };
}

/** Where there is no loss, one sentence says so. */
async function* partsOf(report: LossesReport): AsyncGenerator<Part> {
  const said = await report.facts();
  const determination = facts({
    name: 'determination',
    heading: 'Discovery and determination',
    empty: EMPTY,
    facts: () => said,
  });
  if (said.length === 0) {
    yield determination;
    return;
  }
  yield duties(report.duties);
  yield determination;
  yield packagesPart({
    heading: 'What is gone, and what was found again',
    empty: 'Nothing was determined to be stolen or lost.',
    rows: report.packages,
  });
  yield lines(report.head.site.zone, report.lines);
}

function duties(rows: Rows<LossDuty>): Part {
  return part<LossDuty>({
    name: 'duties',
    heading: 'What is due, and when',
    empty: EMPTY,
    rows,
    group: ({ group }) => group,
    columns: [
      { name: 'loss', value: ({ group }) => csv.plain(group) },
      {
        name: 'duty',
        value: ({ duty }) => csv.plain(duty),
        print: { head: 'Duty', width: 88, face: 'bold' },
      },
      { name: 'to', value: ({ to }) => csv.plain(to), print: { head: 'To', width: 108 } },
      {
        name: 'last_day',
        value: ({ lastDay }) => csv.text(lastDay),
        print: { head: 'Last day', width: 50, face: 'bold' },
      },
      {
        name: 'status',
        value: ({ status }) => csv.plain(status),
        print: { head: 'Status', width: 76, face: 'bold' },
      },
      {
        name: 'computed',
        value: ({ computed }) => csv.plain(computed),
        print: { head: 'How it was computed', width: { share: 1 } },
      },
      {
        name: 'rule',
        value: ({ rule }) => csv.text(rule),
        print: { head: 'Rule', width: 76 },
      },
    ],
  });
}

function lines(zone: Zone, rows: Rows<LossLine>): Part {
  return part<LossLine>({
    name: 'lines',
    heading: 'Lines of the ledger',
    empty: 'No line of the ledger is about a theft or loss.',
    rows,
    group: ({ group }) => group,
    columns: [
      { name: 'loss', value: ({ group }) => csv.plain(group) },
      {
        name: 'line',
        value: ({ line }) => csv.whole(line),
        print: { head: 'Line', width: 30, align: 'figure', face: 'bold' },
      },
      {
        name: 'occurred_local',
        value: ({ occurredAt }) => csv.local(occurredAt, zone),
        print: {
          head: 'Date, time',
          width: 84,
          text: ({ occurredAt }) => stamp(occurredAt, zone),
        },
      },
      {
        name: 'performed_by',
        value: ({ performedBy }) => csv.text(performedBy),
        print: { head: 'By', width: 28 },
      },
      {
        name: 'step',
        value: ({ step }) => csv.plain(step),
        print: { head: 'Step', width: 92, face: 'bold' },
      },
      {
        name: 'said',
        value: ({ said }) => csv.text(said),
        print: { head: 'What was decided, said or done', width: { share: 1 } },
      },
    ],
  });
}

/** What DEA Form 106 asks of one loss, in its order. */
export interface LossWorksheet {
  readonly head: ReportHead;
  readonly loss: string;
  readonly form: () => Promise<readonly Fact[]>;
  readonly packages: Rows<PackageLine>;
  readonly duties: Rows<LossDuty>;
}

export function worksheetDocument(worksheet: LossWorksheet): TableDocument {
  return {
    name: 'loss-worksheet',
    title: `Worksheet for DEA Form 106, loss ${worksheet.loss}`,
    clause: '21 CFR 1301.76(b): to be typed into the application of the Diversion Control Division',
    key:
      'Not the form itself, which is electronic alone. It states a purchase value and is no part of an inspection packet ' +
      '(21 CFR 1316.04). The form is not for small shortages.',
    orientation: 'portrait',
    abbreviations: [
      ['Full', 'containers that were gone with all that their label says'],
      ['Partial', 'quantity that is gone of a container that was not full, or not gone as a whole'],
    ],
    head: worksheet.head,
    parts: () => [
      facts({ name: 'form', heading: 'What the form asks', facts: worksheet.form }),
      packagesPart({
        heading: 'Products, by NDC',
        empty: 'Nothing was determined to be stolen or lost yet.',
        rows: worksheet.packages,
      }),
      duties(worksheet.duties),
      signatures({
        statement: `What stands above was taken from the records of loss ${worksheet.loss}.`,
        signers: ['Prepared by', 'Registrant or authorized person'],
      }),
    ],
  };
}

/** The written notices of one loss: to the DEA office, and to each state that asks for one. */
export interface LossNotice {
  readonly head: ReportHead;
  readonly loss: string;
  readonly letters: () => Promise<readonly Letter[]>;
}

export function noticeDocument({ head, loss, letters: written }: LossNotice): TableDocument {
  return {
    name: 'loss-notice',
    title: `Notice of theft or loss ${loss}`,
    clause: '21 CFR 1301.76(b): written notice within one business day of discovery',
    key: 'To be signed by the registrant or an authorized person, sent, and recorded as given with a copy of what was sent.',
    orientation: 'portrait',
    abbreviations: [
      ['Loss', 'line of the ledger that first suspected or discovered it, and its place'],
    ],
    head,
    parts: () => [letters(written)],
  };
}
