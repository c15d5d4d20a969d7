import { asId } from '../../domain/ids.js';
import { businessDate } from '../../domain/measures/instant.js';
import {
  form106Field,
  FORM_106_TEXTS,
  LOSS_TYPES,
  PRINCIPAL_BUSINESSES,
} from '../../domain/losses/loss.js';
import type { Form106, LossStep } from '../../domain/losses/loss.js';
import type { PersonalField } from '../../domain/request.js';
import { FileHashText } from '../../platform/http/ids.dto.js';
import {
  Choice,
  CodedList,
  Day,
  Line,
  Part,
  Text,
  Whole,
  YesNo,
} from '../../platform/http/members.js';

const MOST_CENTS = 1_000_000_000_00;
const LONGEST_TEXT = 2_000;
const TELEPHONE = 40;

export class PoliceDto {
  @Line({ says: 'Police department', max: 120 })
  department!: string;
  @Line({ says: 'Its telephone number', max: TELEPHONE })
  telephone!: string;
  @Line({ says: 'Number of the police report', max: 60, optional: true })
  report?: string | null;
}

export class ArmedRobberyDto {
  @Whole({ says: 'People killed', min: 0, max: 1_000 })
  killed!: number;
  @Whole({ says: 'People injured', min: 0, max: 1_000 })
  injured!: number;
}

export class TransitDto {
  @Line({ says: 'Carrier', max: 120 })
  carrier!: string;
  @Line({ says: 'Consignee', max: 120 })
  consignee!: string;
  @Line({ says: 'DEA number of the consignee', max: 20 })
  consigneeDeaNumber!: string;
  @YesNo({ says: 'Whether the carton was received' })
  cartonReceived!: boolean;
  @YesNo({ says: 'Whether it showed signs of tampering' })
  tampering!: boolean;
  @Whole({ says: 'Earlier losses with this carrier', min: 0, max: 10_000 })
  earlierLosses!: number;
}

/** What DEA Form 106 asks and the register does not know by itself. Values of money are in cents of a dollar. */
export class Form106Dto {
  @Day({ says: 'Day of the theft or loss; left out where it is unknown', optional: true })
  occurredOn?: string | null;

  @Choice({ says: 'Type of theft or loss', of: LOSS_TYPES })
  type!: Form106['type'];

  @Text({ says: 'Explanation of the type; confidential', max: LONGEST_TEXT, optional: true })
  explanation?: string | null;

  @Choice({ says: 'Principal business of the registrant', of: PRINCIPAL_BUSINESSES })
  principalBusiness!: Form106['principalBusiness'];

  @Line({ says: 'County', max: 80 })
  county!: string;

  @Line({ says: 'Telephone number of the registrant', max: TELEPHONE })
  telephone!: string;

  @Part({ says: 'Police, where it was reported to them', optional: true }, () => PoliceDto)
  police?: PoliceDto | null;

  @Part(
    { says: 'People hurt, where it was an armed robbery', optional: true },
    () => ArmedRobberyDto,
  )
  armedRobbery?: ArmedRobberyDto | null;

  @Whole({ says: 'Purchase value of the controlled substances, in cents', min: 0, max: MOST_CENTS })
  purchaseValue!: number;

  @Whole({
    says: 'Value of other pharmaceuticals or merchandise taken, in cents',
    min: 0,
    max: MOST_CENTS,
    optional: true,
  })
  otherGoodsValue?: number | null;

  @Part({ says: 'Shipment, where it was lost in transit', optional: true }, () => TransitDto)
  transit?: TransitDto | null;

  @Text({
    says: 'Identifying marks or price codes on the containers; confidential',
    max: LONGEST_TEXT,
    optional: true,
  })
  marks?: string | null;

  @CodedList({
    says: 'Serial numbers of official order forms that were lost',
    pattern: /^[A-Z0-9-]{1,30}$/,
    form: 'serial numbers of order forms',
    max: 50,
    optional: true,
  })
  orderForms?: string[] | null;

  @Text({
    says: 'Security measures taken to prevent a recurrence; confidential',
    max: LONGEST_TEXT,
    optional: true,
  })
  measures?: string | null;
}

/** The submission in the agency's application. */
export class SubmissionDto {
  @Line({ says: 'Reference that the agency gave', max: 60 })
  reference!: string;
  @FileHashText({ says: 'The uploaded copy of what was submitted', optional: true })
  file?: string | null;
}

type FormStep = Extract<LossStep, { readonly type: 'form-106' }>;

export const readSubmission = (dto: SubmissionDto | null | undefined): FormStep['submission'] =>
  dto == null ? null : { reference: dto.reference, file: dto.file == null ? null : asId(dto.file) };

export function readForm106(dto: Form106Dto): Form106 {
  const { police, armedRobbery, transit } = dto;
  return {
    occurredOn: dto.occurredOn == null ? null : businessDate(dto.occurredOn),
    type: dto.type,
    principalBusiness: dto.principalBusiness,
    county: dto.county,
    telephone: dto.telephone,
    police:
      police == null
        ? null
        : {
            department: police.department,
            telephone: police.telephone,
            report: police.report ?? null,
          },
    armedRobbery:
      armedRobbery == null ? null : { killed: armedRobbery.killed, injured: armedRobbery.injured },
    purchaseValue: dto.purchaseValue,
    otherGoodsValue: dto.otherGoodsValue ?? null,
    transit:
      transit == null
        ? null
        : {
            carrier: transit.carrier,
            consignee: transit.consignee,
            consigneeDeaNumber: transit.consigneeDeaNumber,
            cartonReceived: transit.cartonReceived,
            tampering: transit.tampering,
            earlierLosses: transit.earlierLosses,
          },
    orderForms: dto.orderForms ?? [],
  };
}

/** The texts of the form that may be about persons. */
export function textsOf(dto: Form106Dto): readonly PersonalField[] {
  return FORM_106_TEXTS.flatMap((text): readonly PersonalField[] => {
    const value = dto[text];
    return value == null ? [] : [{ field: form106Field(text), value, retention: 'case' }];
  });
}
