import type { CloseOut, Condition, Container, Stock } from '../../domain/stock/container.js';
import { formatQuantity, formatStrength } from '../../domain/measures/quantity.js';
import type { BaseUnit, Quantity } from '../../domain/measures/quantity.js';
import type { Weighing } from '../../domain/stock/weighing.js';
import { ApiProperty } from '../../platform/http/described.js';
import { LocationIdText } from '../../platform/http/ids.dto.js';
import { Choice, Coded, Day, Line, Moment } from '../../platform/http/members.js';
import { PageDto, PageQueryDto } from '../../platform/http/page.dto.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import { WeighedVolumeDto } from '../weighed.dto.js';

const nullable = { nullable: true, type: String } as const;

/** What a site has of one audit item. */
export class BalanceDto {
  @ApiProperty({ example: 'ketamine 50 mg/mL injection, 10 mL' })
  item!: string;
  @ApiProperty({ description: 'In containers: the balance that the ledger prints' })
  onHand!: QuantityDto;
  @ApiProperty({ description: 'Drawn and not yet accounted for' })
  inProcess!: QuantityDto;
  @ApiProperty({ description: 'Residue in numbered bags, awaiting a witness' })
  held!: QuantityDto;
  @ApiProperty({ description: 'On hand, in process and held together' })
  inCustody!: QuantityDto;
  @ApiProperty({ description: 'Sealed containers that may be used', example: 12 })
  sealed!: number;
  @ApiProperty({ description: 'Open containers, those in quarantine among them', example: 1 })
  open!: number;
  @ApiProperty({ description: 'Sealed containers in quarantine', example: 0 })
  quarantined!: number;
}

export class BalancesDto {
  @ApiProperty({ type: BalanceDto, isArray: true })
  items: readonly BalanceDto[];

  constructor(items: readonly BalanceDto[]) {
    this.items = items;
  }
}

const STATUSES = ['sealed', 'open', 'closed'] as const;

export class ContainersQueryDto extends PageQueryDto {
  @Choice({ says: 'Only containers in this state', of: STATUSES, optional: true })
  status?: Condition['status'];

  @Line({ says: 'Only of this audit item', max: 200, optional: true })
  item?: string;

  @Coded({
    says: 'Only at this storage location',
    pattern: /^[a-z0-9][a-z0-9-]{0,39}$/,
    form: 'the id of a storage location',
    optional: true,
  })
  location?: string;
}

const YES_NO = ['yes', 'no'] as const;

/** What is expected of the containers of a list, beside their state and place. */
export class ContainerListQueryDto extends ContainersQueryDto {
  @Choice({ says: 'Only what is in quarantine, or only what is not', of: YES_NO, optional: true })
  quarantined?: (typeof YES_NO)[number];

  @Line({ says: 'Only of this lot', max: 40, optional: true })
  lot?: string;

  @Day({ says: 'Only what is on hand and expires on this day or before', optional: true })
  expiresUntil?: string;

  @Moment({
    says: 'Only what is open and may be used until this time at the latest',
    optional: true,
  })
  beyondUseUntil?: string;
}

/** A container with everything that it shares with its lot. */
export interface FoundContainer {
  readonly container: Container;
  readonly condition: Condition;
  readonly stock: Stock;
  readonly remaining: Quantity;
}

