import { cellKey } from '../book.js';
import { hasRight, present, refuse, requireSite, settle } from '../decision.js';
import type { Context, Decision } from '../decision.js';
import { mint } from '../ids.js';
import type { CaseId, LossId } from '../ids.js';
import { isAfter, isBefore } from '../measures/instant.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { federalDeadlines, stateDeadlines } from '../losses/loss-clocks.js';
import type { Loss } from '../losses/loss.js';
import { objection } from '../rejection.js';
import type { LossRequest } from '../request.js';
import { stateOfAddress } from '../losses/state-notices.js';
import { determined, readsOfDetermination, stocksOfDetermination } from './loss-determination.js';
import { found, readsOfFinding, stocksOfFinding } from './loss-found.js';
import { report } from './loss-report.js';
import { historyOf } from './loss-step.js';
import type { Step, StepOf } from './loss-step.js';

/**
 * A theft or loss (21 CFR 1301.76(b)): the suspicion, the discovery that starts the clocks, what the registrant determines,
 * the notice, Form 106, and what turns up again. Discovery is recorded once and never moves; a determined loss is never
 * taken back, because a report that was filed stays filed.
 */
export const loss: KindRules<'loss'> = {
  right: null,
  reads: (request) => {
    const { step, loss: id } = request;
    const own = [
      REGISTER,
      POLICIES,
      cellKey('loss-history', 'all'),
      ...(id === null ? [] : [cellKey('loss', id), cellKey('loss-report', id)]),
    ];
    switch (step.type) {
      case 'suspected':
      case 'discovered':
        return cells(...own, ...step.cases.map((each) => cellKey('case', each)));
      case 'determined': {
        const reads = readsOfDetermination(step);
        return { ...reads, cells: [...own, ...reads.cells] };
      }
      case 'found':
        return cells(...own, ...readsOfFinding(step));
      default:
        return cells(...own);
    }
  },
  readsFurther: ({ step, loss: id }, book) => {
    if (step.type === 'determined') return cells(...stocksOfDetermination(step, book));
    if (step.type === 'found') return cells(...stocksOfFinding(step, book));
    const known = id === null ? undefined : book.find('loss', id);
    if (step.type !== 'form-106' || known === undefined) return cells();
    return cells(...known.taken.map(({ container }) => cellKey('lost-share', container)));
  },
  decide: (request, context) => {
    const right = request.step.type === 'suspected' ? 'discrepancy' : 'loss';
    if (context.performer === 'system' || !hasRight(context, context.performer, right))
      refuse('entry.not-permitted', { right });
    return decideStep(request, context);
  },
};

function decideStep(request: LossRequest, context: Context): Decision {
  const { step } = request;
  if (step.type === 'suspected') return suspected(request, step, context);
  if (step.type === 'discovered') return discovered(request, step, context);
  const id = request.loss ?? refuse('loss.unknown', { loss: '' });
  const known = present(context.book.find('loss', id), 'loss.unknown', { loss: id });
  if (known.discoveredAt === null) refuse('loss.not-discovered', { loss: id });
  if (isBefore(request.occurredAt, known.discoveredAt))
    refuse('loss.before-discovery', { loss: id, discovered: known.discoveredAt });
  const before = { ...known, lines: [...known.lines, context.seq] };
  switch (step.type) {
    case 'determined':
      return determined({ request, step, context, before });
    case 'notified':
      return notified({ request, step, context, before });
    case 'form-106':
      return report({ request, step, context, before });
    case 'found':
      return found({ request, step, context, before });
  }
}

function suspected(request: LossRequest, step: Step<'suspected'>, context: Context): Decision {
  if (request.loss !== null) refuse('loss.already-suspected', { loss: request.loss });
  refuseUnknownCases(step.cases, context);
  const begun = beginning(step.cases, request, context);
  return settle(request, context, { states: [begun] });
}

/** Discovery starts the clocks. They are computed here and now, and kept. */
function discovered(request: LossRequest, step: Step<'discovered'>, context: Context): Decision {
  refuseUnknownCases(step.cases, context);
  const known =
    request.loss === null
      ? beginning(step.cases, request, context)
      : present(context.book.find('loss', request.loss), 'loss.unknown', { loss: request.loss });
  if (known.discoveredAt !== null)
    refuse('loss.already-discovered', { loss: known.id, discovered: known.discoveredAt });
  if (isBefore(request.occurredAt, known.suspectedAt))
    refuse('loss.before-suspicion', { loss: known.id, suspected: known.suspectedAt });
  const site = requireSite(context);
  const { notice, form106 } = federalDeadlines(request.occurredAt, site.zone);
  const state = step.state ?? stateOfAddress(site.address);
  const states = stateDeadlines(request.occurredAt, site.zone, state);
  const after: Loss = {
    ...known,
    status: 'discovered',
    cases: [...new Set([...known.cases, ...step.cases])],
    discoveredAt: request.occurredAt,
    deadlines: {
      notice: notice.due,
      form106: form106.due,
      states: states.map(({ state: of, to, due }) => ({ state: of, to, due })),
    },
    lines: known.lines.at(-1) === context.seq ? known.lines : [...known.lines, context.seq],
  };
  const losses = [
    ...historyOf(context).losses,
    { loss: known.id, discoveredAt: request.occurredAt, determination: null },
  ];
  return settle(request, context, {
    states: [after, { noun: 'loss-history', id: 'all', losses }],
  });
}

/** The written notice to the Field Division Office, or what a state asks for. */
function notified({ request, step, context, before }: StepOf<'notified'>): Decision {
  const { deadlines } = before;
  if (step.to === 'state') {
    const clock = present(
      deadlines?.states.find(({ state }) => state === step.state),
      'loss.no-such-notice',
      { state: step.state ?? '' },
    );
    const given = [...new Set([...before.stateNoticesGiven, clock.state])];
    return settle(request, context, { states: [{ ...before, stateNoticesGiven: given }] });
  }
  const due = deadlines?.notice;
  const isLate = due !== undefined && isAfter(request.occurredAt, due);
  return settle(request, context, {
    // The first notice is the one that counts; a second one does not make it later.
    states: [{ ...before, noticedAt: before.noticedAt ?? request.occurredAt }],
    objections:
      isLate && before.noticedAt === null
        ? [objection('loss.notice-late', before.id, { due })]
        : [],
  });
}

function beginning(cases: readonly CaseId[], request: LossRequest, context: Context): Loss {
  const id: LossId = mint(context.seq, 1);
  return {
    noun: 'loss',
    id,
    status: 'suspected',
    cases: [...new Set(cases)],
    suspectedAt: request.occurredAt,
    discoveredAt: null,
    deadlines: null,
    determinedAt: null,
    determinedBy: null,
    factors: [],
    taken: [],
    found: [],
    noticedAt: null,
    stateNoticesGiven: [],
    reportedAt: null,
    amendmentDue: false,
    lines: [context.seq],
  };
}

function refuseUnknownCases(named: readonly CaseId[], context: Context): void {
  for (const each of named)
    present(context.book.find('case', each), 'case.unknown', { case: each });
}
