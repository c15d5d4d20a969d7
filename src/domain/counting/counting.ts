import { cellKey } from '../book.js';
import type { CellKey, Slice } from '../book.js';
import { shelfId } from '../stock/container.js';
import type { Condition, Shelf } from '../stock/container.js';
import type { OpenResult, PlaceResult, SealedResult } from './count.js';
import { containerAccount } from '../custody.js';
import { policyForDrug, refuse } from '../decision.js';
import type { Context } from '../decision.js';
import type { Discrepancy } from '../findings/discrepancy.js';
import { mint } from '../ids.js';
import type { AuditItem, CaseId, ContainerId } from '../ids.js';
import type { Instant } from '../measures/instant.js';
import { overfillAllowance } from '../policy.js';
import { add, isZero, multiply, subtract, units } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type { CountedPlace, CountOpenLine, CountSealedLine } from '../request.js';
import { wholeContainer } from '../stock/stock.js';

/*
 * One storage location as it was found, held against the book: what counts and inventories have in common. Sealed stock
 * has no tolerance; an open container explains differences up to overfill, dead space and the resolution of the measure.
 */

/** What is needed besides the figures. */
export interface Counting {
  readonly occurredAt: Instant;
  readonly context: Context;
  /** The audit items that are counted; null where everything is. */
  readonly only: readonly AuditItem[] | null;
  /** Grows by the cases that are opened. */
  readonly cases: Discrepancy[];
}

/** What must be loaded for a place before its shelves are known. */
export const placeKeys = ({ location, open }: CountedPlace): readonly CellKey[] => [
  cellKey('place', location),
  ...open.flatMap(({ container }) => containerKeys(container)),
];

/** What the place and its containers show to be needed as well. */
export const shelfKeys = (place: CountedPlace, book: Slice): readonly CellKey[] => [
  ...itemsOf(place, book).flatMap((item) => {
    const id = shelfId(place.location, item);
    return [cellKey('shelf', id), cellKey('open-case', `shelf:${id}`)];
  }),
  ...stockKeys(place, book),
];

/** Refuses what cannot be compared: lines twice, lines left out, and lines that something touched meanwhile. */
export function refuseUnfit(place: CountedPlace, counting: Counting): void {
  refuseRepeated(place);
  refuseIncomplete(place, counting);
  refuseStale(place, counting);
}

/** Compares every line of a place with the book, and opens a case for each that is beyond explanation. */
export function comparePlace(place: CountedPlace, counting: Counting): PlaceResult {
  const { location } = place;
  return {
    location,
    sealed: [
      ...place.sealed.map((line) => sealedResult(line, 'sealed', place, counting)),
      ...place.quarantined.map((line) => sealedResult(line, 'quarantined', place, counting)),
    ],
    open: place.open.map((line) => openResult(line, place, counting)),
  };
}

const containerKeys = (id: ContainerId): readonly CellKey[] => [
  cellKey('container', id),
  cellKey('condition', id),
  cellKey('account', containerAccount(id)),
  cellKey('open-case', `container:${id}`),
];

/** Every audit item that the location ever held, and every one that is counted now. */
function itemsOf(place: CountedPlace, book: Slice): readonly AuditItem[] {
  const counted = [...place.sealed, ...place.quarantined].map(({ item }) => item);
  return [...new Set([...(book.find('place', place.location)?.items ?? []), ...counted])];
}

function stockKeys(place: CountedPlace, book: Slice): readonly CellKey[] {
  return place.open.flatMap(({ container }) => {
    const found = book.find('container', container);
    return found === undefined ? [] : [cellKey('stock', found.stock)];
  });
}

const shelfOf = (place: CountedPlace, context: Context, item: AuditItem): Shelf | undefined =>
  context.book.find('shelf', shelfId(place.location, item));

function refuseRepeated(place: CountedPlace): void {
  const groups: readonly (readonly string[])[] = [
    place.sealed.map(({ item }) => item),
    place.quarantined.map(({ item }) => item),
    place.open.map(({ container }) => container),
  ];
  for (const names of groups) {
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) refuse('count.line-twice', { line: twice });
  }
}

/** Nothing that stands at the location may be passed over in silence. The answer names things, never numbers. */
function refuseIncomplete(place: CountedPlace, { context, only }: Counting): void {
  const items = itemsOf(place, context.book).filter((item) => only?.includes(item) !== false);
  const missing = items.flatMap((item) => {
    const shelf = shelfOf(place, context, item);
    if (shelf === undefined) return [];
    const isMissed = (lines: readonly CountSealedLine[], number: number): boolean =>
      number > 0 && !lines.some((line) => line.item === item);
    return [
      ...(isMissed(place.sealed, shelf.sealed) ? [`sealed ${item}`] : []),
      ...(isMissed(place.quarantined, shelf.quarantined) ? [`quarantined ${item}`] : []),
      ...shelf.open
        .filter((id) => !place.open.some(({ container }) => container === id))
        .map((id) => `open ${id}`),
    ];
  });
  if (missing.length > 0) refuse('count.incomplete', { missing });
}

