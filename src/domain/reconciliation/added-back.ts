import type { PlaceResult } from '../counting/count.js';
import { countTotal } from '../counting/count-total.js';
import { isInProcess, isInside, isOnHand } from '../custody.js';
import type { InsideAccount } from '../custody.js';
import { present, refuse } from '../decision.js';
import type { Context } from '../decision.js';
import type { Entry } from '../entry.js';
import type { AuditItem, ContainerId } from '../ids.js';
import type { Instant } from '../measures/instant.js';
import type { AddedBack, StatedItem } from '../counting/inventory.js';
import { auditItemOf } from '../product.js';
import { add, negate, subtract, sum, ZERO } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';

/**
 * Takes lines back that lie between the stated moment and the counting: what they took out is added, what they brought in
 * is taken off. An opening inventory so ignores the draws of its day, and one of the close holds them all.
 */
export function addedBackBy(
  since: readonly number[],
  at: Instant,
  context: Context,
): readonly AddedBack[] {
  const lines = [...new Set(since)].sort((a, b) => a - b);
  const sealed = new SealedChanges(at);
  return lines.flatMap((line) => {
    const entry = present(context.book.line(line), 'inventory.line-unfit', { line });
    if (timeOf(entry, context) < at) refuse('inventory.line-unfit', { line });
    return takenBack(entry, sealed);
  });
}

/** Event time of a line; of a correction, that of what it corrects. */
function timeOf({ request, occurredAt }: Entry, { book }: Context): Instant {
  if (request.kind !== 'correction') return occurredAt;
  return book.line(request.original)?.occurredAt ?? occurredAt;
}

function takenBack(entry: Entry, sealed: SealedChanges): readonly AddedBack[] {
  const taken = new Map<InsideAccount, AddedBack>();
  const post = (
    account: InsideAccount,
    item: AuditItem,
    by: Quantity,
    containers: number,
  ): void => {
    const before = taken.get(account);
    taken.set(account, {
      line: entry.seq,
      account,
      item,
      quantity: add(before?.quantity ?? ZERO, by),
      sealed: (before?.sealed ?? 0) + containers,
    });
  };
  for (const { from, to, item, quantity } of entry.effects.movements) {
    if (isInside(from)) post(from, item, quantity, 0);
    if (isInside(to)) post(to, item, negate(quantity), 0);
  }
  for (const { id, item, containers } of sealed.of(entry))
    post(`container:${id}`, item, ZERO, containers);
  return [...taken.values()].filter(({ quantity, sealed: own }) => quantity !== 0n || own !== 0);
}

/** How the number of sealed containers changes when lines are taken back, first line first. */
class SealedChanges {
  private readonly isSealed = new Map<ContainerId, boolean>();

  constructor(private readonly at: Instant) {}

  of({ request, effects }: Entry) {
    const minted = new Set(
      effects.states.flatMap((state) => (state.noun === 'container' ? [state.id] : [])),
    );
    return effects.states.flatMap((state) => {
      if (state.noun !== 'condition') return [];
      const { id, item, status, openedAt } = state;
      const isAbsent = minted.has(id) || request.kind === 'disposal-returned';
      // Not opened, or opened since: then it stood there sealed.
      const wasSealed = !isAbsent && (openedAt === null || openedAt >= this.at);
      const before = this.isSealed.get(id) ?? wasSealed;
      const after = status === 'sealed';
      this.isSealed.set(id, after);
      const containers = Number(before) - Number(after);
      return containers === 0 ? [] : [{ id, item, containers }];
    });
  }
}

/** What stood there at the stated moment, item by item. */
export function statedBy(
  found: {
    readonly places: readonly PlaceResult[];
    readonly addedBack: readonly AddedBack[];
    readonly only: readonly AuditItem[] | null;
  },
  context: Context,
): readonly StatedItem[] {
  const { places, addedBack, only } = found;
  const balances = context.book.gather('items');
  const items = new Set<AuditItem>([
    ...places.flatMap(({ sealed, open }) => [...sealed, ...open].map(({ item }) => item)),
    ...addedBack.map(({ item }) => item),
    ...balances.filter(({ inProcess, held }) => inProcess + held > 0n).map(({ id }) => id),
  ]);
  return [...items]
    .filter((item) => only?.includes(item) !== false)
    .sort()
    .map((item): StatedItem => {
      const own = addedBack.filter((each) => each.item === item);
      const back = (is: (account: InsideAccount) => boolean): Quantity =>
        sum(own.filter(({ account }) => is(account)).map(({ quantity }) => quantity));
      const balance = balances.find(({ id }) => id === item);
      const isHeld = (account: InsideAccount): boolean => account.startsWith('held:');
      return {
        item,
        sealed: sealedNow(places, item) + own.reduce((total, { sealed }) => total + sealed, 0),
        onHand: add(foundOf(places, item, context), back(isOnHand)),
        inProcess: add(balance?.inProcess ?? ZERO, back(isInProcess)),
        held: add(balance?.held ?? ZERO, back(isHeld)),
      };
    });
}

const sealedNow = (places: readonly PlaceResult[], item: AuditItem): number =>
  places
    .flatMap(({ sealed }) => sealed)
    .filter((line) => line.item === item)
    .reduce((total, { counted }) => total + counted, 0);

function foundOf(
  places: readonly PlaceResult[],
  item: AuditItem,
  { organisation }: Context,
): Quantity {
  const product = [...organisation.products.values()].find((each) => auditItemOf(each) === item);
  const { size } = present(product, 'reconciliation.item-unknown', { item });
  return sum(places.map((place) => countTotal(place, { id: item, size })?.counted ?? ZERO));
}

/** What an inventory stated of an item, and what the book said of it then. */
export function statedTotal(
  {
    places,
    addedBack,
  }: { readonly places: readonly PlaceResult[]; readonly addedBack: readonly AddedBack[] },
  item: { readonly id: AuditItem; readonly size: Quantity },
): { readonly found: Quantity; readonly book: Quantity; readonly back: Quantity } {
  const totals = places.flatMap((place) => countTotal(place, item) ?? []);
  const found = sum(totals.map(({ counted }) => counted));
  const own = addedBack.filter((each) => each.item === item.id && isOnHand(each.account));
  const back = sum(own.map(({ quantity }) => quantity));
  return { found, back, book: subtract(found, sum(totals.map(({ difference }) => difference))) };
}
