import { randomUUID } from 'node:crypto';
import type { LedgerId } from '../../domain/ids.js';
import type { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/http/problem.js';
import type { Job } from '../../platform/jobs/job.js';
import type { JobQueue } from '../../platform/jobs/job-queue.js';
import type { Mail } from '../../platform/outgoing/mail.js';
import type { Webhooks } from '../../platform/outgoing/webhook.js';
import { isUuid } from '../../ledger/submission.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Asking } from '../../platform/http/asked.js';
import type { OrganisationBook } from '../organisation-book.js';
import { SiteCalendar } from '../site-calendar.js';
import type { ReminderJob } from './reminder-job.js';
import type { NewTarget, ReminderTarget, ReminderTargets } from './reminder-targets.store.js';

interface Parts {
  readonly targets: ReminderTargets;
  readonly job: ReminderJob;
  readonly queue: JobQueue;
  readonly mail: Mail;
  readonly webhooks: Webhooks;
  readonly reader: LedgerReader;
  readonly organisation: OrganisationBook;
  readonly clock: Clock;
}

const MOST_TARGETS = 50;
/** One mailbox; nothing that a header or a list of addresses could be made of. */
const MAILBOX = /^[^\s<>@,;:"()\\[\]]{1,64}@[^\s<>@,;:"()\\[\]]{1,190}$/;

/** What administrators do with reminder targets. */
export class Reminders {
  constructor(private readonly parts: Parts) {}

  /** Adds a target; its secret is with it. */
  async add(asking: Asking, id: string, target: NewTarget): Promise<ReminderTarget> {
    const { targets } = this.parts;
    const name = { site: asking.site, id };
    this.#refuseAddress(target);
    const isKnown = (await targets.find(name)) !== undefined;
    if (!isKnown && (await targets.ofSite(asking.site)).length >= MOST_TARGETS) {
      throw Problem.of('reminder.too-many-targets');
    }
    return targets.add(name, target, asking.person);
  }

  /** A target that has not ended. */
  async find(site: LedgerId, id: string): Promise<ReminderTarget> {
    const target = isUuid(id) ? await this.parts.targets.find({ site, id }) : undefined;
    if (target === undefined || target.endedAt !== null) throw notFound();
    return target;
  }

  /** Asks for a message without any work in it, so that people see whether it arrives. */
  async try(asking: Asking, target: ReminderTarget): Promise<Job> {
    const { queue, job, clock } = this.parts;
    const calendar = await SiteCalendar.of(asking.site, this.parts);
    const now = clock.now();
    const reminder = { date: calendar.dateOf(now), asOf: now, lines: [] };
    return queue.ask(job, {
      key: randomUUID(),
      site: asking.site,
      person: asking.person,
      content: { site: asking.site, target: target.id, reminder },
    });
  }

  #refuseAddress({ way, address }: NewTarget): void {
    const { mail, webhooks } = this.parts;
    if (way === 'mail' && !mail.isSetUp) throw Problem.of('reminder.mail-not-set-up');
    const why =
      way === 'webhook'
        ? webhooks.problemOf(address)
        : MAILBOX.test(address)
          ? undefined
          : 'not a mail address';
    if (why !== undefined) throw Problem.of('reminder.address-refused', { facts: { why } });
  }
}

const notFound = (): Problem => Problem.of('reminder.target-not-found');

/** Fails for what was ended meanwhile. */
export function expectThere(isThere: boolean): void {
  if (!isThere) throw notFound();
}
