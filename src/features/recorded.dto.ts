import type { Flag } from '../domain/entry.js';
import type { RecordedEntry } from '../ledger/ledger-reader.js';
import { ApiProperty } from '../platform/http/described.js';

/** A rule that a recorded fact did not keep, or a question that was answered with yes. */
export class FlagDto implements Flag {
  @ApiProperty({ example: 'entry.late' })
  code: string;
  @ApiProperty({
    description: 'What it is about; null for the whole',
    nullable: true,
    type: String,
  })
  about: string | null;

  constructor(flag: Flag) {
    this.code = flag.code;
    this.about = flag.about;
  }
}

/** What every recorded act is answered with, and how it stands in lists. */
export class RecordedDto {
  @ApiProperty({ description: 'Number of the line in its ledger', example: 57 })
  line: number;
  @ApiProperty({ description: 'Id of the entry: the Idempotency-Key', format: 'uuid' })
  id: string;
  @ApiProperty({ description: 'Hash of the leaf, in base64: what proofs are about' })
  leafHash: string;
  @ApiProperty({ description: 'When it was recorded', format: 'date-time' })
  recordedAt: string;
  @ApiProperty({ description: 'Day of business that it belongs to', format: 'date' })
  businessDate: string;
  @ApiProperty({ type: FlagDto, isArray: true })
  flags: readonly FlagDto[];

  constructor({ entry, leafHash }: Pick<RecordedEntry, 'entry' | 'leafHash'>) {
    this.line = entry.seq;
    this.id = entry.id;
    this.leafHash = leafHash;
    this.recordedAt = entry.recordedAt;
    this.businessDate = entry.businessDate;
    this.flags = entry.effects.flags.map((flag) => new FlagDto(flag));
  }
}
