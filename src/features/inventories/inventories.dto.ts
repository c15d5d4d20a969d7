import { QUARANTINE_REASONS } from '../../domain/container.js';
import type { QuarantineReason } from '../../domain/container.js';
import { asId } from '../../domain/ids.js';
import { businessDate, instant } from '../../domain/instant.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { FileHashText, LocationIdText, ProductIdText } from '../../platform/http/ids.dto.js';
import { Choice, Day, Line, Moment, Part, Parts, Whole } from '../../platform/http/members.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { ActForm } from '../act-form.js';

const LONGEST_LOT = 20;
const MOST_LINES = 150;

class InventoryLineDto {
  @ProductIdText({ says: 'Approved product' })
  product!: string;

  @LocationIdText({ says: 'Where it stands' })
  location!: string;

  @Line({ says: 'Lot as labelled', max: LONGEST_LOT })
  lot!: string;

  @Day({ says: 'Last day of the labelled expiry' })
  expires!: string;

  @Choice({ says: 'Why it is set apart, if it is', of: QUARANTINE_REASONS, optional: true })
  quarantine?: QuarantineReason | null;
}

/** Sealed containers of one lot: always counted exactly. */
export class InventorySealedLineDto extends InventoryLineDto {
  @Whole({ says: 'Number of containers', min: 0, max: MOST_LINES })
  containers!: number;
}

/** One opened container. */
export class InventoryOpenLineDto extends InventoryLineDto {
  @Part({ says: 'What it holds' }, () => QuantityDto)
  quantity!: QuantityDto;

  @Choice({ says: 'Whether it was measured or estimated', of: ['exact', 'estimated'] })
  method!: 'exact' | 'estimated';

  @Moment({ says: 'First puncture' })
  openedAt!: string;

  @Moment({ says: 'End of use after puncture' })
  beyondUseAt!: string;
}

export class PreviousInventoryDto {
  @Day({ says: 'Date of the last inventory' })
  date!: string;

  @FileHashText({ says: 'Scan of its signed print', optional: true })
  file?: string | null;
}

/** The first inventory of a site: initial, with zero allowed, or at go-live. */
export class InventoryDto extends ActDto {
  @Choice({ says: 'Kind of inventory', of: ['initial', 'go-live'] })
  type!: 'initial' | 'go-live';

  @Choice({
    says: 'Whether it states the opening or the close of business',
    of: ['opening', 'close'],
  })
  asOf!: 'opening' | 'close';

  @Moment({ says: 'When counting began' })
  startedAt!: string;

  @Moment({ says: 'When counting ended' })
  endedAt!: string;

  @Parts(
    { says: 'Sealed containers; none for a zero inventory', max: MOST_LINES },
    () => InventorySealedLineDto,
  )
  sealed!: InventorySealedLineDto[];

  @Parts({ says: 'Opened containers', max: MOST_LINES }, () => InventoryOpenLineDto)
  open!: InventoryOpenLineDto[];

  @Part({ says: 'The inventory before go-live', optional: true }, () => PreviousInventoryDto)
  previous?: PreviousInventoryDto | null;
}

const commonOf = (line: InventoryLineDto) => ({
  product: asId(line.product),
  location: asId(line.location),
  lot: line.lot,
  expires: businessDate(line.expires),
  quarantine: line.quarantine ?? null,
});

export const INVENTORY: ActForm<'inventory', InventoryDto> = {
  kind: 'inventory',
  title: 'Inventory',
  dto: InventoryDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'inventory',
    type: dto.type,
    asOf: dto.asOf,
    startedAt: instant(dto.startedAt),
    endedAt: instant(dto.endedAt),
    sealed: dto.sealed.map((line) => ({ ...commonOf(line), containers: line.containers })),
    open: dto.open.map((line) => ({
      ...commonOf(line),
      quantity: QuantityDto.read(line.quantity),
      method: line.method,
      openedAt: instant(line.openedAt),
      beyondUseAt: instant(line.beyondUseAt),
    })),
    previous:
      dto.previous == null
        ? null
        : {
            date: businessDate(dto.previous.date),
            file: dto.previous.file == null ? null : asId(dto.previous.file),
          },
  }),
};
