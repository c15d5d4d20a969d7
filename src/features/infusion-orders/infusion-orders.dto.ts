import { asId } from '../../domain/ids.js';
import { businessDate } from '../../domain/measures/instant.js';
import { ROUTES } from '../../domain/bedside/infusion.js';
import type { Route } from '../../domain/bedside/infusion.js';
import { WEIGHT_FIELD } from '../../domain/kinds/infusion-order.js';
import { rejection } from '../../domain/rejection.js';
import type { InfusionOrderRequest, PersonalField, RequestHead } from '../../domain/request.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { OrderIdText, PersonIdText } from '../../platform/http/ids.dto.js';
import { Choice, Coded, Day, Line, Part, Whole } from '../../platform/http/members.js';
import { Problem } from '../../platform/http/problem.js';
import { MassDto } from '../../platform/http/quantity.dto.js';
import type { ActForm } from '../act-form.js';
import type { PatientRecords } from '../patient-records.js';

export class SeriesDto {
  @Whole({ says: 'Which infusion of the series', min: 1, max: 99 })
  number!: number;

  @Whole({ says: 'How many infusions the series has', min: 1, max: 99 })
  of!: number;
}

/** A practitioner's order for one infusion of one patient. Name and address are taken from the patient's record as it is now. */
export class InfusionOrderDto extends ActDto {
  @Coded({
    says: 'The patient',
    pattern: /^[a-z0-9-]{1,60}$/,
    form: 'the id of a patient of this site',
  })
  patient!: string;

  @PersonIdText({ says: 'The ordering practitioner' })
  orderedBy!: string;

  @Choice({ says: 'How the order was given', of: ['written', 'verbal'] })
  given!: 'written' | 'verbal';

  @Choice({ says: 'Route', of: ROUTES })
  route!: Route;

  @Part({ says: 'Ordered dose' }, () => MassDto)
  dose!: MassDto;

  @Whole({
    says: 'Dose per body weight; thousandths of mg/kg, so 0.5 mg/kg is 500',
    min: 1,
    max: 100_000,
    optional: true,
  })
  dosePerKilogram?: number | null;

  @Whole({ says: 'Body weight; grams, kept confidential', min: 200, max: 500_000, optional: true })
  weightGrams?: number | null;

  @Whole({ says: 'Planned duration; minutes', min: 1, max: 1440, optional: true })
  minutes?: number | null;

  @Line({ says: 'Diluent', max: 80, optional: true })
  diluent?: string | null;

  @Part({ says: 'Place in a series of infusions', optional: true }, () => SeriesDto)
  series?: SeriesDto | null;

  @Line({
    says:
      'Audit item that it is to be drawn from, whatever the size of the container; a draw of another drug or strength ' +
      'is then stopped',
    max: 200,
    optional: true,
  })
  item?: string | null;

  @Day({ says: 'Day on which it is to be given; the day of the order if left out', optional: true })
  plannedFor?: string | null;
}

/** The practitioner orders otherwise for the same patient. All terms are stated anew; what is left out is taken back. */
export class OrderChangeDto extends InfusionOrderDto {
  @OrderIdText({ says: 'The order that is changed' })
  order!: string;
}

/** An order that nothing was drawn for is withdrawn. */
export class CancellationDto extends ActDto {
  @OrderIdText({ says: 'The order' })
  order!: string;
}

/** An infusion that is over and adds up is closed. */
export class ClosingDto extends ActDto {
  @OrderIdText({ says: 'The order' })
  order!: string;
}

export const CLOSING: ActForm<'order-close', ClosingDto> = {
  kind: 'order-close',
  title: 'Closing of an infusion order',
  dto: ClosingDto,
  read: (dto) => ({ ...headOf(dto), kind: 'order-close', order: asId(dto.order) }),
};

/** The form of an order. Name and address are copied from the patient's record; the leaf commits to the copy. */
export const infusionOrderForm = (
  patients: PatientRecords,
): ActForm<'infusion-order', InfusionOrderDto> => ({
  kind: 'infusion-order',
  title: 'Infusion order',
  dto: InfusionOrderDto,
  read: async (dto, site) => {
    const particulars = await patients.forOrder(site, dto.patient);
    if (particulars === undefined) throw Problem.of('patient.not-found');
    return {
      ...headOf(dto, [...particulars.personal, ...weightOf(dto)]),
      kind: 'infusion-order',
      act: 'ordered',
      order: null,
      patient: asId(dto.patient),
      addressUnknown: particulars.addressUnknown,
      ...termsOf(dto),
    };
  },
});

/** The form of a change. Name and address stay those of the order; a weight is the one that the dose is meant for. */
export const ORDER_CHANGE: ActForm<'infusion-order', OrderChangeDto> = {
  kind: 'infusion-order',
  title: 'Change of an infusion order',
  dto: OrderChangeDto,
  read: (dto) => ({
    ...headOf(dto, weightOf(dto)),
    kind: 'infusion-order',
    act: 'changed',
    order: asId(dto.order),
    patient: asId(dto.patient),
    addressUnknown: null,
    ...termsOf(dto),
  }),
};

const weightOf = ({ weightGrams }: InfusionOrderDto): readonly PersonalField[] =>
  weightGrams == null
    ? []
    : [{ field: WEIGHT_FIELD, value: String(weightGrams), retention: 'patient' }];

type OrderTerms = Omit<
  InfusionOrderRequest,
  keyof RequestHead | 'kind' | 'act' | 'order' | 'patient' | 'addressUnknown'
>;

const termsOf = (dto: InfusionOrderDto): OrderTerms => ({
  orderedBy: asId(dto.orderedBy),
  given: dto.given,
  route: dto.route,
  dose: MassDto.read(dto.dose),
  dosePerKilogram: dto.dosePerKilogram ?? null,
  minutes: dto.minutes ?? null,
  diluent: dto.diluent ?? null,
  series: dto.series == null ? null : { number: dto.series.number, of: dto.series.of },
  item: dto.item == null ? null : asId(dto.item),
  plannedFor: dto.plannedFor == null ? null : businessDate(dto.plannedFor),
});

/** The form of a cancellation: what the order said stays as it was. */
export const cancellationForm = (
  reader: LedgerReader,
): ActForm<'infusion-order', CancellationDto> => ({
  kind: 'infusion-order',
  title: 'Cancellation of an infusion order',
  dto: CancellationDto,
  read: async (dto, site) => {
    const order = await reader.cell(site, 'order', dto.order);
    if (order === undefined)
      throw Problem.rejected(rejection('order.unknown', { order: dto.order }));
    const { patient, orderedBy, route, dose, dosePerKilogram, minutes, diluent } = order;
    const { series, item, plannedFor } = order;
    return {
      ...headOf(dto),
      kind: 'infusion-order',
      act: 'cancelled',
      order: order.id,
      patient,
      addressUnknown: null,
      orderedBy,
      given: 'written',
      route,
      dose,
      dosePerKilogram,
      minutes,
      diluent,
      series,
      item,
      plannedFor,
    };
  },
});
