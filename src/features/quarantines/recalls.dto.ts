import { ApiProperty } from '../../platform/http/described.js';
import type { RecordedEntry } from '../../ledger/ledger-reader.js';
import { ActDto } from '../../platform/http/act.dto.js';
import { ProductIdText } from '../../platform/http/ids.dto.js';
import { Line } from '../../platform/http/members.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import { RecordedDto } from '../recorded.dto.js';

/** A lot is recalled: everything of it that is on hand is set apart in one act. */
export class RecallDto extends ActDto {
  @Line({ says: 'The lot, as on the label', max: 40 })
  lot!: string;

  @ProductIdText({ says: 'Of which product, where makers share a lot number', optional: true })
  product?: string | null;
}

export class RecalledDto extends RecordedDto {
  @ApiProperty({ description: 'What was set apart', type: String, isArray: true })
  containers: readonly string[];
  @ApiProperty({ description: 'Whether more of the lot is on hand: repeat with another key' })
  more: boolean;

  constructor(recorded: RecordedEntry, more: boolean) {
    super(recorded);
    const { request } = recorded.entry;
    this.containers = request.kind === 'quarantine' ? request.containers : [];
    this.more = more;
  }
}

/** A container of a recalled lot. */
export class RecalledContainerDto {
  @ApiProperty({ example: '41-3' })
  container!: string;
  @ApiProperty({ example: 'open' })
  status!: string;
  @ApiProperty({ nullable: true, type: String })
  quarantine!: string | null;
  @ApiProperty({ example: 'safe' })
  location!: string;
  @ApiProperty()
  remaining!: QuantityDto;
}

/** Drug of a recalled lot that was drawn for a patient. */
export class RecalledDrawDto {
  @ApiProperty({ example: '57-1' })
  draw!: string;
  @ApiProperty({ example: '41-3' })
  container!: string;
  @ApiProperty({ example: '52' })
  order!: string;
  @ApiProperty({ description: 'Id of the patient of this site' })
  patient!: string;
  @ApiProperty({ format: 'date-time' })
  drawnAt!: string;
  @ApiProperty()
  drawn!: QuantityDto;
  @ApiProperty({ description: 'What reached the patient' })
  given!: QuantityDto;
}

/** Where a lot is, and who had some of it. */
export class LotDto {
  @ApiProperty({ example: 'AB1234' })
  lot!: string;
  @ApiProperty({ type: RecalledContainerDto, isArray: true })
  containers!: readonly RecalledContainerDto[];
  @ApiProperty({ type: RecalledDrawDto, isArray: true })
  draws!: readonly RecalledDrawDto[];
}
