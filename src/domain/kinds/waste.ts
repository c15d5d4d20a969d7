import { cellKey } from '../book.js';
import type { Reads, Slice } from '../book.js';
import { containerAccount, inProcessAccount } from '../custody.js';
import type { Movement } from '../custody.js';
import {
  awaiting,
  lateWitness,
  policyForPeople,
  present,
  refuse,
  secondSignature,
  settle,
  unseen,
} from '../decision.js';
import type { Context } from '../decision.js';
import type { ContainerId } from '../ids.js';
import type { Waste } from '../bedside/infusion.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type { WasteRequest } from '../request.js';
import { wholeContainer } from '../stock/stock.js';
import { wasteCodeObjections } from '../bedside/waste-codes.js';
import { partKeys, partKeysFurther, partsOf } from './drawn-parts.js';
import type { NamedParts } from './drawn-parts.js';

type WasteLine = Waste['lines'][number];

const WASTE_CODES = { nothing: 'waste.nothing', exceeds: 'waste.exceeds-in-process' } as const;

/**
 * Drug that was drawn and not given, or the remainder of an entered single-dose container, made unusable before a witness.
 * It belongs in the dispensing record of 21 CFR 1304.22(c) and never on a destruction form.
 */
export const waste: KindRules<'waste'> = {
  right: 'waste',
  reads: (request) =>
    cells(REGISTER, POLICIES, ...partKeys(namedBy(request)), ...containerKeys(request.container)),
  readsFurther: (request, book) => further(request, book),
  decide: (request, context) => {
    const wasted = wastedOf(request, context);
    const witness = secondSignature(context, ['witnessed']);
    const objections = [
      ...remainderObjections(request, context),
      ...wasteCodeObjections(request, context),
      ...(witness === undefined ? [objection('waste.needs-witness')] : []),
      // The draw, or the empty container, is not what a witness of waste is asked about.
      ...unseen(witness, ['act', 'residue', 'destruction']),
      ...lateWitness(request, witness, context),
    ];
    const state: Waste = {
      noun: 'waste',
      id: String(context.seq),
      reason: request.why,
      manner: request.manner,
      lines: wasted,
    };
    const owed = witness === undefined ? [awaiting(context, request, 'witness')] : [];
    return settle(request, context, {
      movements: wasted.map((line) => movementOf(line, context)),
      states: [state, ...owed],
      objections,
    });
  },
};

const containerKeys = (id: ContainerId | null) =>
  id === null
    ? []
    : [
        cellKey('container', id),
        cellKey('condition', id),
        cellKey('account', containerAccount(id)),
      ];

function further(request: WasteRequest, book: Slice): Reads {
  const container =
    request.container === null ? undefined : book.find('container', request.container);
  const stock = container === undefined ? [] : [cellKey('stock', container.stock)];
  return cells(...partKeysFurther(namedBy(request), book), ...stock);
}

function wastedOf(request: WasteRequest, context: Context): readonly WasteLine[] {
  const { lines, preparation, container } = request;
  const named = [lines.length > 0, preparation !== null, container !== null].filter(Boolean).length;
  if (named !== 1) refuse('waste.nothing');
  if (container !== null) return [remainderOf(container, context)];
  return partsOf(namedBy(request), context, WASTE_CODES).map(({ draw, quantity }) => ({
    draw,
    container: null,
    quantity,
  }));
}

const namedBy = ({ lines, preparation }: WasteRequest): NamedParts => ({
  lines,
  preparation: preparation === null ? null : { id: preparation, volume: null },
});

function remainderOf(id: ContainerId, context: Context): WasteLine {
  const { condition } = wholeContainer(context.book, id);
  if (condition.status === 'closed') refuse('container.closed', { container: id });
  if (condition.status === 'sealed') refuse('container.not-closed-by-draws', { container: id });
  const quantity = context.book.balance(containerAccount(id));
  if (quantity <= 0n) refuse('waste.nothing', { container: id });
  return { draw: null, container: id, quantity };
}

/** What stays in a multiple-dose container was never drawn for anybody: it is inventory unless the site's policy says otherwise. */
function remainderObjections({ container }: WasteRequest, context: Context): Objection[] {
  if (container === null) return [];
  const { stock } = wholeContainer(context.book, container);
  const isInventory = policyForPeople(context).settings.multipleDoseRemainder === 'inventory';
  return stock.doseType === 'multiple-dose' && isInventory
    ? [objection('waste.multiple-dose-remainder', container, { container })]
    : [];
}

function movementOf({ draw, container, quantity }: WasteLine, context: Context): Movement {
  if (draw !== null) {
    const { item } = present(context.book.find('draw', draw), 'draw.unknown', { draw });
    return { from: inProcessAccount(draw), to: 'waste', quantity, item };
  }
  const id = container ?? refuse('waste.nothing');
  return {
    from: containerAccount(id),
    to: 'waste',
    quantity,
    item: wholeContainer(context.book, id).stock.item,
  };
}
