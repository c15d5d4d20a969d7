import type { CloseOut, Condition } from '../stock/container.js';
import { containerAccount, inProcessAccount, reversed } from '../custody.js';
import type { Movement } from '../custody.js';
import { policyForDrug, present, refuse, requireSite } from '../decision.js';
import type { Context, Draft } from '../decision.js';
import type { Discrepancy } from '../findings/discrepancy.js';
import type { State } from '../entry.js';
import { mint } from '../ids.js';
import { isBefore } from '../measures/instant.js';
import type { Draw } from '../bedside/infusion.js';
import { overdrawCase, overdrawObjection, overdrawOf } from '../bedside/overdraw.js';
import type { Overdraw } from '../bedside/overdraw.js';
import { add, formatMeasured, negate, quantity, subtract, ZERO } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import type { CorrectionChange } from '../request.js';
import { limitsOf, residueOf, settlingMovements } from '../stock/residue.js';
import type { ResidueLimits } from '../stock/residue.js';
import { wholeContainer } from '../stock/stock.js';
import type { WholeContainer } from '../stock/stock.js';
import { drawnFrom, openedBy, patientOf } from './draw.js';
import { reopenedBy } from './reopening.js';

type DrawChange = Extract<CorrectionChange, { readonly type: 'draw' }>;

/**
 * A draw of another quantity, or from the neighbour container. A quantity of zero says that it never happened. Where the
 * container is closed out since, its residue is settled anew in the same line.
 */
export function correctDraw(change: DrawChange, original: number, context: Context): Draft {
  const before = present(context.book.find('draw', change.draw), 'draw.unknown', {
    draw: change.draw,
  });
  if (before.line !== original)
    refuse('correction.wrong-kind', { line: original, draw: before.id });
  const from = wholeContainer(context.book, before.container);
  const to = wholeContainer(context.book, change.container);
  const isSame = before.container === change.container;
  const isNothing = before.quantity === 0n && change.quantity === 0n;
  if (isNothing || (isSame && before.quantity === change.quantity))
    refuse('correction.changes-nothing', { draw: before.id });
  refuseUsed(before, change, { from, to, context });
  const account = inProcessAccount(before.id);
  const back: Movement = {
    from: account,
    to: containerAccount(before.container),
    quantity: before.quantity,
    item: before.item,
  };
  const again: Movement = {
    from: containerAccount(change.container),
    to: account,
    quantity: change.quantity,
    item: to.stock.item,
  };
  const touched = touchedBy(before, change, { from, to, context });
  const settled = touched.map((one, index) => resettle(one, index + 1, before, context));
  const overdraw = overdrawBy(before, change, { to, isSame, context });
  const found =
    overdraw === undefined
      ? []
      : [
          overdrawCase(
            overdraw,
            { id: mint(context.seq, touched.length + 1), line: context.seq },
            context.book,
          ),
        ];
  const { stock } = to;
  const after: Draw = {
    ...before,
    container: change.container,
    stock: stock.id,
    item: stock.item,
    strength: stock.strength,
    quantity: change.quantity,
  };
  const movements = [back, again, ...settled.flatMap((one) => one.movements)].filter(
    ({ quantity }) => quantity > 0n,
  );
  const order = context.book.find('order', before.order);
  const reopened = reopenedBy(order, { draws: [before.id], movements }, context);
  return {
    movements,
    states: [after, ...settled.flatMap((one) => one.states), ...found, ...reopened.orders],
    flags: reopened.flags,
    objections: overdraw === undefined ? [] : [overdrawObjection(overdraw)],
  };
}

/**
 * Which containers change, and by how much: the one that gives back, and the one that gives instead. A draw that never
 * happened has left no container.
 */
function touchedBy(
  before: Draw,
  change: DrawChange,
  { from, to, context }: Between,
): readonly Touched[] {
  const isSame = before.container === change.container;
  if (isSame && before.quantity > 0n && change.quantity > 0n) {
    const given = subtract(before.quantity, change.quantity);
    return [{ whole: from, condition: from.condition, change: given }];
  }
  const back = {
    whole: from,
    condition: withoutDraw(from, before),
    change: before.quantity,
  };
  const again = {
    whole: to,
    condition: withDraw(to, before, context),
    change: negate(change.quantity),
  };
  return [...(before.quantity > 0n ? [back] : []), ...(change.quantity > 0n ? [again] : [])];
}

interface Between {
  readonly from: WholeContainer;
  readonly to: WholeContainer;
  readonly context: Context;
}

/** What was already given or wasted stays: a smaller draw, or one of another audit item, is refused until that is corrected. */
function refuseUsed(before: Draw, change: DrawChange, { from, to, context }: Between): void {
  const inProcess = context.book.balance(inProcessAccount(before.id));
  const used = subtract(before.quantity, inProcess);
  if (change.quantity < used) {
    refuse('correction.would-overdraw', {
      draw: before.id,
      used: formatMeasured(used, before.unit),
      corrected: formatMeasured(change.quantity, before.unit),
    });
  }
  if (from.stock.item !== to.stock.item && used > 0n) {
    refuse('correction.used-up', {
      draw: before.id,
      used: formatMeasured(used, before.unit),
      item: to.stock.item,
    });
  }
}

