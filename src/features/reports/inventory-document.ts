import type { Fact } from '../../../reports/facts.js';
import { formDocument } from '../../../reports/forms.js';
import type { PackageLine } from '../../../reports/forms.js';
import type { TableDocument } from '../../../reports/table-document.js';
import { stamp } from '../../../reports/words.js';
import type { Entry } from '../../domain/entry.js';
import { entriesOfKinds } from './entries-of-kinds.js';
import type { EntryAround } from './entries-of-kinds.js';
import { assertedLines } from './inventory-asserted.js';
import { mintedLines } from './inventory-minted.js';
import { printedItems } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import { stateOf } from './line-detail.js';
import { registrantWords } from './package-line.js';
import { signedCopyWords } from './signed-copy.js';
import { INVENTORY_WORDS } from './wording.js';

/** Every inventory of the period, to be printed, signed and kept at the registered location (21 CFR 1304.11(a)). */
export function inventoriesOf(parts: DocumentParts): TableDocument {
  return formDocument(
    {
      name: 'inventories',
      title: 'Inventory of controlled substances',
      clause: '21 CFR 1304.11; to be signed and kept at the registered location',
      key:
        'Schedule II stands apart from III to V. What is held apart (quarantined) is on hand and is named with its reason. Sealed ' +
        'containers are counted exactly; content of opened ones as stated.',
      factsHeading: 'Inventory',
      packagesHeading: 'On hand',
      empty: 'No inventory was recorded at this site in the period.',
      signers: ['First counter', 'Second counter'],
    },
    {
      head: parts.head,
      facts: () => inventoryFacts(parts),
      packages: () => inventoryPackages(parts),
    },
  );
}

async function inventoryFacts(parts: DocumentParts): Promise<readonly Fact[]> {
  const found: Fact[] = [];
  for await (const each of entriesOfKinds(parts, ['inventory'])) {
    const copy = await signedCopyWords(parts, each.entry);
    found.push(...factsOf(parts, each), {
      group: `Line ${each.entry.seq}`,
      name: 'Signed copy',
      value: `${copy.slice(0, 1).toUpperCase()}${copy.slice(1)}`,
    });
  }
  return found;
}

function factsOf(parts: DocumentParts, { entry, around }: EntryAround): readonly Fact[] {
  const { request } = entry;
  if (request.kind !== 'inventory') return [];
  const { zone } = parts.head.site;
  const group = `Line ${entry.seq}`;
  const asOf = request.asOf === 'opening' ? 'OPENING of business' : 'CLOSE of business';
  const counters = entry.signatures.map(({ person }) => around.staff.of(person, entry));
  const { previous, relocated } = request;
  return [
    { group, name: 'Registrant', value: registrantWords(parts) },
    { group, name: 'Kind', value: INVENTORY_WORDS[request.type] },
    { group, name: 'As of', value: `${asOf}, ${request.date ?? entry.businessDate}` },
    {
      group,
      name: 'Counted',
      value: `${stamp(request.startedAt, zone)} to ${stamp(request.endedAt, zone)}`,
    },
    {
      group,
      name: 'Counted by',
      value: counters.map(({ printedName, initials }) => `${printedName} (${initials})`).join('; '),
    },
    ...(previous === null
      ? []
      : [
          {
            group,
            name: 'The one before',
            value: `${previous.date}, ${previous.file === null ? 'no scan kept' : `scan: file ${previous.file}`}`,
          },
        ]),
    ...(relocated === null
      ? []
      : [
          {
            group,
            name: 'Relocated from',
            value: `Site ${relocated.site}, closing inventory in line ${relocated.line} of its ledger`,
          },
        ]),
    ...(isEmpty(entry)
      ? [{ group, name: 'Stock', value: 'ZERO: no controlled substance was on hand' }]
      : []),
  ];
}

const isEmpty = (entry: Entry): boolean =>
  (stateOf(entry, 'inventory')?.stated ?? entry.effects.movements).length === 0;

const IN_ORDER = ['II', 'III', 'IV', 'V'];

async function* inventoryPackages(parts: DocumentParts): AsyncGenerator<PackageLine> {
  const items = await printedItems(parts);
  for await (const { entry } of entriesOfKinds(parts, ['inventory'])) {
    const lines = [...mintedLines(entry, items), ...(await assertedLines(parts, entry, items))];
    // Stable: blocks of one schedule stay in the order in which they are made.
    lines.sort((a, b) => IN_ORDER.indexOf(a.schedule) - IN_ORDER.indexOf(b.schedule));
    for (const { schedule, block, line } of lines) {
      yield { ...line, group: `Line ${entry.seq}, schedule ${schedule}: ${block}` };
    }
  }
}
