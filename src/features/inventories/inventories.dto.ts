import { QUARANTINE_REASONS } from '../../domain/stock/container.js';
import type { QuarantineReason } from '../../domain/stock/container.js';
import { asId } from '../../domain/ids.js';
import type { LedgerId } from '../../domain/ids.js';
import { BRINGS_STOCK_IN, MINTING_INVENTORIES } from '../../domain/counting/inventory.js';
import type { MintingInventory } from '../../domain/counting/inventory.js';
import { rejection } from '../../domain/rejection.js';
import type { RelocatedFrom } from '../../domain/request.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import { businessDate, instant } from '../../domain/measures/instant.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { FileHashText, LocationIdText, ProductIdText } from '../../platform/http/ids.dto.js';
import {
  Choice,
  Coded,
  Day,
  Line,
  Moment,
  Part,
  Parts,
  Whole,
} from '../../platform/http/members.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import { Problem } from '../../platform/http/problem.js';
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

/** The closing inventory of the old place. */
export class RelocatedFromDto {
  @Coded({ says: 'The old site', pattern: /^[a-z0-9]{12}$/, form: 'the id of a site' })
  site!: string;

  @Whole({ says: 'Line of its relocation-out inventory', min: 1, max: Number.MAX_SAFE_INTEGER })
  line!: number;
}

/** The first inventory of a site: initial, with zero allowed, or at go-live. */
export class InventoryDto extends ActDto {
  @Choice({ says: 'Kind of inventory', of: MINTING_INVENTORIES })
  type!: MintingInventory;

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

  @Part(
    { says: 'Where the stock of a relocated site came from', optional: true },
    () => RelocatedFromDto,
  )
  relocated?: RelocatedFromDto | null;
}

const commonOf = (line: InventoryLineDto) => ({
  product: asId(line.product),
  location: asId(line.location),
  lot: line.lot,
  expires: businessDate(line.expires),
  quarantine: line.quarantine ?? null,
});

export const inventoryForm = (reader: LedgerReader): ActForm<'inventory', InventoryDto> => ({
  kind: 'inventory',
  title: 'Inventory',
  dto: InventoryDto,
  read: async (dto) => ({
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
    ...BRINGS_STOCK_IN,
    relocated: dto.relocated == null ? null : await relocatedFrom(dto.relocated, reader),
  }),
});

/** What the old place closed with, as its own ledger states it. */
async function relocatedFrom(
  { site, line }: RelocatedFromDto,
  reader: LedgerReader,
): Promise<RelocatedFrom> {
  const old: LedgerId = asId(site);
  const found = await reader.entry(old, line);
  const closing = found?.entry.effects.states.find((state) => state.noun === 'inventory');
  if (found === undefined || closing?.noun !== 'inventory' || closing.type !== 'relocation-out')
    throw Problem.rejected(rejection('inventory.needs-closing', { line }));
  return { site: old, line, leaf: found.leafHash, stated: closing.stated };
}
