import {
  BADGE_FIELD,
  MANNERS_OF_DISCLOSURE,
  RECIPIENTS,
  TAKER_FIELD,
} from '../../domain/issued-report.js';
import type {
  DisclosureRequest,
  MannerOfDisclosure,
  Recipient,
} from '../../domain/issued-report.js';
import type { Entry } from '../../domain/entry.js';
import type { PersonalField } from '../../domain/request.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Choice, CodedList, Line } from '../../platform/http/members.js';
import { PageDto } from '../../platform/http/page.dto.js';
import type { ActForm } from '../act-form.js';

const MOST_REPORTS = 100;

/** Issued documents that somebody outside was given. */
export class DisclosureDto extends ActDto {
  @CodedList({
    says: 'Lines that issued the documents',
    pattern: /^\d{1,15}$/,
    form: 'numbers of lines',
    max: MOST_REPORTS,
  })
  reports!: string[];

  @Choice({ says: 'To whom they went', of: RECIPIENTS })
  to!: Recipient;

  @Line({
    says: 'Name of the agency or organisation; left out for a person',
    max: 120,
    optional: true,
  })
  organisation?: string | null;

  @Line({ says: 'Name of the person who took them; kept confidential', max: 120, optional: true })
  taker?: string | null;

  @Line({ says: 'Badge or credential that was shown; kept confidential', max: 60, optional: true })
  badge?: string | null;

  @Choice({ says: 'How', of: MANNERS_OF_DISCLOSURE })
  manner!: MannerOfDisclosure;

  @Line({
    says: 'Number of the notice of inspection (DEA Form 82), subpoena or letter',
    max: 80,
    optional: true,
  })
  reference?: string | null;
}

export const DISCLOSURE: ActForm<'disclosure', DisclosureDto> = {
  kind: 'disclosure',
  title: 'Disclosure',
  dto: DisclosureDto,
  read: (dto) => ({
    ...headOf(dto, [...field(TAKER_FIELD, dto.taker), ...field(BADGE_FIELD, dto.badge)]),
    kind: 'disclosure',
    reports: dto.reports.map(Number),
    to: dto.to,
    organisation: dto.organisation ?? null,
    manner: dto.manner,
    reference: dto.reference ?? null,
  }),
};

const field = (name: string, value: string | null | undefined): readonly PersonalField[] =>
  value == null ? [] : [{ field: name, value, retention: 'case' }];

/** A disclosure as the ledger has it. Who took the documents stands in its line, for whoever may read that. */
export class ListedDisclosureDto {
  @ApiProperty({ description: 'The line that told it' })
  line: number;
  @ApiProperty({ format: 'date-time' })
  occurredAt: string;
  @ApiProperty({ description: 'Who handed them out', example: 'person-7' })
  by: string;
  @ApiProperty({ description: 'Lines that issued the documents', type: Number, isArray: true })
  reports: readonly number[];
  @ApiProperty({ enum: RECIPIENTS })
  to: Recipient;
  @ApiProperty({ type: String, nullable: true })
  organisation: string | null;
  @ApiProperty({ enum: MANNERS_OF_DISCLOSURE })
  manner: MannerOfDisclosure;
  @ApiProperty({ type: String, nullable: true })
  reference: string | null;

  constructor(entry: Entry, { reports, to, organisation, manner, reference }: DisclosureRequest) {
    this.line = entry.seq;
    this.occurredAt = entry.occurredAt;
    this.by = entry.performer;
    this.reports = reports;
    this.to = to;
    this.organisation = organisation;
    this.manner = manner;
    this.reference = reference;
  }
}

export class DisclosurePageDto extends PageDto {
  @ApiProperty({ type: ListedDisclosureDto, isArray: true })
  items!: readonly ListedDisclosureDto[];
}
