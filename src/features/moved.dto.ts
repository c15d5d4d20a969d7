import { formatQuantity } from '../domain/measures/quantity.js';
import type { RecordedEntry } from '../ledger/ledger-reader.js';
import { ApiProperty } from '../platform/http/described.js';
import { RecordedDto } from './recorded.dto.js';

/** Drug that went from one custody account to another, with the balances after it. */
export class MovementDto {
  @ApiProperty({ example: 'in-process:57-1' })
  from!: string;
  @ApiProperty({ example: 'patient' })
  to!: string;
  @ApiProperty({ description: 'Decimal text, in the unit of the product', example: '0.700' })
  quantity!: string;
  @ApiProperty({ example: 'ketamine 50 mg/mL injection, 10 mL' })
  item!: string;
  @ApiProperty({
    description: 'What is then left in `from`; null outside',
    nullable: true,
    type: String,
  })
  left!: string | null;
  @ApiProperty({ description: 'On hand of the audit item after it', example: '39.300' })
  onHand!: string;
}

/** An entry that moved drug, and the discrepancies that it opened. */
export class MovingDto extends RecordedDto {
  @ApiProperty({ type: MovementDto, isArray: true })
  movements: readonly MovementDto[];
  @ApiProperty({
    description: 'Ids of the discrepancies that it opened',
    type: String,
    isArray: true,
  })
  discrepancies: readonly string[];

  constructor(recorded: RecordedEntry) {
    super(recorded);
    const { entry, balances } = recorded;
    this.movements = entry.effects.movements.map(({ from, to, quantity, item }, part) => {
      const after = balances[part];
      return {
        from,
        to,
        quantity: formatQuantity(quantity),
        item,
        left: after?.from == null ? null : formatQuantity(after.from),
        onHand: after === undefined ? '' : formatQuantity(after.onHand),
      };
    });
    this.discrepancies = entry.effects.states.flatMap((state) =>
      state.noun === 'case' && state.lines[0] === entry.seq ? [state.id] : [],
    );
  }
}
