import { cellKey } from '../book.js';
import { hasRight, policyForPeople, present, refuse, settle } from '../decision.js';
import type { Context } from '../decision.js';
import type { Flag, LineStanding } from '../entry.js';
import type { PersonId } from '../ids.js';
import { minutesBetween } from '../measures/instant.js';
import { POLICIES } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import type { Right } from '../person.js';
import type { CountersignRequest } from '../request.js';

const RIGHT_TO_SETTLE: Readonly<Record<NonNullable<LineStanding['awaiting']>, Right>> = {
  witness: 'witness',
  verification: 'verify-receipt',
  approval: 'approve-correction',
  // A custodian or the registrant: whoever may let quarantined stock go.
  review: 'release',
};

/**
 * The second person, later and for exactly one line: says what they really saw, even if that is only the papers.
 * One request names one line, so ten wastes take ten signatures.
 */
export const countersign: KindRules<'countersign'> = {
  right: null,
  reads: (request) => ({
    cells: [POLICIES, cellKey('line', String(request.line))],
    lines: [request.line],
  }),
  decide: (request, context) => {
    const standing = owed(request, context);
    const settled: LineStanding = { ...standing, awaiting: null, settledBy: context.seq };
    return settle(request, context, {
      states: [settled],
      flags: [...lateFlags(standing, context), ...paperFlags(standing, request)],
    });
  },
};

/** A line that awaits something. */
type Owed = LineStanding & { readonly awaiting: NonNullable<LineStanding['awaiting']> };

/** The right that settles a line. Of the two who sign a reconciliation one is the registrant. */
export function rightToSettle(
  { kind, performer, awaiting }: Owed,
  has: (person: PersonId, right: Right) => boolean,
): Right {
  if (kind !== 'reconciliation') return RIGHT_TO_SETTLE[awaiting];
  const isByRegistrant = performer !== 'system' && has(performer, 'sign-reconciliation');
  return isByRegistrant ? RIGHT_TO_SETTLE.approval : 'sign-reconciliation';
}

function owed(request: CountersignRequest, context: Context): Owed {
  const { line, leaf, seen } = request;
  present(context.book.line(line), 'countersign.line-unknown', { line });
  if (context.leafHashOf(line) !== leaf) refuse('countersign.leaf-mismatch', { line });
  const standing = context.book.find('line', String(line));
  if (standing === undefined || standing.awaiting === null)
    refuse('countersign.nothing-awaited', { line });
  if (standing.performer === context.performer) refuse('witness.same-person', { line });
  const right = rightToSettle({ ...standing, awaiting: standing.awaiting }, (person, each) =>
    hasRight(context, person, each),
  );
  if (context.performer === 'system' || !hasRight(context, context.performer, right))
    refuse('entry.not-permitted', { right });
  if (seen.length === 0) refuse('witness.saw-nothing', { line });
  return { ...standing, awaiting: standing.awaiting };
}

function lateFlags({ awaiting, occurredAt }: LineStanding, context: Context): readonly Flag[] {
  const minutes = minutesBetween(occurredAt, context.recordedAt);
  const isLate =
    awaiting === 'witness' && minutes > policyForPeople(context).settings.witnessWindowMinutes;
  return isLate ? [{ code: 'witness.late', about: null }] : [];
}

/** A witness who has seen nothing but the papers says so, and the line shows it. */
function paperFlags({ awaiting }: LineStanding, { seen }: CountersignRequest): readonly Flag[] {
  const isPapersOnly = awaiting === 'witness' && seen.every((each) => each === 'papers');
  return isPapersOnly ? [{ code: 'witness.papers-only', about: null }] : [];
}
