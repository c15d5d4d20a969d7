import { csv } from '../../../reports/csv.js';
import { facts } from '../../../reports/facts.js';
import type { Fact } from '../../../reports/facts.js';
import { signatures } from '../../../reports/forms.js';
import { part } from '../../../reports/part.js';
import type { TableDocument } from '../../../reports/table-document.js';
import { CASE_STATUS_WORDS, itemWords, LINE_WORDS, stamp } from '../../../reports/words.js';
import type { LineKind } from '../../../reports/words.js';
import type { Entry } from '../../domain/entry.js';
import type { Site } from '../../domain/product.js';
import type { Kind } from '../../domain/request.js';
import { discrepancyDocument } from './discrepancy-document.js';
import { DOCUMENT_KINDS, PACKET_ORDER } from './documents.js';
import { entriesOfKinds } from './entries-of-kinds.js';
import { printedItems } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import type { DocumentRequest } from './printing.js';
import { INVENTORY_WORDS } from './wording.js';

// The keys of the words are kinds of entry.
const PRINTED_KINDS = Object.keys(LINE_WORDS) as readonly (LineKind & Kind)[];

/** What an inspector reads first: what is open, who is registered, when it was last counted, and what follows. */
export function coverOf(parts: DocumentParts, { site }: DocumentRequest): TableDocument {
  return {
    name: 'cover',
    title: 'Inspection packet',
    clause: '21 CFR 1304.04, 1316.04: records of the period, without prices',
    key: 'Open exceptions come first. Every document of the packet was read at the checkpoint below.',
    orientation: 'portrait',
    abbreviations: [['Open', 'not settled at the checkpoint by any later line of the ledger']],
    head: parts.head,
    parts: () => [
      facts({
        name: 'exceptions',
        heading: 'Open exceptions',
        empty: 'No discrepancy is open, and no line of the period lacks a second signature.',
        facts: () => exceptions(parts, site),
      }),
      facts({ name: 'registration', heading: 'Registration', facts: () => registration(site) }),
      facts({
        name: 'inventories',
        heading: 'Inventories in the period',
        empty: 'No inventory was recorded in the period.',
        facts: () => inventories(parts),
      }),
      facts({ name: 'contents', heading: 'Contents', facts: contents }),
    ],
  };
}

function contents(): readonly Fact[] {
  return PACKET_ORDER.map((document, index) => ({
    name: `${String(index + 1).padStart(2, '0')} ${document}`,
    value: DOCUMENT_KINDS[document].says,
  }));
}

function registration(site: Site): readonly Fact[] {
  return [
    { name: 'Registrant', value: site.registrant },
    { name: 'Registered location', value: `${site.name}, ${site.address}` },
    { name: 'DEA registration', value: `${site.deaNumber}, expires ${site.registrationExpires}` },
    { name: 'Business activity', value: site.businessActivity },
    { name: 'Schedules', value: site.schedules.join(', ') },
    { name: 'Storage locations', value: site.locations.map(({ name }) => name).join(', ') },
  ];
}

async function exceptions(parts: DocumentParts, site: Site): Promise<readonly Fact[]> {
  const found: Fact[] = [];
  for await (const each of discrepancyDocument(parts, site).cases()) {
    if (each.status !== 'open') continue;
    const due = each.due === null ? '' : `, due ${each.due}`;
    found.push({
      group: 'Discrepancies',
      name: `Case ${each.id}`,
      value: `${CASE_STATUS_WORDS[each.status]}: ${itemWords(each.item)}${due}`,
    });
  }
  const owes = (entry: Entry): boolean => awaitedBy(entry) !== null;
  for await (const { entry, around } of entriesOfKinds(parts, PRINTED_KINDS, owes)) {
    if (around.standing(entry.seq).settledBy !== null) continue;
    found.push({
      group: 'Lines without their second signature',
      name: `Line ${entry.seq}`,
      value: `${LINE_WORDS[entry.kind as LineKind]}, ${stamp(entry.occurredAt, parts.head.site.zone)}: ${awaitedBy(entry) ?? ''} missing`,
    });
  }
  return found;
}

function awaitedBy(entry: Entry): string | null {
  const own = entry.effects.states.find(
    (state) => state.noun === 'line' && state.id === String(entry.seq),
  );
  return own?.noun === 'line' ? own.awaiting : null;
}

async function inventories(parts: DocumentParts): Promise<readonly Fact[]> {
  const found: Fact[] = [];
  for await (const { entry } of entriesOfKinds(parts, ['inventory'])) {
    const { request } = entry;
    if (request.kind !== 'inventory') continue;
    const { previous } = request;
    const before =
      previous === null
        ? ''
        : `; the one before: ${previous.date}, scan ${previous.file ?? 'not kept'}`;
    found.push({
      name: `Line ${entry.seq}`,
      value: `${INVENTORY_WORDS[request.type]}, ${request.asOf} of business ${request.date ?? entry.businessDate}${before}`,
    });
  }
  return found;
}

interface SheetRow {
  readonly place: string;
  readonly words: string;
}

/** A blind sheet for the closing count: it names what is to be counted and where, and no figure of the book. */
export function countSheetOf(parts: DocumentParts, { site }: DocumentRequest): TableDocument {
  const blank = (name: string, head: string) =>
    ({ name, value: () => null, print: { head, width: 92 } }) as const;
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
          blank('sealed', 'Sealed, containers'),
          blank('opened', 'Opened, content'),
          blank('quarantined', 'Quarantined'),
        ],
        rows: async function* (): AsyncGenerator<SheetRow> {
          const items = [...(await printedItems(parts)).values()].map(itemWords);
          for (const { name } of site.locations) {
            for (const words of items) yield { place: name, words };
          }
          for (const words of items) yield { place: 'In process, in anybody’s hands', words };
          for (const words of items) yield { place: 'Held in numbered bags', words };
        },
      }),
      signatures(['Counted by', 'Counted by', 'Investigator', 'For the registrant']),
    ],
  };
}
