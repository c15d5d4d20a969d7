import { asId } from '../../domain/ids.js';
import { businessDate } from '../../domain/measures/instant.js';
import type { Supplier } from '../../domain/product.js';
import type { SupplierFacts } from '../../domain/product.js';
import type { SupplierRequest } from '../../domain/request.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Day, Line } from '../../platform/http/members.js';

/** A registrant that stock is received from. */
export class SupplierDto extends ActDto {
  @Line({ says: 'Name as registered', max: 200 })
  name!: string;

  @Line({ says: 'Registered address', max: 300 })
  address!: string;

  @Line({ says: 'DEA number', max: 20 })
  deaNumber!: string;

  @Day({ says: 'Last day of the DEA registration' })
  registrationExpires!: string;
}

/** A supplier is not used any more. */
export class SupplierWithdrawalDto extends ActDto {}

/** A supplier on record. */
export class SupplierRecordDto {
  @ApiProperty({ example: 'supplier-12' })
  id: string;
  @ApiProperty({ enum: ['active', 'withdrawn'] })
  status: string;
  @ApiProperty()
  name: string;
  @ApiProperty()
  address: string;
  @ApiProperty()
  deaNumber: string;
  @ApiProperty({ format: 'date' })
  registrationExpires: string;

  constructor(supplier: Supplier) {
    this.id = supplier.id;
    this.status = supplier.status;
    this.name = supplier.name;
    this.address = supplier.address;
    this.deaNumber = supplier.deaNumber;
    this.registrationExpires = supplier.registrationExpires;
  }
}

export const factsOf = (dto: SupplierDto): SupplierFacts => ({
  name: dto.name,
  address: dto.address,
  deaNumber: dto.deaNumber.trim().toUpperCase(),
  registrationExpires: businessDate(dto.registrationExpires),
});

/** Adds a supplier, or changes or withdraws a known one. */
export const readSupplier = (
  dto: ActDto,
  act: SupplierRequest['act'],
  about: { readonly supplier: string | null; readonly facts: SupplierFacts },
): SupplierRequest => ({
  ...headOf(dto),
  kind: 'supplier',
  act,
  supplier: about.supplier === null ? null : asId(about.supplier),
  facts: about.facts,
});
