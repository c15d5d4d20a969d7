import { ADDRESS_UNKNOWN_REASONS } from '../../domain/bedside/infusion.js';
import type { AddressUnknownReason } from '../../domain/bedside/infusion.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Choice, Day, Line, Text, Whole } from '../../platform/http/members.js';
import { PageDto, PageQueryDto } from '../../platform/http/page.dto.js';
import type { Particulars, PatientRecord } from '../patient-records.js';

/** A new patient. 21 CFR 1304.22(c) wants name and address of whoever gets the drug. */
export class PatientDto {
  @Line({ says: 'Full name', max: 200 })
  name!: string;

  @Text({ says: 'Address', max: 500, optional: true })
  address?: string | null;

  @Choice({ says: 'Why the address is unknown', of: ADDRESS_UNKNOWN_REASONS, optional: true })
  addressUnknown?: AddressUnknownReason | null;

  @Day({ says: 'Date of birth', optional: true })
  birthDate?: string | null;
}

/** The whole record as it should be from now on. */
export class PatientChangeDto extends PatientDto {
  @Whole({ says: 'Version of the record that was read', min: 1, max: 1_000_000 })
  version!: number;
}

/** A search travels in a body: names do not belong into addresses, which others write down. */
export class PatientSearchDto extends PageQueryDto {
  @Line({ says: 'Part of the name', max: 100 })
  name!: string;
}

export const readParticulars = (dto: PatientDto): Particulars => ({
  name: dto.name,
  address: dto.address ?? null,
  addressUnknown: dto.address == null ? (dto.addressUnknown ?? null) : null,
  birthDate: dto.birthDate ?? null,
});

/** A patient record. */
export class PatientRecordDto {
  @ApiProperty({
    description: 'By which the ledger knows the patient',
    example: '9k2m4x7q1z8w5t3v',
  })
  id: string;
  @ApiProperty()
  version: number;
  @ApiProperty()
  name: string;
  @ApiProperty({ nullable: true, type: String })
  address: string | null;
  @ApiProperty({ nullable: true, enum: ADDRESS_UNKNOWN_REASONS })
  addressUnknown: AddressUnknownReason | null;
  @ApiProperty({ nullable: true, type: String, format: 'date' })
  birthDate: string | null;
  @ApiProperty({ format: 'date-time' })
  changedAt: string;

  constructor(record: PatientRecord) {
    this.id = record.id;
    this.version = record.version;
    this.name = record.name;
    this.address = record.address;
    this.addressUnknown = record.addressUnknown;
    this.birthDate = record.birthDate;
    this.changedAt = record.changedAt;
  }
}

/** Patients of a site, by name. */
export class PatientPageDto extends PageDto {
  @ApiProperty({ type: PatientRecordDto, isArray: true })
  items: readonly PatientRecordDto[];

  constructor(items: readonly PatientRecordDto[], next: string | null) {
    super(next);
    this.items = items;
  }
}
