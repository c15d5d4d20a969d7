import { QUARANTINE_REASONS } from '../../domain/stock/container.js';
import type { QuarantineReason } from '../../domain/stock/container.js';
import { ASSERTING_INVENTORIES } from '../../domain/counting/inventory.js';
import type { AssertingInventory } from '../../domain/counting/inventory.js';
import { ActDto } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { LocationIdText } from '../../platform/http/ids.dto.js';
import { Choice, CodedList, Day, Parts, Uuid, Whole } from '../../platform/http/members.js';
import {
  MOST_COUNTED_LINES,
  OpenTallyDto,
  SealedTallyDto,
  ToCountDto,
} from '../counted-place.dto.js';

const MOST_PLACES = 20;
const MOST_ITEMS = 50;

/** An inventory of everything that stands at the site, or of what was newly scheduled. */
export class BeginInventoryDto {
  @Choice({ says: 'Kind of inventory', of: ASSERTING_INVENTORIES })
  type!: AssertingInventory;

  @Choice({
    says: 'Whether it states the opening or the close of business',
    of: ['opening', 'close'],
  })
  asOf!: 'opening' | 'close';

  @Day({ says: 'The business day whose opening or close is stated' })
  date!: string;

  @CodedList({
    says: 'Newly scheduled audit items; left out where everything is counted',
    pattern: /^[^\p{Cc}]{1,200}$/u,
    form: 'audit items',
    max: MOST_ITEMS,
    optional: true,
  })
  items?: string[] | null;
}

/** What to count at one storage location. */
export class PlaceToCountDto extends ToCountDto {
  @ApiProperty({ example: 'safe' })
  location!: string;
}

/** A running inventory. */
export class RunningInventoryDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'date-time' })
  startedAt!: string;
  @ApiProperty({ description: 'The inventory gives its lock back then', format: 'date-time' })
  expiresAt!: string;
  @ApiProperty({ type: PlaceToCountDto, isArray: true })
  places!: readonly PlaceToCountDto[];
}

/** Containers that are held for one reason. */
export class HeldForDto {
  @Choice({ says: 'Why they are held', of: QUARANTINE_REASONS })
  why!: QuarantineReason;

  @Whole({ says: 'Number of containers', min: 0, max: 100_000 })
  containers!: number;
}

/** Sealed containers of one audit item that are set apart. */
export class QuarantinedTallyDto extends SealedTallyDto {
  @Parts({ says: 'The reasons, which add up to the number', max: MOST_ITEMS }, () => HeldForDto)
  reasons!: HeldForDto[];
}

/** What was found at one storage location. */
export class PlaceTallyDto {
  @LocationIdText({ says: 'The storage location' })
  location!: string;

  @Parts({ says: 'Sealed containers', max: MOST_COUNTED_LINES }, () => SealedTallyDto)
  sealed!: SealedTallyDto[];

  @Parts(
    { says: 'Sealed containers in quarantine', max: MOST_COUNTED_LINES },
    () => QuarantinedTallyDto,
  )
  quarantined!: QuarantinedTallyDto[];

  @Parts({ says: 'Opened containers', max: MOST_COUNTED_LINES }, () => OpenTallyDto)
  open!: OpenTallyDto[];
}

/** What was counted. */
export class InventoryTallyDto extends ActDto {
  @Uuid({
    says: 'The running inventory; may be left out where the address names it',
    optional: true,
  })
  inventory?: string;

  @Parts({ says: 'Every storage location of the site', max: MOST_PLACES }, () => PlaceTallyDto)
  places!: PlaceTallyDto[];
}
