import { RIGHTS } from '../../domain/person.js';
import type { WorkClock } from '../../domain/work/work-clock.js';
import { URGENCIES } from '../../domain/work/work-clock.js';
import { WORK_KINDS, WORK_SUBJECTS } from '../../domain/work/work-item.js';
import type { WorkItem } from '../../domain/work/work-item.js';
import type { WorkOf } from '../../domain/work/work-list.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Coded } from '../../platform/http/members.js';

export class WorkListQueryDto {
  @Coded({
    says: '`mine`: only what the asking person can act on; everything they must know of if left out',
    pattern: /^mine$/,
    form: '"mine"',
    optional: true,
  })
  whose?: string;
}

/** What a piece of work is about. */
export class WorkSubjectDto {
  @ApiProperty({ enum: WORK_SUBJECTS })
  type!: string;
  @ApiProperty({ example: '41-3' })
  id!: string;
}

/** What is left of the time, in days of the site’s zone. */
export class WorkClockDto {
  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  due: string | null;
  @ApiProperty({
    description: 'Calendar days to the day on which it is due; negative once it has gone by',
    nullable: true,
    type: Number,
  })
  daysLeft: number | null;
  @ApiProperty({
    description:
      'The same in business days: Monday to Friday without the holidays of 5 U.S.C. 6103',
    nullable: true,
    type: Number,
  })
  businessDaysLeft: number | null;
  @ApiProperty({
    description:
      '`overdue`: its instant has passed; `today`: within this business day; `soon`: within the notice of its kind; `open`',
    enum: URGENCIES,
  })
  urgency: string;

  constructor({ due, daysLeft, businessDaysLeft, urgency }: WorkClock) {
    this.due = due;
    this.daysLeft = daysLeft;
    this.businessDaysLeft = businessDaysLeft;
    this.urgency = urgency;
  }
}

/** One thing that is due, overdue, open, unsigned or expiring. */
export class WorkItemDto {
  @ApiProperty({ description: 'The same for the same work at every look', example: 'witness:41' })
  key: string;
  @ApiProperty({ enum: WORK_KINDS })
  kind: string;
  @ApiProperty()
  subject: WorkSubjectDto;
  @ApiProperty({ description: 'One sentence. It names ids, no patient and nobody by name' })
  says: string;
  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  since: string | null;
  @ApiProperty()
  clock: WorkClockDto;
  @ApiProperty({
    description: 'The rule that asks for it, or "house policy"',
    example: '21 CFR 1301.76(b)',
  })
  basis: string;
  @ApiProperty({
    description:
      '`mine`: the asking person can act on it; `site`: others can, and they must know of it',
    enum: ['mine', 'site'],
  })
  whose: string;
  @ApiProperty({
    description: 'Any of these rights will do',
    enum: RIGHTS,
    isArray: true,
  })
  rights: readonly string[];
  @ApiProperty({
    description: 'Where it is theirs alone: the holder of a draw, the owner of a discrepancy',
    type: String,
    isArray: true,
  })
  persons: readonly string[];
  @ApiProperty({
    description: 'Address of the site that takes the act; null where none of one kind does',
    example: 'countersignatures',
    nullable: true,
    type: String,
  })
  door: string | null;

  constructor({ item, whose }: WorkOf) {
    this.key = item.key;
    this.kind = item.kind;
    this.subject = item.subject;
    this.says = item.says;
    this.since = item.since;
    this.clock = new WorkClockDto(item.clock);
    this.basis = item.basis;
    this.whose = whose;
    this.rights = item.who.rights;
    this.persons = item.who.persons;
    this.door = item.door;
  }
}

/** How many of each urgency, for a badge. */
export class WorkTotalsDto {
  @ApiProperty()
  overdue: number;
  @ApiProperty()
  today: number;
  @ApiProperty()
  soon: number;
  @ApiProperty()
  open: number;
  @ApiProperty({ description: 'Those that the asking person can act on, of all urgencies' })
  mine: number;

  constructor(work: readonly WorkOf[]) {
    const of = (urgency: WorkItem['clock']['urgency']): number =>
      work.filter(({ item }) => item.clock.urgency === urgency).length;
    this.overdue = of('overdue');
    this.today = of('today');
    this.soon = of('soon');
    this.open = of('open');
    this.mine = work.filter(({ whose }) => whose === 'mine').length;
  }
}

/** What one person has to do or to know of at one site. */
export class WorkListDto {
  @ApiProperty({ description: 'The instant that the clocks were read at', format: 'date-time' })
  at: string;
  @ApiProperty()
  totals: WorkTotalsDto;
  @ApiProperty({ description: 'The most pressing first', type: WorkItemDto, isArray: true })
  items: readonly WorkItemDto[];

  constructor(at: string, work: readonly WorkOf[]) {
    this.at = at;
    this.totals = new WorkTotalsDto(work);
    this.items = work.map((each) => new WorkItemDto(each));
  }
}
