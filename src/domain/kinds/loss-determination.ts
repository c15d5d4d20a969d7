import { cellKey } from '../book.js';
import type { CellKey, Reads, Slice } from '../book.js';
import { shelfId } from '../stock/container.js';
import { containerAccount } from '../custody.js';
import type { Movement } from '../custody.js';
import { present, refuse, settle } from '../decision.js';
import type { Context, Decision } from '../decision.js';
import type { State } from '../entry.js';
import type { ContainerId } from '../ids.js';
import { FACTORS, factorField } from '../losses/loss.js';
import type { Loss, LostShare, Taken } from '../losses/loss.js';
import {
  add,
  formatMeasured,
  formatQuantity,
  max,
  subtract,
  sum,
  ZERO,
} from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import type { LossRequest } from '../request.js';
import { wholeContainer } from '../stock/stock.js';
import type { WholeContainer } from '../stock/stock.js';
import { historyOf } from './loss-step.js';
import type { Step, StepOf } from './loss-step.js';

type Determined = Step<'determined'>;

export function readsOfDetermination({ taken }: Determined): Reads {
  return {
    cells: taken.flatMap(({ container }) => [
      cellKey('container', container),
      cellKey('condition', container),
      cellKey('account', containerAccount(container)),
      cellKey('close-out', container),
      cellKey('lost-share', container),
      cellKey('open-case', `container:${container}`),
    ]),
    lines: taken.flatMap(({ settledIn }) => (settledIn === null ? [] : [settledIn])),
  };
}

export function stocksOfDetermination({ taken }: Determined, book: Slice): readonly CellKey[] {
  return taken.flatMap(({ container }) => {
    const found = book.find('container', container);
    const condition = book.find('condition', container);
    return [
      ...(found === undefined ? [] : [cellKey('stock', found.stock)]),
      ...(condition === undefined ? [] : [cellKey('open-case', shelfKey(condition))]),
    ];
  });
}

const shelfKey = ({ location, item }: WholeContainer['condition']): string =>
  `shelf:${shelfId(location, item)}`;

/**
 * The registrant's decision. Only a theft or a significant loss leaves the book for `stolen-or-lost`; what is not
 * significant stays where its discrepancy was settled, in `unexplained`, and is kept for the pattern that it may become.
 */
export function determined(of: StepOf<'determined'>): Decision {
  const { request, step, context, before } = of;
  if (before.status === 'theft' || before.status === 'significant-loss')
    refuse('loss.already-determined', { loss: before.id, as: before.status });
  refuseUnanswered(request, step);
  if (step.as === 'not-significant' && step.taken.length > 0)
    refuse('loss.not-significant-stays', { loss: before.id });
  if (step.as !== 'not-significant' && step.taken.length === 0)
    refuse('loss.nothing-lost', { loss: before.id });
  const containers = step.taken.map(
    ({ container, settledIn }) => `${container} ${settledIn ?? ''}`,
  );
  if (new Set(containers).size < containers.length) refuse('loss.named-twice', { loss: before.id });
  const legs = step.taken.map((each) => legOf(each, before, context));
  const after: Loss = {
    ...before,
    status: step.as,
    determinedAt: request.occurredAt,
    determinedBy: context.performer === 'system' ? null : context.performer,
    factors: step.factors,
    taken: step.taken,
  };
  return settle(request, context, {
    movements: legs.flatMap(({ movements }) => movements),
    states: [
      after,
      historyWith(after, context),
      ...legs.flatMap(({ conditions }) => conditions),
      ...sharesOf(legs, before, context),
    ],
  });
}

/** Each factor is answered, in words too; a theft is reported whatever the factors say. */
function refuseUnanswered(request: LossRequest, { as, factors }: Determined): void {
  const told = new Set(request.personal.map(({ field }) => field));
  const isAnswered = (factor: (typeof FACTORS)[number]): boolean =>
    factors.filter((each) => each.factor === factor).length === 1 && told.has(factorField(factor));
  const missing = FACTORS.filter((factor) => !isAnswered(factor));
  if (as !== 'theft' && missing.length > 0) refuse('loss.factor-unanswered', { missing });
}

