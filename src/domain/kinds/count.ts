import { cellKey } from '../book.js';
import type { Count } from '../counting/count.js';
import {
  agreed,
  askedAgain,
  comparePlace,
  countedOnce,
  placeKeys,
  refuseUnfit,
  shelfKeys,
} from '../counting/counting.js';
import type { Counting } from '../counting/counting.js';
import { present, secondSignature, settle } from '../decision.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { differingFigures, refuseUnfitInspection } from '../counting/inspection-count.js';
import { countedAt } from '../counting/last-counts.js';
import { countedAlone } from '../counting/second-count.js';
import { locationOf } from '../stock/stock.js';

/**
 * What people measured at one storage location, compared with the book only after they had finished. Every difference is
 * stored; one beyond the envelope opens a discrepancy in the same line.
 */
const rules: Omit<KindRules<'count' | 'recount'>, 'right'> = {
  reads: (request) =>
    cells(
      REGISTER,
      POLICIES,
      ...(request.recounts === null ? [] : [cellKey('count', String(request.recounts))]),
      ...placeKeys(request),
    ),
  readsFurther: (request, book) => cells(...shelfKeys(request, book)),
  decide: (request, context) => {
    const { location, type, recounts, occurredAt } = request;
    locationOf(context, location);
    if (recounts !== null) {
      present(context.book.find('count', String(recounts)), 'count.recounts-unknown', {
        line: recounts,
      });
    }
    const counting: Counting = { occurredAt, context, only: null, cases: [] };
    refuseUnfit(request, counting);
    refuseUnfitInspection(request);
    const signature = secondSignature(context, ['counted', 'witnessed']);
    const alone = countedAlone(request, signature, context);
    const { sealed, open } = comparePlace(request, counting);
    const count: Count = {
      noun: 'count',
      id: String(context.seq),
      location,
      type,
      recounts,
      sealed,
      open,
    };
    return settle(request, context, {
      states: [
        count,
        ...agreed(open, context),
        ...counting.cases,
        countedAt(context, { kind: request.kind, location, at: occurredAt }),
      ],
      // Who counts alone where two are asked for is told of that first, and of nothing that the book knows.
      objections: [...alone, ...askedAgain(countedOnce(count, request, counting.cases))],
      flags: differingFigures(request),
    });
  },
};

export const count: KindRules<'count'> = { right: 'count', ...rules };
export const recount: KindRules<'recount'> = { right: 'count', ...rules };
