import { countsDue, LOOKS_BACK_DAYS } from '../domain/counting/counts-due.js';
import type { CountDue } from '../domain/counting/counts-due.js';
import type { LedgerId } from '../domain/ids.js';
import { addDays } from '../domain/measures/instant.js';
import type { Instant } from '../domain/measures/instant.js';
import type { LedgerReader } from '../ledger/ledger-reader.js';
import type { WorkReader } from '../ledger/work-reader.js';
import type { SiteCalendar } from './site-calendar.js';

/** Counts that a site's policy asks for, with what was counted of them. Nothing is due before the first inventory. */
export class ScheduledCounts {
  constructor(
    private readonly reader: LedgerReader,
    private readonly work: WorkReader,
  ) {}

  async due(site: LedgerId, calendar: SiteCalendar, now: Instant): Promise<readonly CountDue[]> {
    const inventory = (await this.reader.cell(site, 'register', 'register'))?.inventoryLine ?? null;
    if (inventory === null) return [];
    const [[first], taken] = await Promise.all([
      this.work.times(site, [inventory]),
      this.work.countsTaken(site, addDays(calendar.dateOf(now), -LOOKS_BACK_DAYS)),
    ]);
    if (first === undefined) throw new Error(`expected line ${inventory} of ${site}, found none`);
    const { zone, timeline } = calendar;
    return countsDue({ zone, timeline, now, begun: first.occurredAt }, taken);
  }
}
