import { cellKey } from '../book.js';
import { heldAccount, inProcessAccount } from '../custody.js';
import type { Movement } from '../custody.js';
import {
  awaiting,
  lateWitness,
  present,
  refuse,
  secondSignature,
  settle,
  unseen,
} from '../decision.js';
import type { Context } from '../decision.js';
import type { Hold } from '../bedside/bedside.js';
import type { PersonId } from '../ids.js';
import type { Draw, InfusionOrder, Waste } from '../bedside/infusion.js';
import { cells, NOTHING, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { formatMeasured, min, share, sum } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type { HoldRequest, ReleaseHoldRequest } from '../request.js';
import { locationOf } from '../stock/stock.js';
import { wasteCodeObjections } from '../bedside/waste-codes.js';
import { performerOf } from './draw.js';
import { drawKeys, drawOf, oneOrderOf, partKeys, partKeysFurther, partsOf } from './drawn-parts.js';
import type { DrawnPart, NamedParts } from './drawn-parts.js';

const HOLD_CODES = { nothing: 'hold.nothing', exceeds: 'hold.exceeds-in-process' } as const;

/**
 * No witness in the room: residue is sealed in a numbered bag and leaves the hands of the person who has it. One
 * person does it; the second one is there when the bag is opened.
 */
export const hold: KindRules<'hold'> = {
  right: 'waste',
  reads: (request) =>
    cells(REGISTER, POLICIES, cellKey('hold', request.bag), ...partKeys(namedBy(request))),
  readsFurther: (request, book) => cells(...partKeysFurther(namedBy(request), book)),
  decide: (request, context) => {
    const { bag, preparation } = request;
    const known = context.book.find('hold', bag);
    if (known !== undefined) refuse('hold.bag-known', { bag, line: known.line });
    const parts = partsOf(namedBy(request), context, HOLD_CODES);
    // A bag is one infusion's: whoever opens it must know whose residue it is.
    const order = oneOrderOf(parts, context);
    const prepared =
      preparation === null ? undefined : context.book.find('preparation', preparation);
    const sealed: Hold = {
      noun: 'hold',
      id: bag,
      line: context.seq,
      status: 'sealed',
      order,
      location: locationOf(context, request.location),
      sealedBy: performerOf(context),
      sealedAt: request.occurredAt,
      reason: request.why,
      volume: prepared?.totalVolume ?? sum(parts.map(({ quantity }) => quantity)),
      lines: parts.map(({ draw, quantity }) => ({ draw, quantity })),
      endedBy: null,
    };
    return settle(request, context, {
      movements: parts.map(({ draw, quantity, item }) => ({
        from: inProcessAccount(draw),
        to: heldAccount(bag),
        quantity,
        item,
      })),
      states: [sealed],
      objections: wasteCodeObjections({ why: request.why, manner: null }, context),
    });
  },
};

const namedBy = ({ lines, preparation }: HoldRequest): NamedParts => ({
  lines,
  preparation: preparation === null ? null : { id: preparation, volume: null },
});

/** A sealed bag is opened before a witness, who confirms its number and its volume; what was in it is wasted or goes on. */
export const releaseHold: KindRules<'release-hold'> = {
  right: 'waste',
  reads: ({ bag }) =>
    cells(REGISTER, POLICIES, cellKey('hold', bag), cellKey('account', heldAccount(bag))),
  readsFurther: ({ bag }, book) => {
    const sealed = book.find('hold', bag);
    if (sealed === undefined) return NOTHING;
    return cells(
      cellKey('order', sealed.order),
      ...sealed.lines.flatMap(({ draw }) => drawKeys(draw)),
    );
  },
  decide: (request, context) => {
    const { bag, end, manner } = request;
    const sealed = present(context.book.find('hold', bag), 'hold.unknown', { bag });
    if (sealed.status !== 'sealed') refuse('hold.ended', { bag, line: sealed.endedBy ?? 0 });
    if ((end === 'wasted') !== (manner !== null)) refuse('release-hold.manner-missing', { bag });
    const parts = partsIn(sealed, context);
    const wasted = end === 'wasted' ? wastedOf(parts, sealed, request.found) : [];
    const objections = openingObjections(request, sealed, context);
    const isAlone = objections.some(({ code }) => code === 'release-hold.needs-witness');
    return settle(request, context, {
      movements: [...out(parts, sealed), ...wasted.map(intoWaste)],
      states: [
        { ...sealed, status: end, endedBy: context.seq },
        ...wasteState(request, sealed, wasted, context),
        ...taken(parts, performerOf(context), context),
        ...reopened(sealed, parts, wasted, context),
        ...(isAlone ? [awaiting(context, request, 'witness')] : []),
      ],
      objections,
    });
  },
};

const partsIn = ({ lines }: Hold, context: Context): readonly DrawnPart[] =>
  lines.map(({ draw, quantity }) => ({ draw, quantity, item: drawOf(draw, context).item }));

/** Out of the bag it is in process again, in the hands of whoever opened it: an opened bag holds nothing. */
const out = (parts: readonly DrawnPart[], { id }: Hold): readonly Movement[] =>
  parts.map(({ draw, quantity, item }) => ({
    from: heldAccount(id),
    to: inProcessAccount(draw),
    quantity,
    item,
  }));

const intoWaste = ({ draw, quantity, item }: DrawnPart): Movement => ({
  from: inProcessAccount(draw),
  to: 'waste',
  quantity,
  item,
});

/** What is missing in the bag was not wasted: it stays in process, where the order shows it until it is explained. */
function wastedOf(
  parts: readonly DrawnPart[],
  { volume }: Hold,
  found: Quantity | null,
): readonly DrawnPart[] {
  if (found === null || found >= volume) return parts;
  return parts
    .map((part) => ({
      ...part,
      quantity: min(part.quantity, share(part.quantity, found, volume)),
    }))
    .filter(({ quantity }) => quantity > 0n);
}

function openingObjections(
  request: ReleaseHoldRequest,
  { volume }: Hold,
  context: Context,
): readonly Objection[] {
  const { bag, found, seal } = request;
  const witness = secondSignature(context, ['witnessed']);
  const differs = found !== null && found !== volume;
  return [
    ...(witness === undefined ? [objection('release-hold.needs-witness', bag, { bag })] : []),
    ...unseen(witness, ['sealed-bag']),
    ...(seal === 'broken' ? [objection('release-hold.seal-broken', bag, { bag })] : []),
    ...(differs
      ? [
          objection('release-hold.volume-differs', bag, {
            bag,
            sealed: formatMeasured(volume, 'mL'),
            found: formatMeasured(found, 'mL'),
          }),
        ]
      : []),
    ...wasteCodeObjections({ why: null, manner: request.manner }, context),
    ...lateWitness(request, witness, context),
  ];
}

function wasteState(
  { manner }: ReleaseHoldRequest,
  { reason }: Hold,
  wasted: readonly DrawnPart[],
  { seq }: Context,
): readonly Waste[] {
  if (manner === null || wasted.length === 0) return [];
  const lines = wasted.map(({ draw, quantity }) => ({ draw, container: null, quantity }));
  return [{ noun: 'waste', id: String(seq), reason, manner, lines }];
}

const taken = (parts: readonly DrawnPart[], holder: PersonId, context: Context): readonly Draw[] =>
  parts
    .map(({ draw }) => drawOf(draw, context))
    .filter((draw) => draw.holder !== holder)
    .map((draw) => ({ ...draw, holder }));

/** An infusion that was closed over a sealed bag is open again when not all of the bag was wasted. */
function reopened(
  { order }: Hold,
  parts: readonly DrawnPart[],
  wasted: readonly DrawnPart[],
  { book }: Context,
): readonly InfusionOrder[] {
  const total = (of: readonly DrawnPart[]): Quantity => sum(of.map(({ quantity }) => quantity));
  const found = book.find('order', order);
  const isClosed = found?.status === 'closed' && total(wasted) !== total(parts);
  return found !== undefined && isClosed ? [{ ...found, status: 'given' }] : [];
}
