import { ApiProperty } from '../../platform/http/described.js';
import type { Explanation } from '../../domain/findings/gap-explainer.js';
import type { GapWindow } from '../../domain/findings/gap-window.js';
import { formatQuantity } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import type { RecordedEntry } from '../../ledger/ledger-reader.js';
import { RecordedDto } from '../recorded.dto.js';
import { SignatureDto } from '../signature.dto.js';

/** One line of a case file: a count, a step of the case, a line that explains it, or a step of a loss about it. */
export class CaseEventDto extends RecordedDto {
  @ApiProperty({ example: 'discrepancy' })
  kind: string;
  @ApiProperty({ enum: ['opened', 'found-again', 'step', 'explains', 'loss'] })
  part: string;
  @ApiProperty({
    description: 'What was done: assigned, noted or closed; the type of a step of a loss',
    nullable: true,
    type: String,
  })
  act: string | null;
  @ApiProperty({ format: 'date-time' })
  occurredAt: string;
  @ApiProperty({ example: 'person-7' })
  performer: string;
  @ApiProperty({ type: SignatureDto, isArray: true })
  signatures: readonly SignatureDto[];
  @ApiProperty({ description: 'SHA-256 of evidence files', type: String, isArray: true })
  files: readonly string[];
  @ApiProperty({
    description: 'Its note, for whoever may read about patients',
    nullable: true,
    type: String,
  })
  note: string | null;

  constructor(recorded: RecordedEntry, part: CaseEventDto['part'], note: string | null) {
    super(recorded);
    const { entry } = recorded;
    const { request } = entry;
    this.kind = entry.kind;
    this.part = part;
    this.act =
      request.kind === 'discrepancy'
        ? request.act
        : request.kind === 'loss'
          ? request.step.type
          : null;
    this.occurredAt = entry.occurredAt;
    this.performer = entry.performer;
    this.signatures = entry.signatures.map((signature) => new SignatureDto(signature));
    this.files = request.kind === 'discrepancy' ? request.files : [];
    this.note = note;
  }
}

export class CaseTimelineDto {
  @ApiProperty({ type: CaseEventDto, isArray: true })
  items!: readonly CaseEventDto[];
}

/** One mistake that would explain the difference. */
export class ExplanationDto {
  @ApiProperty({ example: 'transposed-digits' })
  cause: string;
  @ApiProperty({ description: 'The arithmetic, in words' })
  says: string;
  @ApiProperty({ description: 'Lines that it is about', type: Number, isArray: true })
  lines: readonly number[];
  @ApiProperty({
    description: 'Counted minus book if it is so: what the container would still explain by itself',
    example: '-0.035',
  })
  leaves: string;

  constructor({ cause, says, lines, leaves }: Explanation, written: (q: Quantity) => string) {
    this.cause = cause;
    this.says = says;
    this.lines = lines;
    this.leaves = written(leaves);
  }
}

export class ExplanationsDto {
  @ApiProperty({
    description:
      'First line that was looked at: the one after the last agreed count, or the first of the ledger',
  })
  since: number;
  @ApiProperty({
    description:
      'What the count would have differed by without a mistake: the middle of what the container explains',
    example: '-0.105',
  })
  expected: string;
  @ApiProperty({ description: 'Counted minus book', example: '-0.730' })
  difference: string;
  @ApiProperty({ enum: ['product', 'containers'] })
  in: string;
  @ApiProperty({ description: 'The likeliest first', type: ExplanationDto, isArray: true })
  items: readonly ExplanationDto[];

  constructor({ subject, since, expected }: GapWindow, found: readonly Explanation[]) {
    const { inContainers } = subject;
    const written = (quantity: Quantity): string =>
      inContainers ? String(quantity / 1000n) : formatQuantity(quantity);
    this.since = since;
    this.expected = written(expected);
    this.difference = written(subject.difference);
    this.in = inContainers ? 'containers' : 'product';
    this.items = found.map((each) => new ExplanationDto(each, written));
  }
}
