import { asId } from '../../domain/ids.js';
import { businessDate } from '../../domain/measures/instant.js';
import type { ReceiptRequest } from '../../domain/request.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import {
  FileHashText,
  LocationIdText,
  ProductIdText,
  SupplierIdText,
} from '../../platform/http/ids.dto.js';
import { Choice, CodedList, Day, Line, Parts, Whole } from '../../platform/http/members.js';
import type { ActForm } from '../act-form.js';

const LONGEST_LOT = 20;
const MOST_LINES = 50;
const MOST_CONTAINERS = 1_000;
const SERIAL = /^[!-~]{1,20}$/;

/** One lot of one product in a delivery. Numbers are containers, not cartons. */
export class ReceiptLineDto {
  @ProductIdText({ says: 'Approved product' })
  product!: string;

  @LocationIdText({ says: 'Where it is put' })
  location!: string;

  @Line({ says: 'Lot as labelled', max: LONGEST_LOT })
  lot!: string;

  @Day({ says: 'Last day of the labelled expiry' })
  expires!: string;

  @Whole({ says: 'Containers ordered', min: 0, max: MOST_CONTAINERS })
  ordered!: number;

  @Whole({ says: 'Containers on the invoice', min: 0, max: MOST_CONTAINERS })
  invoiced!: number;

  @Whole({ says: 'Containers counted', min: 0, max: MOST_CONTAINERS })
  counted!: number;

  @CodedList({
    says: 'Serial numbers (GS1 AI 21), one for each container or none at all',
    pattern: SERIAL,
    form: 'serial numbers of up to 20 characters',
    max: MOST_CONTAINERS,
    optional: true,
  })
  serials?: string[] | null;
}

/** A delivery. */
export class ReceiptDto extends ActDto {
  @SupplierIdText({ says: 'Who supplied it' })
  supplier!: string;

  @Choice({ says: 'What came with it', of: ['invoice', 'packing-slip', 'none', 'prescription'] })
  document!: ReceiptRequest['document'];

  @Line({ says: 'Number of the invoice', max: 60, optional: true })
  invoiceNumber?: string | null;

  @Day({ says: 'Date of the invoice', optional: true })
  invoiceDate?: string | null;

  @FileHashText({ says: 'The uploaded invoice', optional: true })
  invoiceFile?: string | null;

  @Day({ says: 'When it was ordered', optional: true })
  orderedOn?: string | null;

  @Parts({ says: 'What was delivered', min: 1, max: MOST_LINES }, () => ReceiptLineDto)
  lines!: ReceiptLineDto[];
}

export const RECEIPT: ActForm<'receipt', ReceiptDto> = {
  kind: 'receipt',
  title: 'Receipt',
  dto: ReceiptDto,
  read: (dto) => ({
    ...headOf(dto),
    kind: 'receipt',
    supplier: asId(dto.supplier),
    document: dto.document,
    invoiceNumber: dto.invoiceNumber ?? null,
    invoiceDate: dto.invoiceDate == null ? null : businessDate(dto.invoiceDate),
    invoiceFile: dto.invoiceFile == null ? null : asId(dto.invoiceFile),
    orderedOn: dto.orderedOn == null ? null : businessDate(dto.orderedOn),
    lines: dto.lines.map(({ product, location, expires, serials, ...line }) => ({
      ...line,
      product: asId(product),
      location: asId(location),
      expires: businessDate(expires),
      serials: serials ?? [],
    })),
  }),
};
