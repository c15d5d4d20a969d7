import type { Course, Monitoring, Signal, SignalLine } from '../../domain/findings/monitoring.js';
import { formatQuantity } from '../../domain/measures/quantity.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Coded } from '../../platform/http/members.js';

/** Points of one course that are answered. */
const MOST_POINTS = 400;

export class MonitoringQueryDto {
  @Coded({
    says: 'How many months back to look, up to 24; 12 if left out',
    pattern: /^([1-9]|1\d|2[0-4])$/,
    form: 'a number from 1 to 24',
    optional: true,
    example: '12',
  })
  months?: string;
}

export class SignalLineDto {
  @ApiProperty({ description: 'Line of the count or close-out that ends the interval' })
  line: number;
  @ApiProperty({ example: '41-3' })
  container: string;
  @ApiProperty({ description: 'What went missing in the interval; negative is over' })
  short: string;
  @ApiProperty({ description: 'Draws in the interval' })
  draws: number;
  @ApiProperty({ description: 'Draws of the person who is named; all of them otherwise' })
  own: number;

  constructor({ line, container, short, draws, own }: SignalLine) {
    this.line = line;
    this.container = container;
    this.short = formatQuantity(short);
    this.draws = draws;
    this.own = own;
  }
}

/** A sum that passed its limit: a question to ask, never a finding. */
export class SignalDto {
  @ApiProperty({ enum: ['person', 'container', 'month'] })
  scope: string;
  @ApiProperty({ description: 'Id of the person or container, or the month', example: 'person-7' })
  subject: string;
  @ApiProperty({ description: 'Highest sum, in units, with two decimals', example: '24.31' })
  sum: string;
  @ApiProperty({ description: 'Decision limit, in units' })
  limit: number;
  @ApiProperty({ description: 'Line at which the sum passed its limit' })
  passedAt: number;
  @ApiProperty({ description: 'Short beyond what was expected, over these lines' })
  beyondExpected: string;
  @ApiProperty({ description: 'The lines that add up to it', type: SignalLineDto, isArray: true })
  lines: readonly SignalLineDto[];

  constructor(signal: Signal) {
    this.scope = signal.scope;
    this.subject = signal.subject;
    this.sum = (signal.hundredths / 100).toFixed(2);
    this.limit = signal.limit;
    this.passedAt = signal.passedAt;
    this.beyondExpected = formatQuantity(signal.beyondExpected);
    this.lines = signal.lines.map((line) => new SignalLineDto(line));
  }
}

/** A sum after one measure. */
export class CoursePointDto {
  @ApiProperty({ description: 'Line of the count or close-out that ends the interval' })
  line: number;
  @ApiProperty({ description: 'The sum, in units, with two decimals', example: '4.20' })
  sum: string;

  constructor({ line, hundredths }: Course['points'][number]) {
    this.line = line;
    this.sum = (hundredths / 100).toFixed(2);
  }
}

/** How a sum went, for a plot beside its limit. */
export class CourseDto {
  @ApiProperty({ enum: ['person', 'month'] })
  scope: string;
  @ApiProperty({ description: 'Id of the person, or the month', example: 'person-7' })
  subject: string;
  @ApiProperty({ description: 'Decision limit, in units' })
  limit: number;
  @ApiProperty({
    description: `The sum after each measure, in the order of the lines; the last ${MOST_POINTS}`,
    type: CoursePointDto,
    isArray: true,
  })
  points: readonly CoursePointDto[];

  constructor({ scope, subject, limit, points }: Course) {
    this.scope = scope;
    this.subject = subject;
    this.limit = limit;
    this.points = points.slice(-MOST_POINTS).map((point) => new CoursePointDto(point));
  }
}

export class MonitoringDto {
  @ApiProperty({ description: 'First business date that was looked at', format: 'date' })
  from: string;
  @ApiProperty({ description: 'Intervals between two measures of a container' })
  intervals: number;
  @ApiProperty({
    description:
      'Reference value: percent of one unit that each draw may add without growing a sum',
  })
  referencePercent: number;
  @ApiProperty({
    description:
      'Decision limits by scope, in units of what one draw adds to the envelope of a container',
    type: 'object',
    additionalProperties: { type: 'number' },
  })
  limits: Readonly<Record<string, number>>;
  @ApiProperty({
    description: 'What one draw usually leaves missing at this site',
    example: '0.035',
  })
  usualShortPerDraw: string;
  @ApiProperty({ description: 'What a container usually holds above its label', example: '0.500' })
  usualOverfill: string;
  @ApiProperty({ type: SignalDto, isArray: true })
  signals: readonly SignalDto[];
  @ApiProperty({
    description: 'How the sums of people and months went, whether or not they passed a limit',
    type: CourseDto,
    isArray: true,
  })
  courses: readonly CourseDto[];

  constructor(from: string, found: Monitoring) {
    this.from = from;
    this.intervals = found.intervals;
    this.referencePercent = found.parameters.referencePercent;
    this.limits = found.parameters.limits;
    this.usualShortPerDraw = formatQuantity(found.usual.shortPerDraw);
    this.usualOverfill = formatQuantity(found.usual.overfill);
    this.signals = found.signals.map((signal) => new SignalDto(signal));
    this.courses = found.courses.map((course) => new CourseDto(course));
  }
}
