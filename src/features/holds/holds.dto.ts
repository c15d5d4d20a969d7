import { HOLD_ENDS, SEAL_STATES } from '../../domain/bedside/bedside.js';
import type { HoldEnd, SealState } from '../../domain/bedside/bedside.js';
import { asId } from '../../domain/ids.js';
import { WASTE_MANNERS, WASTE_REASONS } from '../../domain/bedside/infusion.js';
import type { WasteManner, WasteReason } from '../../domain/bedside/infusion.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { DrawQuantityDto, readDrawQuantity } from '../../platform/http/draw-quantity.dto.js';
import { BagNumber, LocationIdText, PreparationIdText } from '../../platform/http/ids.dto.js';
import { Choice, Part, Parts } from '../../platform/http/members.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { ActForm } from '../act-form.js';

/** Residue is sealed in a numbered bag. Either draws or a preparation is named. */
export class HoldDto extends ActDto {
  @BagNumber({ says: 'Number printed on the bag; each bag is used once' })
  bag!: string;

  @LocationIdText({ says: 'Where the sealed bag is kept, locked' })
  location!: string;

  @Parts(
    { says: 'What is sealed of which draws, all of one order', max: 10 },
    () => DrawQuantityDto,
  )
  lines!: DrawQuantityDto[];

  @PreparationIdText({
    says: 'A bag or syringe, with everything that is left in it',
    optional: true,
  })
  preparation?: string | null;

  @Choice({ says: 'Why it is not given', of: WASTE_REASONS })
  why!: WasteReason;
}

export const HOLD: ActForm<'hold', HoldDto> = {
  kind: 'hold',
  title: 'Hold',
  dto: HoldDto,
  units: ({ lines }) =>
    lines.map(({ draw, quantity }, index) => ({
      field: `lines.${index}.quantity`,
      quantity,
      of: { draw },
    })),
  read: (dto) => ({
    ...headOf(dto),
    kind: 'hold',
    bag: asId(dto.bag),
    location: asId(dto.location),
    lines: dto.lines.map(readDrawQuantity),
    preparation: dto.preparation == null ? null : asId(dto.preparation),
    why: dto.why,
  }),
};

/** A sealed bag is opened. */
export class OpeningDto extends ActDto {
  @BagNumber({ says: 'Number on the bag, as both people read it' })
  bag!: string;

  @Choice({
    says: '`wasted`: its content is made unusable; `returned`: it goes on, in process again',
    of: HOLD_ENDS,
  })
  end!: HoldEnd;

  @Choice({ says: 'How the seal was found', of: SEAL_STATES })
  seal!: SealState;

  @Part(
    {
      says: 'Fluid measured in it, diluent included; left out where nobody measured',
      optional: true,
    },
    () => QuantityDto,
  )
  found?: QuantityDto | null;

  @Choice({
    says: 'How it was made unusable; left out where it goes on',
    of: WASTE_MANNERS,
    optional: true,
  })
  manner?: WasteManner | null;
}

export const OPENING: ActForm<'release-hold', OpeningDto> = {
  kind: 'release-hold',
  title: 'Opening of a sealed bag',
  dto: OpeningDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'release-hold',
    bag: asId(dto.bag),
    end: dto.end,
    seal: dto.seal,
    found: dto.found == null ? null : QuantityDto.read(dto.found),
    manner: dto.manner ?? null,
  }),
};
