import type { Slice } from './book.js';
import type { Effects, Flag, LineStanding, State } from './entry.js';
import type { EntryId, LeafHash, LedgerId, PersonId } from './ids.js';
import { isAfter, minutesBetween } from './measures/instant.js';
import type { Instant } from './measures/instant.js';
import type { Movement } from './custody.js';
import type { Organisation } from './organisation.js';
import { rightsOf } from './organisation.js';
import { RIGHT_TO_SIGN } from './person.js';
import type { Meaning, Right, Seen, Signature } from './person.js';
import { policyAt } from './policy.js';
import type { PolicyInForce } from './policy.js';
import { objection, REFUSALS, rejection } from './rejection.js';
import type { Facts, Objection, Rejection, RejectionCode } from './rejection.js';
import type { Site } from './product.js';
import type { Kind, RequestHead } from './request.js';

/** Everything a decision may look at beside the request. */
export interface Context {
  readonly ledger: LedgerId;
  readonly entry: EntryId;
  /** Number that the entry will have. */
  readonly seq: number;
  /** Database time, read after the head lock. */
  readonly recordedAt: Instant;
  /** `system` sets up an organisation that has nobody yet. */
  readonly performer: PersonId | 'system';
  /** When the performer last proved who they are. */
  readonly provedAt: Instant;
  /** Verified signatures, the performer's own among them. */
  readonly signatures: readonly Signature[];
  readonly book: Slice;
  readonly organisation: Organisation;
  /** The commitment that stands in the leaf for a personal field of the request. */
  readonly commitmentOf: (field: string) => LeafHash;
  /** Leaf hash of a line that the request read. */
  readonly leafHashOf: (line: number) => LeafHash;
}

export type Decision =
  | { readonly accepted: true; readonly effects: Effects }
  | { readonly accepted: false; readonly rejection: Rejection };

/** What the rules of one kind found: effects, unless an objection stands in the way. */
export interface Draft {
  readonly movements?: readonly Movement[];
  readonly states: readonly State[];
  readonly objections?: readonly Objection[];
  readonly flags?: readonly Flag[];
}

/** Thrown inside `domain` only, to leave a decision early; `decide` turns it into the refusal it carries. */
export class Refused extends Error {
  constructor(readonly rejection: Rejection) {
    super(rejection.code);
  }
}

/** Refuses, whatever the posture: an impossible identity, impossible arithmetic, or a missing authority. */
export function refuse(code: RejectionCode, facts: Facts = {}): never {
  throw new Refused(rejection(code, facts));
}

/** The named thing, or a refusal that says that it is not here. */
export function present<T>(thing: T | undefined, code: RejectionCode, facts: Facts): T {
  return thing ?? refuse(code, facts);
}

/** The registration that this ledger belongs to, as the organisation has it now. */
export function requireSite(context: Context): Site {
  return present(context.organisation.sites.get(context.ledger), 'ledger.not-opened', {});
}

/** What people must do follows the policy in force when it is recorded. */
export function policyForPeople(context: Context): PolicyInForce {
  return policyAt(policyTimeline(context), context.recordedAt);
}
/** What a drug may do follows the policy in force when it happened. */
export function policyForDrug(context: Context, occurredAt: Instant): PolicyInForce {
  return policyAt(policyTimeline(context), occurredAt);
}
function policyTimeline(context: Context) {
  return present(context.book.find('policy', 'timeline'), 'ledger.not-opened', {});
}

export function hasRight(context: Context, person: PersonId, right: Right): boolean {
  return rightsOf(context.organisation, {
    person,
    site: context.ledger,
    at: context.recordedAt,
  }).has(right);
}

/** The performer's right for the act. Rights are decided again under the lock, so a revocation counts at once. */
export function requireRight(context: Context, right: Right): void {
  const { performer, organisation } = context;
  if (performer === 'system') {
    if (organisation.grants.size > 0) refuse('entry.not-permitted', { right });
  } else if (!hasRight(context, performer, right)) refuse('entry.not-permitted', { right });
}

/**
 * The second person's signature with a meaning, if there is one. A signature by the performer is refused outright:
 * nobody witnesses their own act.
 */
export function secondSignature(
  context: Context,
  meanings: readonly Meaning[],
): Signature | undefined {
  const others = context.signatures.filter(({ meaning }) => meaning !== 'performed');
  for (const signature of others) {
    const { person, meaning, seen } = signature;
    if (person === context.performer) refuse('witness.same-person', { person });
    if (meaning === 'performed' || !meanings.includes(meaning))
      refuse('signature.wrong-meaning', { needed: [...meanings], signed: meaning });
    if (!hasRight(context, person, RIGHT_TO_SIGN[meaning]))
      refuse('witness.not-permitted', { person, right: RIGHT_TO_SIGN[meaning] });
    if (seen.length === 0) refuse('witness.saw-nothing', { person });
    // Who has only read the papers has witnessed nothing; that is told later, by a countersignature.
    if (meaning === 'witnessed' && seen.every((each) => each === 'papers'))
      refuse('witness.saw-nothing', { person });
  }
  return others[0];
}

