import type { Hold } from '../../domain/bedside/bedside.js';
import type { Draw } from '../../domain/bedside/infusion.js';
import { minutesBetween } from '../../domain/measures/instant.js';
import type { Instant } from '../../domain/measures/instant.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import { ApiProperty } from '../../platform/http/described.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';

/** Drug of one draw that nobody has accounted for yet. */
export class InHandDto {
  @ApiProperty({ example: '57-1' })
  draw: string;
  @ApiProperty({ example: '52' })
  order: string;
  @ApiProperty({ example: '41-3' })
  container: string;
  @ApiProperty({ description: 'Who has it', example: 'person-7' })
  holder: string;
  @ApiProperty({ description: 'Who drew it', example: 'person-7' })
  drawnBy: string;
  @ApiProperty({ format: 'date-time' })
  drawnAt: string;
  @ApiProperty({ description: 'Minutes since it was drawn' })
  minutes: number;
  @ApiProperty({ description: 'Bag or syringe that it is part of', nullable: true, type: String })
  preparation: string | null;
  @ApiProperty()
  quantity: QuantityDto;

  constructor(draw: Draw, quantity: Quantity, now: Instant) {
    this.draw = draw.id;
    this.order = draw.order;
    this.container = draw.container;
    this.holder = draw.holder;
    this.drawnBy = draw.drawnBy;
    this.drawnAt = draw.drawnAt;
    this.minutes = Math.max(0, minutesBetween(draw.drawnAt, now));
    this.preparation = draw.preparation;
    this.quantity = QuantityDto.of(quantity, draw.unit);
  }
}

/** A sealed bag that waits for a witness. */
export class SealedBagDto {
  @ApiProperty({ description: 'Number printed on the bag', example: 'T-104117' })
  bag: string;
  @ApiProperty({ description: 'Line that sealed it', example: 61 })
  line: number;
  @ApiProperty({ description: 'Where it is kept', example: 'safe' })
  location: string;
  @ApiProperty({ example: 'person-7' })
  sealedBy: string;
  @ApiProperty({ format: 'date-time' })
  sealedAt: string;
  @ApiProperty({ description: 'Minutes since it was sealed' })
  minutes: number;
  @ApiProperty({ description: 'Fluid in it, diluent included' })
  volume: QuantityDto;
  @ApiProperty({ description: 'Draws whose residue is in it', type: String, isArray: true })
  draws: readonly string[];

  constructor(hold: Hold, now: Instant) {
    this.bag = hold.id;
    this.line = hold.line;
    this.location = hold.location;
    this.sealedBy = hold.sealedBy;
    this.sealedAt = hold.sealedAt;
    this.minutes = Math.max(0, minutesBetween(hold.sealedAt, now));
    this.volume = QuantityDto.of(hold.volume, 'mL');
    this.draws = hold.lines.map(({ draw }) => draw);
  }
}

/** Who holds what now, outside of containers. */
export class CustodyDto {
  @ApiProperty({
    description: 'Drawn and not accounted for, the longest first',
    type: InHandDto,
    isArray: true,
  })
  inHand: readonly InHandDto[];
  @ApiProperty({
    description: 'Bags that await a witness, the longest first',
    type: SealedBagDto,
    isArray: true,
  })
  sealed: readonly SealedBagDto[];

  constructor(inHand: readonly InHandDto[], sealed: readonly SealedBagDto[]) {
    this.inHand = inHand;
    this.sealed = sealed;
  }
}
