import { byEventTime, enteredAfterLater } from '../../domain/reconciliation/event-order.js';
import type { CorrectedMoments } from './corrected-moments.js';
import { decodeLeaf } from '../../ledger/leaf/leaf.js';
import { QUIET_KINDS } from './entry-subject.js';
import { readFirstLines, readLinesOfItem } from './event-order.sql.js';
import { concerning, loadAround } from './section-pages.js';
import type { LoadedPage, SectionParts } from './section-pages.js';

const LINES_AT_ONCE = 500;

/** A page of entries in the order of their events. */
interface PageByEvent extends LoadedPage {
  /** Lines that were entered after a later event. */
  readonly late: ReadonlySet<number>;
}

/** The entries of one audit item day by day, each day by event time. A day is read at once: a site has some hundreds of lines on it. */
export async function* pagesByEvent(
  parts: SectionParts,
  moments: CorrectedMoments,
): AsyncGenerator<PageByEvent> {
  const { reading, id, days, span } = parts;
  if (span === undefined) return;
  const { pool, below } = reading;
  const busy = await readFirstLines(pool, below, days);
  for (const [index, { date }] of busy.entries()) {
    const firstLater = Math.min(...busy.slice(index + 1).map(({ first }) => first));
    const leaves = await readLinesOfItem(pool, below, date, { item: id, kinds: QUIET_KINDS });
    const read = leaves.map(({ leaf }) => decodeLeaf(leaf));
    const ofDay = read.filter((entry) => moments.dayOf(entry) === date);
    const all = [...ofDay, ...(await moments.madeElsewhere(date))];
    const placed = (await concerning(reading, all, id))
      .map((entry) => ({ entry, seq: entry.seq, event: moments.eventOf(entry) }))
      .sort(byEventTime);
    const entries = placed.map(({ entry }) => entry);
    const late = enteredAfterLater(placed, firstLater);
    for (let start = 0; start < entries.length; start += LINES_AT_ONCE) {
      const page = entries.slice(start, start + LINES_AT_ONCE);
      const end = Math.max(...page.map(({ seq }) => seq));
      yield {
        page: { entries: page, stored: new Map(), end },
        around: await loadAround(reading, page, id),
        late,
      };
    }
  }
}
