import { cellKey } from '../book.js';
import type { CellKey, Slice } from '../book.js';
import { containerAccount } from '../custody.js';
import type { Movement } from '../custody.js';
import { refuse, settle } from '../decision.js';
import type { Decision } from '../decision.js';
import type { State } from '../entry.js';
import { mint } from '../ids.js';
import type { ContainerId } from '../ids.js';
import type { FoundAgain, Loss } from '../losses/loss.js';
import { formatQuantity, subtract, sum } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import type { LossRequest } from '../request.js';
import { wholeContainer } from '../stock/stock.js';
import type { WholeContainer } from '../stock/stock.js';
import type { Step, StepOf } from './loss-step.js';

type Found = Step<'found'>;

export function readsOfFinding({ containers }: Found): readonly CellKey[] {
  return containers.flatMap(({ container }) => [
    cellKey('container', container),
    cellKey('condition', container),
    cellKey('account', containerAccount(container)),
  ]);
}

export function stocksOfFinding({ containers }: Found, book: Slice): readonly CellKey[] {
  return containers.flatMap(({ container }) => {
    const found = book.find('container', container);
    return found === undefined ? [] : [cellKey('stock', found.stock)];
  });
}

/**
 * What was reported as stolen or lost turned up. It comes in again, into quarantine, and reverses nothing: the loss was
 * discovered when it was, the report was filed, and an amended one is asked for. A vial that went missing unopened is that
 * vial again; anything else is a container of its own, because drug never goes back into a vial.
 */
export function found({ request, step, context, before }: StepOf<'found'>): Decision {
  if (before.status !== 'theft' && before.status !== 'significant-loss')
    refuse('loss.not-determined', { loss: before.id });
  const named = step.containers.map(({ container }) => container);
  if (named.length === 0) refuse('loss.nothing-found', { loss: before.id });
  if (new Set(named).size < named.length) refuse('loss.named-twice', { loss: before.id });
  const minted: State[] = [];
  const movements: Movement[] = [];
  const again = step.containers.map(({ container, quantity }): FoundAgain => {
    refuseBeyondLost(container, quantity, before);
    const whole = wholeContainer(context.book, container);
    const part = minted.filter(({ noun }) => noun === 'container').length + 1;
    const { standsIn, states } = isWhole(whole, quantity)
      ? returned(whole)
      : newContainer(whole, mint(context.seq, part), request);
    minted.push(...states);
    const { item } = whole.stock;
    movements.push({ from: 'found', to: containerAccount(standsIn), quantity, item });
    return { container, quantity, standsIn };
  });
  const after: Loss = {
    ...before,
    found: [...before.found, ...again],
    amendmentDue: before.reportedAt !== null,
  };
  return settle(request, context, { movements, states: [after, ...minted] });
}

function refuseBeyondLost(container: ContainerId, quantity: Quantity, before: Loss): void {
  const of = (list: readonly { readonly container: ContainerId; readonly quantity: Quantity }[]) =>
    sum(list.filter((each) => each.container === container).map((each) => each.quantity));
  const left = subtract(of(before.taken), of(before.found));
  if (quantity <= 0n) refuse('loss.nothing-found', { loss: before.id });
  if (quantity > left) {
    refuse('loss.found-more-than-lost', {
      container,
      found: formatQuantity(quantity),
      lost: formatQuantity(left),
    });
  }
}

const isWhole = ({ stock, condition }: WholeContainer, quantity: Quantity): boolean =>
  condition.status === 'closed' && condition.openedAt === null && quantity === stock.size;

interface Standing {
  readonly standsIn: ContainerId;
  readonly states: readonly State[];
}

/** The same vial, still sealed. Nobody knows where it was, so it is not used. */
function returned({ container, condition }: WholeContainer): Standing {
  const states: readonly State[] = [{ ...condition, status: 'sealed', quarantine: 'suspect' }];
  return { standsIn: container.id, states };
}

/** A container of the same stock, opened, whose use is over. */
function newContainer(
  { container, condition }: WholeContainer,
  id: ContainerId,
  request: LossRequest,
): Standing {
  return {
    standsIn: id,
    states: [
      { noun: 'container', id, stock: container.stock, serial: null },
      {
        ...condition,
        id,
        status: 'open',
        quarantine: 'suspect',
        openedAt: condition.openedAt ?? request.occurredAt,
        beyondUseAt: condition.beyondUseAt ?? request.occurredAt,
        draws: 0,
        drawers: [],
        drawersSinceCount: [],
        patient: null,
      },
    ],
  };
}
