import type { LedgerId } from '../../domain/ids.js';
import { JobFailed } from '../../platform/jobs/job.js';
import type { JobKind, JobRun } from '../../platform/jobs/job.js';
import { MailFailed } from '../../platform/outgoing/mail.js';
import type { Mail } from '../../platform/outgoing/mail.js';
import { WebhookFailed } from '../../platform/outgoing/webhook.js';
import type { Webhooks } from '../../platform/outgoing/webhook.js';
import type { Clock } from '../../platform/clock.js';
import type { OrganisationBook } from '../organisation-book.js';
import type { SiteWork } from '../site-work.js';
import { mailText, webhookBody } from './reminder-message.js';
import type { Reminder, ReminderPlace } from './reminder-message.js';
import { secretsAt } from './reminder-targets.store.js';
import type { ReminderTarget, ReminderTargets } from './reminder-targets.store.js';

/** A reminder that is to be sent to one target. */
export interface ReminderContent {
  readonly site: LedgerId;
  readonly target: string;
  readonly reminder: Reminder;
}

interface Parts {
  readonly targets: ReminderTargets;
  readonly organisation: OrganisationBook;
  readonly work: SiteWork;
  readonly clock: Clock;
  readonly mail: Mail;
  readonly webhooks: Webhooks;
  readonly publicUrl: string | undefined;
}

/** Some six hours of tries. */
const MOST_ATTEMPTS = 11;

/**
 * Sends one reminder. If this instance dies after it was sent and before that is marked, another sends it again: under the
 * same id, by which a receiver knows it again.
 */
export class ReminderJob implements JobKind<ReminderContent> {
  readonly name = 'reminder';
  readonly atOnce = 4;
  readonly mostAttempts = MOST_ATTEMPTS;

  constructor(private readonly parts: Parts) {}

  async run({ site, target: id, reminder }: ReminderContent, { id: job }: JobRun): Promise<object> {
    const { targets } = this.parts;
    const target = await targets.find({ site, id });
    if (target === undefined || target.endedAt !== null) return { sent: false };
    const open = await this.#stillOpen(site, reminder);
    if (open === undefined) return { sent: false };
    const place = await this.#placeOf(site);
    try {
      await this.#send(target, { id: job, reminder: open, place });
    } catch (error) {
      const failed = failureOf(error);
      if (failed === undefined) throw error;
      await targets.notReached(target, failed.code);
      throw failed;
    }
    await targets.reached(target);
    return { sent: true };
  }

  /**
   * Without what was done since it was asked for: a message may wait for hours for its receiver. Undefined where nothing is
   * left of it. A trial has no work in it and is sent as it is.
   */
  async #stillOpen(site: LedgerId, reminder: Reminder): Promise<Reminder | undefined> {
    if (reminder.lines.length === 0) return reminder;
    const items = await this.parts.work.at(site, this.parts.clock.now());
    const open = new Set(items.map(({ key }) => key));
    const lines = reminder.lines.filter(({ key }) => open.has(key));
    return lines.length === 0 ? undefined : { ...reminder, lines };
  }

  async #send(
    target: ReminderTarget,
    of: { readonly id: string; readonly reminder: Reminder; readonly place: ReminderPlace },
  ): Promise<void> {
    const { mail, webhooks, clock } = this.parts;
    const { way, address } = target;
    if (way === 'mail') {
      await mail.send({ id: of.id, to: address, ...mailText(of.reminder, of.place) });
      return;
    }
    const body = webhookBody(of.reminder, of.place);
    const secrets = secretsAt(target, clock.now());
    await webhooks.send({ id: `msg_${of.id}`, url: address, secrets, body });
  }

  async #placeOf(site: LedgerId): Promise<ReminderPlace> {
    const facts = (await this.parts.organisation.organisation()).sites.get(site);
    if (facts === undefined) throw new Error('a reminder of a site that is not there');
    const { name, zone } = facts;
    return { site, name, zone, publicUrl: this.parts.publicUrl };
  }
}

/**
 * Whoever said that they are gone, or that an address is not theirs, is not asked again for this message. Undefined for
 * what is no failure to reach somebody.
 */
function failureOf(error: unknown): JobFailed | undefined {
  if (error instanceof MailFailed) return new JobFailed(error.code, error.next, { cause: error });
  if (error instanceof WebhookFailed) {
    const next = error.code === 'webhook.gone' ? 'give-up' : 'try-again';
    return new JobFailed(error.code, next, { cause: error });
  }
  return undefined;
}
