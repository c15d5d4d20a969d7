import type { Entry } from '../../domain/entry.js';
import type { LossId } from '../../domain/ids.js';
import { dutiesOf } from '../../domain/losses/loss-clocks.js';
import type { Duty } from '../../domain/losses/loss-clocks.js';
import type { Loss, LossReport } from '../../domain/losses/loss.js';
import { LARGEST_PAGE } from '../../ledger/ledger-reader.js';
import type { DocumentParts } from './ledger-document.js';
import type { Days } from './register.sql.js';
import { loadSurroundings } from './surroundings.js';
import type { Surroundings } from './surroundings.js';

/** A theft or loss as its lines below the size left it. */
export interface LossRecord {
  readonly loss: Loss;
  /** Newest data of Form 106; undefined before they are recorded. */
  readonly report: LossReport | undefined;
  /** As they stand at the checkpoint. */
  readonly duties: readonly Duty[];
  /** Its lines, the first one first. */
  readonly own: readonly Entry[];
  readonly around: Surroundings;
}

/** Every loss that has a line in the period or still owes something at the checkpoint; or one, whenever it was. */
export async function* lossRecords(
  parts: DocumentParts,
  only: LossId | null = null,
): AsyncGenerator<LossRecord> {
  const { reading, days } = parts;
  for (let after = ''; ;) {
    const page = await reading.reader.cells(reading.ledger, 'loss', { after, limit: LARGEST_PAGE });
    for (const { id, lines } of page) {
      if (only !== null && id !== only) continue;
      const known = lines.filter((line) => line < reading.size);
      const own = [...(await reading.entries(known)).values()].sort((a, b) => a.seq - b.seq);
      const [first] = own;
      if (first === undefined) continue;
      const record = await recordOf(parts, id, own);
      if (only !== null || isOfPeriod(record, days)) yield record;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < LARGEST_PAGE) return;
    after = last.id;
  }
}

async function recordOf(
  { reading, head }: DocumentParts,
  id: LossId,
  own: readonly Entry[],
): Promise<LossRecord> {
  const states = own.flatMap(({ effects }) => effects.states);
  const loss = states.findLast((state): state is Loss => state.noun === 'loss' && state.id === id);
  if (loss === undefined) throw new Error(`expected loss ${id} in its own lines, found none`);
  const around = await loadSurroundings(reading, {
    entries: own,
    draws: [],
    containers: () => [
      ...loss.taken.map(({ container }) => container),
      ...loss.found.flatMap(({ container, standsIn }) => [container, standsIn]),
    ],
  });
  return {
    loss,
    report: states.findLast(
      (state): state is LossReport => state.noun === 'loss-report' && state.id === id,
    ),
    duties: dutiesOf(loss, head.site.zone, head.checkpoint.notedAt),
    own,
    around,
  };
}

function isOfPeriod({ own, duties }: LossRecord, { from, to }: Days): boolean {
  const isInside = own.some(({ businessDate }) => businessDate >= from && businessDate <= to);
  const isOwed = duties.some(({ status }) => status === 'open' || status === 'overdue');
  return isInside || (isOwed && own.some(({ businessDate }) => businessDate <= to));
}
