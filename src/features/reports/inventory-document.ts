import { isolated } from '../../../reports/isolated.js';
import type { Fact } from '../../../reports/facts.js';
import { formDocument } from '../../../reports/forms.js';
import type { FormSheet, PackageLine } from '../../../reports/forms.js';
import type { TableDocument } from '../../../reports/table-document.js';
import { stamp } from '../../../reports/words.js';
import type { Entry } from '../../domain/entry.js';
import { entriesOfKinds } from './entries-of-kinds.js';
import type { EntryAround } from './entries-of-kinds.js';
import { assertedLines } from './inventory-asserted.js';
import type { InventoryLineParts } from './inventory-asserted.js';
import { mintedLines } from './inventory-minted.js';
import type { BlockLine } from './inventory-minted.js';
import { printedItems } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import { stateOf } from './line-detail.js';
import { registrantWords } from './package-line.js';
import { SealedThen } from './sealed-then.js';
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
        'containers are counted exactly, and stand by the lots of the ledger; content of opened ones as stated. A line without NDC or ' +
        'lot is of several of its audit item.',
      packagesHeading: 'On hand',
      empty: 'No inventory was recorded at this site in the period.',
      nothing: 'ZERO: no controlled substance was on hand.',
      signing: {
        statement: 'I counted what stands above at the time stated; it is complete and correct.',
        signers: ['First counter', 'Second counter'],
      },
    },
    {
      head: parts.head,
      sheets: () => inventorySheets(parts),
      facts: () => inventoryFacts(parts),
      packages: () => inventoryPackages(parts),
    },
  );
}

async function* inventorySheets(parts: DocumentParts): AsyncGenerator<FormSheet> {
  const made = await lineParts(parts);
  for await (const each of entriesOfKinds(parts, ['inventory'])) {
    const { seq, request, businessDate } = each.entry;
    if (request.kind !== 'inventory') continue;
    const moment = `${request.asOf} of business ${request.date ?? businessDate}`;
    const heading = `${INVENTORY_WORDS[request.type]}, ${moment}, line ${seq}`;
    const facts = (await allFacts(parts, each)).map(({ name, value }) => ({ name, value }));
    const packages = (await linesOf(each.entry, made)).map(({ block, line }) => ({
      ...line,
      group: `Schedule ${line.schedule}: ${block}`,
    }));
    yield { heading, facts, packages };
  }
}

async function inventoryFacts(parts: DocumentParts): Promise<readonly Fact[]> {
  const found: Fact[] = [];
  for await (const each of entriesOfKinds(parts, ['inventory'])) {
    found.push(...(await allFacts(parts, each)));
  }
  return found;
}

async function allFacts(parts: DocumentParts, each: EntryAround): Promise<readonly Fact[]> {
  const copy = await signedCopyWords(parts, each.entry);
  const value = `${copy.slice(0, 1).toUpperCase()}${copy.slice(1)}`;
  return [...factsOf(parts, each), { group: `Line ${each.entry.seq}`, name: 'Signed copy', value }];
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
      value: counters
        .map(({ printedName, initials }) => `${isolated(printedName)} (${isolated(initials)})`)
        .join('\n'),
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
  const made = await lineParts(parts);
  for await (const { entry } of entriesOfKinds(parts, ['inventory'])) {
    for (const { block, line } of await linesOf(entry, made)) {
      yield { ...line, group: `Line ${entry.seq}, schedule ${line.schedule}: ${block}` };
    }
  }
}

const lineParts = async (parts: DocumentParts): Promise<InventoryLineParts> => ({
  parts,
  items: await printedItems(parts),
  sealedThen: new SealedThen(parts.reading),
});

async function linesOf(entry: Entry, made: InventoryLineParts): Promise<readonly BlockLine[]> {
  const lines = [...mintedLines(entry, made.items), ...(await assertedLines(entry, made))];
  // Stable: blocks of one schedule stay in the order in which they are made.
  const place = ({ line }: BlockLine): number => IN_ORDER.indexOf(line.schedule);
  return lines.sort((a, b) => place(a) - place(b));
}
