import { asId } from '../../domain/ids.js';
import { WASTE_MANNERS, WASTE_REASONS } from '../../domain/bedside/infusion.js';
import type { WasteManner, WasteReason } from '../../domain/bedside/infusion.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { DrawQuantityDto, readDrawQuantity } from '../../platform/http/draw-quantity.dto.js';
import { ContainerIdText, PreparationIdText } from '../../platform/http/ids.dto.js';
import { Choice, Parts } from '../../platform/http/members.js';
import type { ActForm } from '../act-form.js';

/** Drug that was not given is made unusable. Exactly one of draws, preparation and container is named. */
export class WasteDto extends ActDto {
  @Parts({ says: 'What is wasted of which draws', max: 10 }, () => DrawQuantityDto)
  lines!: DrawQuantityDto[];

  @PreparationIdText({
    says: 'A bag or syringe, with everything that is left in it',
    optional: true,
  })
  preparation?: string | null;

  @ContainerIdText({ says: 'An entered single-dose container, with its remainder', optional: true })
  container?: string | null;

  @Choice({ says: 'Why it is wasted', of: WASTE_REASONS })
  why!: WasteReason;

  @Choice({ says: 'How it was made unusable', of: WASTE_MANNERS })
  manner!: WasteManner;
}

export const WASTE: ActForm<'waste', WasteDto> = {
  kind: 'waste',
  title: 'Waste',
  dto: WasteDto,
  units: ({ lines }) =>
    lines.map(({ draw, quantity }, index) => ({
      field: `lines.${index}.quantity`,
      quantity,
      of: { draw },
    })),
  read: (dto) => ({
    ...headOf(dto),
    kind: 'waste',
    lines: dto.lines.map(readDrawQuantity),
    preparation: dto.preparation == null ? null : asId(dto.preparation),
    container: dto.container == null ? null : asId(dto.container),
    why: dto.why,
    manner: dto.manner,
  }),
};
