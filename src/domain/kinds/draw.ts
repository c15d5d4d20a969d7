import { cellKey } from '../book.js';
import type { CellKey, Slice } from '../book.js';
import type { Condition } from '../stock/container.js';
import { containerAccount, inProcessAccount } from '../custody.js';
import type { Movement } from '../custody.js';
import { policyForDrug, present, refuse, requireSite, settle } from '../decision.js';
import type { Context } from '../decision.js';
import { asId, mint } from '../ids.js';
import type { PersonId } from '../ids.js';
import type { Draw, InfusionOrder } from '../bedside/infusion.js';
import {
  businessDateOf,
  earliest,
  endOfDay,
  isAfter,
  isBefore,
  addDays,
  plus,
} from '../measures/instant.js';
import type { Instant, Zone } from '../measures/instant.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { openBesideKeys, openBesideObjections, soonerOpenObjections } from '../stock/one-open.js';
import { openCaseKeys, overdrawCase, overdrawObjection, overdrawOf } from '../bedside/overdraw.js';
import { isPast } from '../policy.js';
import type { PolicySettings } from '../policy.js';
import {
  doseObjections,
  drugObjections,
  labelObjections,
  markObjections,
  syringeObjections,
} from '../bedside/measured-draw.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type { DrawRequest } from '../request.js';
import { wholeContainer } from '../stock/stock.js';
import type { WholeContainer } from '../stock/stock.js';
import type { Flag, State } from '../entry.js';

type DrawLine = DrawRequest['lines'][number];

/** A quantity leaves containers for one order and is then in process with the person who drew it. */
export const draw: KindRules<'draw'> = {
  right: 'draw',
  reads: (request) =>
    cells(
      REGISTER,
      POLICIES,
      cellKey('order', request.order),
      ...request.lines.flatMap(({ container }) => [
        cellKey('container', container),
        cellKey('condition', container),
        cellKey('account', containerAccount(container)),
        cellKey('open-case', `container:${container}`),
      ]),
    ),
  readsFurther: (request, book) =>
    cells(
      ...stockKeys(request, book),
      ...earlierDrawKeys(request, book),
      ...openBesideKeys(request, book),
    ),
  decide: (request, context) => {
    const order = present(context.book.find('order', request.order), 'order.unknown', {
      order: request.order,
    });
    refuseMalformed(request);
    const taken = request.lines.map((line, index) =>
      takeLine(line, index + 1, { request, context, order }),
    );
    const objections = [
      ...orderObjections(request, context, order),
      ...taken.flatMap((one) => one.objections),
      ...openBesideObjections(request, context),
      ...soonerOpenObjections(request, context, order),
      ...labelObjections(request, context),
      ...drugObjections(request, context, order),
      ...syringeObjections(request, context),
      ...markObjections(request, context),
      ...doseObjections(request, context, order),
    ];
    const draws = [...order.draws, ...taken.map((one) => one.draw.id)];
    // Whoever draws again opens what was closed: there is something to account for.
    const reopened =
      order.status === 'given' || order.status === 'closed' ? 'ordered' : order.status;
    return settle(request, context, {
      movements: taken.map((one) => one.movement),
      states: [...taken.flatMap((one) => one.states), { ...order, status: reopened, draws }],
      objections,
      flags: taken.flatMap((one) => one.flags),
    });
  },
};

function stockKeys(request: DrawRequest, book: Slice): readonly CellKey[] {
  return request.lines.flatMap(({ container }) => {
    const found = book.find('container', container);
    const stock = found === undefined ? [] : [cellKey('stock', found.stock)];
    return [...stock, ...openCaseKeys(container, book)];
  });
}

/** What is still in process for the same order counts towards its dose. */
function earlierDrawKeys({ order }: DrawRequest, book: Slice): readonly CellKey[] {
  return (book.find('order', order)?.draws ?? []).flatMap((draw) => [
    cellKey('draw', draw),
    cellKey('account', inProcessAccount(draw)),
  ]);
}

