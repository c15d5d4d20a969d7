import { asId } from '../../domain/ids.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ContainerIdText, FileHashText } from '../../platform/http/ids.dto.js';
import { Choice, Line, Part, Parts } from '../../platform/http/members.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { ActForm } from '../act-form.js';
import {
  DepartingLineDto,
  departingUnits,
  MOST_DEPARTING,
  readDeparting,
} from '../departing.dto.js';

/** A quantity drawn from a container that stays. */
export class SampledDto {
  @ContainerIdText({ says: 'Which container' })
  container!: string;

  @Part({ says: 'How much was drawn from it' }, () => QuantityDto)
  quantity!: QuantityDto;
}

/** Drug that an authority took, or that went for assay. A second person signs as `witnessed`. */
export class SampleDto extends ActDto {
  @Choice({ says: 'Who has it now', of: ['authority', 'assay'] })
  by!: 'authority' | 'assay';

  @Line({ says: 'Name of the agency or laboratory; of an officer, in the note', max: 120 })
  taker!: string;

  @Line({ says: 'Number of the receipt', max: 80, optional: true })
  receipt?: string | null;

  @Parts({ says: 'Containers that went whole', max: MOST_DEPARTING }, () => DepartingLineDto)
  lines!: DepartingLineDto[];

  @Parts({ says: 'Quantities drawn from containers that stay', max: 10 }, () => SampledDto)
  drawn!: SampledDto[];

  @FileHashText({ says: 'Scan of the receipt', optional: true })
  file?: string | null;
}

export const SAMPLE: ActForm<'sample', SampleDto> = {
  kind: 'sample',
  title: 'Sample',
  dto: SampleDto,
  units: ({ lines, drawn }) => [
    ...departingUnits(lines),
    ...drawn.map(({ container, quantity }, index) => ({
      field: `drawn.${index}.quantity`,
      quantity,
      of: { container },
    })),
  ],
  read: (dto) => ({
    ...headOf(dto),
    kind: 'sample',
    by: dto.by,
    taker: dto.taker,
    receipt: dto.receipt ?? null,
    lines: dto.lines.map(readDeparting),
    drawn: dto.drawn.map(({ container, quantity }) => ({
      container: asId(container),
      quantity: QuantityDto.read(quantity),
    })),
    file: dto.file == null ? null : asId(dto.file),
  }),
};
