import { asId } from '../../domain/ids.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { DrawIds, OrderIdText } from '../../platform/http/ids.dto.js';
import { Choice, Line, Part } from '../../platform/http/members.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { ActForm } from '../act-form.js';

/** Draws and a diluent become a bag or syringe. */
export class PreparationDto extends ActDto {
  @OrderIdText({ says: 'Order that it is for' })
  order!: string;

  @DrawIds({ says: 'Draws that go into it', min: 1, max: 10 })
  draws!: string[];

  @Choice({ says: 'What it is made in', of: ['bag', 'syringe'] })
  vessel!: 'bag' | 'syringe';

  @Line({ says: 'What it is diluted with', max: 80 })
  diluent!: string;

  @Part({ says: 'Total volume after dilution' }, () => QuantityDto)
  totalVolume!: QuantityDto;

  @Choice({
    says: 'Whether the volume was measured, or is the one on the bag',
    of: ['measured', 'stated'],
  })
  volumeIs!: 'measured' | 'stated';
}

export const PREPARATION: ActForm<'preparation', PreparationDto> = {
  kind: 'preparation',
  title: 'Preparation',
  dto: PreparationDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'preparation',
    order: asId(dto.order),
    draws: dto.draws.map((id) => asId(id)),
    vessel: dto.vessel,
    diluent: dto.diluent,
    totalVolume: QuantityDto.read(dto.totalVolume),
    volumeIs: dto.volumeIs,
  }),
};
