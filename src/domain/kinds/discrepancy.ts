import { cellKey } from '../book.js';
import { containerAccount } from '../custody.js';
import type { Movement } from '../custody.js';
import { hasRight, present, refuse, requireSite, secondSignature, settle } from '../decision.js';
import type { Context, Decision } from '../decision.js';
import type { Discrepancy } from '../findings/discrepancy.js';
import type { State } from '../entry.js';
import type { ContainerId, PersonId } from '../ids.js';
import { businessDateOf } from '../measures/instant.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { isPast } from '../policy.js';
import { auditItemOf } from '../product.js';
import {
  absolute,
  formatMeasured,
  formatQuantity,
  negate,
  quantity as exactly,
  sum,
  units,
} from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type { DiscrepancyRequest } from '../request.js';
import { Minting, MOST_CONTAINERS, productOf, wholeContainer } from '../stock/stock.js';

const containerKeys = (id: ContainerId) => [
  cellKey('container', id),
  cellKey('condition', id),
  cellKey('account', containerAccount(id)),
];

/** The life of a case after it was opened: an owner, notes, and a close that two people sign. */
export const discrepancy: KindRules<'discrepancy'> = {
  right: null,
  reads: (request) =>
    cells(
      REGISTER,
      POLICIES,
      cellKey('case', request.case),
      ...request.settle.flatMap(({ container }) => containerKeys(container)),
    ),
  readsFurther: (request, book) => {
    const about = book.find('case', request.case)?.container ?? null;
    const stocks = request.settle.flatMap(({ container }) => {
      const found = book.find('container', container);
      return found === undefined ? [] : [cellKey('stock', found.stock)];
    });
    return cells(...stocks, ...(about === null ? [] : containerKeys(about)));
  },
  decide: (request, context) => {
    const right = request.act === 'closed' ? 'close-discrepancy' : 'discrepancy';
    if (context.performer === 'system' || !hasRight(context, context.performer, right))
      refuse('entry.not-permitted', { right });
    const before = present(context.book.find('case', request.case), 'case.unknown', {
      case: request.case,
    });
    if (before.status !== 'open') refuse('case.closed', { case: before.id, status: before.status });
    const lines = [...before.lines, context.seq];
    if (request.act === 'closed') return close(request, context, { ...before, lines });
    const { owner, due } = request.act === 'assigned' ? request : before;
    const person = owner === null ? undefined : context.organisation.persons.get(owner);
    if (request.act === 'assigned' && owner !== null) {
      present(person, 'person.unknown', { person: owner });
      if (person?.status === 'disabled') refuse('person.disabled', { person: owner });
    }
    return settle(request, context, { states: [{ ...before, owner, due, lines }] });
  },
};

function close(request: DiscrepancyRequest, context: Context, before: Discrepancy): Decision {
  const { cause, outcome } = request;
  if (cause === null || outcome === null) refuse('case.needs-outcome', { case: before.id });
  const unknown = request.explainedBy.filter((line) => line >= context.seq || line < 0);
  if (unknown.length > 0) refuse('case.explained-by-unknown-line', { lines: unknown });
  const second =
    secondSignature(context, ['closed']) ?? refuse('case.needs-second-closer', { case: before.id });
  const settled = settlement(request, context, before);
  const brought = broughtIn(request, context, before);
  return settle(request, context, {
    movements: [...settled.movements, ...brought.movements],
    states: [{ ...before, status: outcome, cause }, ...settled.states, ...brought.states],
    objections: involved(request, context, before, second.person),
  });
}

/** Who drew since the last agreed count does not close the case alone with another who did. */
function involved(
  request: DiscrepancyRequest,
  context: Context,
  before: Discrepancy,
  second: string,
): readonly Objection[] {
  const { container } = before;
  if (container === null) return [];
  const drawers = context.book.find('condition', container)?.drawersSinceCount ?? [];
  const hasDrawn = (person: string): boolean => drawers.some((drawer) => drawer === person);
  if (![context.performer, second].every(hasDrawn)) return [];
  const uninvolved = closersAt(context).filter((person) => !hasDrawn(person)).length;
  // That nobody else is there is said by people, and believed where the register knows of nobody.
  if (request.nobodyUninvolved && uninvolved === 0) return [];
  return [objection('case.needs-uninvolved-closer', container, { container, drawers, uninvolved })];
}

