import { ApiProperty } from '../../platform/http/described.js';
import type { CountedPoint } from '../../domain/reconciliation/audit-period.js';
import { formatMass, formatQuantity, massOf } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import { totalOf } from '../../domain/reconciliation/reconciliation.js';
import type { ChartFigure, Stocktake } from '../../domain/reconciliation/reconciliation.js';
import type { DrawnChart } from './charts.js';

/** A column, and the lines from which it can be added up again. */
export class ChartFigureDto {
  @ApiProperty({ description: 'Decimal text, in the unit of the chart', example: '388.500' })
  quantity: string;
  @ApiProperty({ description: 'The lines behind it', type: Number, isArray: true })
  lines: readonly number[];

  constructor({ quantity, lines }: ChartFigure) {
    this.quantity = formatQuantity(quantity);
    this.lines = lines;
  }
}

/** What one line counted. */
export class CountedPartDto {
  @ApiProperty()
  line!: number;
  @ApiProperty({ description: 'Null for an inventory of the site', nullable: true, type: String })
  location!: string | null;
  @ApiProperty({ example: '93.400' })
  counted!: string;
  @ApiProperty({ description: 'Book of what was counted, at that line', example: '93.500' })
  book!: string;
}

/** Beginning or closing inventory: columns 2 and 6. */
export class ChartPointDto {
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({ description: 'Counted in containers, quarantined ones included' })
  onHand: string;
  @ApiProperty({ description: 'By the book: it stands on no shelf' })
  inProcess: string;
  @ApiProperty({ description: 'By the book: residue in numbered bags' })
  held: string;
  @ApiProperty({ description: 'The three together: the column' })
  total: string;
  @ApiProperty({ description: 'On hand by the book at that moment' })
  book: string;
  @ApiProperty({
    description: 'Book on hand that no count of the point covered; 0.000 if complete',
  })
  uncounted: string;
  @ApiProperty({ type: CountedPartDto, isArray: true })
  parts: readonly CountedPartDto[];

  constructor(point: CountedPoint, { counted, book, uncounted }: ChartPointFigures) {
    this.at = point.at;
    this.onHand = formatQuantity(counted.onHand);
    this.inProcess = formatQuantity(counted.inProcess);
    this.held = formatQuantity(counted.held);
    this.total = formatQuantity(totalOf(counted));
    this.book = formatQuantity(book.onHand);
    this.uncounted = formatQuantity(uncounted);
    this.parts = point.parts.map((part) => ({
      ...part,
      counted: formatQuantity(part.counted),
      book: formatQuantity(part.book),
    }));
  }
}
interface ChartPointFigures {
  readonly counted: Stocktake;
  readonly book: Stocktake;
  readonly uncounted: Quantity;
}

/** Below the line and in no total. */
export class ChartMemoDto {
  @ApiProperty({ type: ChartFigureDto })
  overfill!: ChartFigureDto;
  @ApiProperty({ description: 'Hub (dead-space) loss', type: ChartFigureDto })
  hubLoss!: ChartFigureDto;
  @ApiProperty({ type: ChartFigureDto })
  unexplained!: ChartFigureDto;
}

/** The computation chart of one audit item over one period. Numbers are its columns. */
export class ChartDto {
  @ApiProperty({ description: '1', example: 'ketamine 50 mg/mL injection, 10 mL' })
  item: string;
  @ApiProperty({ enum: ['mL', 'each'] })
  unit: string;
  @ApiProperty({ enum: ['event', 'recorded'] })
  by: string;
  @ApiProperty({ description: 'Size of the ledger: asked again with it, the chart is the same' })
  knownAt: number;
  @ApiProperty({ description: '2', type: ChartPointDto })
  beginning: ChartPointDto;
  @ApiProperty({ description: 'Opening stock of the period, a part of 2', type: ChartFigureDto })
  opening: ChartFigureDto;
  @ApiProperty({ description: '3', type: ChartFigureDto })
  receipts: ChartFigureDto;
  @ApiProperty({ description: '4', type: ChartFigureDto })
  transfersIn: ChartFigureDto;
  @ApiProperty({ description: '5 = 2 + 3 + 4' })
  accountableFor: string;
  @ApiProperty({ description: '6', type: ChartPointDto })
  closing: ChartPointDto;
  @ApiProperty({ description: '7', type: ChartFigureDto })
  administered: ChartFigureDto;
  @ApiProperty({ description: '7, left with a patient while running', type: ChartFigureDto })
  handedOver: ChartFigureDto;
  @ApiProperty({ description: '8', type: ChartFigureDto })
  wasted: ChartFigureDto;
  @ApiProperty({ description: '9', type: ChartFigureDto })
  transferredOut: ChartFigureDto;
  @ApiProperty({ description: '10', type: ChartFigureDto })
  destroyed: ChartFigureDto;
  @ApiProperty({ description: '11', type: ChartFigureDto })
  lost: ChartFigureDto;
  @ApiProperty({ description: '12 = 6 + 7 + 8 + 9 + 10 + 11' })
  accountedFor: string;
  @ApiProperty({ description: '13 = 12 - 5: negative is a shortage, positive an overage' })
  difference: string;
  @ApiProperty({ description: '13 in milligrams of substance', example: '-145.000' })
  differenceMilligrams: string;
  @ApiProperty({ enum: ['shortage', 'none', 'overage'] })
  finding: 'shortage' | 'none' | 'overage';
  @ApiProperty({ description: '14, percent of 5', nullable: true, type: String, example: '-0.55' })
  differencePercent: string | null;
  @ApiProperty({ type: ChartMemoDto })
  memo: ChartMemoDto;

  constructor({ product, knownAt, by, beginning, closing, reconciliation }: DrawnChart) {
    const { chart, book, uncounted } = reconciliation;
    this.item = chart.item;
    this.unit = product.unit;
    this.by = by;
    this.knownAt = knownAt;
    this.beginning = new ChartPointDto(beginning, {
      counted: chart.beginning,
      book: book.beginning,
      uncounted: uncounted.beginning,
    });
    this.opening = new ChartFigureDto(chart.opening);
    this.receipts = new ChartFigureDto(chart.receipts);
    this.transfersIn = new ChartFigureDto(chart.transfersIn);
    this.accountableFor = formatQuantity(chart.accountableFor);
    this.closing = new ChartPointDto(closing, {
      counted: chart.closing,
      book: book.closing,
      uncounted: uncounted.closing,
    });
    this.administered = new ChartFigureDto(chart.administered);
    this.handedOver = new ChartFigureDto(chart.handedOver);
    this.wasted = new ChartFigureDto(chart.wasted);
    this.transferredOut = new ChartFigureDto(chart.transferredOut);
    this.destroyed = new ChartFigureDto(chart.destroyed);
    this.lost = new ChartFigureDto(chart.lost);
    this.accountedFor = formatQuantity(chart.accountedFor);
    this.difference = formatQuantity(chart.difference);
    this.differenceMilligrams = formatMass(massOf(chart.difference, product.strength));
    this.finding = chart.difference < 0n ? 'shortage' : chart.difference > 0n ? 'overage' : 'none';
    this.differencePercent = percent(chart.differenceBasisPoints);
    this.memo = {
      overfill: new ChartFigureDto(chart.memo.overfill),
      hubLoss: new ChartFigureDto(chart.memo.hubLoss),
      unexplained: new ChartFigureDto(chart.memo.unexplained),
    };
  }
}

/** Hundredths of a percent as a percentage of two decimals. */
function percent(points: number | null): string | null {
  if (points === null) return null;
  const digits = String(Math.abs(points)).padStart(3, '0');
  return `${points < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
