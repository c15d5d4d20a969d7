import { addedBackBy, statedBy } from '../reconciliation/added-back.js';
import { cellKey } from '../book.js';
import type { Reads, Slice } from '../book.js';
import { shelfId } from '../stock/container.js';
import { containerAccount } from '../custody.js';
import {
  agreed,
  askedAgain,
  comparePlace,
  countedOnce,
  placeKeys,
  refuseUnfit,
  shelfKeys,
} from './counting.js';
import type { Counting } from './counting.js';
import { policyForPeople, refuse, requireSite } from '../decision.js';
import type { Context, Draft } from '../decision.js';
import { addDays, businessDateOf, isBefore, wallInstant } from '../measures/instant.js';
import type { BusinessDate, Instant } from '../measures/instant.js';
import type { AssertingInventory, Inventory } from './inventory.js';
import { methodObjections } from './inventory-method.js';
import { NOTHING } from '../kind-rules.js';
import { inventoriedAt } from './last-counts.js';
import { objection } from '../rejection.js';
import type { InventoryPlace, InventoryRequest, Kind } from '../request.js';
import { locationOf, wholeContainer } from '../stock/stock.js';

/** What an inventory needs that is counted: its places, all that is in process or held, and the lines it takes back. */
export function readsOf({ places, since, relocated }: InventoryRequest): Reads {
  if (relocated !== null || places.length === 0) return NOTHING;
  return {
    cells: places.flatMap(placeKeys),
    lines: since,
    all: ['places', 'unfinished', 'items'],
  };
}

export function readsFurther({ places, since }: InventoryRequest, book: Slice): Reads {
  const corrected = since.flatMap((line) => {
    const entry = book.line(line);
    return entry?.request.kind === 'correction' ? [entry.request.original] : [];
  });
  return {
    cells: places.flatMap((place) => shelfKeys(place, book)),
    lines: [...corrected, ...lastTouches(places, book)],
  };
}

interface Asserting extends InventoryRequest {
  readonly type: AssertingInventory;
}

/** Compares every place with the book of now, and states from it what stood there at the opening or close of business. */
export function assertInventory(request: Asserting, context: Context): Draft {
  const { date, at } = statedMoment(request, context);
  refuseUnlike(request, context);
  const only = request.items.length > 0 ? request.items : null;
  const counting: Counting = { occurredAt: request.occurredAt, context, only, cases: [] };
  for (const place of request.places) refuseUnfit(place, counting);
  refuseMissing(request, at, context);
  const places = request.places.map((place) => comparePlace(place, counting));
  const addedBack = addedBackBy(request.since, at, context);
  const { type, asOf, occurredAt } = request;
  const inventory: Inventory = {
    noun: 'inventory',
    id: String(context.seq),
    type,
    asOf,
    date,
    at,
    places,
    addedBack,
    stated: statedBy({ places, addedBack, only }, context),
  };
  const once = request.places.flatMap((place, index) => {
    const found = places[index];
    return found === undefined
      ? []
      : countedOnce(found, place, counting.cases).map((line) =>
          line.startsWith('open ') ? line : `${line} in ${place.location}`,
        );
  });
  return {
    states: [
      inventory,
      ...agreed(
        places.flatMap(({ open }) => open),
        context,
      ),
      ...counting.cases,
      ...(only === null ? [inventoriedAt(context, { takenAt: occurredAt, at })] : []),
    ],
    objections: [...askedAgain(once), ...methods(request.places, context), ...firstNeeded(context)],
  };
}

/** The opening of the day on which it was counted, or the close of that day or of the one before. */
function statedMoment(
  { date, asOf, startedAt, endedAt }: Asserting,
  context: Context,
): { readonly date: BusinessDate; readonly at: Instant } {
  if (isBefore(endedAt, startedAt)) refuse('inventory.ends-before-start', {});
  const { zone } = requireSite(context);
  const { dayStartsAt } = policyForPeople(context).settings;
  const counted = businessDateOf(startedAt, zone, dayStartsAt);
  const allowed = asOf === 'opening' ? [counted] : [counted, addDays(counted, -1)];
  if (date === null || !allowed.includes(date))
    return refuse('inventory.date-not-counted', { date: date ?? 'none', allowed });
  const begins = asOf === 'opening' ? date : addDays(date, 1);
  return { date, at: wallInstant({ date: begins, time: dayStartsAt }, zone) };
}

/** An inventory that asserts brings nothing in, covers the places of the site, and newly scheduled names its items. */
function refuseUnlike(request: Asserting, context: Context): void {
  const { sealed, open, previous, relocated, items, type } = request;
  if (sealed.length + open.length > 0 || previous !== null || relocated !== null)
    refuse('inventory.asserts-only', {});
  if ((type === 'newly-scheduled') !== items.length > 0) refuse('inventory.items-unfit', {});
  const locations = request.places.map(({ location }) => locationOf(context, location));
  const twice = locations.find((location, index) => locations.indexOf(location) !== index);
  if (twice !== undefined) refuse('count.line-twice', { line: twice });
  const held = context.book.gather('places').filter(({ items: own }) => own.length > 0);
  const missing = held.map(({ id }) => id).filter((id) => !locations.includes(id));
  if (missing.length > 0) refuse('inventory.place-missing', { locations: missing });
  const foreign = request.places
    .flatMap((place) => [...place.sealed, ...place.quarantined].map(({ item }) => item))
    .filter((item) => items.length > 0 && !items.includes(item));
  if (foreign.length > 0) refuse('inventory.items-unfit', { items: foreign });
  for (const { quarantined } of request.places)
    for (const { containers, reasons, item } of quarantined)
      if (reasons.reduce((total, each) => total + each.containers, 0) !== containers)
        refuse('inventory.reasons-disagree', { item });
}

const NO_EVENT: readonly Kind[] = ['correction', 'inventory'];

/** The lines that last touched what was counted. */
function lastTouches(places: readonly InventoryPlace[], book: Slice): readonly number[] {
  const lines = places.flatMap((place) => [
    ...place.open.map(({ container }) => book.find('account', containerAccount(container))?.line),
    ...(book.find('place', place.location)?.items ?? []).map((item) => {
      const key = shelfId(place.location, item);
      return book.has(cellKey('shelf', key)) ? book.find('shelf', key)?.line : undefined;
    }),
  ]);
  return [...new Set(lines.flatMap((line) => (line === undefined ? [] : [line])))];
}

/** What last touched the shelf after the stated moment is taken back, or the statement would be that of another one. */
function refuseMissing({ places, since }: Asserting, at: Instant, { book }: Context): void {
  const missing = lastTouches(places, book).filter((line) => {
    const entry = book.line(line);
    // What stood there when the register began is no event.
    const isEvent = entry !== undefined && !NO_EVENT.includes(entry.kind);
    return isEvent && entry.occurredAt >= at && !since.includes(line);
  });
  if (missing.length > 0) refuse('inventory.lines-missing', { lines: missing });
}

const methods = (places: readonly InventoryPlace[], context: Context) =>
  methodObjections(
    places.flatMap(({ open }) =>
      open.map(({ container, quantity, method }) => ({
        about: container,
        quantity,
        size: wholeContainer(context.book, container).stock.size,
        isEstimated: method === 'estimated',
      })),
    ),
    context,
  );

const firstNeeded = ({ book }: Context) =>
  (book.find('register', 'register')?.inventoryLine ?? null) === null
    ? [objection('inventory.needed-first')]
    : [];