/** Everybody who may close a discrepancy of this site today. */
const closersAt = (context: Context): readonly PersonId[] =>
  [...context.organisation.persons.keys()].filter((person) =>
    hasRight(context, person, 'close-discrepancy'),
  );

interface Settlement {
  readonly movements: readonly Movement[];
  readonly states: readonly State[];
}

/** What the book takes over from the count: short leaves to `unexplained`, over comes from it, never more than differs. */
function settlement(
  request: DiscrepancyRequest,
  context: Context,
  before: Discrepancy,
): Settlement {
  const lines = request.settle.filter(({ quantity }) => quantity !== 0n);
  refuseTooMuch(lines, before);
  const states: State[] = [];
  const movements = lines.map(({ container, quantity }): Movement => {
    const { stock, condition } = wholeContainer(context.book, container);
    const isOnShelf = stock.item === before.item && condition.location === before.location;
    const isAbout = before.container === null ? isOnShelf : container === before.container;
    if (!isAbout) refuse('case.settles-other-container', { container, case: before.id });
    if (condition.status === 'closed') refuse('container.closed', { container });
    const account = containerAccount(container);
    const item = stock.item;
    const book = context.book.balance(account);
    if (before.inContainers) {
      if (quantity !== book || condition.status !== 'sealed')
        refuse('case.settles-other-container', { container, case: before.id });
      states.push({ ...condition, status: 'closed' });
    } else if (quantity > 0n && quantity > book) {
      // People never count less than nothing: what was drawn since is no longer theirs to settle.
      refuse('case.settles-more-than-book', {
        container,
        settled: formatMeasured(quantity, stock.unit),
        book: formatMeasured(book, stock.unit),
      });
    }
    return quantity > 0n
      ? { from: account, to: 'unexplained', quantity, item }
      : { from: 'unexplained', to: account, quantity: negate(quantity), item };
  });
  return { movements, states };
}

/**
 * Sealed containers that stand there and that the book lacks come into it as they are labelled, full, from `unexplained`:
 * nobody knows where they come from, so they stand in quarantine until a custodian lets them go.
 */
function broughtIn(
  { found }: DiscrepancyRequest,
  context: Context,
  before: Discrepancy,
): Settlement {
  const number = found.reduce((total, { containers }) => total + containers, 0);
  if (found.length > 0 && (!before.inContainers || units(number) > before.difference)) {
    refuse('case.finds-more-than-difference', {
      case: before.id,
      found: number,
      difference: formatQuantity(before.difference),
    });
  }
  if (number > MOST_CONTAINERS)
    refuse('receipt.too-many', { containers: number, most: MOST_CONTAINERS });
  const minting = new Minting(context.seq);
  const { zone } = requireSite(context);
  for (const { product: id, lot, expires, containers } of found) {
    const product = productOf(context, id);
    if (auditItemOf(product) !== before.item)
      refuse('case.finds-other-item', { product: id, item: before.item });
    const isExpired = isPast(expires, businessDateOf(context.recordedAt, zone));
    minting.take({
      product,
      location: before.location,
      lot,
      expires,
      receivedAt: context.recordedAt,
      from: 'unexplained',
      containers: Array.from({ length: containers }, () => ({
        serial: null,
        quantity: product.size,
        quarantine: isExpired ? ('expired' as const) : ('suspect' as const),
        opened: null,
      })),
    });
  }
  return minting;
}

function refuseTooMuch(lines: DiscrepancyRequest['settle'], before: Discrepancy): void {
  const settled: Quantity = before.inContainers
    ? units(lines.length)
    : absolute(sum(lines.map(({ quantity }) => quantity)));
  const containers = lines.map(({ container }) => container);
  const isTwice = new Set(containers).size < containers.length;
  const isWrongWay = lines.some(({ quantity }) => quantity > 0n === before.difference > 0n);
  if (settled > absolute(before.difference) || isWrongWay || isTwice) {
    refuse('case.settles-more-than-difference', {
      settled: formatQuantity(exactly(settled)),
      difference: formatQuantity(before.difference),
    });
  }
}