interface Leg {
  readonly taken: Taken;
  readonly whole: WholeContainer;
  readonly movements: readonly Movement[];
  readonly conditions: readonly State[];
}

function legOf(taken: Taken, before: Loss, context: Context): Leg {
  const { container, quantity, settledIn } = taken;
  const whole = wholeContainer(context.book, container);
  if (quantity <= 0n) refuse('loss.nothing-lost', { loss: before.id });
  const account = containerAccount(container);
  const { item } = whole.stock;
  const lost: Movement = { from: account, to: 'stolen-or-lost', quantity, item };
  if (settledIn === null) {
    const conditions = fromBook(taken, whole, context);
    return { taken, whole, movements: [lost], conditions };
  }
  refuseBeyondSettled(taken, settledIn, context);
  // What nobody could explain is explained now: it comes back to its container's account and leaves it as a loss.
  const back: Movement = { from: 'unexplained', to: account, quantity, item };
  return { taken, whole, movements: [back, lost], conditions: [] };
}

/** Straight from the book, where no open case is about it: a case is settled by those who close it. */
function fromBook(
  { container, quantity }: Taken,
  { condition, stock }: WholeContainer,
  { book }: Context,
): readonly State[] {
  if (condition.status === 'closed') refuse('container.closed', { container });
  const open =
    book.find('open-case', `container:${container}`) ?? book.find('open-case', shelfKey(condition));
  if (open !== undefined) refuse('loss.case-open', { case: open.case, container });
  const balance = book.balance(containerAccount(container));
  const isWhole = quantity === balance;
  if (quantity > balance || (condition.status === 'sealed' && !isWhole)) {
    refuse('loss.exceeds-book', {
      container,
      lost: formatMeasured(quantity, stock.unit),
      book: formatMeasured(balance, stock.unit),
    });
  }
  return isWhole ? [{ ...condition, status: 'closed' }] : [];
}

/** No more than the named line put into `unexplained`, less what was determined as lost of it before. */
function refuseBeyondSettled(taken: Taken, line: number, context: Context): void {
  const { container, quantity } = taken;
  const settled = settledAsUnexplained(container, line, context);
  const before = sum(
    (context.book.find('lost-share', container)?.shares ?? [])
      .filter(({ settledIn }) => settledIn === line)
      .map((share) => share.quantity),
  );
  if (add(before, quantity) > settled) {
    refuse('loss.exceeds-unexplained', {
      container,
      line,
      lost: formatQuantity(quantity),
      unexplained: formatQuantity(max(subtract(settled, before), ZERO)),
    });
  }
}

function settledAsUnexplained(container: ContainerId, line: number, context: Context): Quantity {
  const closed = context.book.find('close-out', container);
  // A correction may have settled a close-out anew: what it says now is what counts.
  if (closed?.line === line) return max(closed.unexplained, ZERO);
  const entry = present(context.book.line(line), 'loss.settled-in-unknown-line', { line });
  const account = containerAccount(container);
  return sum(
    entry.effects.movements
      .filter(({ from, to }) => from === account && to === 'unexplained')
      .map((movement) => movement.quantity),
  );
}

/** What of each container stands in `stolen-or-lost` after this line. */
function sharesOf(legs: readonly Leg[], before: Loss, { book }: Context): readonly LostShare[] {
  const shares = new Map<ContainerId, LostShare>();
  for (const { taken, whole } of legs) {
    const { container: id, quantity, settledIn } = taken;
    const { ndc, item } = whole.stock;
    const known = shares.get(id) ??
      book.find('lost-share', id) ?? { noun: 'lost-share', id, ndc, item, shares: [] };
    const share = { loss: before.id, quantity, settledIn };
    shares.set(id, { ...known, shares: [...known.shares, share] });
  }
  return [...shares.values()];
}

function historyWith({ id, status }: Loss, context: Context): State {
  const determination = status === 'suspected' || status === 'discovered' ? null : status;
  const losses = historyOf(context).losses.map((each) =>
    each.loss === id ? { ...each, determination } : each,
  );
  return { noun: 'loss-history', id: 'all', losses };
}
