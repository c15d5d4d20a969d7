import { asId } from '../../domain/ids.js';
import { instant } from '../../domain/measures/instant.js';
import type { AdministrationRequest } from '../../domain/request.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { DrawQuantityDto, readDrawQuantity } from '../../platform/http/draw-quantity.dto.js';
import { OrderIdText, PreparationIdText } from '../../platform/http/ids.dto.js';
import { Choice, Moment, Part, Parts } from '../../platform/http/members.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { ActForm } from '../act-form.js';

/** How much of a bag or syringe ran in. */
export class InfusedDto {
  @PreparationIdText({ says: 'The bag or syringe' })
  id!: string;

  @Part({ says: 'Volume that ran in, of the diluted total' }, () => QuantityDto)
  infused!: QuantityDto;
}

/** What reached the patient. */
export class AdministrationDto extends ActDto {
  @OrderIdText({ says: 'Order that it was given for' })
  order!: string;

  @Choice({ says: 'How it ended', of: ['completed', 'stopped', 'not-given'] })
  outcome!: AdministrationRequest['outcome'];

  @Part({ says: 'The bag or syringe, where one was made', optional: true }, () => InfusedDto)
  preparation?: InfusedDto | null;

  @Parts({ says: 'What was given straight from draws', max: 10 }, () => DrawQuantityDto)
  lines!: DrawQuantityDto[];

  @Moment({ says: 'When it began; occurredAt is when it ended', optional: true })
  startedAt?: string | null;
}

export const ADMINISTRATION: ActForm<'administration', AdministrationDto> = {
  kind: 'administration',
  title: 'Administration',
  dto: AdministrationDto,
  units: ({ lines }) =>
    lines.map(({ draw, quantity }, index) => ({
      field: `lines.${index}.quantity`,
      quantity,
      of: { draw },
    })),
  read: (dto) => ({
    ...headOf(dto),
    kind: 'administration',
    order: asId(dto.order),
    outcome: dto.outcome,
    preparation:
      dto.preparation == null
        ? null
        : { id: asId(dto.preparation.id), infused: QuantityDto.read(dto.preparation.infused) },
    lines: dto.lines.map(readDrawQuantity),
    startedAt: dto.startedAt == null ? null : instant(dto.startedAt),
  }),
};
