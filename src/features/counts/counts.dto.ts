import { COUNT_TYPES } from '../../domain/counting/count.js';
import type { CountType } from '../../domain/counting/count.js';
import { ActDto } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { LocationIdText } from '../../platform/http/ids.dto.js';
import { Choice, Part, Parts, Uuid, Whole } from '../../platform/http/members.js';
import type { CountDraft } from '../count-drafts.store.js';
import {
  MOST_COUNTED_LINES,
  OpenTallyDto,
  SealedTallyDto,
  ToCountDto,
} from '../counted-place.dto.js';
import { APART_STATUSES, statusFor } from '../second-counts.js';
import type { ApartStatus } from '../second-counts.js';
import { InvestigatorsDto } from './investigators.dto.js';

/** A count begins. */
export class CountDto {
  @Choice({ says: 'Kind of count', of: COUNT_TYPES })
  type!: CountType;

  @LocationIdText({ says: 'Storage location that is counted' })
  location!: string;

  @Whole({
    says: 'Line of the count that is counted again',
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
  })
  recounts?: number | null;
}

/** A count that somebody is at. */
export class ListedCountDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: COUNT_TYPES })
  type: string;
  @ApiProperty({ example: 'safe', nullable: true, type: String })
  location: string | null;
  @ApiProperty({
    description: '`two-people`: each hands in own figures, blind to the other and to the book',
    enum: ['one-person', 'two-people'],
  })
  by: 'one-person' | 'two-people';
  @ApiProperty({ description: 'Who began it', example: 'person-7' })
  counter: string;
  @ApiProperty({ description: 'The second of two', nullable: true, type: String })
  secondCounter: string | null;
  @ApiProperty({ format: 'date-time' })
  startedAt: string;
  @ApiProperty({ description: 'The count gives its lock back then', format: 'date-time' })
  expiresAt: string;

  constructor({ id, type, location, apart, counter, startedAt, expiresAt }: CountDraft) {
    this.id = id;
    this.type = type;
    this.location = location;
    this.by = apart === null ? 'one-person' : 'two-people';
    this.counter = counter;
    this.secondCounter = apart?.secondCounter ?? null;
    this.startedAt = startedAt;
    this.expiresAt = expiresAt;
  }
}

/** Counts that are running at the site. */
export class RunningCountsDto {
  @ApiProperty({ type: ListedCountDto, isArray: true })
  items!: readonly ListedCountDto[];
}

/** A running count: what to count, how it stands for the asking person, and never how much there should be. */
export class RunningCountDto extends ToCountDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ format: 'date-time' })
  startedAt: string;
  @ApiProperty({ description: 'The count gives its lock back then', format: 'date-time' })
  expiresAt: string;
  @ApiProperty({
    description: '`two-people`: each hands in own figures, blind to the other and to the book',
    enum: ['one-person', 'two-people'],
  })
  by: 'one-person' | 'two-people';
  @ApiProperty({
    description:
      '`waiting` for the other one; `differ`: both count everything again; `recount`: both count the named lines again; ' +
      '`agreed`: the second one signs, and who began it hands in the tally',
    enum: APART_STATUSES,
  })
  status: ApartStatus;
  @ApiProperty({ description: 'Which figures are handed in next by each of two people' })
  round: number;
  @ApiProperty({ description: 'Lines to count again, by name', type: String, isArray: true })
  again: readonly string[];

  constructor(draft: CountDraft, side: 'own' | 'second', place: ToCountDto) {
    super();
    const { apart, id, startedAt, expiresAt, again } = draft;
    this.id = id;
    this.startedAt = startedAt;
    this.expiresAt = expiresAt;
    this.items = place.items;
    this.open = place.open;
    this.by = apart === null ? 'one-person' : 'two-people';
    this.status = statusFor(draft, side);
    this.round = (apart?.rounds ?? 0) + 1;
    this.again = this.status === 'differ' ? [] : Object.keys(again).sort();
  }
}

/** What one person found at the storage location. */
class FoundDto {
  @Parts({ says: 'Sealed containers', max: MOST_COUNTED_LINES }, () => SealedTallyDto)
  sealed!: SealedTallyDto[];

  @Parts({ says: 'Sealed containers in quarantine', max: MOST_COUNTED_LINES }, () => SealedTallyDto)
  quarantined!: SealedTallyDto[];

  @Parts({ says: 'Opened containers', max: MOST_COUNTED_LINES }, () => OpenTallyDto)
  open!: OpenTallyDto[];
}

/** What one of two people found who count apart. */
export class FiguresDto extends FoundDto {
  @Whole({
    says: 'The round of the running count; figures of an earlier one change nothing',
    min: 1,
    max: 100_000,
  })
  round!: number;
}

/** What was counted. */
export class TallyDto extends ActDto {
  @Uuid({ says: 'The running count; may be left out where the address names it', optional: true })
  count?: string;

  @Parts({ says: 'Sealed containers', max: MOST_COUNTED_LINES }, () => SealedTallyDto)
  sealed!: SealedTallyDto[];

  @Parts({ says: 'Sealed containers in quarantine', max: MOST_COUNTED_LINES }, () => SealedTallyDto)
  quarantined!: SealedTallyDto[];

  @Parts({ says: 'Opened containers', max: MOST_COUNTED_LINES }, () => OpenTallyDto)
  open!: OpenTallyDto[];

  @Part(
    { says: 'Of an inspection count: what the investigators found', optional: true },
    () => InvestigatorsDto,
  )
  investigators?: InvestigatorsDto | null;
}
