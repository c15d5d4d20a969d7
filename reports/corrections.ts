import type { Instant } from '../src/domain/measures/instant.js';
import { csv } from './csv.js';
import type { Abbreviations } from './document.js';
import type { LineFacts, ReportHead, Rows } from './head.js';
import { firstColumns, lastColumns } from './line-columns.js';
import { part } from './part.js';
import type { TableDocument } from './table-document.js';
import { LINE_WORDS, lineNumber, METHOD_KEY, stamp, whole } from './words.js';
import type { LineKind } from './words.js';

/** What was written wrong and mended by a line of its own, and what was written late. Both stay as they were written. */
export interface CorrectionsReport {
  readonly head: ReportHead;
  /** In register order. */
  readonly corrections: Rows<CorrectionLine>;
  readonly late: Rows<LateLine>;
}

export interface CorrectionLine extends LineFacts {
  /** First line of the chain, and what it was. */
  readonly original: {
    readonly sequence: number;
    readonly kind: LineKind;
    readonly occurredAt: Instant;
    readonly performedBy: string;
    readonly said: string;
  };
  /** What it should have said. */
  readonly says: string;
}

export interface LateLine extends LineFacts {
  readonly kind: LineKind;
  readonly about: string;
  readonly minutesLate: number;
}

const ABBREVIATIONS: Abbreviations = [
  ['Line', 'sequence number of the correction, or of the late entry, in the ledger of this site'],
  ['Original', 'the line that it corrects, in the end; it prints untouched at its own place'],
  ['Late', 'minutes between the act, as it is stated, and its entry'],
  ['By, Witness', `who entered it; who approved it, and how they signed: ${METHOD_KEY}`],
];

export function correctionsDocument({ head, corrections, late }: CorrectionsReport): TableDocument {
  const { zone } = head.site;
  return {
    name: 'corrections',
    title: 'Corrections and late entries',
    clause: '21 CFR 1304.21(a): complete, accurate and current; in register order',
    key:
      'A correction never changes the line that it names: both print. A late entry stands where it was recorded and says when ' +
      'it happened. In capitals: what departs from the rule. Initials: signature key, last page.',
    orientation: 'landscape',
    abbreviations: ABBREVIATIONS,
    head,
    parts: () => [
      part<CorrectionLine>({
        name: 'corrections',
        heading: 'Corrections',
        empty: 'No line was corrected in the period.',
        rows: corrections,
        columns: [
          ...firstColumns<CorrectionLine>(zone, (row) => row),
          {
            name: 'original_line',
            value: ({ original }) => csv.whole(original.sequence),
            print: {
              head: 'Original',
              width: { share: 3 },
              text: ({ original }) => [
                { text: `${lineNumber(original.sequence)} `, face: 'bold' },
                {
                  text:
                    `${LINE_WORDS[original.kind]}, ${stamp(original.occurredAt, zone)}, by ` +
                    `${original.performedBy}${original.said === '' ? '' : `: ${original.said}`}`,
                  face: 'regular',
                },
              ],
            },
          },
          { name: 'original_entry', value: ({ original }) => csv.text(LINE_WORDS[original.kind]) },
          {
            name: 'original_occurred_utc',
            value: ({ original }) => csv.instant(original.occurredAt),
          },
          { name: 'original_by', value: ({ original }) => csv.text(original.performedBy) },
          { name: 'original_said', value: ({ original }) => csv.plain(original.said) },
          {
            name: 'says',
            value: ({ says }) => csv.plain(says),
            print: { head: 'Should have said', width: { share: 3 } },
          },
          ...lastColumns<CorrectionLine>(zone, (row) => row, { remark: { share: 2 } }),
        ],
      }),
      part<LateLine>({
        name: 'late',
        heading: 'Late entries',
        empty: 'No line was entered late in the period.',
        rows: late,
        columns: [
          ...firstColumns<LateLine>(zone, (row) => row),
          {
            name: 'entry',
            value: ({ kind }) => csv.text(LINE_WORDS[kind]),
            print: { head: 'Entry', width: 70 },
          },
          {
            name: 'about',
            value: ({ about }) => csv.plain(about),
            print: { head: 'About', width: { share: 2 } },
          },
          {
            name: 'minutes_late',
            value: ({ minutesLate }) => csv.whole(minutesLate),
            print: {
              head: 'Late, min',
              width: 42,
              align: 'figure',
              face: 'bold',
              text: ({ minutesLate }) => whole(minutesLate),
            },
          },
          ...lastColumns<LateLine>(zone, (row) => row, { remark: { share: 3 } }),
        ],
      }),
    ],
  };
}
