import type { LedgerId } from '../domain/ids.js';
import { addMonths, businessDateOf } from '../domain/measures/instant.js';
import type { BusinessDate, Instant, Zone } from '../domain/measures/instant.js';
import { MeasuredIntervals } from '../domain/findings/measured-intervals.js';
import { monitor } from '../domain/findings/monitoring.js';
import type { Monitoring, Signal } from '../domain/findings/monitoring.js';
import { policyAt } from '../domain/policy.js';
import type { PolicyTimeline } from '../domain/policy.js';
import type { Kind } from '../domain/request.js';
import { LARGEST_PAGE } from '../ledger/ledger-reader.js';
import type { LedgerReader } from '../ledger/ledger-reader.js';
import type { ProcessLog } from '../platform/process-log.js';

const WATCHED: readonly Kind[] = [
  'draw',
  'count',
  'recount',
  'inventory',
  'close-out',
  'discrepancy',
  'loss',
];
/** One look reads no more lines than this. */
const MOST_LINES = 200_000;
/** How far back the look of each day goes. */
const MONTHS = 12;

/** Looks that are kept to be read on. */
const MOST_READINGS = 16;
const READY: Promise<unknown> = Promise.resolve();

/** How far a look has read. */
interface Reading {
  read: MeasuredIntervals | undefined;
  timeline?: PolicyTimeline;
  /** Number of the first line that was not read. */
  next: number;
  /** Settles when whoever reads has finished. */
  reading: Promise<unknown>;
}

interface Look {
  readonly on: BusinessDate;
  readonly signals: Promise<readonly Signal[]>;
}

/** What in-tolerance differences add up to. A first look reads a year of lines, later ones what was added since. */
export class Monitored {
  readonly #looks = new Map<LedgerId, Look>();
  readonly #readings = new Map<string, Reading>();

  constructor(
    private readonly reader: LedgerReader,
    private readonly log: ProcessLog,
  ) {}

  /** A look at everything since a day. What an earlier look has read is not read again: lines are only added. */
  async since(site: LedgerId, firstDate: BusinessDate): Promise<Monitoring> {
    const name = `${site} ${firstDate}`;
    const kept = this.#readings.get(name) ?? { read: undefined, next: 0, reading: READY };
    this.#readings.delete(name);
    this.#readings.set(name, kept);
    for (const oldest of this.#readings.keys())
      if (this.#readings.size > MOST_READINGS) this.#readings.delete(oldest);
    // One after the other: each line is taken once.
    const reading = kept.reading.then(() => this.#readOn(site, firstDate, kept));
    kept.reading = reading.catch(() => {
      this.#readings.delete(name);
    });
    return monitor((await reading).intervals);
  }

  async #readOn(
    site: LedgerId,
    firstDate: BusinessDate,
    kept: Reading,
  ): Promise<MeasuredIntervals> {
    const timeline = await this.reader.cell(site, 'policy', 'timeline');
    if (timeline === undefined) throw new Error('a site without a policy');
    // A policy changes nothing that lies before it, so what was read under the earlier one stands.
    kept.read ??= new MeasuredIntervals((at) => policyAt(kept.timeline ?? timeline, at).settings);
    kept.timeline = timeline;
    for (let lines = 0; lines < MOST_LINES;) {
      const page = await this.reader.entries(site, {
        from: kept.next,
        firstDate,
        kinds: WATCHED,
        limit: LARGEST_PAGE,
      });
      for (const { entry } of page) {
        kept.read.take(entry);
        kept.next = entry.seq + 1;
      }
      lines += page.length;
      if (page.length < LARGEST_PAGE) break;
    }
    return kept.read;
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
