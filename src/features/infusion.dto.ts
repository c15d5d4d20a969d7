import { LIKELY_SLIPS } from '../domain/bedside/infusion-balance.js';
import type { LikelySlip } from '../domain/bedside/infusion-balance.js';
import { formatMass } from '../domain/measures/quantity.js';
import type { BaseUnit, Mass } from '../domain/measures/quantity.js';
import type { RecordedEntry } from '../ledger/ledger-reader.js';
import { ApiProperty } from '../platform/http/described.js';
import { MassDto, QuantityDto } from '../platform/http/quantity.dto.js';
import { MovingDto } from './moved.dto.js';
import type { Infusion } from './infusions.js';

/** How a missing quantity may have come about. It proposes; people look at the syringe. */
export class LikelySlipDto {
  @ApiProperty({ enum: LIKELY_SLIPS })
  slip: string;
  @ApiProperty({ example: '57-1' })
  draw: string;
  @ApiProperty({
    description:
      'Line whose figure would balance the draw if it read otherwise; null where a line is missing',
    nullable: true,
    type: Number,
  })
  line: number | null;
  @ApiProperty({ description: 'What stands there', nullable: true, type: QuantityDto })
  entered: QuantityDto | null;
  @ApiProperty({ description: 'What would balance it' })
  should: QuantityDto;

  constructor(likely: LikelySlip, unit: BaseUnit) {
    this.slip = likely.slip;
    this.draw = likely.draw;
    this.line = likely.line;
    this.entered = likely.entered === null ? null : QuantityDto.of(likely.entered, unit);
    this.should = QuantityDto.of(likely.should, unit);
  }
}

/** The account of one infusion: drawn = given + wasted + held + handed over + missing. */
export class InfusionBalanceDto {
  @ApiProperty({ example: '52' })
  order: string;
  @ApiProperty()
  drawn: MassDto;
  @ApiProperty()
  given: MassDto;
  @ApiProperty()
  wasted: MassDto;
  @ApiProperty({ description: 'In sealed bags, awaiting a witness' })
  held: MassDto;
  @ApiProperty()
  handedOver: MassDto;
  @ApiProperty({ description: 'Drawn and in process: what nobody has accounted for yet' })
  missing: MassDto;
  @ApiProperty({
    description:
      'What the policy of the site says of the residue in the line: flushed to the patient, or recorded as waste',
    enum: ['flushed', 'waste'],
  })
  lineResidue: 'flushed' | 'waste';
  @ApiProperty({ description: 'Whether the order can be closed' })
  isBalanced: boolean;
  @ApiProperty({
    description: 'The likeliest first; empty before anything was given',
    type: LikelySlipDto,
    isArray: true,
  })
  likely: readonly LikelySlipDto[];

  constructor({ order, draws, balance }: Infusion) {
    const units = new Map(draws.map(({ draw }) => [draw.id, draw.unit] as const));
    this.order = order.id;
    this.drawn = milligrams(balance.drawn);
    this.given = milligrams(balance.given);
    this.wasted = milligrams(balance.wasted);
    this.held = milligrams(balance.held);
    this.handedOver = milligrams(balance.handedOver);
    this.missing = milligrams(balance.missing);
    this.lineResidue = balance.lineResidue;
    this.isBalanced = balance.missing === 0n;
    this.likely = balance.likely.map(
      (likely) => new LikelySlipDto(likely, units.get(likely.draw) ?? 'mL'),
    );
  }
}

const milligrams = (mass: Mass): MassDto =>
  Object.assign(new MassDto(), { value: formatMass(mass), unit: 'mg' as const });

/** An entry that moved drug of infusions, and how these stand now. */
export class InfusionActDto extends MovingDto {
  @ApiProperty({
    description: 'How the infusions stand that it was about, at the time of the answer',
    type: InfusionBalanceDto,
    isArray: true,
  })
  infusions: readonly InfusionBalanceDto[];

  constructor(recorded: RecordedEntry, infusions: readonly Infusion[]) {
    super(recorded);
    this.infusions = infusions.map((infusion) => new InfusionBalanceDto(infusion));
  }
}