/** A vial, ampule, syringe, bottle or device of a site. */
export class ContainerDto {
  @ApiProperty({ example: '41-3' })
  container: string;
  @ApiProperty({ example: 'ketamine 50 mg/mL injection, 10 mL' })
  item: string;
  @ApiProperty({ example: 'product-9' })
  product: string;
  @ApiProperty({ example: 'Ketalar' })
  name: string;
  @ApiProperty({ example: 'Par' })
  labeler: string;
  @ApiProperty({ example: '42023-0113-10' })
  ndc: string;
  @ApiProperty({ example: '50 mg/mL' })
  strength: string;
  @ApiProperty()
  size: QuantityDto;
  @ApiProperty({ example: 'AB1234' })
  lot: string;
  @ApiProperty({ description: 'Last day of the labelled expiry', format: 'date' })
  expires: string;
  @ApiProperty(nullable)
  serial: string | null;
  @ApiProperty({ example: 'safe' })
  location: string;
  @ApiProperty({ enum: STATUSES })
  status: string;
  @ApiProperty({ description: 'Why it is in quarantine; null where it is not', ...nullable })
  quarantine: string | null;
  @ApiProperty({ format: 'date-time', ...nullable })
  openedAt: string | null;
  @ApiProperty({ format: 'date-time', ...nullable })
  beyondUseAt: string | null;
  @ApiProperty({ description: 'How often it was drawn from', example: 7 })
  draws: number;
  @ApiProperty({ description: 'What the book says that is in it' })
  remaining: QuantityDto;

  constructor({ container, condition, stock, remaining }: FoundContainer) {
    this.container = container.id;
    this.item = stock.item;
    this.product = stock.product;
    this.name = stock.name;
    this.labeler = stock.labeler;
    this.ndc = stock.ndc;
    this.strength = formatStrength(stock.strength, stock.unit);
    this.size = QuantityDto.of(stock.size, stock.unit);
    this.lot = stock.lot;
    this.expires = stock.expires;
    this.serial = container.serial;
    this.location = condition.location;
    this.status = condition.status;
    this.quarantine = condition.quarantine;
    this.openedAt = condition.openedAt;
    this.beyondUseAt = condition.beyondUseAt;
    this.draws = condition.draws;
    this.remaining = QuantityDto.of(remaining, stock.unit);
  }
}

export class ContainerPageDto extends PageDto {
  @ApiProperty({ type: ContainerDto, isArray: true })
  items: readonly ContainerDto[];

  constructor(items: readonly ContainerDto[], next: string | null) {
    super(next);
    this.items = items;
  }
}

/** How a container ended. */
export class CloseOutDto {
  @ApiProperty({ example: 1234 })
  line: number;
  @ApiProperty()
  overfill: QuantityDto;
  @ApiProperty()
  hubLoss: QuantityDto;
  @ApiProperty({
    description: 'Missing beyond hub loss; negative where more came out than is explained',
  })
  unexplained: string;
  @ApiProperty({ description: 'Discrepancy that it opened or belongs to', ...nullable })
  discrepancy: string | null;

  @ApiProperty({
    description: 'Book before it was settled; negative where more came out than the label says',
    example: '0.210',
  })
  book: string;
  @ApiProperty({ description: 'Most that hubs may keep: draws times dead space' })
  deadSpaceMaximum: QuantityDto;
  @ApiProperty({ description: 'Most that it may have held above its label' })
  overfillAllowance: QuantityDto;
  @ApiProperty({ description: 'Whether the book was exactly nothing: rare after several draws' })
  exactlyZero: boolean;

  constructor(closed: CloseOut, unit: BaseUnit) {
    this.line = closed.line;
    this.book = formatQuantity(closed.book);
    this.deadSpaceMaximum = QuantityDto.of(closed.deadSpaceMaximum, unit);
    this.overfillAllowance = QuantityDto.of(closed.overfillAllowance, unit);
    this.exactlyZero = closed.book === 0n;
    this.overfill = QuantityDto.of(closed.overfill, unit);
    this.hubLoss = QuantityDto.of(closed.hubLoss, unit);
    this.unexplained = formatQuantity(closed.unexplained);
    this.discrepancy = closed.discrepancy;
  }
}

/** A movement of a container's drug. */
export class ContainerMovementDto {
  @ApiProperty({ example: 57 })
  line!: number;
  @ApiProperty({ example: 'container:41-3' })
  from!: string;
  @ApiProperty({ example: 'in-process:57-1' })
  to!: string;
  @ApiProperty()
  quantity!: QuantityDto;
  @ApiProperty({ description: 'What the book then said that is in it', example: '9.300' })
  remaining!: string;
}

