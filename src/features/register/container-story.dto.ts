import { ApiProperty } from '../../platform/http/described.js';
import type { Condition } from '../../domain/stock/container.js';
import type { RecordedEntry } from '../../ledger/ledger-reader.js';
import { EntryDto } from '../entry.dto.js';

/** One container's life, line by line. */
export class ContainerStoryDto {
  @ApiProperty({ example: '41-3' })
  container: string;
  @ApiProperty({ description: 'Everyone who drew from it', type: String, isArray: true })
  drawers: readonly string[];
  @ApiProperty({ description: 'Oldest first', type: EntryDto, isArray: true })
  lines: readonly EntryDto[];

  constructor(lines: readonly RecordedEntry[], { id, drawers }: Condition) {
    this.container = id;
    this.drawers = drawers;
    this.lines = lines.map((recorded) => new EntryDto(recorded));
  }
}
