import type { PackageLine } from '../../../reports/forms.js';
import { itemWords } from '../../../reports/words.js';
import type { PrintedItem } from '../../../reports/words.js';
import type { PlaceResult, SealedResult } from '../../domain/counting/count.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem } from '../../domain/ids.js';
import type { AddedBack, StatedItem } from '../../domain/counting/inventory.js';
import { formatQuantity, multiply, subtract, ZERO } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import type { InventoryPlace } from '../../domain/request.js';
import { HELD_APART, USABLE } from './inventory-minted.js';
import type { BlockLine } from './inventory-minted.js';
import { itemNamed } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import { stateOf } from './line-detail.js';
import { packageLine } from './package-line.js';
import { QUARANTINE_WORDS } from './wording.js';

type Items = ReadonlyMap<AuditItem, PrintedItem>;

/**
 * What an inventory that asserts found at each storage location, what brings it to the stated moment, and what it states.
 * Sealed containers are counted by audit item, across lots and labelers; an opened one is named with its own.
 */
export async function assertedLines(
  parts: DocumentParts,
  entry: Entry,
  items: Items,
): Promise<readonly BlockLine[]> {
  const { request } = entry;
  const inventory = stateOf(entry, 'inventory');
  if (inventory === undefined || request.kind !== 'inventory') return [];
  const found: BlockLine[] = [];
  for (const [index, place] of inventory.places.entries()) {
    const asked = request.places[index];
    const held = place.sealed.filter(({ block }) => block === 'quarantined');
    const usable = place.sealed.filter(({ block }) => block === 'sealed');
    found.push(
      ...usable.map((each) => sealedLine(each, `${place.location}, ${USABLE}`, '', items)),
    );
    found.push(...(await openedLines(parts, { place, asked, items })));
    for (const each of held) {
      found.push(
        sealedLine(each, `${place.location}, ${HELD_APART}`, reasonsOf(each, asked), items),
      );
    }
  }
  return [
    ...found.filter(({ line }) => line.total !== NOTHING),
    ...inventory.addedBack.map((each) => addedLine(each, items)),
    ...inventory.stated.map((each) => statedLine(each, items)),
  ];
}

const NOTHING = formatQuantity(ZERO);

function sealedLine(
  { item: id, counted }: SealedResult,
  block: string,
  reasons: string,
  items: Items,
): BlockLine {
  const item = itemNamed(items, id);
  const total = multiply(item.size, counted);
  const note = reasons === '' ? 'Sealed.' : `Sealed. ${reasons}`;
  return { schedule: item.schedule, block, line: itemLine(item, { full: counted, total, note }) };
}

/** "Expired 2, damaged 1." */
function reasonsOf({ item }: SealedResult, asked: InventoryPlace | undefined): string {
  const line = asked?.quarantined.find((each) => each.item === item);
  const reasons = line?.reasons.map(
    ({ why, containers }) => `${QUARANTINE_WORDS[why]} ${containers}`,
  );
  return reasons === undefined || reasons.length === 0 ? '' : `${reasons.join(', ')}.`;
}

async function openedLines(
  { reading }: DocumentParts,
  of: {
    readonly place: PlaceResult;
    readonly asked: InventoryPlace | undefined;
    readonly items: Items;
  },
): Promise<readonly BlockLine[]> {
  const stocks = await reading.containers(of.place.open.map(({ container }) => container));
  return of.place.open.flatMap(({ container, counted }) => {
    const stock = stocks.get(container);
    if (stock === undefined) return [];
    const method =
      of.asked?.open.find((each) => each.container === container)?.method ?? 'measured';
    const item = itemNamed(of.items, stock.item);
    const note = `Opened, ${method === 'estimated' ? 'estimated' : `exact (${method})`}; container ${container}.`;
    const block = `${of.place.location}, ${USABLE}`;
    const amounts = { full: 0, partial: counted, total: counted };
    return [
      {
        schedule: stock.schedule,
        block,
        line: packageLine({ group: '', stock, item, note }, amounts),
      },
    ];
  });
}

/** A line between the count and the stated moment, taken back. */
function addedLine({ line, item: id, quantity, sealed }: AddedBack, items: Items): BlockLine {
  const item = itemNamed(items, id);
  const note = `Line ${line} happened after the stated moment.`;
  return {
    schedule: item.schedule,
    block: 'to reach the stated moment',
    line: itemLine(item, { full: sealed, total: quantity, note }),
  };
}

function statedLine(
  { item: id, sealed, onHand, inProcess, held }: StatedItem,
  items: Items,
): BlockLine {
  const item = itemNamed(items, id);
  const note = `Besides, by the book: in process ${formatQuantity(inProcess)}, held ${formatQuantity(held)}.`;
  return {
    schedule: item.schedule,
    block: 'STATED, by audit item',
    line: itemLine(item, { full: sealed, total: onHand, note }),
  };
}

function itemLine(
  item: PrintedItem,
  of: { readonly full: number; readonly total: Quantity; readonly note: string },
): PackageLine {
  return {
    group: '',
    ndc: '',
    drug: itemWords(item),
    lot: '',
    packageSize: formatQuantity(item.size),
    full: of.full,
    partial: formatQuantity(subtract(of.total, multiply(item.size, of.full))),
    total: formatQuantity(of.total),
    unit: item.unit,
    note: of.note,
  };
}
