import { asId } from '../../domain/ids.js';
import type { DrawId } from '../../domain/ids.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import { DrawIdText } from './ids.dto.js';
import { Part } from './members.js';
import { QuantityDto } from './quantity.dto.js';

/** A quantity of one draw: given, or wasted. */
export class DrawQuantityDto {
  @DrawIdText({ says: 'The draw' })
  draw!: string;

  @Part({ says: 'How much of it, in the units of its product' }, () => QuantityDto)
  quantity!: QuantityDto;
}

export const readDrawQuantity = (
  dto: DrawQuantityDto,
): { readonly draw: DrawId; readonly quantity: Quantity } => ({
  draw: asId(dto.draw),
  quantity: QuantityDto.read(dto.quantity),
});
