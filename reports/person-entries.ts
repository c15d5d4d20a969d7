import { csv } from './csv.js';
import { facts } from './facts.js';
import type { Fact } from './facts.js';
import type { ReportHead, Rows } from './head.js';
import { personLines } from './register-lines.js';
import type { RegisterLine } from './register-lines.js';
import { forMachines } from './part.js';
import { sheet } from './sheet.js';
import type { TableDocument } from './table-document.js';
import { METHOD_KEY, WITNESS_KEY } from './words.js';

/** Everything that one person made, signed or witnessed: what they can hold against an accusation. */
export interface PersonReport {
  readonly head: ReportHead;
  readonly facts: () => Promise<readonly Fact[]>;
  readonly lines: Rows<RegisterLine>;
  readonly proofs: Rows<LineProof>;
}

/** That a line stands in the log under the checkpoint (RFC 6962, section 2.1.1). */
export interface LineProof {
  readonly line: number;
  /** Base64, as are those of the proof. */
  readonly leafHash: string;
  readonly hashes: readonly string[];
}

export function personDocument({ head, facts: about, lines, proofs }: PersonReport): TableDocument {
  return {
    name: 'entries',
    title: 'Entries of one person',
    clause: 'Every line of the period that this person made, typed, signed or witnessed',
    key:
      'Hash: leaf hash of the line; the same document for machines has the proof that it stands in the log under the checkpoint ' +
      `below. ${WITNESS_KEY} Initials: signature key, last page.`,
    orientation: 'landscape',
    abbreviations: [
      ['Part', 'what the person did or signed, and what they state to have seen'],
      ['Hash', 'first letters of the RFC 6962 leaf hash of the line, base64'],
      ['By, Witness', `the performer and the second person; how the witness signed: ${METHOD_KEY}`],
    ],
    head,
    parts: () => [
      facts({ name: 'person', heading: 'Person', facts: about }),
      personLines(head.site.zone, lines),
      forMachines(
        sheet<LineProof>(
          'proofs',
          [
            { name: 'line', value: ({ line }) => csv.whole(line) },
            { name: 'leaf_hash', value: ({ leafHash }) => csv.text(leafHash) },
            { name: 'proof', value: ({ hashes }) => csv.text(hashes.join(' ')) },
          ],
          proofs,
        ),
      ),
    ],
  };
}