/** What may be left in an open container. Decimal text in its unit. */
export class ClosingRangeDto {
  @ApiProperty({ description: 'Book less what the hubs of its draws may have kept' })
  low: QuantityDto;
  @ApiProperty({ description: 'Book and what it may have held above its label' })
  high: QuantityDto;

  constructor(range: { readonly low: Quantity; readonly high: Quantity }, unit: BaseUnit) {
    this.low = QuantityDto.of(range.low, unit);
    this.high = QuantityDto.of(range.high, unit);
  }
}

/** What stands beside a container in the answer about it. */
export interface ContainerHistory {
  readonly movements: readonly ContainerMovementDto[];
  readonly closeOut: CloseOut | undefined;
  readonly weighing: Weighing | undefined;
  /** Null where it is not open. */
  readonly expected: { readonly low: Quantity; readonly high: Quantity } | null;
}

/** A container from its receipt to its end. */
export class WholeContainerDto extends ContainerDto {
  @ApiProperty({
    description: 'What may be left in it while it is open; closing outside opens a discrepancy',
    type: ClosingRangeDto,
    nullable: true,
  })
  expected: ClosingRangeDto | null;
  @ApiProperty({ description: 'The newest weighing', type: WeighedVolumeDto, nullable: true })
  weighing: WeighedVolumeDto | null;
  @ApiProperty({ description: 'Everyone who drew from it', type: String, isArray: true })
  drawers: readonly string[];
  @ApiProperty({ type: ContainerMovementDto, isArray: true })
  movements: readonly ContainerMovementDto[];
  @ApiProperty({ type: CloseOutDto, nullable: true })
  closeOut: CloseOutDto | null;

  constructor(found: FoundContainer, history: ContainerHistory) {
    super(found);
    const { unit } = found.stock;
    const { expected, weighing, closeOut } = history;
    this.expected = expected === null ? null : new ClosingRangeDto(expected, unit);
    this.weighing = weighing === undefined ? null : new WeighedVolumeDto(weighing);
    this.drawers = found.condition.drawers;
    this.movements = history.movements;
    // A parcel that came back was closed once and is here again.
    const isClosed = found.condition.status === 'closed';
    this.closeOut = closeOut === undefined || !isClosed ? null : new CloseOutDto(closeOut, unit);
  }
}

/** For which draw a container is looked for. */
export class NextContainerQueryDto {
  @Line({ says: 'Audit item', max: 200 })
  item!: string;

  @LocationIdText({ says: 'Storage location; every one if left out', optional: true })
  location?: string;

  @Coded({
    says: 'How much is to be drawn, in the unit of the item; nothing if left out',
    pattern: /^(0|[1-9]\d{0,6})(\.\d{1,3})?$/,
    form: 'a decimal with up to three places, such as 0.700',
    optional: true,
  })
  quantity?: string;

  @Coded({
    says: 'Id of the patient: only with it are containers shown that serve one patient',
    pattern: /^[a-z0-9-]{1,60}$/,
    form: 'the id of a patient of this site',
    optional: true,
  })
  patient?: string;
}

/** A container in the order of use. */
export class NextContainerDto extends ContainerDto {
  @ApiProperty({ description: 'How much of the quantity it would give' })
  take: QuantityDto;

  constructor(found: FoundContainer, take: Quantity) {
    super(found);
    this.take = QuantityDto.of(take, found.stock.unit);
  }
}

/** Containers in the order in which they are to be used: what is first is used first. */
export class NextContainersDto {
  @ApiProperty({ type: NextContainerDto, isArray: true })
  items: readonly NextContainerDto[];

  constructor(items: readonly NextContainerDto[]) {
    this.items = items;
  }
}
