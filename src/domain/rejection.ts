import { ENTRY_REFUSALS } from './refusals/entry.js';
import { SET_UP_REFUSALS } from './refusals/set-up.js';
import { MASTER_DATA_REFUSALS } from './refusals/master-data.js';
import { RECEIPT_REFUSALS } from './refusals/receipt.js';
import { ORDER_REFUSALS } from './refusals/order.js';
import { DRAW_REFUSALS } from './refusals/draw.js';
import { BEDSIDE_REFUSALS } from './refusals/bedside.js';
import { SIGNATURE_REFUSALS } from './refusals/signature.js';
import { CONTAINER_REFUSALS } from './refusals/container.js';
import { COUNT_REFUSALS } from './refusals/count.js';
import { LOSS_REFUSALS } from './refusals/loss.js';
import { CORRECTION_REFUSALS } from './refusals/correction.js';
import { DAY_REFUSALS } from './refusals/day.js';
import { REPORT_REFUSALS } from './refusals/report.js';
import { SERVICE_REFUSALS } from './refusals/service.js';

/** The published list, by area. `docs/REFUSALS.md` and the tests are checked against it. */
export const REFUSALS = {
  ...ENTRY_REFUSALS,
  ...SET_UP_REFUSALS,
  ...MASTER_DATA_REFUSALS,
  ...RECEIPT_REFUSALS,
  ...ORDER_REFUSALS,
  ...DRAW_REFUSALS,
  ...BEDSIDE_REFUSALS,
  ...SIGNATURE_REFUSALS,
  ...CONTAINER_REFUSALS,
  ...COUNT_REFUSALS,
  ...LOSS_REFUSALS,
  ...CORRECTION_REFUSALS,
  ...DAY_REFUSALS,
  ...REPORT_REFUSALS,
  ...SERVICE_REFUSALS,
} as const;
export type RejectionCode = keyof typeof REFUSALS;

/** What a person needs to see to act: numbers, ids, other lines; never a name. */
export type Facts = Readonly<
  Record<string, string | number | readonly string[] | readonly number[]>
>;

export interface Rejection {
  readonly code: RejectionCode;
  readonly facts: Facts;
}

export const rejection = (code: RejectionCode, facts: Facts = {}): Rejection => ({ code, facts });

/** Found while deciding: breaks a rule of practice or begs a question. Whether it stops the act depends on the posture. */
export interface Objection extends Rejection {
  readonly about: string | null;
}
export const objection = (
  code: RejectionCode,
  about: string | null = null,
  facts: Facts = {},
): Objection => ({ code, about, facts });
