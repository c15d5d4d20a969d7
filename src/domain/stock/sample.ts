import type { CellKey, Slice } from '../book.js';
import { containerAccount } from '../custody.js';
import { policyForDrug, refuse, requireSite } from '../decision.js';
import type { Context } from '../decision.js';
import { departureKeys, departureStocks } from './departing.js';
import type { Departing } from './departing.js';
import { mint } from '../ids.js';
import { drawnFrom, openedBy, performerOf } from '../kinds/draw.js';
import { openCaseKeys, overdrawCase, overdrawObjection, overdrawOf } from '../bedside/overdraw.js';
import type { Objection } from '../rejection.js';
import type { SampleRequest } from '../request.js';
import { wholeContainer } from './stock.js';

type Drawn = SampleRequest['drawn'];

export const sampleKeys = (drawn: Drawn): CellKey[] => departureKeys(drawn);
export const sampleStocks = (drawn: Drawn, book: Slice): CellKey[] => [
  ...departureStocks(drawn, book),
  ...drawn.flatMap(({ container }) => openCaseKeys(container, book)),
];

/** A quantity drawn for an authority or a laboratory: it punctures the container like any other draw, for no patient. */
export function sampleFrom(
  request: SampleRequest,
  context: Context,
  partsBefore: number,
): Departing & { readonly objections: readonly Objection[] } {
  const rule = {
    settings: policyForDrug(context, request.occurredAt).settings,
    zone: requireSite(context).zone,
  };
  const parts = request.drawn.map(({ container, quantity }, index) => {
    if (quantity <= 0n) refuse('draw.not-positive', { container });
    const whole = wholeContainer(context.book, container);
    if (whole.condition.status === 'closed') refuse('container.closed', { container });
    const before = context.book.balance(containerAccount(container));
    const overdraw = overdrawOf(whole, { before, drawn: quantity }, rule.settings);
    const opened = openedBy(whole, request.occurredAt, rule);
    const id = mint(context.seq, partsBefore + index + 1);
    const { item } = whole.stock;
    return {
      movement: { from: containerAccount(container), to: 'authority', quantity, item } as const,
      states: [
        drawnFrom(opened, performerOf(context)),
        ...(overdraw === undefined
          ? []
          : [overdrawCase(overdraw, { id, line: context.seq }, context.book)]),
      ],
      objections: overdraw === undefined ? [] : [overdrawObjection(overdraw)],
      line: { container, item, quantity, full: false, returned: false },
    };
  });
  return {
    movements: parts.map(({ movement }) => movement),
    states: parts.flatMap(({ states }) => states),
    lines: parts.map(({ line }) => line),
    objections: parts.flatMap(({ objections }) => objections),
  };
}
