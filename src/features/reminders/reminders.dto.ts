import type { Instant } from '../../domain/measures/instant.js';
import { WORK_KINDS } from '../../domain/work/work-item.js';
import type { WorkKind } from '../../domain/work/work-item.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Choice, Choices, Coded, Line, Whole } from '../../platform/http/members.js';
import { REMINDER_WAYS } from './reminder-targets.store.js';
import type {
  ReminderTarget,
  ReminderWay,
  RenewedSecret,
  TargetSettings,
} from './reminder-targets.store.js';

const LONGEST_LEAD_DAYS = 60;

/** Of what a target is reminded, and when. */
export class ReminderTargetSettingsDto {
  @Line({ says: 'What people call it: "Safe team", "on-call pager"', max: 80 })
  name!: string;

  @Choices({ says: 'Kinds of work; an empty list means all of them', of: WORK_KINDS })
  kinds!: WorkKind[];

  @Whole({
    says: 'From how many days before it is due a piece of work is told of, each business day until it is done; 0: on its day',
    min: 0,
    max: LONGEST_LEAD_DAYS,
    example: 7,
  })
  leadDays!: number;

  @Coded({
    says: 'Time of day in the zone of the site from which reminders are sent; what becomes due later that day follows within minutes',
    pattern: /^([01]\d|2[0-3]):[0-5]\d$/,
    form: 'a time of day such as 07:30',
    example: '07:30',
  })
  at!: string;
}

/** An address that is to be reminded of a site’s work. */
export class ReminderTargetDto extends ReminderTargetSettingsDto {
  @Choice({
    says: '`mail`: text to a mail address; `webhook`: signed JSON to an https:// address',
    of: REMINDER_WAYS,
  })
  way!: ReminderWay;

  @Line({ says: 'Mail address, or address of the webhook; kept encrypted', max: 500 })
  address!: string;
}

export const settingsOf = (dto: ReminderTargetSettingsDto): TargetSettings => ({
  name: dto.name,
  kinds: dto.kinds,
  leadDays: dto.leadDays,
  at: dto.at,
});

/** A target as it stands. */
export class ReminderTargetRecordDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: REMINDER_WAYS })
  way: string;
  @ApiProperty()
  name: string;
  @ApiProperty()
  address: string;
  @ApiProperty({ enum: WORK_KINDS, isArray: true, description: 'Empty: all kinds' })
  kinds: readonly string[];
  @ApiProperty({ description: 'In days' })
  leadDays: number;
  @ApiProperty({ description: 'Time of day at the site', example: '07:30' })
  at: string;
  @ApiProperty({ example: 'person-7' })
  addedBy: string;
  @ApiProperty({ format: 'date-time' })
  addedAt: string;
  @ApiProperty({ format: 'date-time' })
  changedAt: string;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'When it was reached last',
  })
  reachedAt: string | null;
  @ApiProperty({
    nullable: true,
    type: String,
    description: 'Code of why the last try did not reach it; null where it did',
    example: 'webhook.status-503',
  })
  failure: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  failedAt: string | null;

  constructor(target: ReminderTarget) {
    this.id = target.id;
    this.way = target.way;
    this.name = target.name;
    this.address = target.address;
    this.kinds = target.kinds;
    this.leadDays = target.leadDays;
    this.at = target.at;
    this.addedBy = target.addedBy;
    this.addedAt = target.addedAt;
    this.changedAt = target.changedAt;
    this.reachedAt = target.sentAt;
    this.failure = target.failure;
    this.failedAt = target.failedAt;
  }
}

/** A target with the secret of its webhook, which is shown this once. */
export class NewReminderTargetDto extends ReminderTargetRecordDto {
  @ApiProperty({
    nullable: true,
    type: String,
    description:
      'With which messages are signed (standardwebhooks.com): keep it, it is not shown again. Null for mail',
    example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  })
  secret: string | null;

  constructor(target: ReminderTarget) {
    super(target);
    this.secret = target.secret;
  }
}

/** All targets of a site. */
export class ReminderTargetsDto {
  @ApiProperty({ type: ReminderTargetRecordDto, isArray: true })
  items: readonly ReminderTargetRecordDto[];

  constructor(targets: readonly ReminderTarget[]) {
    this.items = targets.map((target) => new ReminderTargetRecordDto(target));
  }
}

/** A new secret of a webhook. */
export class ReminderSecretDto {
  @ApiProperty({ description: 'Shown this once' })
  secret: string;
  @ApiProperty({
    format: 'date-time',
    description: 'Until then messages are signed with the secret before it as well',
  })
  earlierUntil: Instant;

  constructor({ secret, earlierUntil }: RenewedSecret) {
    this.secret = secret;
    this.earlierUntil = earlierUntil;
  }
}

/** A message that was asked for. */
export class ReminderTrialDto {
  @ApiProperty({
    format: 'uuid',
    description: 'Id of the job that sends it; the target says whether it was reached',
  })
  job: string;

  constructor(job: string) {
    this.job = job;
  }
}
