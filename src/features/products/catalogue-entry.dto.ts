import { registerName } from '../../domain/substance.js';
import { ApiProperty } from '../../platform/http/described.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { CatalogueRecord } from './catalogue-record.js';

/** A code, and what carries it. */
export class PackageCodeDto {
  @ApiProperty({ example: '0409-2051-15' })
  ndc!: string;
  @ApiProperty({ enum: ['container', 'carton', 'both', 'unstated'] })
  on!: string;
}

/** What public sources show of a package. A fact that none shows is null, and a person reads it from the label. */
export class CatalogueEntryDto {
  @ApiProperty({ type: PackageCodeDto, isArray: true })
  ndcs: readonly PackageCodeDto[];
  @ApiProperty({ nullable: true, type: String })
  labeler: string | null;
  @ApiProperty({ nullable: true, type: String })
  name: string | null;
  @ApiProperty()
  substance: string;
  @ApiProperty({
    description:
      'The substance as a register calls it: without its salt, where labels state the strength of the base',
    example: 'ketamine',
  })
  registerName: string;
  @ApiProperty({ nullable: true, type: String })
  schedule: string | null;
  @ApiProperty({ nullable: true, type: String, example: '50 mg/mL' })
  strength: string | null;
  @ApiProperty({
    description: 'Labelled volume of one container, where it holds a fluid',
    nullable: true,
    type: QuantityDto,
  })
  size: QuantityDto | null;
  @ApiProperty({ nullable: true, type: String })
  containerType: string | null;
  @ApiProperty({ nullable: true, type: Number })
  containersPerCarton: number | null;
  @ApiProperty({ nullable: true, type: String })
  doseType: string | null;
  @ApiProperty({ nullable: true, type: String })
  productType: string | null;
  @ApiProperty({ description: 'Sources with their dates', type: String, isArray: true })
  sources: readonly string[];

  constructor(record: CatalogueRecord) {
    this.ndcs = record.ndcs;
    this.labeler = record.labeler ?? null;
    this.name = record.proprietaryName ?? record.nonproprietaryName ?? null;
    this.substance = record.substance;
    this.registerName = registerName(record.substance);
    this.schedule = record.schedule ?? null;
    this.strength = record.strength ?? null;
    const { size } = record;
    this.size =
      size?.unit === 'mL' ? Object.assign(new QuantityDto(), { ...size, unit: size.unit }) : null;
    this.containerType = record.containerType ?? null;
    this.containersPerCarton = record.containersPerCarton ?? null;
    this.doseType = record.doseType ?? null;
    this.productType = record.productType ?? null;
    this.sources = record.sources.map(({ title, date }) =>
      date === undefined ? title : `${title}, ${date}`,
    );
  }
}
