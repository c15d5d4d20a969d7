/** How a discrepancy stands: open with its day, explained, or closed without an explanation, which is no good end. */
import type { Schemas } from '../api/client.js';
import { Mark } from '../parts/page.js';
import { day } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const LOOKS = { open: 'bad', explained: 'good', 'could-not-be-reconciled': 'due' } as const;

export function CaseStatus({
  of,
}: {
  of: Pick<Schemas['DiscrepancyStandingDto'], 'status' | 'due'>;
}) {
  const { status, due } = of;
  return (
    <Mark as={LOOKS[status]}>
      {spelled(status)}
      {status === 'open' && due !== null && ` · ${words.cases.due} ${day(due)}`}
    </Mark>
  );
}
