import { cellKey } from '../book.js';
import type { CloseOut, Condition } from '../stock/container.js';
import { containerAccount } from '../custody.js';
import {
  awaiting,
  lateWitness,
  policyForDrug,
  refuse,
  secondSignature,
  settle,
} from '../decision.js';
import type { Context } from '../decision.js';
import type { Discrepancy } from '../findings/discrepancy.js';
import { ended, FEWEST_DRAWS, NOTICED_FROM } from '../stock/exact-end.js';
import type { ExactEnds } from '../stock/exact-end.js';
import { mint } from '../ids.js';
import type { CaseId } from '../ids.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { isZero, negate, ZERO } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type { CloseOutRequest } from '../request.js';
import { limitsOf, residueOf, settlingMovements } from '../stock/residue.js';
import type { Residue } from '../stock/residue.js';
import { wholeContainer } from '../stock/stock.js';
import type { WholeContainer } from '../stock/stock.js';

/**
 * The container is empty. Its book is brought to zero by naming the residue, never by waste: overfill found, hub loss,
 * or a difference that nobody can explain, which opens a discrepancy.
 */
export const closeOut: KindRules<'close-out'> = {
  right: 'close-out',
  reads: ({ container }) =>
    cells(
      REGISTER,
      POLICIES,
      cellKey('container', container),
      cellKey('condition', container),
      cellKey('account', containerAccount(container)),
      cellKey('open-case', `container:${container}`),
    ),
  readsFurther: ({ container }, book) => {
    const found = book.find('container', container);
    const drawers = book.find('condition', container)?.drawers ?? [];
    return cells(
      ...(found === undefined ? [] : [cellKey('stock', found.stock)]),
      ...drawers.map((person) => cellKey('ends', person)),
    );
  },
  decide: (request, context) => {
    const whole = wholeContainer(context.book, request.container);
    if (whole.condition.status === 'closed')
      refuse('container.closed', { container: request.container });
    if (whole.condition.status === 'sealed')
      refuse('container.not-closed-by-draws', { container: request.container });
    const witness = secondSignature(context, ['witnessed']);
    const book = context.book.balance(containerAccount(request.container));
    const { settings } = policyForDrug(context, request.occurredAt);
    const residue = residueOf(book, whole.condition.draws, limitsOf(whole.stock, settings));
    const known = context.book.find('open-case', `container:${request.container}`);
    const isNew = residue.unexplained !== 0n && known?.difference !== negate(residue.unexplained);
    const opened = isNew ? unexplainedCase(whole, book, residue, context) : undefined;
    const linked = residue.unexplained === 0n ? null : (known?.case ?? null);
    const owed = witness === undefined ? [awaiting(context, request, 'witness')] : [];
    const ends = endsOf(whole.condition, book, context);
    return settle(request, context, {
      movements: settlingMovements(request.container, residue, whole.stock.item),
      states: [
        { ...whole.condition, status: 'closed' },
        closeOutState(request, context, {
          book,
          residue,
          draws: whole.condition.draws,
          discrepancy: opened?.id ?? linked,
        }),
        ...(opened === undefined ? [] : [opened]),
        ...ends,
        ...owed,
      ],
      flags: ends
        .filter(({ running }) => running >= NOTICED_FROM)
        .map(({ id }) => ({ code: 'close-out.exactly-zero-again', about: id })),
      objections: [
        ...objectionsOf(whole, context, witness === undefined),
        ...lateWitness(request, witness, context),
      ],
    });
  },
};

function objectionsOf(
  { condition }: WholeContainer,
  context: Context,
  isAlone: boolean,
): readonly Objection[] {
  const found: Objection[] = [];
  const isOnlyDrawer =
    condition.drawers.length > 0 &&
    condition.drawers.every((drawer) => drawer === context.performer);
  if (isOnlyDrawer)
    found.push(objection('close-out.only-drawer', condition.id, { container: condition.id }));
  if (isAlone)
    found.push(objection('close-out.needs-witness', condition.id, { container: condition.id }));
  return found;
}

/** How this end adds to the history of everyone who drew: a single draw that takes all says nothing. */
function endsOf(condition: Condition, book: Quantity, context: Context): readonly ExactEnds[] {
  if (condition.draws < FEWEST_DRAWS) return [];
  return condition.drawers.map((person) =>
    ended(context.book.find('ends', person), person, isZero(book)),
  );
}

interface Closing {
  readonly book: Quantity;
  readonly residue: Residue;
  readonly draws: number;
  /** The case that this line opened, or the open one with the same difference. */
  readonly discrepancy: CaseId | null;
}

function closeOutState(request: CloseOutRequest, context: Context, closing: Closing): CloseOut {
  const { book, residue, draws, discrepancy } = closing;
  return {
    noun: 'close-out',
    id: request.container,
    line: context.seq,
    draws,
    book,
    ...residue,
    discrepancy,
  };
}

/** Counted is nothing: the container is empty. The difference is what hub loss and overfill leave over. */
function unexplainedCase(
  whole: WholeContainer,
  book: Quantity,
  residue: Residue,
  context: Context,
): Discrepancy {
  return {
    noun: 'case',
    id: mint(context.seq, 1),
    status: 'open',
    foundBy: 'close-out',
    item: whole.stock.item,
    container: whole.container.id,
    location: whole.condition.location,
    difference: negate(residue.unexplained),
    inContainers: false,
    book,
    counted: ZERO,
    owner: null,
    due: null,
    cause: null,
    lines: [context.seq],
  };
}
