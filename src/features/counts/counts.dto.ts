import { COUNT_METHODS, COUNT_TYPES } from '../../domain/count.js';
import type { CountMethod, CountType } from '../../domain/count.js';
import { ActDto } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { ContainerIdText, LocationIdText } from '../../platform/http/ids.dto.js';
import { Choice, Line, Part, Parts, Whole } from '../../platform/http/members.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import { MovingDto } from '../moved.dto.js';

const MOST_LINES = 200;

/** A count begins. */
export class CountDto {
  @Choice({ says: 'Kind of count', of: COUNT_TYPES })
  type!: CountType;

  @LocationIdText({ says: 'Storage location that is counted' })
  location!: string;
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

/** Containers of one audit item. */
export class SealedTallyDto {
  @Line({ says: 'Audit item', max: 200 })
  item!: string;

  @Whole({ says: 'Number of containers', min: 0, max: 100_000 })
  containers!: number;
}

/** An opened container. */
export class OpenTallyDto {
  @ContainerIdText({ says: 'The container' })
  container!: string;

  @Part({ says: 'What it holds' }, () => QuantityDto)
  quantity!: QuantityDto;

  @Choice({ says: 'How it was found out', of: COUNT_METHODS })
  method!: CountMethod;

  @Part({ says: 'What the measure resolves' }, () => QuantityDto)
  resolution!: QuantityDto;
}

/** What was counted. */
export class TallyDto extends ActDto {
  @Parts({ says: 'Sealed containers', max: MOST_LINES }, () => SealedTallyDto)
  sealed!: SealedTallyDto[];

  @Parts({ says: 'Sealed containers in quarantine', max: MOST_LINES }, () => SealedTallyDto)
  quarantined!: SealedTallyDto[];

  @Parts({ says: 'Opened containers', max: MOST_LINES }, () => OpenTallyDto)
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
