import { COUNT_METHODS } from '../domain/count.js';
import type { CountMethod } from '../domain/count.js';
import { ContainerIdText } from '../platform/http/ids.dto.js';
import { Choice, Line, Part, Whole } from '../platform/http/members.js';
import { QuantityDto } from '../platform/http/quantity.dto.js';

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
