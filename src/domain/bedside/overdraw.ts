import type { Slice } from '../book.js';
import { cellKey } from '../book.js';
import type { CellKey } from '../book.js';
import type { Discrepancy } from '../findings/discrepancy.js';
import type { CaseId, ContainerId } from '../ids.js';
import { overfillAllowance } from '../policy.js';
import type { PolicySettings } from '../policy.js';
import { add, formatMeasured, negate, subtract } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type { WholeContainer } from '../stock/stock.js';

/** A container whose book runs below what label and overfill can explain. */
export interface Overdraw {
  readonly whole: WholeContainer;
  readonly drawn: Quantity;
  /** The book after it: below zero. */
  readonly remaining: Quantity;
  /** How far that is below the overfill allowance. */
  readonly beyond: Quantity;
}

/** Whether drawing so much runs the book below what the container can hold. */
export function overdrawOf(
  whole: WholeContainer,
  { before, drawn }: { readonly before: Quantity; readonly drawn: Quantity },
  settings: PolicySettings,
): Overdraw | undefined {
  const remaining = subtract(before, drawn);
  const limit = negate(overfillAllowance(whole.stock.size, settings));
  return remaining < limit
    ? { whole, drawn, remaining, beyond: subtract(limit, remaining) }
    : undefined;
}

export function overdrawObjection({ whole, drawn, remaining, beyond }: Overdraw): Objection {
  const { id } = whole.container;
  const { unit } = whole.stock;
  return objection('draw.exceeds-remaining', id, {
    container: id,
    remaining: formatMeasured(add(remaining, drawn), unit),
    drawn: formatMeasured(drawn, unit),
    beyond: formatMeasured(beyond, unit),
  });
}

/** The case that is open about a container, once the pointer to it is loaded. */
export function openCaseKeys(container: ContainerId, book: Slice): readonly CellKey[] {
  const known = book.find('open-case', `container:${container}`);
  return known === undefined ? [] : [cellKey('case', known.case)];
}

/**
 * A recorded fact that the container cannot explain opens a discrepancy at once, or goes on with the one that is open. The
 * difference that a count has measured stays as it was measured; one that only draws have found grows with them.
 */
export function overdrawCase(
  { whole, remaining, beyond }: Overdraw,
  { id, line }: { readonly id: CaseId; readonly line: number },
  book: Slice,
): Discrepancy {
  const container = whole.container.id;
  const figures = { difference: beyond, book: remaining, counted: add(remaining, beyond) };
  const known = book.find('open-case', `container:${container}`);
  const open = known === undefined ? undefined : book.find('case', known.case);
  if (open !== undefined) {
    const lines = [...open.lines, line];
    return open.foundBy === 'draw' ? { ...open, ...figures, lines } : { ...open, lines };
  }
  return {
    noun: 'case',
    id,
    status: 'open',
    foundBy: 'draw',
    item: whole.stock.item,
    container,
    location: whole.condition.location,
    ...figures,
    inContainers: false,
    owner: null,
    due: null,
    cause: null,
    lines: [line],
  };
}