/** A draw always wins: what it touched after the measure is counted again. */
function refuseStale(place: CountedPlace, { context }: Counting): void {
  const open = place.open.filter(({ container, at }) => {
    const { condition } = wholeContainer(context.book, container);
    if (condition.location !== place.location || condition.status !== 'open')
      refuse('count.not-open', { container });
    return (context.book.find('account', containerAccount(container))?.line ?? -1) >= at;
  });
  const shelves = itemsOf(place, context.book).filter(
    (item) => (shelfOf(place, context, item)?.line ?? -1) >= place.at,
  );
  if (open.length + shelves.length > 0) {
    refuse('count.line-stale', {
      containers: open.map(({ container }) => container),
      items: shelves,
    });
  }
}

function sealedResult(
  line: CountSealedLine,
  block: SealedResult['block'],
  place: CountedPlace,
  counting: Counting,
): SealedResult {
  const { context } = counting;
  const shelf = shelfOf(place, context, line.item);
  const book = (block === 'sealed' ? shelf?.sealed : shelf?.quarantined) ?? 0;
  const difference = units(line.containers - book);
  const open = context.book.find('open-case', `shelf:${shelfId(place.location, line.item)}`);
  const found: Difference = {
    item: line.item,
    container: null,
    difference,
    book: units(book),
    counted: units(line.containers),
  };
  // An equal difference is the open case again, not another one.
  const isSameAgain = open?.difference === difference;
  const discrepancy = isZero(difference)
    ? null
    : isSameAgain
      ? open.case
      : openCase(place, counting, found);
  return { item: line.item, block, first: line.first, counted: line.containers, book, discrepancy };
}

function openResult(line: CountOpenLine, place: CountedPlace, counting: Counting): OpenResult {
  const { context, occurredAt } = counting;
  const { stock, condition } = wholeContainer(context.book, line.container);
  const { settings } = policyForDrug(context, occurredAt);
  const book = context.book.balance(containerAccount(line.container));
  const high = add(add(book, overfillAllowance(stock.size, settings)), line.resolution);
  const low = subtract(
    subtract(book, multiply(settings.deadSpacePerDraw, condition.draws)),
    line.resolution,
  );
  const difference = subtract(line.quantity, book);
  const { quantity: counted, container, first } = line;
  const fits = (volume: Quantity): boolean => volume >= low && volume <= high;
  const open = context.book.find('open-case', `container:${container}`);
  // Beyond what an open case already says is missing or over, the container explains itself: the same difference again.
  const isSameAgain = open !== undefined && fits(subtract(counted, open.difference));
  const discrepancy = fits(counted)
    ? null
    : isSameAgain
      ? open.case
      : openCase(place, counting, { item: stock.item, container, difference, book, counted });
  return { container, item: stock.item, first, counted, book, low, high, discrepancy };
}

type Difference = Pick<Discrepancy, 'item' | 'container' | 'difference' | 'book' | 'counted'>;

/** Opens a case in this very line. */
function openCase(
  { location }: CountedPlace,
  { context, cases }: Counting,
  found: Difference,
): CaseId {
  const id: CaseId = mint(context.seq, cases.length + 1);
  cases.push({
    noun: 'case',
    id,
    status: 'open',
    foundBy: 'count',
    location,
    inContainers: found.container === null,
    owner: null,
    due: null,
    cause: null,
    lines: [context.seq],
    ...found,
  });
  return id;
}

/**
 * A line that differs is counted again, blind, before a discrepancy opens (R37). The answer names the lines and no number;
 * whoever asks people for a count keeps their first numbers, so that nobody can try one after another.
 */
export function countedOnce(
  { sealed, open }: PlaceResult,
  place: CountedPlace,
  cases: readonly Discrepancy[],
): readonly string[] {
  const isNew = (discrepancy: CaseId | null): boolean => cases.some(({ id }) => id === discrepancy);
  const numbers = [...place.sealed, ...place.quarantined];
  return [
    ...sealed
      .filter(({ discrepancy }, index) => isNew(discrepancy) && !numbers[index]?.recounted)
      .map(({ item, block }) => `${block} ${item}`),
    ...open
      .filter(({ discrepancy }, index) => isNew(discrepancy) && !place.open[index]?.recounted)
      .map(({ container }) => `open ${container}`),
  ];
}

/** The objection to lines that were counted once only. */
export const askedAgain = (lines: readonly string[]): readonly Objection[] =>
  lines.length > 0 ? [objection('count.needs-recount', null, { lines })] : [];

/** An agreed count starts the list of those who drew since then anew. */
export function agreed(open: readonly OpenResult[], context: Context): readonly Condition[] {
  return open
    .filter(({ discrepancy }) => discrepancy === null)
    .map(({ container }) => wholeContainer(context.book, container).condition)
    .filter(({ drawersSinceCount }) => drawersSinceCount.length > 0)
    .map((condition) => ({ ...condition, drawersSinceCount: [] }));
}
