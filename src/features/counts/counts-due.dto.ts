import { SCHEDULED_COUNT_TYPES } from '../../domain/counting/count.js';
import type { ScheduledCountType } from '../../domain/counting/count.js';
import { COUNT_PERIODS } from '../../domain/counting/count-schedule.js';
import type { CountPeriod } from '../../domain/counting/count-schedule.js';
import type { CountDue, CountWindow } from '../../domain/counting/counts-due.js';
import { ApiProperty } from '../../platform/http/described.js';

/** A stretch of time in which one count is due. */
export class CountWindowDto {
  @ApiProperty({ format: 'date-time' })
  from: string;
  @ApiProperty({ description: 'The count is overdue from here on', format: 'date-time' })
  until: string;

  constructor({ from, until }: CountWindow) {
    this.from = from;
    this.until = until;
  }
}

/** The last count that a schedule asked for. */
export class LastCountDto {
  @ApiProperty({ description: 'Its line' })
  line!: number;
  @ApiProperty({ format: 'date-time' })
  at!: string;
}

/** A schedule as it stands now. */
export class CountDueDto {
  @ApiProperty({ example: 'safe' })
  location: string;
  @ApiProperty({ enum: SCHEDULED_COUNT_TYPES })
  type: ScheduledCountType;
  @ApiProperty({ enum: COUNT_PERIODS })
  every: CountPeriod;
  @ApiProperty({
    description: '`overdue`: a period went by without its count; `due`: the present one lacks it',
    enum: ['counted', 'due', 'overdue'],
  })
  status: 'counted' | 'due' | 'overdue';
  @ApiProperty({ type: LastCountDto, nullable: true })
  last: LastCountDto | null;
  @ApiProperty({ description: 'The present period', type: CountWindowDto, nullable: true })
  due: CountWindowDto | null;
  @ApiProperty({
    description: 'Periods without a count, of the last 62 days, oldest first',
    type: CountWindowDto,
    isArray: true,
  })
  missed: readonly CountWindowDto[];

  constructor({ schedule, last, due, missed }: CountDue) {
    this.location = schedule.location;
    this.type = schedule.type;
    this.every = schedule.every;
    this.status = missed.length > 0 ? 'overdue' : due !== null ? 'due' : 'counted';
    this.last = last === null ? null : { line: last.line, at: last.at };
    this.due = due === null ? null : new CountWindowDto(due);
    this.missed = missed.map((window) => new CountWindowDto(window));
  }
}

/** Every schedule of the site. */
export class CountsDueDto {
  @ApiProperty({ type: CountDueDto, isArray: true })
  items!: readonly CountDueDto[];
}
