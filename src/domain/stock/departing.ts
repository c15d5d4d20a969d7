import { cellKey } from '../book.js';
import type { CellKey, Slice } from '../book.js';
import type { CloseOut, Condition } from './container.js';
import type { DepartedLine, DepartingLine, Destination, Measure } from './departure.js';
import { containerAccount } from '../custody.js';
import type { Movement } from '../custody.js';
import { policyForDrug, refuse } from '../decision.js';
import type { Context } from '../decision.js';
import type { Discrepancy } from '../findings/discrepancy.js';
import type { State } from '../entry.js';
import { mint } from '../ids.js';
import type { ContainerId } from '../ids.js';
import type { Instant } from '../measures/instant.js';
import {
  absolute,
  add,
  formatMeasured,
  max,
  negate,
  subtract,
  ZERO,
} from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import { limitsOf, residueOf, settlingMovements } from './residue.js';
import type { Residue } from './residue.js';
import { wholeContainer } from './stock.js';
import type { WholeContainer } from './stock.js';

/** What leaving does to the book. */
export interface Departing {
  readonly movements: readonly Movement[];
  readonly states: readonly State[];
  readonly lines: readonly DepartedLine[];
}

export function departureKeys(lines: readonly { readonly container: ContainerId }[]): CellKey[] {
  return lines.flatMap(({ container }) => [
    cellKey('container', container),
    cellKey('condition', container),
    cellKey('close-out', container),
    cellKey('account', containerAccount(container)),
    cellKey('open-case', `container:${container}`),
  ]);
}
export function departureStocks(
  lines: readonly { readonly container: ContainerId }[],
  book: Slice,
): CellKey[] {
  return lines.flatMap(({ container }) => {
    const found = book.find('container', container);
    return found === undefined ? [] : [cellKey('stock', found.stock)];
  });
}

export function refuseTwice(lines: readonly { readonly container: ContainerId }[]): void {
  if (lines.length === 0) refuse('departure.nothing');
  const names = lines.map(({ container }) => container);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) refuse('departure.container-twice', { container: twice });
}

/** Takes whole containers out of the book, and settles an opened one between its book and its measure. */
export function departOf(
  lines: readonly DepartingLine[],
  to: Destination,
  { context, occurredAt }: { readonly context: Context; readonly occurredAt: Instant },
): Departing {
  const parts = lines.map((line, index) => {
    const whole = wholeContainer(context.book, line.container);
    if (whole.condition.status === 'closed')
      refuse('container.closed', { container: line.container });
    return whole.condition.status === 'sealed'
      ? sealedLeaves(whole, line, to, context)
      : openedLeaves(whole, line, { to, context, occurredAt, part: index + 1 });
  });
  return {
    movements: parts.flatMap(({ movements }) => movements),
    states: parts.flatMap(({ states }) => states),
    lines: parts.flatMap((part) => part.lines),
  };
}

function sealedLeaves(
  { condition, stock }: WholeContainer,
  { container, measured }: DepartingLine,
  to: Destination,
  context: Context,
): Departing {
  if (measured !== null) refuse('departure.sealed-is-whole', { container });
  const quantity = context.book.balance(containerAccount(container));
  return {
    movements: leaving(container, quantity, to, stock.item),
    states: [{ ...condition, status: 'closed' }],
    lines: [
      { container, item: stock.item, quantity, full: quantity === stock.size, returned: false },
    ],
  };
}

interface Leaving {
  readonly to: Destination;
  readonly context: Context;
  readonly occurredAt: Instant;
  readonly part: number;
}

/**
 * 21 CFR 1317 asks for what is destroyed, not for what the book expects: the measured quantity leaves, and the rest of the
 * book is named part by part as at a close-out, in the same entry.
 */
function openedLeaves(whole: WholeContainer, line: DepartingLine, leave: Leaving): Departing {
  const { container, measured } = line;
  const { context, to } = leave;
  const { stock, condition } = whole;
  if (measured === null) refuse('departure.needs-measure', { container });
  const { settings } = policyForDrug(context, leave.occurredAt);
  const limits = limitsOf(stock, settings);
  if (measured.quantity > add(stock.size, limits.overfillAllowance)) {
    refuse('departure.exceeds-container', {
      container,
      measured: formatMeasured(measured.quantity, stock.unit),
      size: formatMeasured(stock.size, stock.unit),
    });
  }
  const balance = context.book.balance(containerAccount(container));
  const earlier = context.book.find('close-out', container);
  const book = subtract(balance, measured.quantity);
  // A parcel that came back was settled when it left: only what happened since can explain another difference.
  const residue = residueOf(book, condition.draws - (earlier?.draws ?? 0), {
    ...limits,
    overfillAllowance: max(subtract(limits.overfillAllowance, earlier?.overfill ?? ZERO), ZERO),
  });
  const found = caseOf(whole, { residue, balance, measured, leave });
  const closed: CloseOut = {
    noun: 'close-out',
    id: container,
    line: context.seq,
    draws: condition.draws,
    book,
    ...residue,
    discrepancy: found.id,
  };
  const { quantity } = measured;
  return {
    movements: [
      ...settlingMovements(container, residue, stock.item),
      ...leaving(container, quantity, to, stock.item),
    ],
    states: [{ ...condition, status: 'closed' }, closed, ...found.opened],
    lines: [{ container, item: stock.item, quantity, full: false, returned: false }],
  };
}

function leaving(
  id: ContainerId,
  quantity: Quantity,
  to: Destination,
  item: Condition['item'],
): readonly Movement[] {
  return quantity > 0n ? [{ from: containerAccount(id), to, quantity, item }] : [];
}

/** What neither hub loss nor overfill nor the measure itself explains opens a case, or goes on with the open one. */
function caseOf(
  { container, condition, stock }: WholeContainer,
  found: {
    readonly residue: Residue;
    readonly balance: Quantity;
    readonly measured: Measure;
    readonly leave: Leaving;
  },
): { readonly id: Discrepancy['id'] | null; readonly opened: readonly Discrepancy[] } {
  const { residue, balance, measured, leave } = found;
  const known = leave.context.book.find('open-case', `container:${container.id}`);
  if (absolute(residue.unexplained) <= measured.resolution) return { id: null, opened: [] };
  const difference = negate(residue.unexplained);
  if (known?.difference === difference) return { id: known.case, opened: [] };
  const opened: Discrepancy = {
    noun: 'case',
    id: mint(leave.context.seq, leave.part),
    status: 'open',
    foundBy: 'close-out',
    item: stock.item,
    container: container.id,
    location: condition.location,
    difference,
    inContainers: false,
    book: balance,
    counted: measured.quantity,
    owner: null,
    due: null,
    cause: null,
    lines: [leave.context.seq],
  };
  return { id: opened.id, opened: [opened] };
}
