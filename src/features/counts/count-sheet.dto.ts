import type { Count } from '../../domain/counting/count.js';
import { COUNT_TYPES } from '../../domain/counting/count.js';
import type { Entry } from '../../domain/entry.js';
import { formatQuantity } from '../../domain/measures/quantity.js';
import type { CountFacts, InvestigatorsCount, SecondCount } from '../../domain/request.js';
import { ApiProperty } from '../../platform/http/described.js';
import { SheetPlaceDto } from '../counted-sheet.dto.js';

/** What somebody else found of one line. */
export class FoundLineDto {
  @ApiProperty({ description: 'As the lines of a tally are called', example: 'open 12-1' })
  line: string;
  @ApiProperty({
    description: 'Found first; null where only one figure was given',
    nullable: true,
    type: String,
  })
  first: string | null;
  @ApiProperty({ description: 'Containers, or decimal text in the unit of the item' })
  found: string;

  constructor(line: string, found: string, first: string | null) {
    this.line = line;
    this.first = first;
    this.found = found;
  }
}

/** What the second of two people found, who counted apart. */
export class SecondCountDto {
  @ApiProperty({ example: 'person-7' })
  counter: string;
  @ApiProperty({ description: 'How often both had handed in' })
  rounds: number;
  @ApiProperty({ type: FoundLineDto, isArray: true })
  lines: readonly FoundLineDto[];

  constructor({ counter, rounds, sealed, quarantined, open }: SecondCount) {
    this.counter = counter;
    this.rounds = rounds;
    const number = (block: string) => (line: SecondCount['sealed'][number]) =>
      new FoundLineDto(`${block} ${line.item}`, `${line.containers}`, `${line.first}`);
    this.lines = [
      ...sealed.map(number('sealed')),
      ...quarantined.map(number('quarantined')),
      ...open.map(
        ({ container, quantity, first }) =>
          new FoundLineDto(`open ${container}`, formatQuantity(quantity), formatQuantity(first)),
      ),
    ];
  }
}

/** What investigators found. Their names are personal fields of the entry. */
export class InvestigatorsCountDto {
  @ApiProperty()
  agency: string;
  @ApiProperty({ type: FoundLineDto, isArray: true })
  lines: readonly FoundLineDto[];

  constructor({ agency, sealed, quarantined, open }: InvestigatorsCount) {
    this.agency = agency;
    const number = (block: string) => (line: InvestigatorsCount['sealed'][number]) =>
      new FoundLineDto(`${block} ${line.item}`, `${line.containers}`, null);
    this.lines = [
      ...sealed.map(number('sealed')),
      ...quarantined.map(number('quarantined')),
      ...open.map(
        ({ container, quantity }) =>
          new FoundLineDto(`open ${container}`, formatQuantity(quantity), null),
      ),
    ];
  }
}

/** A recorded count as its reviewer reads it: what each person found, beside the book. */
export class CountSheetDto extends SheetPlaceDto {
  @ApiProperty()
  line: number;
  @ApiProperty({ enum: COUNT_TYPES })
  type: string;
  @ApiProperty({ example: 'person-7' })
  counter: string;
  @ApiProperty({ format: 'date-time' })
  startedAt: string;
  @ApiProperty({ description: 'When it was counted', format: 'date-time' })
  at: string;
  @ApiProperty({ description: 'Line of the count that it repeats', nullable: true, type: Number })
  recounts: number | null;
  @ApiProperty({ nullable: true, type: SecondCountDto })
  second: SecondCountDto | null;
  @ApiProperty({ nullable: true, type: InvestigatorsCountDto })
  investigators: InvestigatorsCountDto | null;

  constructor(entry: Entry, request: CountFacts, count: Count) {
    super(count);
    this.line = entry.seq;
    this.type = request.type;
    this.counter = entry.performer;
    this.startedAt = request.startedAt;
    this.at = entry.occurredAt;
    this.recounts = request.recounts;
    this.second = request.second && new SecondCountDto(request.second);
    this.investigators = request.investigators && new InvestigatorsCountDto(request.investigators);
  }
}
