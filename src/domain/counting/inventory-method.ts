import { policyForPeople } from '../decision.js';
import type { Context } from '../decision.js';
import type { Quantity } from '../measures/quantity.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';

/** How an opened container's content was found out. */
export interface MethodUsed {
  readonly about: string;
  readonly quantity: Quantity;
  readonly size: Quantity;
  readonly isEstimated: boolean;
}

/** The site's rule for opened containers. Sealed ones are always counted exactly. */
export function methodObjections(
  lines: readonly MethodUsed[],
  context: Context,
): readonly Objection[] {
  const { openedContainers } = policyForPeople(context).settings;
  const isInQuarters = ({ quantity, size }: MethodUsed): boolean => (quantity * 4n) % size === 0n;
  return lines.flatMap((line) => {
    if (!line.isEstimated || openedContainers === 'estimated') return [];
    if (openedContainers === 'measured')
      return [objection('inventory.must-be-measured', line.about)];
    return isInQuarters(line) ? [] : [objection('inventory.not-in-quarters', line.about)];
  });
}
