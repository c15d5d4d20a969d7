import { csv } from '../../../reports/csv.js';
import { signatures } from '../../../reports/forms.js';
import { part } from '../../../reports/part.js';
import type { TableDocument } from '../../../reports/table-document.js';
import { itemWords } from '../../../reports/words.js';
import { printedItems } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import type { DocumentRequest } from './document-request.js';

/** Room to write a number by hand. */
const BLANK = '\u00a0\n__________________';

interface SheetRow {
  readonly place: string;
  readonly words: string;
  readonly unit: string;
  /** Stock in a place has containers, sealed or held apart; what is in hands and bags is a quantity alone. */
  readonly isStock: boolean;
}

/** A blind sheet for the closing count: it names what is to be counted and where, and no figure of the book. */
export function countSheetOf(parts: DocumentParts, { site }: DocumentRequest): TableDocument {
  const blank = (name: string, head: string, text: (row: SheetRow) => string | null) =>
    ({ name, value: () => null, print: { head, width: 98, text } }) as const;
  const containers = ({ isStock }: SheetRow) => (isStock ? BLANK : null);
  return {
    name: 'count-sheet',
    title: 'Blind count sheet',
    clause: '21 CFR 1304.11: to be filled in by who counts; it shows no figure of the book',
    key: 'Sealed: whole containers. Opened: measured content of each. In process and held are lines of their own.',
    orientation: 'portrait',
    abbreviations: [['Blind', 'who counts does not see what the ledger expects']],
    head: parts.head,
    parts: () => [
      part<SheetRow>({
        name: 'count_sheet',
        heading: 'To be counted',
        empty: 'No controlled substance was ever on hand at this site.',
        group: ({ place }) => place,
        columns: [
          { name: 'place', value: ({ place }) => csv.text(place) },
          {
            name: 'item',
            value: ({ words }) => csv.plain(words),
            print: { head: 'Audit item', width: { share: 1 } },
          },
          blank('sealed', 'Sealed, containers', containers),
          blank('opened', 'Opened, in process, held', ({ unit }) => `${BLANK} ${unit}`),
          blank('quarantined', 'Quarantined, containers', containers),
        ],
        rows: async function* (): AsyncGenerator<SheetRow> {
          const items = [...(await printedItems(parts)).values()].map((item) => ({
            words: itemWords(item),
            unit: item.unit,
          }));
          for (const { name: place } of site.locations) {
            for (const item of items) yield { place, ...item, isStock: true };
          }
          for (const place of ['In process, in anybody’s hands', 'Held in numbered bags']) {
            for (const item of items) yield { place, ...item, isStock: false };
          }
        },
      }),
      signatures({
        statement: 'I was there while what stands above was counted, and it was found as written.',
        signers: ['Counted by', 'Counted by', 'Investigator', 'For the registrant'],
      }),
    ],
  };
}
