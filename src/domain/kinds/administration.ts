import { cellKey } from '../book.js';
import { inProcessAccount } from '../custody.js';
import type { Movement } from '../custody.js';
import { present, refuse, settle } from '../decision.js';
import type { Context } from '../decision.js';
import type { Administration, InfusionOrder, Preparation } from '../bedside/infusion.js';
import type { DrawId } from '../ids.js';
import { isAfter, isBefore } from '../measures/instant.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { formatMeasured, share, ZERO } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type { AdministrationRequest } from '../request.js';
import { drainedBy, partKeys, partKeysFurther, refuseNamedTwice } from './drawn-parts.js';
import type { NamedParts } from './drawn-parts.js';

interface Given {
  readonly draw: DrawId;
  readonly quantity: Quantity;
}

/** What reached the patient: completed, stopped with the volume that ran in, or not given at all. */
export const administration: KindRules<'administration'> = {
  right: 'administer',
  reads: (request) =>
    cells(REGISTER, POLICIES, cellKey('order', request.order), ...partKeys(namedBy(request))),
  readsFurther: (request, book) => cells(...partKeysFurther(namedBy(request), book)),
  decide: (request, context) => {
    const order = present(context.book.find('order', request.order), 'order.unknown', {
      order: request.order,
    });
    const prepared = preparationOf(request, context);
    refuseInconsistent(request, prepared);
    const given = givenOf(request, prepared, context);
    refuseNamedTwice(given);
    const movements = given.map((line) => movementOf(line, request, context));
    return settle(request, context, {
      movements: movements.filter(({ quantity }) => quantity > 0n),
      states: [
        stateOf(request, given, context),
        orderAfter(order, request.outcome),
        ...drained(request, prepared),
      ],
      objections: beyondUse(request, prepared),
    });
  },
};

const namedBy = ({ lines, preparation }: AdministrationRequest): NamedParts => ({
  lines,
  preparation: preparation === null ? null : { id: preparation.id, volume: preparation.infused },
});

function preparationOf(request: AdministrationRequest, context: Context): Preparation | undefined {
  if (request.preparation === null) return undefined;
  const { id } = request.preparation;
  const prepared = present(context.book.find('preparation', id), 'preparation.unknown', {
    preparation: id,
  });
  if (prepared.order !== request.order)
    refuse('draw.other-order', { preparation: id, order: prepared.order });
  return prepared;
}

function refuseInconsistent(
  request: AdministrationRequest,
  prepared: Preparation | undefined,
): void {
  const { outcome, preparation, lines } = request;
  const volume = preparation?.infused ?? ZERO;
  refuseContradiction(outcome, [...lines, { quantity: volume }]);
  if (preparation === null && lines.length === 0) refuse('administration.nothing');
  if (prepared !== undefined && volume > prepared.totalVolume) {
    refuse('administration.exceeds-volume', {
      infused: formatMeasured(volume, 'mL'),
      total: formatMeasured(prepared.totalVolume, 'mL'),
    });
  }
}

/** Not given is nothing; completed or stopped is something, and nothing is given less than nothing. */
export function refuseContradiction(
  outcome: AdministrationRequest['outcome'],
  given: readonly { readonly quantity: Quantity }[],
): void {
  const isSomething = given.some(({ quantity }) => quantity !== 0n);
  if (outcome === 'not-given' && isSomething) refuse('administration.not-given-has-volume');
  const isLessThanNothing = given.some(({ quantity }) => quantity < 0n);
  if (outcome !== 'not-given' && (!isSomething || isLessThanNothing))
    refuse('administration.nothing-given');
}

/** From a bag, each source product gave its share of the volume that ran in: rounded once, the rest stays in process. */
function givenOf(
  request: AdministrationRequest,
  prepared: Preparation | undefined,
  context: Context,
): readonly Given[] {
  if (prepared === undefined || request.preparation === null) return request.lines;
  const { infused } = request.preparation;
  const shares = prepared.draws.map((draw) => ({
    draw,
    quantity:
      infused === 0n
        ? ZERO
        : share(context.book.balance(inProcessAccount(draw)), infused, prepared.totalVolume),
  }));
  return [...shares, ...request.lines];
}

/** What ran in is no longer in the bag: an infusion that goes on after a stop shares out the rest. */
function drained(
  { preparation }: AdministrationRequest,
  prepared: Preparation | undefined,
): readonly Preparation[] {
  if (prepared === undefined || preparation === null || preparation.infused === 0n) return [];
  return [drainedBy(prepared, preparation.infused)];
}

function movementOf(
  { draw, quantity }: Given,
  request: AdministrationRequest,
  context: Context,
): Movement {
  const source = present(context.book.find('draw', draw), 'draw.unknown', { draw });
  if (source.order !== request.order) refuse('draw.other-order', { draw, order: source.order });
  const inProcess = context.book.balance(inProcessAccount(draw));
  if (quantity > inProcess) {
    refuse('administration.exceeds-drawn', {
      draw,
      given: formatMeasured(quantity, source.unit),
      inProcess: formatMeasured(inProcess, source.unit),
    });
  }
  if (isBefore(request.occurredAt, source.drawnAt))
    refuse('administration.before-draw', { draw, drawnAt: source.drawnAt });
  return { from: inProcessAccount(draw), to: 'patient', quantity, item: source.item };
}

function stateOf(
  request: AdministrationRequest,
  given: readonly Given[],
  context: Context,
): Administration {
  const { order, outcome } = request;
  return { noun: 'administration', id: String(context.seq), order, outcome, lines: given };
}

export const orderAfter = (
  order: InfusionOrder,
  outcome: AdministrationRequest['outcome'],
): InfusionOrder => ({ ...order, status: outcome === 'not-given' ? 'ended' : 'given' });

function beyondUse(
  request: AdministrationRequest,
  prepared: Preparation | undefined,
): readonly Objection[] {
  if (prepared === undefined || request.outcome === 'not-given') return [];
  const begins = request.startedAt ?? request.occurredAt;
  if (!isAfter(begins, prepared.beyondUseAt)) return [];
  return [
    objection('administration.past-beyond-use', prepared.id, { beyondUseAt: prepared.beyondUseAt }),
  ];
}
