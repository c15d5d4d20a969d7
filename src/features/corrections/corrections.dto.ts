import { ADDRESS_UNKNOWN_REASONS } from '../../domain/bedside/infusion.js';
import type { AddressUnknownReason } from '../../domain/bedside/infusion.js';
import { asId } from '../../domain/ids.js';
import type { ContainerId, LedgerId } from '../../domain/ids.js';
import { ADDRESS_FIELD } from '../../domain/kinds/infusion-order.js';
import { businessDate } from '../../domain/measures/instant.js';
import { ZERO } from '../../domain/measures/quantity.js';
import type { CorrectionChange, PersonalField } from '../../domain/request.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { DrawQuantityDto, readDrawQuantity } from '../../platform/http/draw-quantity.dto.js';
import {
  ContainerIds,
  ContainerIdText,
  DrawIdText,
  FileHashText,
  LeafHashText,
  OrderIdText,
  ProductIdText,
} from '../../platform/http/ids.dto.js';
import { Choice, Day, Line, Part, Parts, Text, Whole } from '../../platform/http/members.js';
import { Problem } from '../../platform/http/problem.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import type { ActForm } from '../act-form.js';
import { NAME_FIELD } from '../patient-records.js';
import type { PatientRecords } from '../patient-records.js';
import { linesThatMoved } from './lines-that-moved.js';

const TYPES = [
  'draw',
  'draw-order',
  'administration',
  'waste',
  'receipt-particulars',
  'lot-particulars',
  'patient-particulars',
  'order-patient',
  'receipt-withdrawn',
  'product',
] as const;
const MOST_CONTAINERS = 150;

/** What the line should have said. Which members are needed follows from the type. */
export class ChangeDto {
  @Choice({ says: 'What is corrected', of: TYPES })
  type!: CorrectionChange['type'];

  @DrawIdText({ says: 'draw, draw-order: which draw', optional: true })
  draw?: string | null;

  @OrderIdText({ says: 'draw-order: the order that it was really drawn for', optional: true })
  order?: string | null;

  @ContainerIdText({ says: 'draw: the container that it really came from', optional: true })
  container?: string | null;

  @Part(
    {
      says: 'draw: the quantity that was really drawn; zero says that it never happened',
      optional: true,
    },
    () => QuantityDto,
  )
  quantity?: QuantityDto | null;

  @Parts(
    { says: 'administration, waste: what was really given or wasted', max: 10, optional: true },
    () => DrawQuantityDto,
  )
  lines?: DrawQuantityDto[] | null;

  @Choice({
    says: 'administration: how it ended',
    of: ['completed', 'stopped', 'not-given'],
    optional: true,
  })
  outcome?: 'completed' | 'stopped' | 'not-given' | null;

  @Line({ says: 'receipt-particulars: number of the invoice', max: 60, optional: true })
  invoiceNumber?: string | null;

  @Day({ says: 'receipt-particulars: date of the invoice', optional: true })
  invoiceDate?: string | null;

  @FileHashText({ says: 'receipt-particulars: the uploaded invoice', optional: true })
  invoiceFile?: string | null;

  @Line({
    says: 'order-patient: id of the patient whom the order was really for',
    max: 60,
    optional: true,
  })
  patient?: string | null;

  @ContainerIds({
    says: 'lot-particulars, receipt-withdrawn, product: which containers',
    max: MOST_CONTAINERS,
    optional: true,
  })
  containers?: string[] | null;

  @ProductIdText({ says: 'product: what the label really says', optional: true })
  product?: string | null;

  @Line({ says: 'lot-particulars: lot as labelled', max: 20, optional: true })
  lot?: string | null;

  @Day({ says: 'lot-particulars: last day of the labelled expiry', optional: true })
  expires?: string | null;

  @Text({ says: 'patient-particulars: name', max: 200, optional: true })
  name?: string | null;

  @Text({ says: 'patient-particulars: address', max: 500, optional: true })
  address?: string | null;

  @Choice({
    says: 'patient-particulars: why the address is unknown',
    of: ADDRESS_UNKNOWN_REASONS,
    optional: true,
  })
  addressUnknown?: AddressUnknownReason | null;
}

/** A new line about a wrong one. */
export class CorrectionDto extends ActDto {
  @Whole({ says: 'The wrong line: the newest of its chain', min: 0, max: Number.MAX_SAFE_INTEGER })
  line!: number;

  @Whole({
    says: 'First line of the chain; the same where nothing was corrected yet',
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
  })
  original!: number;

  @LeafHashText({ says: 'Leaf hash of `line`, as it was read' })
  leaf!: string;

  @Part({ says: 'What it should have said' }, () => ChangeDto)
  change!: ChangeDto;
}

