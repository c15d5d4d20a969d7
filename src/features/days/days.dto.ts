import { EXCUSES, unreviewed } from '../../domain/days/day.js';
import type { Day as ClosedDay, Excuse } from '../../domain/days/day.js';
import { businessDate } from '../../domain/measures/instant.js';
import { formatQuantity } from '../../domain/measures/quantity.js';
import type { Standing } from '../../domain/standing.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Choice, Coded, Day, Parts } from '../../platform/http/members.js';
import { PageDto } from '../../platform/http/page.dto.js';
import type { ActForm } from '../act-form.js';

const MOST_EXCUSED = 200;

/** One thing that stands open, and why the day is closed all the same. */
export class ExcusedDto {
  @Coded({
    says: 'What stands in the way, as the state of the day names it',
    pattern: /^(?:in-process|held|line):[0-9-]{1,40}$/,
    form: 'the name of what stands in the way, such as in-process:57-1',
    example: 'line:41',
  })
  what!: string;

  @Choice({ says: 'Why the day is closed all the same', of: EXCUSES })
  why!: Excuse;
}

/** The end of a business day. */
export class DayCloseDto extends ActDto {
  @Day({ says: 'The business day' })
  date!: string;

  @Parts(
    { says: 'Everything that stands in the way, each with its reason', max: MOST_EXCUSED },
    () => ExcusedDto,
  )
  excused!: ExcusedDto[];
}

export const DAY_CLOSE: ActForm<'day-close', DayCloseDto> = {
  kind: 'day-close',
  title: 'Close of the day',
  dto: DayCloseDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'day-close',
    date: businessDate(dto.date),
    excused: dto.excused.map(({ what, why }) => ({ what, why })),
  }),
};

/** Something that stands open. */
export class StandingDto {
  @ApiProperty({ description: 'Its name in an excuse', example: 'in-process:57-1' })
  what: string;
  @ApiProperty({ enum: ['in-process', 'held', 'unwitnessed'] })
  type: Standing['type'];
  @ApiProperty({ nullable: true, type: String, format: 'date-time' })
  since: string | null;
  @ApiProperty({ description: 'Audit item, where known', nullable: true, type: String })
  item: string | null;
  @ApiProperty({
    description: 'Decimal text, in the unit of the product; null for a line',
    nullable: true,
    type: String,
    example: '0.200',
  })
  quantity: string | null;

  constructor({ what, type, since, item, quantity }: Standing) {
    this.what = what;
    this.type = type;
    this.since = since;
    this.item = item;
    this.quantity = quantity === null ? null : formatQuantity(quantity);
  }
}

/** A closed day and its review. */
export class ClosedDayDto {
  @ApiProperty({ format: 'date' })
  date: string;
  @ApiProperty({
    description: '`reopened`: lines came after the close that no review covers yet',
    enum: ['closed', 'reviewed', 'reopened'],
  })
  status: 'closed' | 'reviewed' | 'reopened';
  @ApiProperty({ description: 'The line that closed it' })
  line: number;
  @ApiProperty({ description: 'Who closed it', example: 'person-7' })
  closedBy: string;
  @ApiProperty({ type: ExcusedDto, isArray: true })
  excused: readonly ExcusedDto[];
  @ApiProperty({ description: 'Lines of the day that came later', type: Number, isArray: true })
  late: readonly number[];
  @ApiProperty({
    description: 'The review that covers all of it; null while one is due',
    nullable: true,
    type: Number,
  })
  review: number | null;
  @ApiProperty({ description: 'Lines that no review covers yet', type: Number, isArray: true })
  unreviewed: readonly number[];

  constructor(day: ClosedDay) {
    this.date = day.id;
    this.status = day.review !== null ? 'reviewed' : day.late.length > 0 ? 'reopened' : 'closed';
    this.line = day.line;
    this.closedBy = day.closedBy;
    this.excused = day.excused;
    this.late = day.late;
    this.review = day.review;
    this.unreviewed = unreviewed(day);
  }
}

/** What a business day looks like now. */
export class DayStandingDto {
  @ApiProperty({ format: 'date' })
  date!: string;
  @ApiProperty({ description: 'Whether it can be closed now, without any excuse' })
  canClose!: boolean;
  @ApiProperty({
    description: 'What stands in the way: of this day and those before it',
    type: StandingDto,
    isArray: true,
  })
  standing!: readonly StandingDto[];
  @ApiProperty({ description: 'Null while it is open', type: ClosedDayDto, nullable: true })
  closed!: ClosedDayDto | null;
}

export class ClosedDayPageDto extends PageDto {
  @ApiProperty({ type: ClosedDayDto, isArray: true })
  items!: readonly ClosedDayDto[];
}