/** A witness of an act must have seen something of that act: who saw only what came before it has witnessed something else. */
export function unseen(
  witness: Signature | undefined,
  anyOf: readonly Seen[],
): readonly Objection[] {
  const isSeen = witness === undefined || witness.seen.some((each) => anyOf.includes(each));
  return isSeen
    ? []
    : [objection('witness.did-not-see', null, { seen: [...witness.seen], needed: [...anyOf] })];
}

/** Who signs long after the act is a late witness: a rule of practice, so the reason is asked for. */
export function lateWitness(
  request: RequestHead,
  witness: Signature | undefined,
  context: Context,
): readonly Objection[] {
  if (witness === undefined) return [];
  const minutes = minutesBetween(request.occurredAt, witness.signedAt);
  const allowed = policyForPeople(context).settings.witnessWindowMinutes;
  return minutes > allowed ? [objection('witness.late', null, { minutes, allowed })] : [];
}

const CLOCK_TOLERANCE_MINUTES = 2;

/** An event lies in the past, give or take what clocks differ. */
function refuseFuture(request: RequestHead, context: Context): void {
  const { occurredAt } = request;
  const { recordedAt } = context;
  const ahead = isAfter(occurredAt, recordedAt) ? minutesBetween(recordedAt, occurredAt) : 0;
  if (ahead >= CLOCK_TOLERANCE_MINUTES) refuse('entry.in-future', { occurredAt, recordedAt });
}

/** Minutes from the event to its entry. */
export const lateness = (request: RequestHead, context: Context): number =>
  Math.max(0, minutesBetween(request.occurredAt, context.recordedAt));

/** A performer signs by the session, as long as its last proof of identity is fresh. */
function refuseStaleProof(context: Context, policy: PolicyInForce): void {
  // The service has nobody to prove: what it may do by itself is decided by the rules of the kind.
  if (context.performer === 'system') return;
  const allowed = policy.settings.reauthenticateAfterMinutes;
  const minutes = minutesBetween(context.provedAt, context.recordedAt);
  if (minutes > allowed) refuse('entry.reauthentication-needed', { minutes, allowed });
}

/**
 * The one place where posture meets objection. A question that nobody answered comes first, whatever the posture: a slip
 * of the keyboard explains the other objections, and a slip must not be recorded as a fact. Then an intended act is
 * stopped by its first objection, and a done act is recorded: its broken rules become flags, and it must say why. Late
 * entries likewise.
 */
export function settle(request: RequestHead, context: Context, draft: Draft): Decision {
  const policy = policyForPeople(context);
  refuseFuture(request, context);
  refuseStaleProof(context, policy);
  const objections = draft.objections ?? [];
  const isAnswered = ({ code }: Objection): boolean =>
    isQuestion(code) && request.confirmed.includes(code);
  const open = objections.filter((each) => !isAnswered(each));
  const asked = open.find(({ code }) => isQuestion(code));
  const first = asked ?? (request.posture === 'intended' ? open[0] : undefined);
  if (first !== undefined) {
    return { accepted: false, rejection: { code: first.code, facts: first.facts } };
  }
  if (open.length > 0 && request.reason === null) {
    return {
      accepted: false,
      rejection: rejection('entry.done-without-reason', { rules: open.map(({ code }) => code) }),
    };
  }
  const minutes = lateness(request, context);
  const isLate = minutes > policy.settings.lateAfterMinutes;
  if (isLate && request.reason === null) {
    return {
      accepted: false,
      rejection: rejection('entry.late-without-reason', {
        minutes,
        allowed: policy.settings.lateAfterMinutes,
      }),
    };
  }
  const flags: readonly Flag[] = [
    ...(draft.flags ?? []),
    ...open.map(({ code, about }) => ({ code, about })),
    // Only what was asked can be answered: a code that no rule raised says nothing and is not kept.
    ...objections
      .filter(isAnswered)
      .map(({ code, about }) => ({ code: `confirmed:${code}`, about })),
    ...(isLate ? [{ code: 'entry.late', about: null }] : []),
  ];
  return {
    accepted: true,
    effects: { movements: draft.movements ?? [], states: draft.states, flags, policy: policy.line },
  };
}

const isQuestion = (code: RejectionCode): boolean => REFUSALS[code].class === 'question';

/** What a line still owes: kept as a state until a second person settles it. */
export function awaiting(
  context: Context,
  request: RequestHead & { readonly kind: Kind },
  what: NonNullable<LineStanding['awaiting']>,
): LineStanding {
  return {
    noun: 'line',
    id: String(context.seq),
    kind: request.kind,
    performer: context.performer,
    occurredAt: request.occurredAt,
    awaiting: what,
    settledBy: null,
    correctedBy: null,
  };
}
