import type { Review } from '../../domain/days/day.js';
import { asId } from '../../domain/ids.js';
import { businessDate } from '../../domain/measures/instant.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { LeafHashText } from '../../platform/http/ids.dto.js';
import { Days, Whole } from '../../platform/http/members.js';
import { PageDto } from '../../platform/http/page.dto.js';
import type { ActForm } from '../act-form.js';

const MOST_DAYS = 100;

/** Lines that a custodian or registrant has read and signs. */
export class ReviewDto extends ActDto {
  @Whole({ says: 'First line of the range', min: 0, max: Number.MAX_SAFE_INTEGER })
  from!: number;

  @Whole({ says: 'Last line of the range', min: 0, max: Number.MAX_SAFE_INTEGER })
  to!: number;

  @LeafHashText({ says: 'Leaf hash of the last line, as it was on the screen' })
  leaf!: string;

  @Days({ says: 'Closed days that are signed with it', max: MOST_DAYS })
  days!: string[];
}

export const REVIEW: ActForm<'review', ReviewDto> = {
  kind: 'review',
  title: 'Review',
  dto: ReviewDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'review',
    from: dto.from,
    to: dto.to,
    leaf: asId(dto.leaf),
    days: [...dto.days].sort().map((day) => businessDate(day)),
  }),
};

/** A signed range of lines. */
export class SignedRangeDto {
  @ApiProperty({ description: 'The line of the review' })
  line: number;
  @ApiProperty()
  from: number;
  @ApiProperty()
  to: number;
  @ApiProperty({ description: 'Days that were signed with it', type: String, isArray: true })
  days: readonly string[];
  @ApiProperty({ example: 'person-7' })
  reviewer: string;

  constructor({ id, from, to, days, reviewer }: Review) {
    this.line = Number(id);
    this.from = from;
    this.to = to;
    this.days = days;
    this.reviewer = reviewer;
  }
}

export class SignedRangePageDto extends PageDto {
  @ApiProperty({ type: SignedRangeDto, isArray: true })
  items!: readonly SignedRangeDto[];
}