function refuseMalformed(request: DrawRequest): void {
  const seen = new Set<string>();
  for (const { container, quantity } of request.lines) {
    if (quantity <= 0n) refuse('draw.not-positive', { container });
    if (seen.has(container)) refuse('draw.same-container-twice', { container });
    seen.add(container);
  }
  if (request.lines.length === 0) refuse('draw.not-positive');
}

function orderObjections(
  request: DrawRequest,
  context: Context,
  order: InfusionOrder,
): readonly Objection[] {
  const found: Objection[] = [];
  const site = requireSite(context);
  if (order.status !== 'ordered' && order.status !== 'given') {
    found.push(objection('order.not-open', order.id, { order: order.id, status: order.status }));
  }
  // 21 CFR 1304.22(c) asks for the name and address of the person to whom the drug goes.
  if (order.patientAddress === 'missing')
    found.push(objection('draw.address-missing', order.id, { order: order.id }));
  if (isPast(site.registrationExpires, businessDateOf(request.occurredAt, site.zone))) {
    found.push(objection('site.registration-expired', null, { expired: site.registrationExpires }));
  }
  return found;
}

interface Drawing {
  readonly request: DrawRequest;
  readonly context: Context;
  readonly order: InfusionOrder;
}
interface Taken {
  readonly draw: Draw;
  readonly movement: Movement;
  readonly states: readonly State[];
  readonly objections: readonly Objection[];
  readonly flags: readonly Flag[];
}

function takeLine(line: DrawLine, part: number, drawing: Drawing): Taken {
  const { request, context, order } = drawing;
  const { quantity, container } = line;
  const whole = wholeContainer(context.book, container);
  if (whole.condition.status === 'closed') refuse('container.closed', { container });
  const settings = policyForDrug(context, request.occurredAt).settings;
  const before = context.book.balance(containerAccount(container));
  const overdraw = overdrawOf(whole, { before, drawn: quantity }, settings);
  const performer = performerOf(context);
  const taken: Draw = {
    noun: 'draw',
    id: mint(context.seq, part),
    line: context.seq,
    order: order.id,
    container,
    stock: whole.stock.id,
    item: whole.stock.item,
    strength: whole.stock.strength,
    unit: whole.stock.unit,
    quantity,
    drawnBy: performer,
    holder: performer,
    drawnAt: request.occurredAt,
    preparation: null,
  };
  const opening = openedBy(whole, request.occurredAt, {
    settings,
    zone: requireSite(context).zone,
  });
  const condition: Condition = {
    ...drawnFrom(opening, performer),
    patient: patientOf(whole, order, settings),
  };
  const found =
    overdraw === undefined
      ? []
      : [overdrawCase(overdraw, { id: asId(taken.id), line: taken.line }, context.book)];
  const isOverfill = overdraw === undefined && quantity > before;
  return {
    draw: taken,
    movement: {
      from: containerAccount(container),
      to: inProcessAccount(taken.id),
      quantity,
      item: taken.item,
    },
    states: [condition, taken, ...found],
    objections: [
      ...containerObjections(whole, order, request, context),
      ...(overdraw === undefined ? [] : [overdrawObjection(overdraw)]),
    ],
    // More than the label says came out, and no more than a filled container may hold.
    flags: isOverfill ? [{ code: 'draw.into-overfill', about: container }] : [],
  };
}

/** `system` never draws: it has no hands. */
export function performerOf(context: Context): PersonId {
  return context.performer === 'system'
    ? refuse('entry.not-permitted', { right: 'draw' })
    : context.performer;
}

/**
 * A single-dose container belongs to the patient it was first drawn for; so does a multiple-dose one that is entered in the
 * treatment area, and it stays so wherever it goes.
 */
