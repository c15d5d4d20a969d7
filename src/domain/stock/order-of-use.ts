import type { Condition, Stock } from './container.js';
import type { PatientId } from '../ids.js';
import { businessDateOf, isAfter } from '../measures/instant.js';
import type { Instant, Zone } from '../measures/instant.js';
import { isPast } from '../policy.js';
import { min, subtract, ZERO } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';

/** What tells which container is used first. */
export interface Usable {
  readonly condition: Condition;
  readonly stock: Stock;
  readonly remaining: Quantity;
}

/** For whom, when, and how much. */
export interface IntendedUse {
  readonly at: Instant;
  readonly zone: Zone;
  /** A container that serves one patient is no other's; null where the patient is not known yet. */
  readonly patient: PatientId | null;
  readonly quantity: Quantity;
}

/**
 * Containers in the order in which they are to be used: open ones before sealed ones, the one whose use ends soonest
 * first; then by labelled expiry, then by receipt. What may not be used is left out. Each says how much of the quantity it
 * would give.
 */
export function inOrderOfUse<T extends Usable>(
  containers: readonly T[],
  use: IntendedUse,
): readonly { readonly container: T; readonly take: Quantity }[] {
  let missing = use.quantity;
  return containers
    .filter((each) => isUsable(each, use))
    .sort(soonestFirst)
    .map((container) => {
      const take = min(missing, container.remaining);
      missing = subtract(missing, take);
      return { container, take };
    });
}

function isUsable({ condition, stock, remaining }: Usable, use: IntendedUse): boolean {
  const { status, quarantine, beyondUseAt, patient } = condition;
  if (status === 'closed' || quarantine !== null || remaining <= ZERO) return false;
  if (patient !== null && patient !== use.patient) return false;
  if (beyondUseAt !== null && isAfter(use.at, beyondUseAt)) return false;
  return !isPast(stock.expires, businessDateOf(use.at, use.zone));
}

/** Texts that sort as their meaning does; ids by their length first, for they hold numbers. */
const keysOf = ({ condition, stock }: Usable): readonly string[] => [
  condition.status === 'open' ? 'a' : 'b',
  condition.beyondUseAt ?? '',
  stock.expires,
  stock.receivedAt,
  condition.id.padStart(24, '0'),
];

function soonestFirst(one: Usable, other: Usable): number {
  const [a, b] = [keysOf(one), keysOf(other)];
  const at = a.findIndex((key, index) => key !== b[index]);
  return (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}
