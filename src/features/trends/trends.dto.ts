import { monthlySums, TREND_FIGURES } from '../../domain/findings/trend.js';
import type { MonthSum, TrendFigure, TrendPart } from '../../domain/findings/trend.js';
import type { AuditItem, PersonId } from '../../domain/ids.js';
import { formatQuantity } from '../../domain/measures/quantity.js';
import type { BaseUnit } from '../../domain/measures/quantity.js';
import { ApiProperty } from '../../platform/http/described.js';
import { PersonIdText } from '../../platform/http/ids.dto.js';
import { Choice, Coded, Line } from '../../platform/http/members.js';
import { PageDto, PageQueryDto } from '../../platform/http/page.dto.js';

export class TrendsQueryDto {
  @Coded({
    says: 'How many months to look at, this one included, up to 24; 12 if left out',
    pattern: /^([1-9]|1\d|2[0-4])$/,
    form: 'a number from 1 to 24',
    optional: true,
    example: '12',
  })
  months?: string;
}

export class TrendLinesQueryDto extends PageQueryDto {
  @Line({ says: 'Audit item', max: 200 })
  item!: string;

  @Choice({ says: 'Which figure', of: TREND_FIGURES })
  figure!: TrendFigure;

  @Coded({
    says: 'The month, at most 24 months back',
    pattern: /^\d{4}-(0[1-9]|1[0-2])$/,
    form: 'a month, such as 2026-03',
    example: '2026-03',
  })
  month!: string;

  @PersonIdText({ says: 'Only what is of this person', optional: true })
  person?: string;
}

/** What one month adds up to. */
export class MonthSumDto {
  @ApiProperty({ example: '2026-03' })
  month: string;
  @ApiProperty({ description: 'Decimal text, in the unit of the item', example: '12.400' })
  quantity: string;
  @ApiProperty({ description: 'How many lines are behind it, corrections included' })
  lines: number;

  constructor({ month, quantity, lines }: MonthSum) {
    this.month = month;
    this.quantity = formatQuantity(quantity);
    this.lines = lines;
  }
}

/** The months of one person. */
export class PersonTrendDto {
  @ApiProperty({ example: 'person-7' })
  person: string;
  @ApiProperty({ type: MonthSumDto, isArray: true })
  sums: readonly MonthSumDto[];

  constructor(person: PersonId, parts: readonly TrendPart[]) {
    this.person = person;
    this.sums = monthlySums(parts).map((sum) => new MonthSumDto(sum));
  }
}

/** One figure of an audit item, month by month. Months in which nothing moved are left out. */
export class FigureTrendDto {
  @ApiProperty({ enum: TREND_FIGURES })
  figure: TrendFigure;
  @ApiProperty({ type: MonthSumDto, isArray: true })
  sums: readonly MonthSumDto[];
  @ApiProperty({
    description:
      'The same by person. What was drawn or wasted is of the performer; what a container held too much or too little is of ' +
      'everybody who drew from it, whole for each, so people do not add up to all.',
    type: PersonTrendDto,
    isArray: true,
  })
  people: readonly PersonTrendDto[];

  constructor(figure: TrendFigure, parts: readonly TrendPart[]) {
    this.figure = figure;
    this.sums = monthlySums(parts).map((sum) => new MonthSumDto(sum));
    const people = [...new Set(parts.flatMap(({ people }) => people))].sort();
    this.people = people.map(
      (person) =>
        new PersonTrendDto(
          person,
          parts.filter((part) => part.people.includes(person)),
        ),
    );
  }
}

/** Every figure of one audit item. */
export class ItemTrendDto {
  @ApiProperty({ example: 'ketamine 50 mg/mL injection, 10 mL' })
  item: string;
  @ApiProperty({ enum: ['mL', 'each'] })
  unit: string;
  @ApiProperty({ type: FigureTrendDto, isArray: true })
  figures: readonly FigureTrendDto[];

  constructor(item: AuditItem, unit: BaseUnit, parts: readonly TrendPart[]) {
    this.item = item;
    this.unit = unit;
    this.figures = TREND_FIGURES.map(
      (figure) =>
        new FigureTrendDto(
          figure,
          parts.filter((part) => part.figure === figure),
        ),
    );
  }
}

export class TrendsDto {
  @ApiProperty({ description: 'Size of the ledger when it was read' })
  knownAt: number;
  @ApiProperty({
    description: 'The months that were asked for, the earliest first',
    type: String,
    isArray: true,
  })
  months: readonly string[];
  @ApiProperty({ type: ItemTrendDto, isArray: true })
  items: readonly ItemTrendDto[];

  constructor(
    asked: { readonly knownAt: number; readonly months: readonly string[] },
    items: readonly ItemTrendDto[],
  ) {
    this.knownAt = asked.knownAt;
    this.months = asked.months;
    this.items = items;
  }
}

/** What one line adds to a figure. */
export class TrendLineDto {
  @ApiProperty()
  line: number;
  @ApiProperty({ description: 'Negative where it takes back', example: '0.700' })
  quantity: string;
  @ApiProperty({ description: 'Whom it is counted with', type: String, isArray: true })
  people: readonly string[];

  constructor({ line, quantity, people }: TrendPart) {
    this.line = line;
    this.quantity = formatQuantity(quantity);
    this.people = people;
  }
}

/** The lines behind a month, the earliest first. */
export class TrendLinePageDto extends PageDto {
  @ApiProperty({ type: TrendLineDto, isArray: true })
  items: readonly TrendLineDto[];

  constructor(items: readonly TrendLineDto[], next: string | null) {
    super(next);
    this.items = items;
  }
}
