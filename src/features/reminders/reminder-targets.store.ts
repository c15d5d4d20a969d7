/**
 * Who is reminded of a site's work: an address of mail or of a webhook. Addresses and secrets are encrypted at rest, as
 * the particulars of patients are.
 */
import { randomBytes } from 'node:crypto';
import type { LedgerId, PersonId } from '../../domain/ids.js';
import { isBefore, plus } from '../../domain/measures/instant.js';
import type { BusinessDate, Instant } from '../../domain/measures/instant.js';
import type { ReminderScope } from '../../domain/work/reminding.js';
import type { Clock } from '../../platform/clock.js';
import type { Statements } from '../../platform/database/statements.js';
import { Problem } from '../../platform/http/problem.js';
import type { Keyring, Sealed } from '../../platform/keys/keyring.js';
import {
  ADD_TARGET,
  CHANGE_TARGET,
  END_TARGET,
  FORGET_REMINDERS,
  REMIND,
  SEAL_TARGET_ANEW,
  TARGET,
  TARGET_NOT_REACHED,
  TARGET_REACHED,
  TARGETS_IN_USE,
  TARGETS_OF_SITE,
} from './reminder-targets.sql.js';

export const REMINDER_WAYS = ['mail', 'webhook'] as const;
export type ReminderWay = (typeof REMINDER_WAYS)[number];

/** Where reminders go. */
interface Reach {
  /** A mail address, or the address of a webhook. */
  readonly address: string;
  /** With which a webhook's messages are signed: "whsec_…". Null for mail. */
  readonly secret: string | null;
  /** The one before it, which signs beside it until its time is up. Targets that were kept before there was one say nothing. */
  readonly earlier?: EarlierSecret | null;
}

/** A secret that was renewed, and until when messages are signed with it too. */
interface EarlierSecret {
  readonly secret: string;
  readonly until: Instant;
}

export interface ReminderTarget extends ReminderScope, Required<Reach> {
  readonly site: LedgerId;
  readonly id: string;
  readonly way: ReminderWay;
  /** What people call it. */
  readonly name: string;
  readonly addedBy: PersonId;
  readonly addedAt: Instant;
  readonly changedAt: Instant;
  readonly endedAt: Instant | null;
  /** When it was reached last. */
  readonly sentAt: Instant | null;
  /** Why it was not reached at the last try; null where it was. */
  readonly failure: string | null;
  readonly failedAt: Instant | null;
}

interface TargetRow {
  readonly site: LedgerId;
  readonly id: string;
  readonly way: ReminderWay;
  readonly name: string;
  readonly key: string;
  readonly sealed: Buffer;
  readonly kinds: ReminderScope['kinds'];
  readonly lead_days: number;
  readonly at: string;
  readonly added_by: PersonId;
  readonly added_at: Instant;
  readonly changed_at: Instant;
  readonly ended_at: Instant | null;
  readonly sent_at: Instant | null;
  readonly failure: string | null;
  readonly failed_at: Instant | null;
}

/** What may be changed; another address is another target. */
export interface TargetSettings extends ReminderScope {
  readonly name: string;
}
export interface NewTarget extends TargetSettings {
  readonly way: ReminderWay;
  readonly address: string;
}
/** What whoever receives messages has to put in, and by when. */
export interface RenewedSecret {
  readonly secret: string;
  /** Until then messages are signed with the secret before it too. */
  readonly earlierUntil: Instant;
}
/** Names one target. */
export interface TargetName {
  readonly site: LedgerId;
  readonly id: string;
}

const SECRET_BYTES = 32;
/** Time for whoever receives messages to put the new secret in. */
const EARLIER_SIGNS_HOURS = 24;

export class ReminderTargets {
  constructor(
    private readonly statements: Statements,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
  ) {}

  /** Adds a target; repeated with the same content it finds the one that was added. */
  async add(name: TargetName, target: NewTarget, by: PersonId): Promise<ReminderTarget> {
    const secret = target.way === 'webhook' ? newSecret() : null;
    const sealed = this.#seal(name, { address: target.address, secret });
    const added = await this.statements.change(ADD_TARGET, [
      name.site,
      name.id,
      target.way,
      target.name,
      sealed.key,
      sealed.bytes,
      target.kinds,
      target.leadDays,
      target.at,
      by,
      this.clock.now(),
    ]);
    const found = await this.find(name);
    if (found === undefined) throw new Error('the target that was just added is not there');
    if (added === 0 && (found.way !== target.way || found.address !== target.address)) {
      throw Problem.of('request.key-reused');
    }
    return found;
  }

