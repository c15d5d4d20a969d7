import { cellKey } from '../book.js';
import { containerAccount } from '../custody.js';
import { policyForDrug, refuse, settle } from '../decision.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { closingRange, limitsOf } from '../stock/residue.js';
import { wholeContainer } from '../stock/stock.js';
import { agreementOf, weighedVolume } from '../stock/weighing.js';
import type { Weighing } from '../stock/weighing.js';

/** A container on a balance: independent evidence for its book, with the uncertainty stated. Nothing moves. */
export const weighing: KindRules<'weighing'> = {
  right: 'count',
  reads: ({ container }) =>
    cells(
      REGISTER,
      POLICIES,
      cellKey('container', container),
      cellKey('condition', container),
      cellKey('account', containerAccount(container)),
    ),
  readsFurther: ({ container }, book) => {
    const found = book.find('container', container);
    return cells(...(found === undefined ? [] : [cellKey('stock', found.stock)]));
  },
  decide: (request, context) => {
    const { container, gross, tare } = request;
    const { stock, condition } = wholeContainer(context.book, container);
    if (condition.status === 'closed') refuse('container.closed', { container });
    if (stock.unit !== 'mL') refuse('weighing.not-a-liquid', { container });
    if (gross < tare) refuse('weighing.lighter-than-tare', { container, gross, tare });
    const { settings } = policyForDrug(context, request.occurredAt);
    const measured = weighedVolume(request);
    const book = context.book.balance(containerAccount(container));
    const expected = { book, ...closingRange(book, condition.draws, limitsOf(stock, settings)) };
    const agrees = agreementOf(measured, expected);
    const state: Weighing = {
      noun: 'weighing',
      id: container,
      item: stock.item,
      line: context.seq,
      ...measured,
      ...expected,
      agrees,
    };
    return settle(request, context, {
      states: [state],
      flags: agrees === 'no' ? [{ code: 'weighing.outside-range', about: container }] : [],
    });
  },
};
