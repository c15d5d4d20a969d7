import type { Quantity } from '../src/domain/measures/quantity.js';
import { facts } from './facts.js';
import type { Fact } from './facts.js';
import type { ReportHead, Rows } from './head.js';
import { containerLines } from './register-lines.js';
import type { RegisterLine } from './register-lines.js';
import type { TableDocument } from './table-document.js';
import { METHOD_KEY, WITNESS_KEY } from './words.js';

/** One container from its receipt to its end. */
export interface ContainerReport {
  readonly head: ReportHead;
  readonly label: string;
  readonly facts: () => Promise<readonly Fact[]>;
  /** What stood in it before the period. */
  readonly broughtForward: () => Promise<Quantity>;
  readonly lines: Rows<RegisterLine>;
}

export function containerDocument(report: ContainerReport): TableDocument {
  const { head, label } = report;
  return {
    name: 'container',
    title: `Ledger of container ${label}`,
    clause: '21 CFR 1304.21(a), 1304.22(c): one container from receipt to end',
    key:
      'Balance: by the book; the draw lowers it, what became of the draw stands under it and lowers nothing again. Hash: first ' +
      `letters of the leaf hash of the line. ${WITNESS_KEY} Initials: signature key, last page.`,
    orientation: 'landscape',
    abbreviations: [
      ['In, Out, Balance', 'put into it, taken out of it, and standing in it by the book'],
      ['mg', 'milligrams of that quantity, by the labelled strength'],
      ['Hash', 'first letters of the RFC 6962 leaf hash of the line, base64'],
      ['By, Witness', `the performer and the second person; how the witness signed: ${METHOD_KEY}`],
    ],
    head,
    parts: async function* () {
      yield facts({ name: 'container', heading: 'Container', facts: report.facts });
      const start = await report.broughtForward();
      const opening = `Balance brought forward at the start of ${head.period.from}`;
      yield containerLines(head.site.zone, { rows: report.lines, start, opening });
    },
  };
}
