import type { RecordedEntry } from '../ledger/ledger-reader.js';
import { ApiProperty } from '../platform/http/described.js';
import { RecordedDto } from './recorded.dto.js';

/** A container that an entry brought into the register, with the number for its label. */
export class MintedContainerDto {
  @ApiProperty({ description: 'Id of the container; its label', example: '41-3' })
  container!: string;
  @ApiProperty({ example: 'ketamine 50 mg/mL injection, 10 mL' })
  item!: string;
  @ApiProperty({ example: 'safe' })
  location!: string;
  @ApiProperty({
    description: 'Why it is in quarantine; null where it is not',
    nullable: true,
    type: String,
  })
  quarantine!: string | null;
}

/** An entry that brought containers in. */
export class MintingDto extends RecordedDto {
  @ApiProperty({ type: MintedContainerDto, isArray: true })
  containers: readonly MintedContainerDto[];

  constructor(recorded: Pick<RecordedEntry, 'entry' | 'leafHash'>) {
    super(recorded);
    const conditions = recorded.entry.effects.states.filter((state) => state.noun === 'condition');
    this.containers = conditions.map(({ id, item, location, quarantine }) => ({
      container: id,
      item,
      location,
      quarantine,
    }));
  }
}
