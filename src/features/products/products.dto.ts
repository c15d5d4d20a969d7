import { readNdc } from '../../domain/codes/ndc.js';
import { formatStrength, parseStrength } from '../../domain/measures/quantity.js';
import { auditItemOf } from '../../domain/product.js';
import type {
  ContainerType,
  DoseType,
  Product,
  ProductFacts,
  Schedule,
} from '../../domain/product.js';
import type { ProductRequest } from '../../domain/request.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Choice, Line, Part, Whole } from '../../platform/http/members.js';
import { Problem } from '../../platform/http/problem.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import { findPackages, unfitForPeople } from './catalogue.js';
import type { CatalogueRecord } from './catalogue-record.js';

/** A product as it is approved, from the package in hand. */
export class ProductDto extends ActDto {
  @Line({ says: 'NDC on the container, with its hyphens', max: 20 })
  ndc!: string;

  @Line({ says: 'NDC on the carton, where it differs', max: 20, optional: true })
  cartonNdc?: string | null;

  @Whole({ says: 'Containers in a carton', min: 1, max: 1_000 })
  containersPerCarton!: number;

  @Line({ says: 'Name on the label', max: 120 })
  name!: string;

  @Line({ says: 'Labeler', max: 120 })
  labeler!: string;

  @Line({ says: 'Substance, as the register calls it', max: 80 })
  substance!: string;

  @Choice({ says: 'Schedule', of: ['II', 'III', 'IV', 'V'] })
  schedule!: Schedule;

  @Line({ says: 'Finished form', max: 60 })
  form!: string;

  @Line({ says: 'Strength as printed on the label, such as 50 mg/mL', max: 40 })
  strength!: string;

  @Part({ says: 'Labelled content of one container' }, () => QuantityDto)
  size!: QuantityDto;

  @Choice({
    says: 'What kind of container it is',
    of: ['vial', 'ampule', 'syringe', 'bottle', 'device'],
  })
  containerType!: ContainerType;

  @Choice({ says: 'Whether it may serve several doses', of: ['multiple-dose', 'single-dose'] })
  doseType!: DoseType;
}

/** An approval is taken back. */
export class ProductWithdrawalDto extends ActDto {}

/** An approved product. */
export class ProductRecordDto {
  @ApiProperty({ example: 'product-9' })
  id: string;
  @ApiProperty({ enum: ['approved', 'withdrawn'] })
  status: string;
  @ApiProperty({ example: '0409-2051-15' })
  ndc: string;
  @ApiProperty()
  name: string;
  @ApiProperty()
  labeler: string;
  @ApiProperty({ description: 'Audit item that it belongs to' })
  item: string;
  @ApiProperty({ example: '50 mg/mL' })
  strength: string;
  @ApiProperty({ type: QuantityDto })
  size: QuantityDto;
  @ApiProperty({ enum: ['multiple-dose', 'single-dose'] })
  doseType: string;

  constructor(product: Product) {
    this.id = product.id;
    this.status = product.status;
    this.ndc = product.ndc;
    this.name = product.name;
    this.labeler = product.labeler;
    this.item = auditItemOf(product);
    this.strength = formatStrength(product.strength, product.unit);
    this.size = QuantityDto.of(product.size, product.unit);
    this.doseType = product.doseType;
  }
}

/** The request to approve a product. What the catalogue knows to be for animals or in bulk is refused by the rules. */
export function readApproval(dto: ProductDto): ProductRequest {
  return {
    ...headOf(dto),
    kind: 'product',
    act: 'approved',
    product: null,
    facts: factsOf(dto),
    productType: productTypeOf(dto.ndc),
  };
}

function productTypeOf(ndc: string): ProductRequest['productType'] {
  const records: readonly CatalogueRecord[] = findPackages(readNdc(ndc)).map(
    ({ record }) => record,
  );
  return records.map(unfitForPeople).find((unfit) => unfit !== undefined) ?? 'human';
}

function factsOf(dto: ProductDto): ProductFacts {
  const strength = parseStrength(dto.strength);
  const unit = dto.size.unit;
  if (strength === undefined)
    throw invalid('strength', 'must be a strength as labels print it, such as 50 mg/mL');
  return {
    ndc: hyphenated('ndc', dto.ndc),
    cartonNdc: dto.cartonNdc == null ? null : hyphenated('cartonNdc', dto.cartonNdc),
    containersPerCarton: dto.containersPerCarton,
    name: dto.name,
    labeler: dto.labeler,
    substance: dto.substance,
    schedule: dto.schedule,
    form: dto.form,
    unit,
    strength,
    size: QuantityDto.read(dto.size),
    containerType: dto.containerType,
    doseType: dto.doseType,
  };
}

/** The code as it is labelled: one that cannot be told apart without its hyphens is asked for again. */
function hyphenated(field: string, text: string): string {
  const reading = readNdc(text);
  if (reading.kind !== 'read')
    throw invalid(field, 'must be an NDC with its hyphens, such as 0409-2051-15');
  return text.trim();
}

const invalid = (field: string, says: string): Problem =>
  Problem.of('request.invalid', { errors: [{ field, says }] });
