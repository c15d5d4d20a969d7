import { randomUUID } from 'node:crypto';
import type { LedgerId } from '../../domain/ids.js';
import { addDays } from '../../domain/measures/instant.js';
import type { Instant } from '../../domain/measures/instant.js';
import { reminderDate, toRemind } from '../../domain/work/reminding.js';
import { dateAt } from '../../domain/work/work-clock.js';
import type { WorkCalendar } from '../../domain/work/work-clock.js';
import type { WorkItem } from '../../domain/work/work-item.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import type { Statements } from '../../platform/database/statements.js';
import type { JobQueue } from '../../platform/jobs/job-queue.js';
import type { OrganisationBook } from '../organisation-book.js';
import { SiteCalendar } from '../site-calendar.js';
import type { SiteWork } from '../site-work.js';
import type { ReminderJob } from './reminder-job.js';
import { lineOf } from './reminder-message.js';
import type { ReminderTarget, ReminderTargets } from './reminder-targets.store.js';

interface Parts {
  readonly targets: ReminderTargets;
  readonly job: ReminderJob;
  readonly queue: JobQueue;
  readonly work: SiteWork;
  readonly reader: LedgerReader;
  readonly organisation: OrganisationBook;
  readonly statements: Statements;
  readonly clock: Clock;
}

/** Of what somebody was reminded longer ago counts for nothing. */
const KEPT_DAYS = 40;

/**
 * Looks what each target is to be reminded of, and asks for the messages. It may be done as often as one likes, and by
 * several instances at once: of each piece of work a target is reminded once on a business day.
 */
export class ReminderRound {
  constructor(private readonly parts: Parts) {}

  /** Goes round all sites; gives back how many messages it asked for. */
  async go(): Promise<number> {
    const now = this.parts.clock.now();
    const inUse = await this.parts.targets.inUse();
    let asked = 0;
    for (const site of new Set(inUse.map((target) => target.site))) {
      const targets = inUse.filter((target) => target.site === site);
      asked += await this.#remindAt(site, targets, now);
    }
    return asked;
  }

  async #remindAt(
    site: LedgerId,
    targets: readonly ReminderTarget[],
    now: Instant,
  ): Promise<number> {
    const policy = await SiteCalendar.of(site, this.parts);
    const { dayStartsAt } = policy.settingsAt(now);
    const calendar = { now, zone: policy.zone, dayStartsAt };
    const awake = targets.filter((target) => reminderDate(target, calendar) !== undefined);
    if (awake.length === 0) return 0;
    const items = await this.parts.work.at(site, now);
    let asked = 0;
    for (const target of awake) asked += await this.#remind(target, items, calendar);
    await this.parts.targets.forgetReminders(addDays(dateAt(now, calendar), -KEPT_DAYS));
    return asked;
  }

  /** One message with everything that the target was not yet reminded of today: asked for and written down together. */
  async #remind(
    target: ReminderTarget,
    items: readonly WorkItem[],
    calendar: WorkCalendar,
  ): Promise<number> {
    const { targets, job, queue, statements } = this.parts;
    const { site, id } = target;
    const date = dateAt(calendar.now, calendar);
    const due = toRemind(items, target);
    if (due.length === 0) return 0;
    return statements.transaction(async (within) => {
      const today = { date, items: due.map(({ key }) => key) };
      const unsaid = await targets.remind(target, today, within);
      const lines = due.filter(({ key }) => unsaid.has(key)).map(lineOf);
      if (lines.length === 0) return 0;
      const reminder = { date, asOf: calendar.now, lines };
      const content = { site, target: id, reminder };
      await queue.ask(job, { key: randomUUID(), site, content }, within);
      return 1;
    });
  }
}
