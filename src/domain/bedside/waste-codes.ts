import { policyForPeople } from '../decision.js';
import type { Context } from '../decision.js';
import type { WasteManner, WasteReason } from './infusion.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';

/** Reasons and manners of waste are coded, and a site says which of the codes are its own; a site that names none has all. */
export function wasteCodeObjections(
  { why, manner }: { readonly why: WasteReason | null; readonly manner: WasteManner | null },
  context: Context,
): readonly Objection[] {
  const { wasteReasons, wasteManners } = policyForPeople(context).settings;
  const isStrange = <T>(code: T | null, valid: readonly T[]): code is T =>
    code !== null && valid.length > 0 && !valid.includes(code);
  return [
    ...(isStrange(why, wasteReasons)
      ? [objection('waste.reason-not-valid', null, { reason: why, valid: [...wasteReasons] })]
      : []),
    ...(isStrange(manner, wasteManners)
      ? [objection('waste.manner-not-valid', null, { manner, valid: [...wasteManners] })]
      : []),
  ];
}
