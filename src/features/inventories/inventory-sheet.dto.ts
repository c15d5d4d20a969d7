import type { Entry } from '../../domain/entry.js';
import type { WholeInventory, InventoryDue } from '../../domain/counting/inventory-due.js';
import { INVENTORY_TYPES } from '../../domain/counting/inventory.js';
import type {
  AddedBack,
  Inventory,
  InventoryType,
  StatedItem,
} from '../../domain/counting/inventory.js';
import { formatQuantity } from '../../domain/measures/quantity.js';
import type { InventoryRequest } from '../../domain/request.js';
import { ApiProperty } from '../../platform/http/described.js';
import { PageDto } from '../../platform/http/page.dto.js';
import { SheetPlaceDto } from '../counted-sheet.dto.js';
import { SignedCopyDto } from './signed-copies.dto.js';

/** A line between the stated moment and the count, taken back. */
export class AddedBackDto {
  @ApiProperty()
  line: number;
  @ApiProperty({ example: 'container:12-1' })
  account: string;
  @ApiProperty()
  item: string;
  @ApiProperty({
    description: 'Added to what was found; with a minus, taken off',
    example: '0.700',
  })
  quantity: string;
  @ApiProperty({ description: 'Sealed containers added; with a minus, taken off' })
  sealed: number;

  constructor({ line, account, item, quantity, sealed }: AddedBack) {
    this.line = line;
    this.account = account;
    this.item = item;
    this.quantity = formatQuantity(quantity);
    this.sealed = sealed;
  }
}

/** What is stated of an audit item. */
export class StatedItemDto {
  @ApiProperty()
  item: string;
  @ApiProperty({ description: 'Sealed containers, those in quarantine among them' })
  sealed: number;
  @ApiProperty({ description: 'Everything in containers', example: '49.300' })
  onHand: string;
  @ApiProperty({ description: 'By the book: it stands on no shelf', example: '0.000' })
  inProcess: string;
  @ApiProperty({ description: 'By the book: residue in numbered bags', example: '0.000' })
  held: string;

  constructor({ item, sealed, onHand, inProcess, held }: StatedItem) {
    this.item = item;
    this.sealed = sealed;
    this.onHand = formatQuantity(onHand);
    this.inProcess = formatQuantity(inProcess);
    this.held = formatQuantity(held);
  }
}

/** Why containers of an item are set apart. */
export class HeldReasonDto {
  @ApiProperty()
  location!: string;
  @ApiProperty()
  item!: string;
  @ApiProperty()
  why!: string;
  @ApiProperty()
  containers!: number;
}

/** An inventory that asserts, as its reviewer reads it: what was found, what was taken back, and what it states. */
export class InventorySheetDto {
  @ApiProperty()
  line: number;
  @ApiProperty({ enum: INVENTORY_TYPES })
  type: InventoryType;
  @ApiProperty({ enum: ['opening', 'close'] })
  asOf: 'opening' | 'close';
  @ApiProperty({ format: 'date' })
  date: string;
  @ApiProperty({ description: 'The stated moment', format: 'date-time' })
  at: string;
  @ApiProperty({ description: 'When counting began', format: 'date-time' })
  startedAt: string;
  @ApiProperty({ description: 'When counting ended', format: 'date-time' })
  endedAt: string;
  @ApiProperty({ type: SheetPlaceDto, isArray: true })
  places: readonly SheetPlaceDto[];
  @ApiProperty({ type: HeldReasonDto, isArray: true })
  quarantined: readonly HeldReasonDto[];
  @ApiProperty({ type: AddedBackDto, isArray: true })
  addedBack: readonly AddedBackDto[];
  @ApiProperty({ type: StatedItemDto, isArray: true })
  stated: readonly StatedItemDto[];

  constructor(line: number, request: InventoryRequest, inventory: Inventory) {
    this.line = line;
    this.type = inventory.type;
    this.asOf = inventory.asOf;
    this.date = inventory.date;
    this.at = inventory.at;
    this.startedAt = request.startedAt;
    this.endedAt = request.endedAt;
    this.places = inventory.places.map((place) => new SheetPlaceDto(place));
    this.quarantined = request.places.flatMap(({ location, quarantined }) =>
      quarantined.flatMap(({ item, reasons }) =>
        reasons.map(({ why, containers }) => ({ location, item, why, containers })),
      ),
    );
    this.addedBack = inventory.addedBack.map((each) => new AddedBackDto(each));
    this.stated = inventory.stated.map((each) => new StatedItemDto(each));
  }
}

/** An inventory in the list. */
export class ListedInventoryDto {
  @ApiProperty()
  line: number;
  @ApiProperty({ enum: INVENTORY_TYPES })
  type: InventoryType;
  @ApiProperty({ enum: ['opening', 'close'] })
  asOf: 'opening' | 'close';
  @ApiProperty({ description: 'The business day that it states', format: 'date' })
  date: string;
  @ApiProperty({
    description: 'The signed print as it was filed; null while it is not',
    type: SignedCopyDto,
    nullable: true,
  })
  signedCopy: SignedCopyDto | null;

  constructor(
    { seq, businessDate }: Entry,
    request: InventoryRequest,
    signedCopy: SignedCopyDto | null,
  ) {
    this.line = seq;
    this.type = request.type;
    this.asOf = request.asOf;
    this.date = request.date ?? businessDate;
    this.signedCopy = signedCopy;
  }
}

export class InventoryPageDto extends PageDto {
  @ApiProperty({ type: ListedInventoryDto, isArray: true })
  items!: readonly ListedInventoryDto[];
}

/** The last inventory of everything. */
export class WholeInventoryDto {
  @ApiProperty({ description: 'Its line' })
  line!: number;
  @ApiProperty({ enum: INVENTORY_TYPES })
  type!: InventoryType;
  @ApiProperty({
    description: 'The date that it counts for; of a go-live inventory, that of the one before it',
    format: 'date',
  })
  date!: string;
}

const STATUSES = ['missing', 'in-time', 'due-soon', 'overdue'] as const;

/** When the next inventory of everything is due. */
export class InventoryDueDto {
  @ApiProperty({ description: '`missing`: the site has none yet', enum: STATUSES })
  status: (typeof STATUSES)[number];
  @ApiProperty({ type: WholeInventoryDto, nullable: true })
  last: WholeInventory | null;
  @ApiProperty({ description: 'Months that the site publishes', example: 24 })
  months: number;
  @ApiProperty({
    description: 'The last day on which it is in time',
    format: 'date',
    type: String,
    nullable: true,
  })
  due: string | null;
  @ApiProperty({
    description: 'Days until then; below zero where overdue',
    type: Number,
    nullable: true,
  })
  daysLeft: number | null;
  @ApiProperty({
    description: 'The warning that has been reached, in days before the last day',
    enum: [90, 30, 7],
    type: Number,
    nullable: true,
  })
  warning: number | null;

  constructor(months: number, found: InventoryDue | null) {
    this.months = months;
    this.last = found?.last ?? null;
    this.due = found?.due ?? null;
    this.daysLeft = found?.daysLeft ?? null;
    this.warning = found?.warning ?? null;
    this.status = statusOf(found);
  }
}

function statusOf(found: InventoryDue | null): InventoryDueDto['status'] {
  if (found === null) return 'missing';
  if (found.daysLeft < 0) return 'overdue';
  return found.warning === null ? 'in-time' : 'due-soon';
}
