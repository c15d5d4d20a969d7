/** How a discrepancy stands: open with its day, explained, or closed without an explanation, which is no good end. */
import type { Schemas } from '../api/client.js';
import { Mark } from '../parts/page.js';
import { useHere, useNow } from '../session/session.js';
import { withMinus } from '../words/amounts.js';
import { dateAt, day } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.cases;
const LOOKS = { open: 'due', explained: 'good', 'could-not-be-reconciled': 'due' } as const;
type Standing = Schemas['DiscrepancyStandingDto'];

export function CaseStatus({ of: { status, due } }: { of: Pick<Standing, 'status' | 'due'> }) {
  const { zone } = useHere();
  const today = dateAt(new Date(useNow()).toISOString(), zone);
  const isLate = status === 'open' && due !== null && due < today;
  return (
    <Mark as={isLate ? 'bad' : LOOKS[status]}>
      {spelled(isLate ? 'overdue' : status)}
      {status === 'open' && due !== null && ` · ${say.due} ${day(due)}`}
    </Mark>
  );
}

/** Containers are counted whole; what is in them is told in their unit. */
export function CaseDifference({ of }: { of: Standing['difference'] }) {
  const isOne = of.in === 'containers' && Math.abs(Number(of.value)) === 1;
  const value = of.in === 'containers' ? of.value.replace(/\.0+$/, '') : of.value;
  return (
    <>
      <strong>{withMinus(value)}</strong> {isOne ? say.oneContainer : say.in[of.in]}
    </>
  );
}
