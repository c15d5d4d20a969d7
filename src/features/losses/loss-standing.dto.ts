import type { RecordedEntry } from '../../ledger/ledger-reader.js';
import type { Duty } from '../../domain/losses/loss-clocks.js';
import type { Loss, LossReport } from '../../domain/losses/loss.js';
import { formatQuantity } from '../../domain/measures/quantity.js';
import type { BaseUnit, Quantity } from '../../domain/measures/quantity.js';
import { ApiProperty } from '../../platform/http/described.js';
import { PageDto } from '../../platform/http/page.dto.js';
import { UNITS } from '../../platform/http/quantity.dto.js';
import { MovingDto } from '../moved.dto.js';

/** A step of a loss, as it was recorded. */
export class LossEntryDto extends MovingDto {
  @ApiProperty({ description: 'Id of the loss', example: '91-1' })
  loss: string;

  constructor(recorded: RecordedEntry) {
    super(recorded);
    this.loss = recorded.entry.effects.states.find(({ noun }) => noun === 'loss')?.id ?? '';
  }
}

export class LostQuantityDto {
  @ApiProperty({ example: '41-3' })
  container!: string;
  @ApiProperty({ description: 'Decimal text, in the unit of the container', example: '10.000' })
  quantity!: string;
  @ApiProperty({ description: 'Unit of the container', enum: UNITS })
  unit!: BaseUnit;
}

/** A theft or loss as it stands. */
export class LossStandingDto {
  @ApiProperty({ example: '91-1' })
  id: string;
  @ApiProperty({
    enum: ['suspected', 'discovered', 'theft', 'significant-loss', 'not-significant'],
  })
  status: string;
  @ApiProperty({ description: 'Discrepancies it is about', type: String, isArray: true })
  cases: readonly string[];
  @ApiProperty({ format: 'date-time' })
  suspectedAt: string;
  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  discoveredAt: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  determinedAt: string | null;
  @ApiProperty({ description: 'Who determined it', nullable: true, type: String })
  determinedBy: string | null;
  @ApiProperty({ description: 'What was stolen or lost', type: LostQuantityDto, isArray: true })
  taken: readonly LostQuantityDto[];
  @ApiProperty({ description: 'What turned up again', type: LostQuantityDto, isArray: true })
  found: readonly LostQuantityDto[];
  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  noticedAt: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  reportedAt: string | null;
  @ApiProperty({ description: 'Something was found after the report: it wants an amended one' })
  amendmentDue: boolean;
  @ApiProperty({ description: 'Lines of its timeline', type: Number, isArray: true })
  lines: readonly number[];

  constructor(loss: Loss, units: ReadonlyMap<string, BaseUnit>) {
    this.id = loss.id;
    this.status = loss.status;
    this.cases = loss.cases;
    this.suspectedAt = loss.suspectedAt;
    this.discoveredAt = loss.discoveredAt;
    this.determinedAt = loss.determinedAt;
    this.determinedBy = loss.determinedBy;
    this.taken = lostQuantities(loss.taken, units);
    this.found = lostQuantities(loss.found, units);
    this.noticedAt = loss.noticedAt;
    this.reportedAt = loss.reportedAt;
    this.amendmentDue = loss.amendmentDue;
    this.lines = loss.lines;
  }
}

const lostQuantities = (
  parts: readonly { readonly container: string; readonly quantity: Quantity }[],
  units: ReadonlyMap<string, BaseUnit>,
): readonly LostQuantityDto[] =>
  parts.map(({ container, quantity }) => {
    const unit = units.get(container);
    if (unit === undefined) throw new Error(`expected the unit of ${container}, found none`);
    return { container, quantity: formatQuantity(quantity), unit };
  });

export class LossPageDto extends PageDto {
  @ApiProperty({ type: LossStandingDto, isArray: true })
  items!: readonly LossStandingDto[];
}

/** What is to be done until when, and how that was computed. */
export class ClockDto implements Duty {
  @ApiProperty({ enum: ['notice', 'form-106', 'amended-form-106', 'state-notice'] })
  duty: Duty['duty'];
  @ApiProperty({ description: 'To whom' })
  to: string;
  @ApiProperty({
    description: 'Last instant; null where no rule sets one',
    format: 'date-time',
    nullable: true,
    type: String,
  })
  due: Duty['due'];
  @ApiProperty({
    description: 'Last day at the site',
    format: 'date',
    nullable: true,
    type: String,
  })
  lastDay: Duty['lastDay'];
  @ApiProperty({ description: 'How it was computed, in words' })
  computed: string;
  @ApiProperty({
    description: 'The rule that asks for it; null where it is a reminder and no confirmed rule',
    nullable: true,
    type: String,
  })
  rule: string | null;
  @ApiProperty({ enum: ['open', 'overdue', 'done', 'done-late'] })
  status: Duty['status'];
  @ApiProperty({ description: 'Days to be reminded on', type: String, isArray: true })
  reminders: Duty['reminders'];

  constructor(duty: Duty) {
    this.duty = duty.duty;
    this.to = duty.to;
    this.due = duty.due;
    this.lastDay = duty.lastDay;
    this.computed = duty.computed;
    this.rule = duty.rule;
    this.status = duty.status;
    this.reminders = duty.reminders;
  }
}

export class ClocksDto {
  @ApiProperty({ type: ClockDto, isArray: true })
  items!: readonly ClockDto[];
}

/** One product of the form. */
export class ReportedProductDto {
  @ApiProperty({ example: '0409-2053-10' })
  ndc!: string;
  @ApiProperty({ example: 'ketamine 50 mg/mL injection, 10 mL' })
  item!: string;
  @ApiProperty({ description: 'Decimal text, in the unit of the product', example: '10.000' })
  quantity!: string;
  @ApiProperty({ description: 'Unit of the product', enum: UNITS })
  unit!: BaseUnit;
}

/** Everything that DEA Form 106 asks, in one answer, to be typed over in one sitting. */
export class Form106DraftDto {
  @ApiProperty({ description: 'Registrant as registered' })
  registrant!: string;
  @ApiProperty()
  address!: string;
  @ApiProperty()
  deaNumber!: string;
  @ApiProperty({ description: 'Day of discovery at the site', format: 'date' })
  discoveredOn!: string;
  @ApiProperty({
    description: 'Day of the theft or loss; of the discovery where it is unknown',
    format: 'date',
  })
  occurredOn!: string;
  @ApiProperty({ description: 'Thefts and losses discovered in the 24 months before' })
  earlierLosses!: number;
  @ApiProperty({ type: ReportedProductDto, isArray: true })
  products!: readonly ReportedProductDto[];
  @ApiProperty({
    description:
      'The data as they were recorded last, but for confidential texts; those stand in the line',
    type: 'object',
    additionalProperties: true,
  })
  form!: LossReport['form'];
  @ApiProperty({ description: 'Line that recorded them last' })
  line!: number;
  @ApiProperty({ description: 'Reference of the submission', nullable: true, type: String })
  reference!: string | null;
  @ApiProperty({
    description: 'Line of the report that this one amends',
    nullable: true,
    type: Number,
  })
  amends!: number | null;
}
