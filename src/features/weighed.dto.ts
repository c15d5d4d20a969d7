import { ApiProperty } from '../platform/http/described.js';
import { formatQuantity } from '../domain/measures/quantity.js';
import { AGREEMENTS } from '../domain/stock/weighing.js';
import type { Agreement, Weighing } from '../domain/stock/weighing.js';

/** What a balance says of a container, beside its book. Decimal text in millilitres. */
export class WeighedVolumeDto {
  @ApiProperty({ description: 'Line of the weighing', example: 61 })
  line: number;
  @ApiProperty({ description: 'Net weight over density', example: '4.210' })
  volume: string;
  @ApiProperty({ description: 'Expanded uncertainty (k = 2)', example: '0.060' })
  uncertainty: string;
  @ApiProperty({ description: 'The book at that line', example: '4.200' })
  book: string;
  @ApiProperty({
    description: 'Least and greatest content that hub loss and overfill leave possible',
    type: String,
    isArray: true,
    example: ['3.990', '5.200'],
  })
  range: readonly string[];
  @ApiProperty({
    description:
      '`book`: the book lies inside volume ± uncertainty; `range`: only the range meets it; `no`: neither',
    enum: AGREEMENTS,
  })
  agrees: Agreement;

  constructor({ line, volume, uncertainty, book, low, high, agrees }: Weighing) {
    this.line = line;
    this.volume = formatQuantity(volume);
    this.uncertainty = formatQuantity(uncertainty);
    this.book = formatQuantity(book);
    this.range = [formatQuantity(low), formatQuantity(high)];
    this.agrees = agrees;
  }
}
