import { COUNT_TYPES } from '../../domain/count.js';
import type { CountType } from '../../domain/count.js';
import { ActDto } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { LocationIdText } from '../../platform/http/ids.dto.js';
import { Choice, Parts, Uuid, Whole } from '../../platform/http/members.js';
import { MOST_COUNTED_LINES, OpenTallyDto, SealedTallyDto } from '../counted-place.dto.js';
import { MovingDto } from '../moved.dto.js';

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

/** A running count: what to count, and never how much there should be. */
export class RunningCountDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'date-time' })
  startedAt!: string;
  @ApiProperty({ description: 'The count gives its lock back then', format: 'date-time' })
  expiresAt!: string;
  @ApiProperty({
    description: 'Audit items to count, sealed and in quarantine',
    type: String,
    isArray: true,
  })
  items!: readonly string[];
  @ApiProperty({ description: 'Opened containers to measure', type: String, isArray: true })
  open!: readonly string[];
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
}

/** Either the count is recorded, or some lines are to be counted again. */
export class TallyAnswerDto {
  @ApiProperty({ enum: ['recorded', 'recount'] })
  status!: 'recorded' | 'recount';
  @ApiProperty({ description: 'Lines to count again, by name', type: String, isArray: true })
  again!: readonly string[];
  @ApiProperty({ description: 'The entry, once recorded', type: MovingDto, nullable: true })
  entry!: MovingDto | null;
}
