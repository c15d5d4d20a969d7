import type { OpenResult, PlaceResult, SealedResult } from '../domain/counting/count.js';
import { formatQuantity } from '../domain/measures/quantity.js';
import { ApiProperty } from '../platform/http/described.js';

/** Sealed containers of one audit item, as found and as the book had them. */
export class SheetSealedDto {
  @ApiProperty()
  item: string;
  @ApiProperty({ enum: ['sealed', 'quarantined'] })
  block: 'sealed' | 'quarantined';
  @ApiProperty({ description: 'The first tally' })
  first: number;
  @ApiProperty()
  counted: number;
  @ApiProperty()
  book: number;
  @ApiProperty({ description: 'The discrepancy that it is part of', type: String, nullable: true })
  discrepancy: string | null;

  constructor({ item, block, first, counted, book, discrepancy }: SealedResult) {
    this.item = item;
    this.block = block;
    this.first = first;
    this.counted = counted;
    this.book = book;
    this.discrepancy = discrepancy;
  }
}

/** An opened container, as found and as the book had it. Quantities are decimal text in the item's unit. */
export class SheetOpenDto {
  @ApiProperty({ example: '12-1' })
  container: string;
  @ApiProperty()
  item: string;
  @ApiProperty({ description: 'The first tally' })
  first: string;
  @ApiProperty()
  counted: string;
  @ApiProperty()
  book: string;
  @ApiProperty({ description: 'Least and most that the container explains by itself' })
  low: string;
  @ApiProperty()
  high: string;
  @ApiProperty({ description: 'The discrepancy that it is part of', type: String, nullable: true })
  discrepancy: string | null;

  constructor(line: OpenResult) {
    this.container = line.container;
    this.item = line.item;
    this.first = formatQuantity(line.first);
    this.counted = formatQuantity(line.counted);
    this.book = formatQuantity(line.book);
    this.low = formatQuantity(line.low);
    this.high = formatQuantity(line.high);
    this.discrepancy = line.discrepancy;
  }
}

/** One storage location. */
export class SheetPlaceDto {
  @ApiProperty({ example: 'safe' })
  location: string;
  @ApiProperty({ type: SheetSealedDto, isArray: true })
  sealed: readonly SheetSealedDto[];
  @ApiProperty({ type: SheetOpenDto, isArray: true })
  open: readonly SheetOpenDto[];

  constructor({ location, sealed, open }: PlaceResult) {
    this.location = location;
    this.sealed = sealed.map((line) => new SheetSealedDto(line));
    this.open = open.map((line) => new SheetOpenDto(line));
  }
}
