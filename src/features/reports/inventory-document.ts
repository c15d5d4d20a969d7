import type { Fact } from '../../../reports/facts.js';
import { formDocument } from '../../../reports/forms.js';
import type { PackageLine } from '../../../reports/forms.js';
import type { TableDocument } from '../../../reports/table-document.js';
import { itemWords, stamp } from '../../../reports/words.js';
import type { PrintedItem } from '../../../reports/words.js';
import type { Stock } from '../../domain/container.js';
import type { Entry } from '../../domain/entry.js';
import type { ContainerId } from '../../domain/ids.js';
import type { StatedItem } from '../../domain/inventory.js';
import { formatQuantity, multiply, subtract, sum, ZERO } from '../../domain/quantity.js';
import type { Quantity } from '../../domain/quantity.js';
import { entriesOfKinds } from './entries-of-kinds.js';
import { itemNamed, printedItems } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import { stateOf } from './line-detail.js';
import { packageLine, registrantWords } from './package-line.js';
import { INVENTORY_WORDS, QUARANTINE_WORDS } from './wording.js';

/** Every inventory of the period, to be printed, signed and kept at the registered location (21 CFR 1304.11(a)). */
export function inventoriesOf(parts: DocumentParts): TableDocument {
  return formDocument(
    {
      name: 'inventories',
      title: 'Inventory of controlled substances',
      clause: '21 CFR 1304.11; to be signed and kept at the registered location',
      key:
        'Schedules III to V stand apart from II. Quarantined stock is on hand and is named with its reason. Content of opened ' +
        'containers: exact or estimated, as stated.',
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
  const { zone } = parts.head.site;
  for await (const { entry, around } of entriesOfKinds(parts, ['inventory'])) {
    const { request } = entry;
    if (request.kind !== 'inventory') continue;
    const group = `Line ${entry.seq}`;
    const asOf = request.asOf === 'opening' ? 'OPENING of business' : 'CLOSE of business';
    const counters = entry.signatures.map(({ person }) => around.staff.of(person, entry));
    found.push(
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
          .map(({ printedName, initials }) => `${printedName} (${initials})`)
          .join('; '),
      },
      ...(request.previous === null
        ? []
        : [{ group, name: 'The one before', value: request.previous.date }]),
    );
    const stated = stateOf(entry, 'inventory')?.stated ?? entry.effects.movements;
    if (stated.length === 0) {
      found.push({ group, name: 'Stock', value: 'ZERO: no controlled substance was on hand' });
    }
  }
  return found;
}

const IN_ORDER = ['II', 'III', 'IV', 'V'];

async function* inventoryPackages(parts: DocumentParts): AsyncGenerator<PackageLine> {
  const items = await printedItems(parts);
  for await (const { entry } of entriesOfKinds(parts, ['inventory'])) {
    const rows = entry.effects.states.flatMap((state) =>
      state.noun === 'stock' ? countedStock(entry, state, itemNamed(items, state.item)) : [],
    );
    for (const stated of stateOf(entry, 'inventory')?.stated ?? []) {
      rows.push(statedLine(entry, stated, itemNamed(items, stated.item)));
    }
    yield* rows.sort((a, b) => IN_ORDER.indexOf(scheduleOf(a)) - IN_ORDER.indexOf(scheduleOf(b)));
  }
}

const scheduleOf = ({ group }: PackageLine): string => group.split(' ').at(-1) ?? '';

/** What an inventory that asserts states of an audit item, across its lots and labelers. */
function statedLine(entry: Entry, stated: StatedItem, item: PrintedItem): PackageLine {
  const { sealed, onHand, inProcess, held } = stated;
  return {
    group: `Line ${entry.seq}, schedule ${item.schedule}`,
    ndc: '',
    drug: itemWords(item),
    lot: '',
    packageSize: formatQuantity(item.size),
    full: sealed,
    partial: formatQuantity(subtract(onHand, multiply(item.size, sealed))),
    total: formatQuantity(onHand),
    unit: item.unit,
    note: `Besides, by the book: in process ${formatQuantity(inProcess)}, held ${formatQuantity(held)}.`,
  };
}

/** Sealed containers of a lot, those in quarantine apart, and each opened one by itself. */
function countedStock(entry: Entry, stock: Stock, item: PrintedItem): readonly PackageLine[] {
  const group = `Line ${entry.seq}, schedule ${stock.schedule}`;
  const conditions = entry.effects.states.flatMap((state) =>
    state.noun === 'condition' && isOfStock(entry, stock, state.id) ? [state] : [],
  );
  const { request } = entry;
  const held = (id: ContainerId): Quantity =>
    sum(
      entry.effects.movements
        .filter(({ to }) => to === `container:${id}`)
        .map(({ quantity }) => quantity),
    );
  const reasons = [...new Set(conditions.map(({ quarantine }) => quarantine))];
  return reasons.flatMap((quarantine) => {
    const own = conditions.filter((each) => each.quarantine === quarantine);
    const sealed = own.filter(({ status }) => status === 'sealed');
    const reason = quarantine === null ? '' : `Held: ${QUARANTINE_WORDS[quarantine]}.`;
    const opened = own
      .filter(({ status }) => status === 'open')
      .map(({ id }) => {
        const method =
          request.kind === 'inventory'
            ? (request.open.find(({ lot }) => lot === stock.lot)?.method ?? 'exact')
            : 'exact';
        const quantity = held(id);
        const note = [`Opened, ${method}.`, reason].filter((words) => words !== '').join(' ');
        return packageLine(
          { group, stock, item, note },
          { full: 0, partial: quantity, total: quantity },
        );
      });
    if (sealed.length === 0) return opened;
    const total = sum(sealed.map(({ id }) => held(id)));
    return [
      packageLine(
        { group, stock, item, note: reason },
        { full: sealed.length, partial: ZERO, total },
      ),
      ...opened,
    ];
  });
}

const isOfStock = ({ effects }: Entry, { id }: Stock, container: ContainerId): boolean =>
  effects.states.some(
    (state) => state.noun === 'container' && state.id === container && state.stock === id,
  );
