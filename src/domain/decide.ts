import type { Reads, Slice } from './book.js';
import { closedDay, lateIn } from './days/closed-day.js';
import { Refused, requireRight } from './decision.js';
import type { Context, Decision } from './decision.js';
import { fromBeforeCount, LAST_COUNTS, standingOfCounts } from './counting/last-counts.js';
import type { KindRules } from './kind-rules.js';
import { cells, NOTHING, POLICIES, REGISTER, together } from './kind-rules.js';
import { administration } from './kinds/administration.js';
import { assay } from './kinds/assay.js';
import { breakage } from './kinds/breakage.js';
import { closeOut } from './kinds/close-out.js';
import { correction } from './kinds/correction.js';
import { count, recount } from './kinds/count.js';
import { countersign } from './kinds/countersign.js';
import { dayClose, review } from './kinds/day-close.js';
import { discrepancy } from './kinds/discrepancy.js';
import { disposal, disposalReturned, returnToSupplier, sample } from './kinds/departures.js';
import { draw } from './kinds/draw.js';
import { filing } from './kinds/filing.js';
import { handOff } from './kinds/hand-off.js';
import { handOver } from './kinds/hand-over.js';
import { hold, releaseHold } from './kinds/hold.js';
import { infusionOrder } from './kinds/infusion-order.js';
import { inventory } from './kinds/inventory.js';
import { loss } from './kinds/loss.js';
import { grant, person, product, site, supplier } from './kinds/master-data.js';
import { move } from './kinds/move.js';
import { opened } from './kinds/opened.js';
import { orderClose } from './kinds/order-close.js';
import { policy } from './kinds/policy.js';
import { preparation } from './kinds/preparation.js';
import { quarantine, release } from './kinds/quarantine.js';
import { reconciliation } from './kinds/reconciliation.js';
import { receipt } from './kinds/receipt.js';
import { disclosure, reportIssued } from './kinds/report-issued.js';
import { returnToStock } from './kinds/return-to-stock.js';
import { waste } from './kinds/waste.js';
import { weighing } from './kinds/weighing.js';
import type { Kind, Request } from './request.js';

/** The rules of every kind of entry. */
export const RULES: { readonly [K in Kind]: KindRules<K> } = {
  administration,
  assay,
  breakage,
  'close-out': closeOut,
  correction,
  count,
  countersign,
  'day-close': dayClose,
  disclosure,
  discrepancy,
  disposal,
  'disposal-returned': disposalReturned,
  draw,
  filing,
  grant,
  'hand-off': handOff,
  'hand-over': handOver,
  hold,
  'infusion-order': infusionOrder,
  inventory,
  loss,
  move,
  opened,
  'order-close': orderClose,
  person,
  policy,
  preparation,
  product,
  quarantine,
  receipt,
  reconciliation,
  recount,
  release,
  'report-issued': reportIssued,
  'return-to-supplier': returnToSupplier,
  sample,
  review,
  'release-hold': releaseHold,
  'return-to-stock': returnToStock,
  site,
  supplier,
  waste,
  weighing,
};

/** The rules fit the request because both are looked up by the same kind. */
const rulesOf = (request: Request): KindRules<Kind> =>
  RULES[request.kind] as unknown as KindRules<Kind>;

/** What must be loaded before a request can be decided. */
export function reads(request: Request): Reads {
  return together(cells(REGISTER, POLICIES, LAST_COUNTS), rulesOf(request).reads(request));
}

/** What the first round shows to be needed as well. */
export function readsFurther(request: Request, book: Slice): Reads {
  const own = rulesOf(request).readsFurther?.(request, book) ?? NOTHING;
  return together(own, cells(...closedDay(request, book), ...standingOfCounts(book)));
}

/**
 * May this happen? Returns what the line will do to the book, or the refusal. Touches nothing, asks no clock, and is
 * never replayed: the entry keeps its effects.
 */
export function decide(request: Request, context: Context): Decision {
  const rules = rulesOf(request);
  try {
    if (context.performer === 'system' && rules.bySystem !== undefined)
      rules.bySystem(request, context);
    else if (rules.right !== null) requireRight(context, rules.right);
    const decided = rules.decide(request, context);
    return fromBeforeCount(request, context, lateIn(request, context, decided));
  } catch (error) {
    if (error instanceof Refused) return { accepted: false, rejection: error.rejection };
    throw error;
  }
}
