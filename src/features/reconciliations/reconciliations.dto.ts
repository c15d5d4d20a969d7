import { ApiProperty } from '../../platform/http/described.js';
import { PERIOD_VIEWS } from '../../domain/reconciliation/reconciled-period.js';
import type { CountedPoint } from '../../domain/reconciliation/audit-period.js';
import type { PeriodView } from '../../domain/reconciliation/reconciled-period.js';
import { asId } from '../../domain/ids.js';
import { formatQuantity, parseQuantity } from '../../domain/measures/quantity.js';
import type { Stocktake } from '../../domain/reconciliation/reconciliation.js';
import { rejection } from '../../domain/rejection.js';
import { figuresOf } from '../../domain/reconciliation/signed-chart.js';
import type {
  ReconciledPeriod,
  ReconciledPoint,
} from '../../domain/reconciliation/reconciled-period.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { Choice, Coded, CodedList, Line, Whole } from '../../platform/http/members.js';
import { PageDto } from '../../platform/http/page.dto.js';
import { Problem } from '../../platform/http/problem.js';
import type { ActForm } from '../act-form.js';
import type { ChartQuestion, Charts } from './charts.js';

const MOST_COUNTS = 20;
const LINES = /^\d{1,15}(?:,\d{1,15}){0,19}$/;
const LINE = /^\d{1,15}$/;

/** Which chart. */
export class ChartQueryDto {
  @Line({ says: 'Audit item', max: 200 })
  item!: string;

  @Coded({
    says: 'Lines of the counts at the beginning, or of one inventory',
    pattern: LINES,
    form: 'numbers of lines, separated by commas',
    example: '12',
  })
  beginning!: string;

  @Coded({
    says: 'Lines of the counts at the end, or of one inventory',
    pattern: LINES,
    form: 'numbers of lines, separated by commas',
    example: '812,813',
  })
  closing!: string;

  @Choice({
    says: 'Whether the period holds what happened in it, or what was recorded in it; `event` if left out',
    of: PERIOD_VIEWS,
    optional: true,
  })
  by?: PeriodView;

  @Coded({
    says: 'Size of the ledger to draw from; all of it if left out',
    pattern: LINE,
    form: 'a size of the ledger',
    optional: true,
  })
  knownAt?: string;
}

const linesOf = (text: string): readonly number[] => text.split(',').map(Number);

export const questionOf = (query: ChartQueryDto): ChartQuestion => ({
  item: asId(query.item),
  beginning: linesOf(query.beginning),
  closing: linesOf(query.closing),
  by: query.by ?? 'event',
  knownAt: query.knownAt === undefined ? null : Number(query.knownAt),
});

/** A chart is signed as it was read. */
export class ReconciliationDto extends ActDto {
  @Line({ says: 'Audit item', max: 200 })
  item!: string;

  @Choice({ says: 'View of the chart', of: PERIOD_VIEWS })
  by!: PeriodView;

  @Whole({ says: '`knownAt` of the chart', min: 1, max: Number.MAX_SAFE_INTEGER })
  knownAt!: number;

  @CodedList({
    says: 'Lines at the beginning',
    pattern: LINE,
    form: 'numbers of lines',
    min: 1,
    max: MOST_COUNTS,
  })
  beginning!: string[];

  @CodedList({
    says: 'Lines at the end',
    pattern: LINE,
    form: 'numbers of lines',
    min: 1,
    max: MOST_COUNTS,
  })
  closing!: string[];

  @Coded({
    says: 'Difference of the chart, as it was read',
    pattern: /^-?(?:0|[1-9]\d{0,12})\.\d{3}$/,
    form: 'a difference such as -2.900',
    example: '-2.900',
  })
  difference!: string;
}

/** The form draws the chart anew, so that the figures that are signed are the ledger's. */
export const reconciliationForm = (
  charts: Charts,
): ActForm<'reconciliation', ReconciliationDto> => ({
  kind: 'reconciliation',
  title: 'Reconciliation',
  dto: ReconciliationDto,
  read: async (dto, site) => {
    const { by, knownAt } = dto;
    const drawn = await charts.draw(site, {
      item: asId(dto.item),
      beginning: dto.beginning.map(Number),
      closing: dto.closing.map(Number),
      by,
      knownAt,
    });
    const { chart } = drawn.reconciliation;
    if (parseQuantity(dto.difference) !== chart.difference || drawn.knownAt !== knownAt) {
      const facts = { read: dto.difference, difference: formatQuantity(chart.difference) };
      throw Problem.rejected(rejection('reconciliation.figures-disagree', facts));
    }
    return {
      ...headOf(dto),
      kind: 'reconciliation',
      item: asId(dto.item),
      by,
      knownAt,
      beginning: signedPoint(drawn.beginning, chart.beginning),
      closing: signedPoint(drawn.closing, chart.closing),
      figures: figuresOf(drawn.reconciliation),
    };
  },
});

const signedPoint = ({ parts }: CountedPoint, counted: Stocktake): ReconciledPoint => ({
  lines: parts.map(({ line }) => line),
  ...counted,
});

/** A signed chart. */
export class ReconciledPeriodDto {
  @ApiProperty({ description: 'The line that signed it' })
  line: number;
  @ApiProperty()
  item: string;
  @ApiProperty({ format: 'date-time' })
  from: string;
  @ApiProperty({ format: 'date-time' })
  to: string;
  @ApiProperty({ type: Number, isArray: true })
  beginning: readonly number[];
  @ApiProperty({ type: Number, isArray: true })
  closing: readonly number[];
  @ApiProperty({ example: '-2.900' })
  difference: string;

  constructor(period: ReconciledPeriod) {
    this.line = Number(period.id);
    this.item = period.item;
    this.from = period.from;
    this.to = period.to;
    this.beginning = period.beginning;
    this.closing = period.closing;
    this.difference = formatQuantity(period.difference);
  }
}

export class ReconciledPeriodPageDto extends PageDto {
  @ApiProperty({ type: ReconciledPeriodDto, isArray: true })
  items!: readonly ReconciledPeriodDto[];
}
