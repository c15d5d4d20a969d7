import { cellKey } from '../book.js';
import type { Breakage, Condition } from '../stock/container.js';
import { containerAccount } from '../custody.js';
import type { Movement } from '../custody.js';
import {
  awaiting,
  lateWitness,
  policyForDrug,
  refuse,
  secondSignature,
  settle,
  unseen,
} from '../decision.js';
import type { Context } from '../decision.js';
import type { ContainerId } from '../ids.js';
import type { Instant } from '../measures/instant.js';
import { cells } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { overfillAllowance } from '../policy.js';
import { add, formatMeasured, max, subtract, ZERO } from '../measures/quantity.js';
import { objection } from '../rejection.js';
import type { BreakageRequest } from '../request.js';
import { wholeContainer } from '../stock/stock.js';
import type { WholeContainer } from '../stock/stock.js';
import { readsContainers, stocksOf } from './quarantine.js';

/**
 * A container broke. What ran out is `spilled`; what could be saved stays in custody under the container's name, apart,
 * until it is disposed of. It is neither waste, which is drawn drug, nor a loss, which somebody has to explain.
 */
export const breakage: KindRules<'breakage'> = {
  right: 'breakage',
  reads: (request) =>
    cells(
      ...readsContainers(idsOf(request)).cells,
      ...idsOf(request).map((id) => cellKey('account', containerAccount(id))),
    ),
  readsFurther: (request, book) => stocksOf(idsOf(request), book),
  decide: (request, context) => {
    const ids = idsOf(request);
    if (ids.length === 0 || new Set(ids).size !== ids.length) refuse('breakage.nothing');
    const broken = request.lines.map((line) => breakOne(line, request, context));
    const witness = secondSignature(context, ['witnessed']);
    const state: Breakage = {
      noun: 'breakage',
      id: String(context.seq),
      cause: request.cause,
      lines: broken.map(({ line }) => line),
    };
    return settle(request, context, {
      movements: broken.flatMap(({ movements }) => movements),
      states: [
        ...broken.map(({ condition }) => condition),
        state,
        ...(witness === undefined ? [awaiting(context, request, 'witness')] : []),
      ],
      objections: [
        ...(witness === undefined ? [objection('breakage.needs-witness')] : []),
        ...unseen(witness, ['act', 'residue', 'container']),
        ...lateWitness(request, witness, context),
      ],
    });
  },
};

const idsOf = ({ lines }: BreakageRequest): readonly ContainerId[] =>
  lines.map(({ container }) => container);

interface Broken {
  readonly line: Breakage['lines'][number];
  readonly condition: Condition;
  readonly movements: readonly Movement[];
}

function breakOne(
  { container, recovered }: BreakageRequest['lines'][number],
  { occurredAt }: BreakageRequest,
  context: Context,
): Broken {
  const whole = wholeContainer(context.book, container);
  if (whole.condition.status === 'closed') refuse('container.closed', { container });
  refuseTooMuch(whole, recovered, occurredAt, context);
  const book = context.book.balance(containerAccount(container));
  const account = containerAccount(container);
  const { item } = whole.stock;
  const legs: readonly Movement[] = [
    // More was there than the book says: the label holds less than the glass did.
    { from: 'overfill', to: account, quantity: max(subtract(recovered, book), ZERO), item },
    { from: account, to: 'spilled', quantity: max(subtract(book, recovered), ZERO), item },
  ];
  return {
    line: { container, book, recovered },
    condition: remainsOf(whole, recovered > 0n, occurredAt),
    movements: legs.filter(({ quantity }) => quantity > 0n),
  };
}

function refuseTooMuch(
  { stock, container }: WholeContainer,
  recovered: BreakageRequest['lines'][number]['recovered'],
  at: Instant,
  context: Context,
): void {
  const allowance = overfillAllowance(stock.size, policyForDrug(context, at).settings);
  const most = add(stock.size, allowance);
  if (recovered < 0n || recovered > most) {
    refuse('breakage.exceeds-container', {
      container: container.id,
      recovered: formatMeasured(recovered, stock.unit),
      most: formatMeasured(most, stock.unit),
    });
  }
}

/**
 * Broken glass is no sealed container: what was saved counts as opened, and may not be used. Where nothing was saved,
 * nothing is left to count.
 */
function remainsOf({ condition }: WholeContainer, isSaved: boolean, at: Instant): Condition {
  const opened = { openedAt: condition.openedAt ?? at, beyondUseAt: condition.beyondUseAt ?? at };
  return isSaved
    ? { ...condition, ...opened, status: 'open', quarantine: condition.quarantine ?? 'damaged' }
    : { ...condition, ...opened, status: 'closed' };
}
