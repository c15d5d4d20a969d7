import { cellKey } from '../book.js';
import type { CellKey, Slice } from '../book.js';
import type { Context, Decision } from '../decision.js';
import type { Day } from './day.js';
import { businessDateOf } from '../measures/instant.js';
import type { BusinessDate } from '../measures/instant.js';
import { policyAt } from '../policy.js';
import type { Kind, Request } from '../request.js';

/** What is about records and not about what happened to drug on a day: it reopens nothing. */
export const ABOUT_NO_DAY: readonly Kind[] = [
  'opened',
  'policy',
  'day-close',
  'review',
  'filing',
  'reconciliation',
];

/** The business day of the event. A correction is of the day of what it corrects: its movements carry that time. */
function dayOf(request: Request, book: Slice): BusinessDate | null {
  const site = book.find('register', 'register')?.site ?? null;
  const timeline = book.find('policy', 'timeline');
  if (ABOUT_NO_DAY.includes(request.kind) || site === null || timeline === undefined) return null;
  const corrected = request.kind === 'correction' ? book.line(request.original) : undefined;
  const at = corrected?.occurredAt ?? request.occurredAt;
  return businessDateOf(at, site.zone, policyAt(timeline, at).settings.dayStartsAt);
}

/** The cell of the day that a request is about, for the second round of reading. */
export function closedDay(request: Request, book: Slice): readonly CellKey[] {
  const date = dayOf(request, book);
  return date === null ? [] : [cellKey('day', date)];
}

/** A fact of a closed day is recorded, marked, and makes the day's review due again. */
export function lateIn(request: Request, context: Context, decision: Decision): Decision {
  // What fell due by itself at the end of a day is nobody's late fact.
  if (!decision.accepted || context.performer === 'system') return decision;
  const date = dayOf(request, context.book);
  const closed = date === null ? undefined : context.book.find('day', date);
  if (closed === undefined) return decision;
  const reopened: Day = { ...closed, late: [...closed.late, context.seq], review: null };
  const { effects } = decision;
  return {
    accepted: true,
    effects: {
      ...effects,
      states: [...effects.states, reopened],
      flags: [...effects.flags, { code: 'day.closed', about: closed.id }],
    },
  };
}
