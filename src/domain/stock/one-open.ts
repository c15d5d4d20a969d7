import { cellKey } from '../book.js';
import type { CellKey, Slice } from '../book.js';
import { shelfId } from './container.js';
import type { Condition } from './container.js';
import { containerAccount } from '../custody.js';
import { policyForDrug } from '../decision.js';
import type { Context } from '../decision.js';
import type { ContainerId } from '../ids.js';
import type { InfusionOrder } from '../bedside/infusion.js';
import { isAfter, isBefore } from '../measures/instant.js';
import { policyAt } from '../policy.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type { DrawRequest } from '../request.js';

/**
 * One container of an audit item is used up before the next is punctured, and the one that must be used sooner before the
 * others, where the site's policy says so.
 */

/** Containers that the draw would puncture first. */
const punctured = ({ lines }: DrawRequest, book: Slice): readonly Condition[] =>
  lines.flatMap(({ container }) => {
    const condition = book.find('condition', container);
    return condition?.status === 'sealed' ? [condition] : [];
  });

const shelfKey = ({ location, item }: Condition): CellKey =>
  cellKey('shelf', shelfId(location, item));

/** Open containers that stand on the same shelf; none until the shelf is loaded. */
function beside(condition: Condition, book: Slice): readonly ContainerId[] {
  if (!book.has(shelfKey(condition))) return [];
  return book.find('shelf', shelfId(condition.location, condition.item))?.open ?? [];
}

const named = ({ lines }: DrawRequest, book: Slice): readonly Condition[] =>
  lines.flatMap(({ container }) => book.find('condition', container) ?? []);

/** First the shelf, then what stands open on it. Sites that ask for none of it read none of it. */
export function openBesideKeys(request: DrawRequest, book: Slice): readonly CellKey[] {
  const timeline = book.find('policy', 'timeline');
  if (timeline === undefined) return [];
  const { oneOpenContainer, soonestFirst } = policyAt(timeline, request.occurredAt).settings;
  if (oneOpenContainer === 'allowed' && soonestFirst === 'allowed') return [];
  const about = soonestFirst === 'allowed' ? punctured(request, book) : named(request, book);
  return about.flatMap((condition) => [
    shelfKey(condition),
    ...beside(condition, book).flatMap((id) => [
      cellKey('condition', id),
      cellKey('account', containerAccount(id)),
    ]),
  ]);
}

export function openBesideObjections(request: DrawRequest, context: Context): readonly Objection[] {
  const { oneOpenContainer } = policyForDrug(context, request.occurredAt).settings;
  if (oneOpenContainer === 'allowed') return [];
  const code = oneOpenContainer === 'stop' ? 'draw.one-open-only' : 'draw.another-open';
  return punctured(request, context.book).flatMap((condition) => {
    const open = beside(condition, context.book).filter((id) => isUsable(id, request, context));
    return open.length === 0
      ? []
      : [objection(code, condition.id, { container: condition.id, open })];
  });
}

/** It may be used, and this very draw does not empty it. */
function isUsable(id: ContainerId, request: DrawRequest, context: Context): boolean {
  const condition = context.book.find('condition', id);
  if (condition === undefined || condition.quarantine !== null) return false;
  const { beyondUseAt } = condition;
  if (beyondUseAt !== null && isAfter(request.occurredAt, beyondUseAt)) return false;
  const taken = request.lines.find(({ container }) => container === id)?.quantity ?? 0n;
  return context.book.balance(containerAccount(id)) > taken;
}

/**
 * An open container beside it whose use ends sooner, which holds enough and may be used for this patient. Where the site
 * asks about every second open container, a puncture is asked about once, by that rule.
 */
export function soonerOpenObjections(
  request: DrawRequest,
  context: Context,
  { patient }: Pick<InfusionOrder, 'patient'>,
): readonly Objection[] {
  const { soonestFirst, oneOpenContainer } = policyForDrug(context, request.occurredAt).settings;
  if (soonestFirst === 'allowed') return [];
  const own = new Set(request.lines.map(({ container }) => container));
  return request.lines.flatMap(({ container, quantity }) => {
    const condition = context.book.find('condition', container);
    if (condition === undefined || isEnded(condition)) return [];
    if (condition.status === 'sealed' && oneOpenContainer !== 'allowed') return [];
    const sooner = beside(condition, context.book).filter((id) => {
      const other = context.book.find('condition', id);
      return (
        other !== undefined &&
        !own.has(id) &&
        isUsable(id, request, context) &&
        (other.patient === null || other.patient === patient) &&
        endsSooner(other, condition) &&
        context.book.balance(containerAccount(id)) >= quantity
      );
    });
    return sooner.length === 0
      ? []
      : [objection('draw.sooner-open', container, { container, open: sooner })];
  });
}

const isEnded = ({ status }: Condition): boolean => status === 'closed';

const endsSooner = (one: Condition, other: Condition): boolean =>
  one.beyondUseAt !== null &&
  (other.beyondUseAt === null || isBefore(one.beyondUseAt, other.beyondUseAt));
