import type { LineStanding } from '../../domain/entry.js';
import type { RecordedEntry } from '../../ledger/ledger-reader.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Line } from '../../platform/http/members.js';
import { EntriesQueryDto, EntryDto } from '../entry.dto.js';

/** Which lines of a site's ledger are asked for. */
export class SiteEntriesQueryDto extends EntriesQueryDto {
  @Line({
    says: 'Only lines that moved some of this audit item, as balances name it',
    max: 200,
    optional: true,
  })
  item?: string;
}

/** A personal field of an entry, for whoever may read about patients. */
export class PersonalFieldDto {
  @ApiProperty({ example: 'note' })
  field!: string;
  @ApiProperty()
  value!: string;
}

/** What a correction is about. */
export class CorrectedLineDto {
  @ApiProperty({ description: 'Line that it corrects: the newest of its chain then', example: 58 })
  line!: number;
  @ApiProperty({ description: 'First line of the chain', example: 57 })
  original!: number;
}

/** One line, with what later lines said of it. */
export class WholeEntryDto extends EntryDto {
  @ApiProperty({
    description: 'What it still lacks: `witness`, `verification` or `approval`',
    nullable: true,
    type: String,
  })
  awaiting: string | null;
  @ApiProperty({
    description: 'Line that gave what it lacked',
    nullable: true,
    type: Number,
  })
  settledBy: number | null;
  @ApiProperty({ description: 'Newest line that corrects it', nullable: true, type: Number })
  correctedBy: number | null;
  @ApiProperty({
    description: 'What it corrects; null where it is no correction',
    nullable: true,
    type: CorrectedLineDto,
  })
  corrects: CorrectedLineDto | null;
  @ApiProperty({
    description: 'Names, addresses and notes; none without the right to read about patients',
    type: PersonalFieldDto,
    isArray: true,
  })
  personal: readonly PersonalFieldDto[];

  constructor(
    recorded: RecordedEntry,
    standing: LineStanding | undefined,
    personal: readonly PersonalFieldDto[],
  ) {
    super(recorded);
    const { request } = recorded.entry;
    this.corrects =
      request.kind === 'correction' ? { line: request.line, original: request.original } : null;
    this.awaiting = standing?.awaiting ?? null;
    this.settledBy = standing?.settledBy ?? null;
    this.correctedBy = standing?.correctedBy ?? null;
    this.personal = personal;
  }
}
