import { assertInventory, readsFurther, readsOf } from '../counting/asserted-inventory.js';
import { awaiting, secondSignature, settle } from '../decision.js';
import { asserts } from '../counting/inventory.js';
import { cells, POLICIES, REGISTER, together } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { mint } from '../counting/opening-inventory.js';
import { objection } from '../rejection.js';

/**
 * An inventory is counted by two people. The first of a place brings its stock into the book; every later one asserts what
 * is there and changes nothing. 21 CFR 1304.11.
 */
export const inventory: KindRules<'inventory'> = {
  right: 'inventory',
  reads: (request) => together(cells(REGISTER, POLICIES), readsOf(request)),
  readsFurther,
  decide: (request, context) => {
    const draft = asserts(request.type)
      ? assertInventory({ ...request, type: request.type }, context)
      : mint(request, context);
    const second = secondSignature(context, ['counted', 'witnessed']);
    const owed = second === undefined ? [awaiting(context, request, 'witness')] : [];
    const alone = second === undefined ? [objection('inventory.needs-second-counter')] : [];
    return settle(request, context, {
      ...draft,
      states: [...draft.states, ...owed],
      objections: [...alone, ...(draft.objections ?? [])],
    });
  },
};
