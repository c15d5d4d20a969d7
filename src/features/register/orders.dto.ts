import type { DrawState } from '../../domain/bedside/infusion-balance.js';
import { formatMass } from '../../domain/measures/quantity.js';
import { ApiProperty } from '../../platform/http/described.js';
import { MassDto, QuantityDto } from '../../platform/http/quantity.dto.js';
import { InfusionBalanceDto } from '../infusion.dto.js';
import type { Infusion } from '../infusions.js';

const nullable = { nullable: true, type: String } as const;

export class DrawStateDto {
  @ApiProperty({ example: '57-1' })
  draw: string;
  @ApiProperty({ example: '41-3' })
  container: string;
  @ApiProperty({ description: 'Preparation that it went into', ...nullable })
  preparation: string | null;
  @ApiProperty({ description: 'Who holds it', example: 'person-7' })
  holder: string;
  @ApiProperty()
  drawn: QuantityDto;
  @ApiProperty()
  given: QuantityDto;
  @ApiProperty()
  wasted: QuantityDto;
  @ApiProperty()
  held: QuantityDto;
  @ApiProperty()
  handedOver: QuantityDto;
  @ApiProperty({ description: 'Drawn and not yet accounted for' })
  inProcess: QuantityDto;

  constructor({ draw, dispositions, inProcess }: DrawState) {
    const { unit } = draw;
    this.draw = draw.id;
    this.container = draw.container;
    this.preparation = draw.preparation;
    this.holder = draw.holder;
    this.drawn = QuantityDto.of(dispositions.drawn, unit);
    this.given = QuantityDto.of(dispositions.given, unit);
    this.wasted = QuantityDto.of(dispositions.wasted, unit);
    this.held = QuantityDto.of(dispositions.held, unit);
    this.handedOver = QuantityDto.of(dispositions.handedOver, unit);
    this.inProcess = QuantityDto.of(inProcess, unit);
  }
}

/** What an order asks for, and what became of everything that was drawn for it. */
export class OrderStateDto {
  @ApiProperty({ example: '52' })
  order: string;
  @ApiProperty({ enum: ['ordered', 'given', 'ended', 'cancelled', 'closed'] })
  status: string;
  @ApiProperty({ description: 'Id of the patient at this site' })
  patient: string;
  @ApiProperty({ description: '`known`, `missing`, or why it is unknown', example: 'known' })
  patientAddress: string;
  @ApiProperty({ example: 'person-3' })
  orderedBy: string;
  @ApiProperty({ example: 'iv-infusion' })
  route: string;
  @ApiProperty()
  dose: MassDto;
  @ApiProperty({ description: 'Thousandths of mg/kg', nullable: true, type: Number })
  dosePerKilogram: number | null;
  @ApiProperty({
    description: 'Which infusion of the series, from 1',
    nullable: true,
    type: Number,
  })
  seriesNumber: number | null;
  @ApiProperty({ description: 'How many the series has', nullable: true, type: Number })
  seriesOf: number | null;
  @ApiProperty({ type: DrawStateDto, isArray: true })
  draws: readonly DrawStateDto[];
  @ApiProperty({ description: 'Whether nothing that was drawn for it is still in process' })
  isAccountedFor: boolean;
  @ApiProperty({ description: 'What is missing, and how that may have come about' })
  balance: InfusionBalanceDto;

  constructor(infusion: Infusion) {
    const { order, draws } = infusion;
    this.order = order.id;
    this.status = order.status;
    this.patient = order.patient;
    this.patientAddress = order.patientAddress;
    this.orderedBy = order.orderedBy;
    this.route = order.route;
    this.dose = Object.assign(new MassDto(), {
      value: formatMass(order.dose),
      unit: 'mg' as const,
    });
    this.dosePerKilogram = order.dosePerKilogram;
    this.seriesNumber = order.series?.number ?? null;
    this.seriesOf = order.series?.of ?? null;
    this.draws = draws.map((draw) => new DrawStateDto(draw));
    this.balance = new InfusionBalanceDto(infusion);
    this.isAccountedFor = draws.every(({ inProcess }) => inProcess === 0n);
  }
}