/** The members that the type of a change needs. */
const NEEDED: Readonly<Record<CorrectionChange['type'], readonly (keyof ChangeDto)[]>> = {
  draw: ['draw', 'container', 'quantity'],
  'draw-order': ['draw', 'order'],
  administration: ['lines', 'outcome'],
  waste: ['lines'],
  'receipt-particulars': [],
  'lot-particulars': ['containers', 'lot', 'expires'],
  'patient-particulars': [],
  'order-patient': ['patient'],
  'receipt-withdrawn': ['containers'],
  product: ['containers', 'product'],
};

/** Which members a change needs depends on its type, so the pipe could not ask for them. */
function refuseIncomplete(dto: ChangeDto): void {
  const missing = NEEDED[dto.type].filter((name) => dto[name] == null);
  if (missing.length === 0) return;
  const says = `is needed to correct ${dto.type}`;
  throw Problem.of('request.invalid', {
    errors: missing.map((name) => ({ field: `change.${name}`, says })),
  });
}

function changeOf(
  dto: ChangeDto,
  {
    addressUnknown,
    affected,
  }: {
    readonly addressUnknown: AddressUnknownReason | null;
    readonly affected: readonly number[];
  },
): CorrectionChange {
  const lines = (dto.lines ?? []).map(readDrawQuantity);
  const containers: readonly ContainerId[] = (dto.containers ?? []).map((id) => asId(id));
  switch (dto.type) {
    case 'draw':
      return {
        type: 'draw',
        draw: asId(dto.draw ?? ''),
        container: asId(dto.container ?? ''),
        quantity: dto.quantity == null ? ZERO : QuantityDto.read(dto.quantity),
      };
    case 'draw-order':
      return { type: 'draw-order', draw: asId(dto.draw ?? ''), order: asId(dto.order ?? '') };
    case 'administration':
      return { type: 'administration', lines, outcome: dto.outcome ?? 'completed' };
    case 'waste':
      return { type: 'waste', lines };
    case 'receipt-particulars':
      return {
        type: 'receipt-particulars',
        invoiceNumber: dto.invoiceNumber ?? null,
        invoiceDate: dto.invoiceDate == null ? null : businessDate(dto.invoiceDate),
        invoiceFile: dto.invoiceFile == null ? null : asId(dto.invoiceFile),
      };
    case 'lot-particulars':
      return {
        type: 'lot-particulars',
        containers,
        lot: dto.lot ?? '',
        expires: businessDate(dto.expires ?? ''),
      };
    case 'patient-particulars':
      return { type: 'patient-particulars', addressUnknown };
    case 'order-patient':
      return { type: 'order-patient', patient: asId(dto.patient ?? ''), addressUnknown };
    case 'receipt-withdrawn':
      return { type: 'receipt-withdrawn', containers };
    case 'product':
      return { type: 'product', containers, product: asId(dto.product ?? ''), affected };
  }
}

/** The form of a correction. Another patient's name and address are copied from their record, as an order copies them. */
export const correctionForm = (
  patients: PatientRecords,
  reader: LedgerReader,
): ActForm<'correction', CorrectionDto> => ({
  kind: 'correction',
  title: 'Correction',
  dto: CorrectionDto,
  units: ({ change }) => [
    ...(change.lines ?? []).map(({ draw, quantity }, index) => ({
      field: `change.lines.${index}.quantity`,
      quantity,
      of: { draw },
    })),
    ...(change.quantity == null || change.container == null
      ? []
      : [
          {
            field: 'change.quantity',
            quantity: change.quantity,
            of: { container: change.container },
          },
        ]),
  ],
  read: async (dto, site) => {
    refuseIncomplete(dto.change);
    const { type, containers } = dto.change;
    const { personal, addressUnknown } = await particularsOf(dto.change, site, patients);
    const affected =
      type === 'product' ? await linesThatMoved(reader, site, (containers ?? []).map(asId)) : [];
    return {
      ...headOf(dto, personal),
      kind: 'correction',
      line: dto.line,
      original: dto.original,
      leaf: asId(dto.leaf),
      change: changeOf(dto.change, { addressUnknown, affected }),
    };
  },
});

interface Particulars {
  readonly personal: readonly PersonalField[];
  readonly addressUnknown: AddressUnknownReason | null;
}

async function particularsOf(
  { type, patient, name, address, addressUnknown }: ChangeDto,
  site: LedgerId,
  patients: PatientRecords,
): Promise<Particulars> {
  if (type === 'order-patient') {
    const particulars = await patients.forOrder(site, patient ?? '');
    if (particulars === undefined) throw Problem.of('patient.not-found');
    return particulars;
  }
  const field = (called: string, value: string | null | undefined): readonly PersonalField[] =>
    type !== 'patient-particulars' || value == null
      ? []
      : [{ field: called, value, retention: 'patient' }];
  return {
    personal: [...field(NAME_FIELD, name), ...field(ADDRESS_FIELD, address)],
    addressUnknown: addressUnknown ?? null,
  };
}