/** A container that nobody drew from after all is sealed again, unless it came into the book open. */
function withoutDraw({ condition, stock }: WholeContainer, draw: Draw): Condition {
  const draws = condition.draws - 1;
  const { status, openedAt } = condition;
  const wasOpenedHere =
    openedAt === draw.drawnAt || (openedAt !== null && !isBefore(openedAt, stock.receivedAt));
  return draws === 0 && status === 'open' && wasOpenedHere
    ? {
        ...condition,
        status: 'sealed',
        openedAt: null,
        beyondUseAt: null,
        draws,
        drawers: [],
        drawersSinceCount: [],
        patient: null,
      }
    : { ...condition, draws };
}

/** The container that the draw really came from was opened then, if it was not open before. */
function withDraw(whole: WholeContainer, draw: Draw, context: Context): Condition {
  const { settings } = policyForDrug(context, draw.drawnAt);
  if (whole.condition.status === 'closed') return drawnFrom(whole.condition, draw.drawnBy);
  const opened = openedBy(whole, draw.drawnAt, { settings, zone: requireSite(context).zone });
  const order = present(context.book.find('order', draw.order), 'order.unknown', {
    order: draw.order,
  });
  return { ...drawnFrom(opened, draw.drawnBy), patient: patientOf(whole, order, settings) };
}

interface Touched {
  readonly whole: WholeContainer;
  readonly condition: Condition;
  /** Added to the container's book by the correction. */
  readonly change: Quantity;
}

/** An open container only changes its condition; a closed one has its residue taken back and named again. */
function resettle(
  touched: Touched,
  part: number,
  draw: Draw,
  context: Context,
): { movements: readonly Movement[]; states: readonly State[] } {
  const { whole, condition, change } = touched;
  const id = whole.container.id;
  const closed = context.book.find('close-out', id);
  if (condition.status !== 'closed') return { movements: [], states: [condition] };
  // Closed without a close-out: a discrepancy took it off the book whole, as missing.
  if (closed === undefined) refuse('correction.used-up', { draw: draw.id, container: id });
  const book = add(closed.book, change);
  const residue = residueOf(book, condition.draws, limitsOfCloseOut(closed, whole, draw, context));
  const opened = residue.unexplained !== 0n && closed.discrepancy === null;
  const restated: CloseOut = {
    ...closed,
    ...residue,
    book,
    draws: condition.draws,
    discrepancy: opened ? mint(context.seq, part) : closed.discrepancy,
  };
  const states: State[] = [condition, restated];
  if (opened) states.push(caseOf(restated, whole, context.seq));
  return {
    movements: [
      ...settlingMovements(id, closed, whole.stock.item).map(reversed),
      ...settlingMovements(id, residue, whole.stock.item),
    ],
    states,
  };
}

/** The close-out was judged by the policy of its own time, which a later policy must not change: its limits are kept. */
function limitsOfCloseOut(
  closed: CloseOut,
  { stock }: WholeContainer,
  draw: Draw,
  context: Context,
): ResidueLimits {
  const limits = limitsOf(stock, policyForDrug(context, draw.drawnAt).settings);
  const { overfillAllowance, deadSpaceMaximum, draws } = closed;
  return draws === 0
    ? { ...limits, overfillAllowance }
    : { overfillAllowance, deadSpacePerDraw: quantity(deadSpaceMaximum / BigInt(draws)) };
}

/** The case that a close-out opens whose residue is more than it explains. */
export function caseOf(closed: CloseOut, whole: WholeContainer, line: number): Discrepancy {
  return {
    noun: 'case',
    id: closed.discrepancy ?? mint(line, 1),
    status: 'open',
    foundBy: 'close-out',
    item: whole.stock.item,
    container: whole.container.id,
    location: whole.condition.location,
    difference: negate(closed.unexplained),
    inContainers: false,
    book: closed.book,
    counted: ZERO,
    owner: null,
    due: null,
    cause: null,
    lines: [line],
  };
}

/** The container that is said to have given the drug must have been able to; a closed one is settled anew instead. */
function overdrawBy(
  draw: Draw,
  change: DrawChange,
  {
    to,
    isSame,
    context,
  }: { readonly to: WholeContainer; readonly isSame: boolean; readonly context: Context },
): Overdraw | undefined {
  if (to.condition.status === 'closed') return undefined;
  const { settings } = policyForDrug(context, draw.drawnAt);
  const givenBack = isSame ? draw.quantity : ZERO;
  const before = add(context.book.balance(containerAccount(change.container)), givenBack);
  return overdrawOf(to, { before, drawn: change.quantity }, settings);
}
