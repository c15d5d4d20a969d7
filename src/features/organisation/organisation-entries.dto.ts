import type { LeafRow, RecordedEntry } from '../../ledger/ledger-reader.js';
import { ApiProperty } from '../../platform/http/described.js';
import { EntryDto } from '../entry.dto.js';

/** One line of the organisation's ledger, with the bytes that are hashed. */
export class OrganisationEntryDto extends EntryDto {
  @ApiProperty({
    description:
      'The hashed bytes as text: canonical JSON of everything the line says. Names and free texts are not in it, only ' +
      'commitments to them',
  })
  leaf: string;

  constructor(recorded: RecordedEntry, { leaf }: LeafRow) {
    super(recorded);
    this.leaf = leaf.toString('utf8');
  }
}
