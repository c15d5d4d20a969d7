import { csv } from '../../../reports/csv.js';
import { facts } from '../../../reports/facts.js';
import type { Fact } from '../../../reports/facts.js';
import { part } from '../../../reports/part.js';
import type { TableDocument } from '../../../reports/table-document.js';
import { whole } from '../../../reports/words.js';
import { DOCUMENT_KINDS, PACKET_ORDER } from './documents.js';
import type { DocumentName } from './documents.js';
import type { DocumentParts } from './ledger-document.js';
import type { DocumentRequest } from './document-request.js';

interface Listed {
  readonly number: string;
  readonly document: DocumentName;
  readonly pages: number;
  readonly isEmpty: boolean;
}

/** Every document of a packet with its pages. It is known last and read first. */
export function contentsOf(
  { head }: DocumentParts,
  { scope, printed }: DocumentRequest,
): TableDocument {
  let documents = 0;
  let pages = 0;
  const rows = async function* (): AsyncGenerator<Listed> {
    for (const [index, document] of PACKET_ORDER.entries()) {
      const found = await printed(document);
      documents += 1;
      pages += found.pages;
      yield {
        number: packetNumber(index),
        document,
        pages: found.pages,
        isEmpty: found.records === 0,
      };
    }
  };
  return {
    name: 'contents',
    title: 'Contents of the inspection packet',
    clause: '21 CFR 1304.04, 1316.04: records of the period, without prices',
    key: `Pages: of the PDF on ${scope.paper === 'a4' ? 'A4' : 'Letter'} paper. Every document was read at the checkpoint below.`,
    orientation: 'portrait',
    abbreviations: [
      ['None in period', 'nothing of what the document lists was recorded in the period'],
    ],
    head,
    parts: () => [
      part<Listed>({
        name: 'contents',
        heading: 'Contents',
        empty: 'The packet has no document.',
        columns: [
          {
            name: 'number',
            value: ({ number }) => csv.text(number),
            print: { head: 'No.', width: 28 },
          },
          {
            name: 'document',
            value: ({ document }) => csv.plain(document),
            print: { head: 'Document', width: 90, face: 'bold' },
          },
          {
            name: 'says',
            value: ({ document }) => csv.plain(DOCUMENT_KINDS[document].says),
            print: { head: 'What it says', width: { share: 1 } },
          },
          {
            name: 'in_period',
            value: ({ isEmpty }) => csv.plain(isEmpty ? 'none' : 'recorded'),
            print: {
              head: 'In the period',
              width: 80,
              text: ({ isEmpty }) => (isEmpty ? 'None in period' : null),
            },
          },
          {
            name: 'pages',
            value: ({ pages: own }) => csv.whole(own),
            print: { head: 'Pages', width: 40, align: 'figure' },
          },
        ],
        rows,
        foot: () => [
          { words: `Total: ${whole(documents)} documents`, figures: { pages: whole(pages) } },
        ],
      }),
      facts({
        name: 'besides',
        heading: 'Besides',
        heads: { name: 'File', value: 'What it is' },
        facts: () => BESIDES,
      }),
    ],
  };
}

/** "01": where a document stands in the packet, and how its files are called there. */
export const packetNumber = (index: number): string => String(index + 1).padStart(2, '0');

const BESIDES: readonly Fact[] = [
  { name: '.csv, .json, .xlsx', value: 'The same documents for machines' },
  { name: 'log', value: 'Every entry of the ledger with checkpoint and proofs, as a C2SP log' },
  { name: 'manifest.json', value: 'SHA-256 of every file of the packet' },
];
