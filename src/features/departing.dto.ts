import { COUNT_METHODS } from '../domain/counting/count.js';
import type { CountMethod } from '../domain/counting/count.js';
import type { DepartingLine } from '../domain/stock/departure.js';
import { asId } from '../domain/ids.js';
import { ContainerIdText } from '../platform/http/ids.dto.js';
import { Choice, Part } from '../platform/http/members.js';
import { QuantityDto } from '../platform/http/quantity.dto.js';
import type { UnitClaim } from './units.js';

/** Containers that leave on one line. */
export const MOST_DEPARTING = 100;

/** What people measured in an opened container. */
export class MeasureDto {
  @Part({ says: 'What was found; zero where nothing is left' }, () => QuantityDto)
  quantity!: QuantityDto;

  @Choice({ says: 'How it was measured', of: COUNT_METHODS })
  method!: CountMethod;

  @Part({ says: 'What the measuring device resolves' }, () => QuantityDto)
  resolution!: QuantityDto;
}

/** A container that leaves whole. */
export class DepartingLineDto {
  @ContainerIdText({ says: 'Which container' })
  container!: string;

  @Part(
    {
      says: 'What an opened container was found to hold; left out for a sealed one',
      optional: true,
    },
    () => MeasureDto,
  )
  measured?: MeasureDto | null;
}

export const readDeparting = ({ container, measured }: DepartingLineDto): DepartingLine => ({
  container: asId(container),
  measured:
    measured == null
      ? null
      : {
          quantity: QuantityDto.read(measured.quantity),
          method: measured.method,
          resolution: QuantityDto.read(measured.resolution),
        },
});

/** Measures have the unit of what they are measures of. */
export const departingUnits = (lines: readonly DepartingLineDto[]): readonly UnitClaim[] =>
  lines.flatMap(({ container, measured }, index) =>
    measured == null
      ? []
      : (['quantity', 'resolution'] as const).map((name) => ({
          field: `lines.${index}.measured.${name}`,
          quantity: measured[name],
          of: { container },
        })),
  );
