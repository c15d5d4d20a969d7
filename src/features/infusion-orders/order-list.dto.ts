import { formatMass } from '../../domain/measures/quantity.js';
import type { OrderedOn } from '../../ledger/ledger-reader.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Coded, Day } from '../../platform/http/members.js';
import { PageDto, PageQueryDto } from '../../platform/http/page.dto.js';
import { MassDto } from '../../platform/http/quantity.dto.js';

/** Which orders are listed. */
export class OrderListQueryDto extends PageQueryDto {
  @Day({ says: 'Planned for this day, or ordered on it where no day was planned', optional: true })
  date?: string;

  @Coded({
    says: 'Only of this patient',
    pattern: /^[a-z0-9-]{1,60}$/,
    form: 'the id of a patient of this site',
    optional: true,
  })
  patient?: string;
}

const STANDINGS = ['ordered', 'drawn', 'given', 'ended', 'cancelled', 'closed'] as const;
const nullable = { nullable: true, type: String } as const;

/** An infusion in a list: what is to be given, and how far it is. */
export class ListedOrderDto {
  @ApiProperty({ example: '52' })
  order: string;
  @ApiProperty({ description: 'Line of the order, which is its id as a number', example: 52 })
  line: number;
  @ApiProperty({ description: 'Id of the patient at this site' })
  patient: string;
  @ApiProperty({ enum: STANDINGS, description: '`drawn` is ordered, with drug drawn for it' })
  standing: (typeof STANDINGS)[number];
  @ApiProperty({ description: 'Whether nothing drawn for it is still in process' })
  isAccountedFor: boolean;
  @ApiProperty({ format: 'date' })
  orderedOn: string;
  @ApiProperty({ description: 'Null for the day of the order', format: 'date', ...nullable })
  plannedFor: string | null;
  @ApiProperty({ example: 'iv-infusion' })
  route: string;
  @ApiProperty()
  dose: MassDto;
  @ApiProperty({ description: 'Audit item that the order names', ...nullable })
  item: string | null;
  @ApiProperty({
    description: 'Which infusion of the series, from 1',
    nullable: true,
    type: Number,
  })
  seriesNumber: number | null;
  @ApiProperty({ description: 'How many the series has', nullable: true, type: Number })
  seriesOf: number | null;

  constructor({ order, orderedOn }: OrderedOn, isAccountedFor: boolean) {
    const isDrawn = order.status === 'ordered' && order.draws.length > 0;
    this.order = order.id;
    this.line = Number(order.id);
    this.patient = order.patient;
    this.standing = isDrawn ? 'drawn' : order.status;
    this.isAccountedFor = isAccountedFor;
    this.orderedOn = orderedOn;
    this.plannedFor = order.plannedFor;
    this.route = order.route;
    this.dose = Object.assign(new MassDto(), { value: formatMass(order.dose), unit: 'mg' });
    this.item = order.item;
    this.seriesNumber = order.series?.number ?? null;
    this.seriesOf = order.series?.of ?? null;
  }
}

/** Infusion orders, oldest first: the infusions of a day, or the series of a patient. */
export class OrderPageDto extends PageDto {
  @ApiProperty({ type: ListedOrderDto, isArray: true })
  items: readonly ListedOrderDto[];

  constructor(items: readonly ListedOrderDto[], next: string | null) {
    super(next);
    this.items = items;
  }
}