  async find({ site, id }: TargetName): Promise<ReminderTarget | undefined> {
    const row = await this.statements.row<TargetRow>(TARGET, [site, id]);
    return row === undefined ? undefined : this.#open(row);
  }

  async ofSite(site: LedgerId): Promise<readonly ReminderTarget[]> {
    const rows = await this.statements.rows<TargetRow>(TARGETS_OF_SITE, [site]);
    return rows.map((row) => this.#open(row));
  }

  /** Every target of every site that has not ended, site by site. */
  async inUse(): Promise<readonly ReminderTarget[]> {
    const rows = await this.statements.rows<TargetRow>(TARGETS_IN_USE);
    return rows.map((row) => this.#open(row));
  }

  /** False where there is none, or none any more. */
  async change({ site, id }: TargetName, settings: TargetSettings): Promise<boolean> {
    const { name, kinds, leadDays, at } = settings;
    const values = [site, id, name, kinds, leadDays, at, this.clock.now()];
    return (await this.statements.change(CHANGE_TARGET, values)) === 1;
  }

  /** Gives a webhook a new secret; for a day, what is sent is signed with the one before it as well. */
  async renewSecret(target: ReminderTarget): Promise<RenewedSecret> {
    const now = this.clock.now();
    const secret = newSecret();
    const until = plus(now, { minutes: 60 * EARLIER_SIGNS_HOURS });
    const earlier = target.secret === null ? null : { secret: target.secret, until };
    const sealed = this.#seal(target, { address: target.address, secret, earlier });
    await this.statements.change(SEAL_TARGET_ANEW, [
      target.site,
      target.id,
      sealed.key,
      sealed.bytes,
      now,
    ]);
    return { secret, earlierUntil: until };
  }

  async end({ site, id }: TargetName): Promise<boolean> {
    return (await this.statements.change(END_TARGET, [site, id, this.clock.now()])) === 1;
  }

  async reached({ site, id }: TargetName): Promise<void> {
    await this.statements.change(TARGET_REACHED, [site, id, this.clock.now()]);
  }

  async notReached({ site, id }: TargetName, failure: string): Promise<void> {
    await this.statements.change(TARGET_NOT_REACHED, [site, id, failure, this.clock.now()]);
  }

  /** Writes down of what a target is reminded on a day; gives back what it was not reminded of on that day before. */
  async remind(
    { site, id }: TargetName,
    of: { readonly date: BusinessDate; readonly items: readonly string[] },
    within: Statements,
  ): Promise<ReadonlySet<string>> {
    const values = [site, id, of.date, of.items];
    const rows = await within.rows<{ readonly item: string }>(REMIND, values);
    return new Set(rows.map(({ item }) => item));
  }

  async forgetReminders(before: BusinessDate): Promise<void> {
    await this.statements.change(FORGET_REMINDERS, [before]);
  }

  #seal(name: TargetName, reach: Reach): Sealed {
    return this.keyring.seal(Buffer.from(JSON.stringify(reach)), contextOf(name));
  }

  #open(row: TargetRow): ReminderTarget {
    const plain = this.keyring.open({ key: row.key, bytes: row.sealed }, contextOf(row));
    // Written by `#seal` and authenticated by the cipher.
    const { address, secret, earlier = null } = JSON.parse(plain.toString('utf8')) as Reach;
    return {
      site: row.site,
      id: row.id,
      way: row.way,
      name: row.name,
      address,
      secret,
      earlier,
      kinds: row.kinds,
      leadDays: row.lead_days,
      at: row.at,
      addedBy: row.added_by,
      addedAt: row.added_at,
      changedAt: row.changed_at,
      endedAt: row.ended_at,
      sentAt: row.sent_at,
      failure: row.failure,
      failedAt: row.failed_at,
    };
  }
}

/** Every secret that a message is signed with now, the newest first. */
export const secretsAt = (
  { secret, earlier }: Pick<ReminderTarget, 'secret' | 'earlier'>,
  now: Instant,
): readonly string[] => [
  ...(secret === null ? [] : [secret]),
  ...(earlier !== null && isBefore(now, earlier.until) ? [earlier.secret] : []),
];

const contextOf = ({ site, id }: TargetName): string => `reminder target ${site} ${id}`;

/** In the form of the Standard Webhooks specification. */
const newSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
