import { cellKey } from '../book.js';
import { unreviewed } from '../days/day.js';
import type { Day, DayCloseRequest, Review, ReviewRequest } from '../days/day.js';
import { policyForDrug, present, refuse, requireSite, settle } from '../decision.js';
import type { Context } from '../decision.js';
import type { PersonId } from '../ids.js';
import { businessDateOf } from '../measures/instant.js';
import type { BusinessDate, Instant } from '../measures/instant.js';
import { cells } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { drawsInProcess, standingOn } from '../standing.js';

/**
 * The end of a business day: nothing in process, nothing held and nothing unwitnessed of it, or each such thing excused
 * with its reason. A day is closed once; what comes later is marked and reopens its review.
 */
export const dayClose: KindRules<'day-close'> = {
  right: 'close-day',
  reads: (request) => ({
    cells: [cellKey('day', request.date)],
    lines: [],
    all: ['unfinished', 'awaiting'],
  }),
  readsFurther: (_request, book) => cells(...drawsInProcess(book).map((id) => cellKey('draw', id))),
  decide: (request, context) => {
    const dateOf = datesOf(context);
    if (request.date > dateOf(context.recordedAt))
      refuse('day.not-begun', { date: request.date, today: dateOf(context.recordedAt) });
    const before = context.book.find('day', request.date);
    if (before !== undefined) refuse('day.already-closed', { line: before.line });
    refuseUnclear(request, context, dateOf);
    const day: Day = {
      noun: 'day',
      id: request.date,
      line: context.seq,
      closedBy: personOf(context),
      excused: request.excused,
      late: [],
      review: null,
      reviewedTo: null,
    };
    return settle(request, context, { states: [day] });
  },
};

function refuseUnclear(
  { date, excused }: DayCloseRequest,
  context: Context,
  dateOf: (at: Instant) => BusinessDate,
): void {
  const standing = standingOn(context.book, date, dateOf).map(({ what }) => what);
  const isExcused = (what: string): boolean => excused.some((each) => each.what === what);
  const open = standing.filter((what) => !isExcused(what));
  if (open.length > 0) refuse('day.not-clear', { date, standing: open });
  const names = excused.map(({ what }) => what);
  const unneeded = names.filter(
    (what, index) => !standing.includes(what) || names.indexOf(what) !== index,
  );
  if (unneeded.length > 0) refuse('day.excuse-unneeded', { date, excused: unneeded });
}

/** The business day of an instant, by the site's zone and the policy of that time. */
function datesOf(context: Context): (at: Instant) => BusinessDate {
  const { zone } = requireSite(context);
  return (at) => businessDateOf(at, zone, policyForDrug(context, at).settings.dayStartsAt);
}

function personOf({ performer }: Context): PersonId {
  if (performer === 'system') throw new Error('the system closes and reviews nothing');
  return performer;
}

/** A custodian or registrant signs a range of lines that they have read to its end. */
export const review: KindRules<'review'> = {
  right: 'review',
  reads: (request) => ({
    cells: request.days.map((date) => cellKey('day', date)),
    lines: [request.to],
  }),
  decide: (request, context) => {
    const { from, to, days, leaf } = request;
    if (from > to) refuse('review.line-unknown', { from, to });
    present(context.book.line(to), 'review.line-unknown', { from, to });
    if (context.leafHashOf(to) !== leaf) refuse('review.leaf-mismatch', { line: to });
    const signed = [...new Set(days)].map((date) => signedDay(date, request, context));
    const range: Review = {
      noun: 'review',
      id: String(context.seq),
      from,
      to,
      days: signed.map(({ id }) => id),
      reviewer: personOf(context),
    };
    return settle(request, context, { states: [range, ...signed] });
  },
};

function signedDay(date: BusinessDate, { from, to }: ReviewRequest, context: Context): Day {
  const day = present(context.book.find('day', date), 'review.day-open', { date });
  const outside = unreviewed(day).filter((line) => line < from || line > to);
  if (outside.length > 0) refuse('review.day-beyond-range', { date, lines: outside });
  return { ...day, review: context.seq, reviewedTo: Math.max(to, day.reviewedTo ?? to) };
}