export function patientOf(
  { stock, condition }: WholeContainer,
  order: InfusionOrder,
  { treatmentLocations }: Pick<PolicySettings, 'treatmentLocations'>,
): Condition['patient'] {
  const isForOne =
    stock.doseType === 'single-dose' || treatmentLocations.includes(condition.location);
  return condition.patient ?? (isForOne ? order.patient : null);
}

/**
 * The first puncture starts the beyond-use time: never past the labelled expiry. For a multiple-dose container the day of
 * puncture is day 0 and use ends with the last day; for a single-dose one it ends on the hour.
 */
export function openedBy(
  { stock, condition }: Pick<WholeContainer, 'stock' | 'condition'>,
  at: Instant,
  rule: { readonly settings: PolicySettings; readonly zone: Zone },
): Condition {
  const isLaterPuncture = condition.openedAt !== null && !isBefore(at, condition.openedAt);
  if (condition.status !== 'sealed' && isLaterPuncture) return condition;
  const { settings, zone } = rule;
  const hours = hoursOfUse({ stock, condition }, settings);
  const ends =
    hours === null
      ? endOfDay(addDays(businessDateOf(at, zone), settings.multipleDoseDays), zone)
      : plus(at, { hours });
  // A draw that is recorded late may have been the first: then use ends earlier, never later.
  const known = condition.beyondUseAt === null ? [] : [condition.beyondUseAt];
  return {
    ...condition,
    status: 'open',
    openedAt: at,
    beyondUseAt: earliest(ends, endOfDay(stock.expires, zone), ...known),
  };
}

/** By type and environment; null for a container that is good for days. An ampule cannot be closed again, whatever it holds. */
function hoursOfUse(
  { stock, condition }: Pick<WholeContainer, 'stock' | 'condition'>,
  settings: PolicySettings,
): number | null {
  if (stock.containerType === 'ampule') return settings.ampuleHours;
  if (stock.doseType === 'multiple-dose') return null;
  return settings.cleanAirLocations.includes(condition.location)
    ? settings.cleanAirHours
    : settings.singleDoseHours;
}

/** The container remembers how often and by whom it was drawn from. */
export function drawnFrom(condition: Condition, by: PersonId): Condition {
  const including = (people: readonly PersonId[]): readonly PersonId[] =>
    people.includes(by) ? people : [...people, by];
  return {
    ...condition,
    draws: condition.draws + 1,
    drawers: including(condition.drawers),
    drawersSinceCount: including(condition.drawersSinceCount),
  };
}

function containerObjections(
  whole: WholeContainer,
  order: InfusionOrder,
  request: DrawRequest,
  context: Context,
): readonly Objection[] {
  const { stock, condition, container } = whole;
  const { id } = container;
  const zone = requireSite(context).zone;
  const found: Objection[] = [];
  const object = (code: Objection['code'], facts: Objection['facts']): void => {
    found.push(objection(code, id, { container: id, ...facts }));
  };
  if (isBefore(request.occurredAt, stock.receivedAt))
    object('draw.before-receipt', { receivedAt: stock.receivedAt });
  if (condition.quarantine !== null && !isBeforeItsEnd(condition, request.occurredAt))
    object('draw.quarantined', { why: condition.quarantine });
  if (isPast(stock.expires, businessDateOf(request.occurredAt, zone)))
    object('draw.past-expiry', { expires: stock.expires });
  if (condition.beyondUseAt !== null && isAfter(request.occurredAt, condition.beyondUseAt)) {
    object('draw.past-beyond-use', { beyondUseAt: condition.beyondUseAt });
  }
  if (condition.patient !== null && condition.patient !== order.patient)
    object('draw.second-patient', {});
  return found;
}

/** A container that went into quarantine at its beyond-use time was good until then: a draw told later may lie before it. */
const isBeforeItsEnd = ({ quarantine, beyondUseAt }: Condition, at: Instant): boolean =>
  quarantine === 'past-beyond-use' && beyondUseAt !== null && !isAfter(at, beyondUseAt);
