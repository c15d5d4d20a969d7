import { cellKey } from '../book.js';
import type { CellKey } from '../book.js';
import { inProcessAccount } from '../custody.js';
import { present, refuse, secondSignature, settle } from '../decision.js';
import type { Context } from '../decision.js';
import type { DrawId } from '../ids.js';
import type { Draw } from '../bedside/infusion.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type { HandOffRequest } from '../request.js';
import { drawKeys, drawOf } from './drawn-parts.js';

/**
 * A syringe or bag goes from one pair of hands into another. Nothing moves in the book but the name of who holds it, and
 * that name is never written without the person's own signature.
 */
export const handOff: KindRules<'hand-off'> = {
  right: 'hand-off',
  reads: (request) => cells(REGISTER, POLICIES, ...namedKeys(request)),
  readsFurther: ({ preparation }, book) =>
    cells(
      ...(preparation === null
        ? []
        : (book.find('preparation', preparation)?.draws ?? []).flatMap(drawKeys)),
    ),
  decide: (request, context) => {
    const { to } = request;
    const taker = secondSignature(context, ['received']);
    if (taker?.person !== to) refuse('hand-off.needs-taker', { to });
    const draws = drawsOf(request, context);
    return settle(request, context, {
      states: draws.map((draw): Draw => ({ ...draw, holder: to })),
      objections: holderObjections(draws, context),
    });
  },
};

const namedKeys = ({ draws, preparation }: HandOffRequest): readonly CellKey[] => [
  ...draws.flatMap(drawKeys),
  ...(preparation === null ? [] : [cellKey('preparation', preparation)]),
];

function drawsOf({ draws, preparation }: HandOffRequest, context: Context): readonly Draw[] {
  if (draws.length > 0 === (preparation !== null)) refuse('hand-off.nothing');
  const named = preparation === null ? draws : drawsIn(preparation, context);
  if (new Set(named).size !== named.length) refuse('draw.named-twice', { draws: [...named] });
  const empty = named.find((draw) => inProcess(draw, context) <= 0n);
  if (preparation === null && empty !== undefined)
    refuse('draw.nothing-in-process', { draw: empty });
  return named.map((draw) => drawOf(draw, context));
}

function drawsIn(
  preparation: NonNullable<HandOffRequest['preparation']>,
  context: Context,
): readonly DrawId[] {
  const { draws } = present(context.book.find('preparation', preparation), 'preparation.unknown', {
    preparation,
  });
  const left = draws.filter((draw) => inProcess(draw, context) > 0n);
  return left.length === 0 ? refuse('draw.nothing-in-process', { preparation }) : left;
}

const inProcess = (draw: DrawId, { book }: Context) =>
  book.find('draw', draw) === undefined
    ? refuse('draw.unknown', { draw })
    : book.balance(inProcessAccount(draw));

function holderObjections(draws: readonly Draw[], { performer }: Context): readonly Objection[] {
  return draws
    .filter(({ holder }) => holder !== performer)
    .map(({ id, holder }) => objection('hand-off.not-holder', id, { draw: id, holder }));
}
