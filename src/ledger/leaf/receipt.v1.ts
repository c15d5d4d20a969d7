import type { ReceiptLine } from '../../domain/request.js';
import { as, list, nullable, oneOf, record, text } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { containers, locationId, productId, supplierId } from './ids.js';
import { date, fileHash } from './values.js';

const receiptLine: Codec<ReceiptLine> = record<ReceiptLine>({
  product: as('product', productId),
  location: as('location', locationId),
  lot: as('lot', text),
  expires: as('expires', date),
  ordered: as('ordered', containers),
  invoiced: as('invoiced', containers),
  counted: as('counted', containers),
  serials: as('serials', list(text)),
});

export const receiptV1: Codec<BodyOf<'receipt'>> = record<BodyOf<'receipt'>>({
  ...HEAD,
  supplier: as('supplier', supplierId),
  document: as('document', oneOf('invoice', 'packing-slip', 'none', 'prescription')),
  invoiceNumber: as('invoice_number', nullable(text)),
  invoiceDate: as('invoice_date', nullable(date)),
  invoiceFile: as('invoice_file', nullable(fileHash)),
  orderedOn: as('ordered_on', nullable(date)),
  lines: as('lines', list(receiptLine)),
});
