import { ApiProperty } from '../../platform/http/described.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';

const nullable = { nullable: true, type: String } as const;

/** Section A: who destroys. */
export class Form41RegistrantDto {
  @ApiProperty({ example: 'Vance, Rita MD' })
  registrant!: string;
  @ApiProperty({ example: 'BV1234563' })
  deaNumber!: string;
  @ApiProperty({ example: '12 Alder Way, Harrow Bay, FL 33999' })
  address!: string;
}

/** Section B: one package size of one product. */
export class Form41RowDto {
  @ApiProperty({ example: '0409-2053-10' })
  ndc!: string;
  @ApiProperty({ description: 'Name, strength, form and size', example: 'Ketalar' })
  name!: string;
  @ApiProperty({ example: 'ketamine 50 mg/mL injection, 10 mL' })
  item!: string;
  @ApiProperty({ example: '50 mg/mL' })
  strength!: string;
  @ApiProperty({ type: String, isArray: true, example: ['K1'] })
  lots!: readonly string[];
  @ApiProperty({ description: 'Content of one package by its label' })
  packageQuantity!: QuantityDto;
  @ApiProperty({ description: 'Packages that were never opened', example: 3 })
  fullPackages!: number;
  @ApiProperty({
    description: 'What was measured in each opened package',
    type: QuantityDto,
    isArray: true,
  })
  partialPackages!: readonly QuantityDto[];
  @ApiProperty({ description: 'Everything of this row together' })
  total!: QuantityDto;
}

/** Section D: somebody who saw it. */
export class Form41WitnessDto {
  @ApiProperty({ example: 'person-7' })
  person!: string;
  @ApiProperty({ example: 'Paul Odell' })
  name!: string;
  @ApiProperty({ format: 'date-time' })
  signedAt!: string;
}

/** What DEA Form 41 asks, from the entry itself: names and numbers are those of that day. */
export class Form41Dto {
  @ApiProperty({ example: 61 })
  line!: number;
  @ApiProperty({ type: Form41RegistrantDto })
  registrant!: Form41RegistrantDto;
  @ApiProperty({ type: Form41RowDto, isArray: true })
  rows!: readonly Form41RowDto[];
  @ApiProperty({ description: 'When it was destroyed or handed over', format: 'date-time' })
  at!: string;
  @ApiProperty({ enum: ['destroyed', 'reverse-distributor'] })
  way!: string;
  @ApiProperty({ description: 'How it was made non-retrievable', ...nullable })
  method!: string | null;
  @ApiProperty({ description: 'Name of the reverse distributor', ...nullable })
  recipient!: string | null;
  @ApiProperty({ ...nullable })
  recipientAddress!: string | null;
  @ApiProperty({ ...nullable })
  recipientDeaNumber!: string | null;
  @ApiProperty({ description: 'Number of the manifest', ...nullable })
  manifest!: string | null;
  @ApiProperty({ type: Form41WitnessDto, isArray: true })
  witnesses!: readonly Form41WitnessDto[];
  @ApiProperty({
    description: 'Containers of this line that came back since, and are in no figure above',
    type: String,
    isArray: true,
  })
  returned!: readonly string[];
}
