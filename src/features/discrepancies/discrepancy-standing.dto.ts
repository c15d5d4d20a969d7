import type { Discrepancy } from '../../domain/findings/discrepancy.js';
import { formatQuantity } from '../../domain/measures/quantity.js';
import { ApiProperty } from '../../platform/http/described.js';
import { PageDto } from '../../platform/http/page.dto.js';

/** A signed figure: negative is short, positive is over. */
export class DifferenceDto {
  @ApiProperty({
    description: 'Decimal text; whole containers for sealed stock',
    example: '-2.400',
  })
  value!: string;
  @ApiProperty({ enum: ['product', 'containers'] })
  in!: 'product' | 'containers';
}

/** A discrepancy as it stands now. */
export class DiscrepancyStandingDto {
  @ApiProperty({ example: '88-1' })
  id: string;
  @ApiProperty({ enum: ['open', 'explained', 'could-not-be-reconciled'] })
  status: string;
  @ApiProperty({ enum: ['count', 'close-out', 'draw'] })
  foundBy: string;
  @ApiProperty()
  item: string;
  @ApiProperty({ nullable: true, type: String })
  container: string | null;
  @ApiProperty()
  location: string;
  @ApiProperty({ type: DifferenceDto })
  difference: DifferenceDto;
  @ApiProperty({ nullable: true, type: String })
  owner: string | null;
  @ApiProperty({ nullable: true, type: String, format: 'date' })
  due: string | null;
  @ApiProperty({ nullable: true, type: String })
  cause: string | null;
  @ApiProperty({ description: 'Lines of its timeline', type: Number, isArray: true })
  lines: readonly number[];

  constructor(found: Discrepancy) {
    this.id = found.id;
    this.status = found.status;
    this.foundBy = found.foundBy;
    this.item = found.item;
    this.container = found.container;
    this.location = found.location;
    this.difference = {
      value: formatQuantity(found.difference),
      in: found.inContainers ? 'containers' : 'product',
    };
    this.owner = found.owner;
    this.due = found.due;
    this.cause = found.cause;
    this.lines = found.lines;
  }
}

export class DiscrepancyPageDto extends PageDto {
  @ApiProperty({ type: DiscrepancyStandingDto, isArray: true })
  items!: readonly DiscrepancyStandingDto[];
}
