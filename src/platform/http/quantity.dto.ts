import { IsIn, IsString, ValidateBy } from 'class-validator';
import { measured, parseMass, parseQuantity } from '../../domain/measures/quantity.js';
import type { BaseUnit, Mass, Measured, Quantity } from '../../domain/measures/quantity.js';
import { ApiProperty } from './described.js';

/** Units in which products are measured. */
export const UNITS = ['mL', 'each'] as const;

const decimal = (name: string, says: string, reads: (text: string) => bigint | undefined) =>
  ValidateBy({
    name,
    validator: {
      validate: (value: unknown) => typeof value === 'string' && (reads(value) ?? -1n) >= 0n,
      defaultMessage: () => says,
    },
  });

/** A quantity: decimal text with its unit, never a bare number. */
export class QuantityDto implements Measured {
  @ApiProperty({
    description: 'Decimal text with up to three decimals and a digit before the point',
    example: '0.700',
    pattern: '^(0|[1-9]\\d{0,12})(\\.\\d{1,3})?$',
  })
  @IsString({ message: 'must be text' })
  @decimal(
    'quantity',
    'must be decimal text with up to three decimals, such as "0.700"',
    parseQuantity,
  )
  value!: string;

  @ApiProperty({ description: 'Unit of the value', enum: UNITS })
  @IsIn([...UNITS], { message: 'must be mL or each' })
  unit!: BaseUnit;

  /** Of a quantity that the pipe has let through. */
  static read(dto: QuantityDto): Quantity {
    const quantity = parseQuantity(dto.value);
    if (quantity === undefined) throw new Error('a quantity that was validated cannot be read');
    return quantity;
  }

  static of(quantity: Quantity, unit: BaseUnit): QuantityDto {
    return Object.assign(new QuantityDto(), measured(quantity, unit));
  }
}

/** A mass of substance in milligrams. */
export class MassDto {
  @ApiProperty({
    description: 'Decimal text with up to six decimals and a digit before the point',
    example: '35.000',
    pattern: '^(0|[1-9]\\d{0,12})(\\.\\d{1,6})?$',
  })
  @IsString({ message: 'must be text' })
  @decimal('mass', 'must be decimal text with up to six decimals, such as "35.000"', parseMass)
  value!: string;

  @ApiProperty({ description: 'Unit of the value', enum: ['mg'] })
  @IsIn(['mg'], { message: 'must be mg' })
  unit!: 'mg';

  /** Of a mass that the pipe has let through. */
  static read(dto: MassDto): Mass {
    const mass = parseMass(dto.value);
    if (mass === undefined) throw new Error('a mass that was validated cannot be read');
    return mass;
  }
}
