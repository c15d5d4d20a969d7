import type { Kind } from '../domain/request.js';
import { BODIES_V1 } from '../ledger/leaf/kinds.js';
import type { RecordedEntry } from '../ledger/ledger-reader.js';
import { ApiProperty } from '../platform/http/described.js';
import { PersonIdText } from '../platform/http/ids.dto.js';
import { Choice, Day } from '../platform/http/members.js';
import { PageDto, PageQueryDto } from '../platform/http/page.dto.js';
import { MovingDto } from './moved.dto.js';
import { SignatureDto } from './signature.dto.js';

const ORDERS = ['newest', 'oldest'] as const;
/** Every kind of line that there is. */
const KINDS = Object.keys(BODIES_V1) as Kind[];

/** Which lines of a ledger are asked for. */
export class EntriesQueryDto extends PageQueryDto {
  @Choice({ says: 'Which come first; the newest if left out', of: ORDERS, optional: true })
  order?: (typeof ORDERS)[number];

  @Choice({ says: 'Only lines of this kind', of: KINDS, optional: true })
  kind?: Kind;

  @Day({ says: 'First business day of the lines', optional: true })
  firstDay?: string;

  @Day({ says: 'Last business day of the lines', optional: true })
  lastDay?: string;

  @PersonIdText({ says: 'Only lines of what this person did', optional: true })
  person?: string;
}

/** Something that a line made or changed. */
export class ThingDto {
  @ApiProperty({ example: 'draw' })
  noun!: string;
  @ApiProperty({ example: '57-1' })
  id!: string;
}

/** One line of the ledger. */
export class EntryDto extends MovingDto {
  @ApiProperty({ enum: KINDS, example: 'draw' })
  kind: string;
  @ApiProperty({ format: 'date-time' })
  occurredAt: string;
  @ApiProperty({ description: 'Who did it, or `system`', example: 'person-7' })
  performer: string;
  @ApiProperty({
    description: 'Who wrote it down for them; null where they did so themselves',
    nullable: true,
    type: String,
  })
  transcriber: string | null;
  @ApiProperty({ example: 'scan' })
  source: string;
  @ApiProperty({ type: SignatureDto, isArray: true })
  signatures: readonly SignatureDto[];
  @ApiProperty({ description: 'What it made or changed', type: ThingDto, isArray: true })
  about: readonly ThingDto[];

  constructor(recorded: RecordedEntry) {
    super(recorded);
    const { entry } = recorded;
    this.kind = entry.kind;
    this.occurredAt = entry.occurredAt;
    this.performer = entry.performer;
    this.transcriber = entry.transcriber;
    this.source = entry.source;
    this.signatures = entry.signatures.map((signature) => new SignatureDto(signature));
    this.about = entry.effects.states.map(({ noun, id }) => ({ noun, id }));
  }
}

/** Lines of a ledger. */
export class EntryPageDto extends PageDto {
  @ApiProperty({ type: EntryDto, isArray: true })
  items: readonly EntryDto[];

  constructor(items: readonly EntryDto[], next: string | null) {
    super(next);
    this.items = items;
  }
}
