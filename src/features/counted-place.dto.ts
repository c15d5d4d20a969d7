import { COUNT_METHODS } from '../domain/counting/count.js';
import type { CountMethod } from '../domain/counting/count.js';
import { asId } from '../domain/ids.js';
import type { BaseUnit } from '../domain/measures/quantity.js';
import { ApiProperty } from '../platform/http/described.js';
import { ContainerIdText } from '../platform/http/ids.dto.js';
import { Choice, Line, Part, Whole } from '../platform/http/members.js';
import { QuantityDto, UNITS } from '../platform/http/quantity.dto.js';
import { MovingDto } from './moved.dto.js';
import type { UnitClaim } from './units.js';

/** Lines that one tally takes. */
export const MOST_COUNTED_LINES = 200;

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

/** What was found at one storage location. */
export interface CountedPlaceDto {
  readonly sealed: readonly SealedTallyDto[];
  readonly quarantined: readonly SealedTallyDto[];
  readonly open: readonly OpenTallyDto[];
}

/** Each opened container is measured in its own unit. `field` is where the list stands in the body. */
export const unitsOfOpen = (
  open: readonly { readonly container: string; readonly quantity: QuantityDto }[],
  field: string,
): readonly UnitClaim[] =>
  open.map(({ container, quantity }, index) => ({
    field: `${field}.${index}.quantity`,
    quantity,
    of: { container: asId(container) },
  }));

/** An opened container to measure, and never what it should hold. */
export class OpenToCountDto {
  @ApiProperty({ example: '12-1' })
  container!: string;
  @ApiProperty({ description: 'Audit item' })
  item!: string;
  @ApiProperty({ description: 'The unit in which it is measured', enum: UNITS })
  unit!: BaseUnit;
}

/** What to count, and never how much there should be. */
export class ToCountDto {
  @ApiProperty({
    description: 'Audit items to count, sealed and in quarantine',
    type: String,
    isArray: true,
  })
  items!: readonly string[];
  @ApiProperty({
    description: 'Opened containers to measure',
    type: OpenToCountDto,
    isArray: true,
  })
  open!: readonly OpenToCountDto[];
}

/** Either it is recorded, or some lines are to be counted again. */
export class TallyAnswerDto {
  @ApiProperty({ enum: ['recorded', 'recount'] })
  status!: 'recorded' | 'recount';
  @ApiProperty({ description: 'Lines to count again, by name', type: String, isArray: true })
  again!: readonly string[];
  @ApiProperty({ description: 'The entry, once recorded', type: MovingDto, nullable: true })
  entry!: MovingDto | null;
}
