import type { LedgerId } from '../domain/ids.js';
import { addMonths, businessDateOf } from '../domain/instant.js';
import type { BusinessDate, Instant, Zone } from '../domain/instant.js';
import { MeasuredIntervals } from '../domain/measured-intervals.js';
import { monitor } from '../domain/monitoring.js';
import type { Monitoring, Signal } from '../domain/monitoring.js';
import { policyAt } from '../domain/policy.js';
import type { Kind } from '../domain/request.js';
import { LARGEST_PAGE } from '../ledger/ledger-reader.js';
import type { LedgerReader } from '../ledger/ledger-reader.js';
import type { ProcessLog } from '../platform/process-log.js';

const WATCHED: readonly Kind[] = ['draw', 'count', 'recount', 'close-out', 'discrepancy'];
/** One look reads no more lines than this. */
const MOST_LINES = 200_000;
/** How far back the look of each day goes. */
const MONTHS = 12;

interface Look {
  readonly on: BusinessDate;
  readonly signals: Promise<readonly Signal[]>;
}

/** What in-tolerance differences add up to. A look reads a year of lines, so that of the day is kept. */
export class Monitored {
  readonly #looks = new Map<LedgerId, Look>();

  constructor(
    private readonly reader: LedgerReader,
    private readonly log: ProcessLog,
  ) {}

  /** A look at everything since a day. */
  async since(site: LedgerId, firstDate: BusinessDate): Promise<Monitoring> {
    const timeline = await this.reader.cell(site, 'policy', 'timeline');
    const read = new MeasuredIntervals((at) => {
      if (timeline === undefined) throw new Error('a site without a policy');
      return policyAt(timeline, at).settings;
    });
    for (let from = 0, lines = 0; lines < MOST_LINES;) {
      const page = await this.reader.entries(site, {
        from,
        firstDate,
        kinds: WATCHED,
        limit: LARGEST_PAGE,
      });
      for (const { entry } of page) read.take(entry);
      lines += page.length;
      const last = page.at(-1);
      if (last === undefined || page.length < LARGEST_PAGE) break;
      from = last.entry.seq + 1;
    }
    return monitor(read.intervals);
  }

  /**
   * The signals of today's look. While it is under way those of the day before answer; only the first of all is waited
   * for.
   */
  signalsOf(site: LedgerId, now: Instant, where: Zone): Promise<readonly Signal[]> {
    const on = businessDateOf(now, where);
    const known = this.#looks.get(site);
    if (known?.on === on) return known.signals;
    const signals = this.since(site, addMonths(on, -MONTHS)).then((found) => found.signals);
    const look = { on, signals };
    signals.then(
      () => this.#looks.set(site, look),
      (error: unknown) => {
        this.#looks.delete(site);
        this.log.warn('the look at small differences failed; it is tried again', { error });
      },
    );
    this.#looks.set(site, known === undefined ? look : { on, signals: known.signals });
    return known?.signals ?? signals;
  }
}
