import type { Entry } from '../../domain/entry.js';
import { formatQuantity } from '../../domain/measures/quantity.js';
import { wasteGaps } from '../../domain/bedside/waste-gaps.js';
import type { WasteTimes } from '../../domain/bedside/waste-gaps.js';
import { ApiProperty } from '../../platform/http/described.js';
import { PageDto } from '../../platform/http/page.dto.js';

/** Drug that was wasted of one draw or container. */
export class WastedPartDto {
  @ApiProperty({ description: 'Id of the draw', nullable: true, type: String })
  draw!: string | null;
  @ApiProperty({ description: 'A container whose remainder it was', nullable: true, type: String })
  container!: string | null;
  @ApiProperty({ description: 'Decimal text, in the unit of the product', example: '0.100' })
  quantity!: string;
}

/** A waste with the time that lay between draw, waste and witness. */
export class WastedDto {
  @ApiProperty()
  line: number;
  @ApiProperty({ format: 'date-time' })
  occurredAt: string;
  @ApiProperty({ example: 'person-7' })
  performer: string;
  @ApiProperty({ example: 'dose-remainder' })
  why: string;
  @ApiProperty({ example: 'rx-destroyer' })
  manner: string;
  @ApiProperty({ type: WastedPartDto, isArray: true })
  parts: readonly WastedPartDto[];
  @ApiProperty({
    description: 'Who attested it; null while nobody has',
    nullable: true,
    type: String,
  })
  witness: string | null;
  @ApiProperty({
    description: 'From the earliest of its draws; null where it was never drawn',
    nullable: true,
    type: Number,
  })
  minutesSinceDraw: number | null;
  @ApiProperty({
    description: 'From the waste to the signature of the witness; null while there is none',
    nullable: true,
    type: Number,
  })
  minutesToWitness: number | null;
  @ApiProperty({
    description: 'The witness came later than the policy of that time allows, or is missing since',
  })
  isWitnessLate: boolean;

  constructor(
    entry: Entry,
    seen: {
      readonly times: WasteTimes;
      readonly witness: string | null;
      readonly isWitnessLate: boolean;
    },
  ) {
    const gaps = wasteGaps(seen.times);
    const waste = entry.effects.states.find((each) => each.noun === 'waste');
    if (waste === undefined) throw new Error(`line ${entry.seq} is no waste`);
    this.line = entry.seq;
    this.occurredAt = entry.occurredAt;
    this.performer = entry.performer;
    this.why = waste.reason;
    this.manner = waste.manner;
    this.parts = waste.lines.map(({ draw, container, quantity }) => ({
      draw,
      container,
      quantity: formatQuantity(quantity),
    }));
    this.witness = seen.witness;
    this.minutesSinceDraw = gaps.sinceDraw;
    this.minutesToWitness = gaps.toWitness;
    this.isWitnessLate = seen.isWitnessLate;
  }
}

/** Wastes, the newest first. */
export class WastedPageDto extends PageDto {
  @ApiProperty({ type: WastedDto, isArray: true })
  items!: readonly WastedDto[];
}
