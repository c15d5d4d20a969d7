import { BREAKAGE_CAUSES } from '../../domain/stock/container.js';
import type { BreakageCause } from '../../domain/stock/container.js';
import { asId } from '../../domain/ids.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ContainerIdText } from '../../platform/http/ids.dto.js';
import { Choice, Part, Parts, Text } from '../../platform/http/members.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { ActForm } from '../act-form.js';

export class BrokenDto {
  @ContainerIdText({ says: 'The container' })
  container!: string;

  @Part({ says: 'What could be saved of its content; zero where nothing could' }, () => QuantityDto)
  recovered!: QuantityDto;
}

/** Containers broke. */
export class BreakageDto extends ActDto {
  @Choice({ says: 'How it broke', of: BREAKAGE_CAUSES })
  cause!: BreakageCause;

  @Text({
    says: 'The circumstances, in the words of those who saw it; kept confidential',
    max: 2_000,
  })
  circumstances!: string;

  @Parts({ says: 'Which containers, and what was saved of each', min: 1, max: 50 }, () => BrokenDto)
  lines!: BrokenDto[];
}

export const BREAKAGE: ActForm<'breakage', BreakageDto> = {
  kind: 'breakage',
  title: 'Breakage',
  dto: BreakageDto,
  units: ({ lines }) =>
    lines.map(({ container, recovered }, index) => ({
      field: `lines.${index}.recovered`,
      quantity: recovered,
      of: { container },
    })),
  read: (dto) => ({
    ...headOf(dto, [{ field: 'circumstances', value: dto.circumstances, retention: 'case' }]),
    kind: 'breakage',
    cause: dto.cause,
    lines: dto.lines.map(({ container, recovered }) => ({
      container: asId(container),
      recovered: QuantityDto.read(recovered),
    })),
  }),
};
