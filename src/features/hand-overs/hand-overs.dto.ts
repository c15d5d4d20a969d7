import { DEPARTURE_CAUSES, RECEIVING_UNITS } from '../../domain/bedside/bedside.js';
import type { DepartureCause, ReceivingUnit } from '../../domain/bedside/bedside.js';
import { asId } from '../../domain/ids.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { DrawQuantityDto, readDrawQuantity } from '../../platform/http/draw-quantity.dto.js';
import { OrderIdText, PreparationIdText } from '../../platform/http/ids.dto.js';
import { Choice, Line, Part, Parts } from '../../platform/http/members.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { ActForm } from '../act-form.js';

export class LeftInDto {
  @PreparationIdText({ says: 'The bag or syringe' })
  id!: string;

  @Part({ says: 'Volume in it at departure, diluent included' }, () => QuantityDto)
  left!: QuantityDto;
}

/** Drug that left with a patient. Either draws or a preparation is named. */
export class HandOverDto extends ActDto {
  @OrderIdText({ says: 'The order of the patient who left' })
  order!: string;

  @Choice({ says: 'Why the patient left', of: DEPARTURE_CAUSES })
  cause!: DepartureCause;

  @Choice({ says: 'Who took the patient and the drug over', of: RECEIVING_UNITS })
  unit!: ReceivingUnit;

  @Line({ says: 'Name of the receiving unit; kept confidential', max: 200, optional: true })
  unitName?: string | null;

  @Part({ says: 'A prepared bag or syringe that left', optional: true }, () => LeftInDto)
  preparation?: LeftInDto | null;

  @Parts({ says: 'What left of draws that were not prepared', max: 10 }, () => DrawQuantityDto)
  lines!: DrawQuantityDto[];
}

export const HAND_OVER: ActForm<'hand-over', HandOverDto> = {
  kind: 'hand-over',
  title: 'Hand-over',
  dto: HandOverDto,
  units: ({ lines }) =>
    lines.map(({ draw, quantity }, index) => ({
      field: `lines.${index}.quantity`,
      quantity,
      of: { draw },
    })),
  read: (dto) => ({
    ...headOf(
      dto,
      dto.unitName == null
        ? []
        : [{ field: 'receiving_unit', value: dto.unitName, retention: 'patient' }],
    ),
    kind: 'hand-over',
    order: asId(dto.order),
    cause: dto.cause,
    unit: dto.unit,
    preparation:
      dto.preparation == null
        ? null
        : { id: asId(dto.preparation.id), left: QuantityDto.read(dto.preparation.left) },
    lines: dto.lines.map(readDrawQuantity),
  }),
};
