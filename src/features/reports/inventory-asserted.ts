import { isolated } from '../../../reports/isolated.js';
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
import type { SealedLot, SealedThen } from './sealed-then.js';
import { QUARANTINE_WORDS } from './wording.js';

type Items = ReadonlyMap<AuditItem, PrintedItem>;

/** What the lines of an inventory are made with. */
export interface InventoryLineParts {
  readonly parts: DocumentParts;
  readonly items: Items;
  readonly sealedThen: SealedThen;
}

/**
 * What an inventory that asserts found at each storage location, what brings it to the stated moment, and what it states.
 * Sealed containers are counted by audit item, and stand by lot as the book had them where it had as many; an opened one is
 * named with its own.
 */
export async function assertedLines(
  entry: Entry,
  { parts, items, sealedThen }: InventoryLineParts,
): Promise<readonly BlockLine[]> {
  const { request } = entry;
  const inventory = stateOf(entry, 'inventory');
  if (inventory === undefined || request.kind !== 'inventory') return [];
  const found: BlockLine[] = [];
  for (const [index, place] of inventory.places.entries()) {
    const asked = request.places[index];
    const sealedIn = async (block: SealedResult['block']): Promise<void> => {
      for (const each of place.sealed.filter((result) => result.block === block)) {
        const lots = await sealedThen.lots(entry.seq, place.location, each);
        const where = `${place.location}, ${block === 'sealed' ? USABLE : HELD_APART}`;
        const reasons = asked?.quarantined.find(({ item }) => item === each.item)?.reasons ?? [];
        const of = { block: where, item: itemNamed(items, each.item), lots };
        found.push(...sealedLines(each, block === 'sealed' ? [] : reasons, of));
      }
    };
    await sealedIn('sealed');
    found.push(...(await openedLines(parts, { place, asked, items })));
    await sealedIn('quarantined');
  }
  const there = found.filter(({ line }) => line.total !== NOTHING);
  const added = inventory.addedBack.map((each) => addedLine(each, items));
  const counted = [...there, ...added].map(({ line }) => line);
  return [...there, ...added, ...inventory.stated.map((each) => statedLine(each, items, counted))];
}

const NOTHING = formatQuantity(ZERO);

type Reasons = InventoryPlace['quarantined'][number]['reasons'];

interface SealedThere {
  readonly block: string;
  readonly item: PrintedItem;
  readonly lots: readonly SealedLot[];
}

/** By lot, where the count bears out the book; else as they were counted, with what the book says beside it. */
function sealedLines(
  result: SealedResult,
  reasons: Reasons,
  { block, item, lots }: SealedThere,
): readonly BlockLine[] {
  if (containersIn(lots) === result.counted && bearOut(lots, reasons)) {
    return lots.map(({ stock, quarantine, containers: full }) => {
      const why = quarantine === null ? '' : ` ${QUARANTINE_WORDS[quarantine]}.`;
      const amounts = { full, partial: ZERO, total: multiply(stock.size, full) };
      const line = packageLine({ group: '', stock, item, note: `Sealed.${why}` }, amounts);
      return { block, line };
    });
  }
  const book = result.counted === result.book ? '' : ` The book has ${result.book}.`;
  const note = `Sealed.${reasonWords(reasons)}${book}${lotWords(lots)}`;
  const total = multiply(item.size, result.counted);
  const line = itemLine(item, { full: result.counted, total, note });
  const ndc = sole(lots.map(({ stock }) => stock.ndc));
  const lot = sole(lots.map(({ stock }) => stock.lot));
  return [{ block, line: { ...line, ndc, lot } }];
}

/** What all of them have in common; nothing where they differ. */
const sole = (values: readonly string[]): string =>
  new Set(values).size === 1 ? (values[0] ?? '') : '';

/** Whether those who counted name the same reasons as the book. */
function bearOut(lots: readonly SealedLot[], reasons: Reasons): boolean {
  return lots.every(({ quarantine: why }) => {
    if (why === null) return true;
    const told = reasons.filter((each) => each.why === why);
    const held = lots.filter(({ quarantine }) => quarantine === why);
    return containersIn(told) === containersIn(held);
  });
}

const containersIn = (of: readonly { readonly containers: number }[]): number =>
  of.reduce((sum, { containers }) => sum + containers, 0);

/** " Expired 2, damaged 1." */
function reasonWords(reasons: Reasons): string {
  const words = reasons.map(({ why, containers }, index) => {
    const word = QUARANTINE_WORDS[why];
    return `${index === 0 ? word : word.toLowerCase()} ${containers}`;
  });
  return words.length === 0 ? '' : ` ${words.join(', ')}.`;
}

/** " By the book: lot K1A 2, lot K2B 1." */
function lotWords(lots: readonly SealedLot[]): string {
  const names = [...new Set(lots.map(({ stock }) => stock.lot))];
  const words = names.map(
    (lot) => `lot ${isolated(lot)} ${containersIn(lots.filter(({ stock }) => stock.lot === lot))}`,
  );
  return words.length === 0 ? '' : ` By the book: ${words.join(', ')}.`;
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
    return [{ block, line: packageLine({ group: '', stock, item, note }, amounts) }];
  });
}

/** A line between the count and the stated moment, taken back. */
function addedLine({ line, item: id, quantity, sealed }: AddedBack, items: Items): BlockLine {
  const item = itemNamed(items, id);
  const note = `Line ${line} happened after the stated moment.`;
  return {
    block: 'to reach the stated moment',
    line: itemLine(item, { full: sealed, total: quantity, note }),
  };
}

/** Of one NDC or one lot, where everything that was counted of it is. */
function statedLine(
  { item: id, sealed, onHand, inProcess, held }: StatedItem,
  items: Items,
  counted: readonly PackageLine[],
): BlockLine {
  const item = itemNamed(items, id);
  const own = counted.filter(({ drug }) => drug === itemWords(item));
  const note = `Besides, by the book: in process ${formatQuantity(inProcess)}, held ${formatQuantity(held)}.`;
  return {
    block: 'STATED, by audit item',
    line: {
      ...itemLine(item, { full: sealed, total: onHand, note }),
      ndc: sole(own.map(({ ndc }) => ndc)),
      lot: sole(own.map(({ lot }) => lot)),
    },
  };
}

function itemLine(
  item: PrintedItem,
  of: { readonly full: number; readonly total: Quantity; readonly note: string },
): PackageLine {
  return {
    group: '',
    schedule: item.schedule,
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
