import { cellKey } from '../book.js';
import { inProcessAccount } from '../custody.js';
import { awaiting, present, refuse, settle } from '../decision.js';
import type { Context } from '../decision.js';
import type { HandOver } from '../bedside/bedside.js';
import type { InfusionOrder, Preparation } from '../bedside/infusion.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import type { HandOverRequest } from '../request.js';
import { drainedBy, oneOrderOf, partKeys, partKeysFurther, partsOf } from './drawn-parts.js';
import type { NamedParts } from './drawn-parts.js';

const CODES = { nothing: 'hand-over.nothing', exceeds: 'hand-over.exceeds-in-process' } as const;

/**
 * The patient leaves with the drug running, or dies with it: what was in the bag at departure is neither given by us nor
 * wasted, and it is no transfer between registrants. What had run in until then is an administration of its own. A
 * custodian looks at every hand-over afterwards.
 */
export const handOver: KindRules<'hand-over'> = {
  right: 'hand-over',
  reads: (request) =>
    cells(REGISTER, POLICIES, cellKey('order', request.order), ...partKeys(namedBy(request))),
  readsFurther: (request, book) => cells(...partKeysFurther(namedBy(request), book)),
  decide: (request, context) => {
    const order = present(context.book.find('order', request.order), 'order.unknown', {
      order: request.order,
    });
    const parts = partsOf(namedBy(request), context, CODES);
    const of = oneOrderOf(parts, context);
    if (of !== order.id) refuse('draw.other-order', { order: of });
    const handedOver: HandOver = {
      noun: 'hand-over',
      id: String(context.seq),
      order: order.id,
      cause: request.cause,
      unit: request.unit,
      lines: parts.map(({ draw, quantity }) => ({ draw, quantity })),
    };
    return settle(request, context, {
      movements: parts.map(({ draw, quantity, item }) => ({
        from: inProcessAccount(draw),
        to: 'handed-over',
        quantity,
        item,
      })),
      states: [
        handedOver,
        ...drained(request, context),
        ...ended(order),
        awaiting(context, request, 'review'),
      ],
    });
  },
};

const namedBy = ({ lines, preparation }: HandOverRequest): NamedParts => ({
  lines,
  preparation: preparation === null ? null : { id: preparation.id, volume: preparation.left },
});

function drained({ preparation }: HandOverRequest, { book }: Context): readonly Preparation[] {
  const prepared = preparation === null ? undefined : book.find('preparation', preparation.id);
  return preparation === null || prepared === undefined
    ? []
    : [drainedBy(prepared, preparation.left)];
}

/** An order of which something was given stays given. */
const ended = (order: InfusionOrder): readonly InfusionOrder[] =>
  order.status === 'ordered' ? [{ ...order, status: 'ended' }] : [];
