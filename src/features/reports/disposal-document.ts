import { isolated } from '../../../reports/isolated.js';
import type { Fact } from '../../../reports/facts.js';
import { formDocument } from '../../../reports/forms.js';
import type { FormSheet, PackageLine } from '../../../reports/forms.js';
import type { TableDocument } from '../../../reports/table-document.js';
import { stamp } from '../../../reports/words.js';
import type { PrintedItem } from '../../../reports/words.js';
import type { Stock } from '../../domain/stock/container.js';
import type { DepartedLine } from '../../domain/stock/departure.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem } from '../../domain/ids.js';
import { sum } from '../../domain/measures/quantity.js';
import { entriesOfKinds } from './entries-of-kinds.js';
import type { EntryAround } from './entries-of-kinds.js';
import { itemNamed, printedItems } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import { packageLine, registrantWords } from './package-line.js';
import { stateOf } from './line-detail.js';
import type { Surroundings } from './surroundings.js';
import { departureWords } from './wording.js';

/** Stock that was destroyed or handed over for destruction: what DEA Form 41 asks, and the papers of the hand-over. */
export function disposalsOf(parts: DocumentParts): TableDocument {
  return formDocument(
    {
      name: 'disposals',
      title: 'Destruction and reverse distribution',
      clause: '21 CFR 1304.21(e), 1317.95: stock that left for destruction; fields of DEA Form 41',
      key: 'Waste after dispensing is not here: it stands in the waste record. Total: full packages and partial content together.',
      packagesHeading: 'Packages',
      empty: 'No stock left this site for destruction in the period.',
      nothing: 'No package is named.',
      signing: {
        statement:
          'I saw what stands above destroyed beyond retrieval, or handed over, as it is stated.',
        signers: ['First employee who witnessed', 'Second employee who witnessed'],
      },
    },
    {
      head: parts.head,
      sheets: () => disposalSheets(parts),
      facts: () => disposalFacts(parts),
      packages: () => disposalPackages(parts),
    },
  );
}

async function* disposalSheets(parts: DocumentParts): AsyncGenerator<FormSheet> {
  const items = await printedItems(parts);
  for await (const each of entriesOfKinds(parts, ['disposal'])) {
    yield {
      heading: `Stock that left in line ${each.entry.seq}`,
      facts: factsOf(parts, each).map(({ name, value }) => ({ name, value })),
      packages: packagesOf(each, items, ''),
    };
  }
}

async function disposalFacts(parts: DocumentParts): Promise<readonly Fact[]> {
  const found: Fact[] = [];
  for await (const each of entriesOfKinds(parts, ['disposal'])) found.push(...factsOf(parts, each));
  return found;
}

function factsOf(parts: DocumentParts, { entry, around }: EntryAround): readonly Fact[] {
  const departure = stateOf(entry, 'departure');
  if (departure === undefined) return [];
  const { zone } = parts.head.site;
  const group = groupOf(entry);
  const seen = entry.signatures.map(({ person, signedAt }) => {
    const { printedName, initials } = around.staff.of(person, entry);
    return `${isolated(printedName)} (${isolated(initials)}), ${stamp(signedAt, zone)}`;
  });
  return [
    { group, name: 'Registrant', value: registrantWords(parts) },
    { group, name: 'Date and time', value: stamp(departure.at, zone) },
    { group, name: 'Manner, recipient, manifest', value: departureWords(departure) },
    { group, name: 'Performed by', value: around.staff.of(entry.performer, entry).printedName },
    { group, name: 'Signed in the ledger', value: seen.join('\n') },
  ];
}

async function* disposalPackages(parts: DocumentParts): AsyncGenerator<PackageLine> {
  const items = await printedItems(parts);
  for await (const each of entriesOfKinds(parts, ['disposal'])) {
    yield* packagesOf(each, items, groupOf(each.entry));
  }
}

function packagesOf(
  { entry, around }: EntryAround,
  items: ReadonlyMap<AuditItem, PrintedItem>,
  group: string,
): readonly PackageLine[] {
  const departure = stateOf(entry, 'departure');
  return departure === undefined
    ? []
    : [...departedPackages(departure.lines, { group, around, items })];
}

const groupOf = (entry: Entry): string => `Line ${entry.seq}`;

/** Packages of one product and lot on one line; full ones apart from partial ones. */
function* departedPackages(
  lines: readonly DepartedLine[],
  of: {
    readonly group: string;
    readonly around: Surroundings;
    readonly items: ReadonlyMap<AuditItem, PrintedItem>;
  },
): Generator<PackageLine> {
  const stocks = new Map<string, { readonly stock: Stock; readonly own: DepartedLine[] }>();
  for (const line of lines) {
    const stock = of.around.stock(line.container);
    const found = stocks.get(stock.id);
    if (found === undefined) stocks.set(stock.id, { stock, own: [line] });
    else found.own.push(line);
  }
  for (const { stock, own } of stocks.values()) {
    const partial = own.filter(({ full }) => !full).map(({ quantity }) => quantity);
    const note = own.some(({ returned }) => returned) ? 'Parcel came back.' : '';
    yield packageLine(
      { group: of.group, stock, item: itemNamed(of.items, stock.item), note },
      {
        full: own.filter(({ full }) => full).length,
        partial: sum(partial),
        total: sum(own.map(({ quantity }) => quantity)),
      },
    );
  }
}
