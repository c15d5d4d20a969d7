import type { Receipt } from '../../../domain/stock/receipt.js';
import { as, list, nullable, oneOf, record, text } from '../codec.js';
import type { Codec } from '../codec.js';
import { SUPPLIER_FACTS } from '../facts.js';
import { containerId, lineId } from '../ids.js';
import { date, fileHash, instant } from '../values.js';

export const receiptStateV1: Codec<Receipt> = record<Receipt>({
  noun: as('noun', oneOf('receipt')),
  id: as('id', lineId),
  receivedAt: as('received_at', instant),
  supplier: as('supplier', record(SUPPLIER_FACTS)),
  invoiceNumber: as('invoice_number', nullable(text)),
  invoiceDate: as('invoice_date', nullable(date)),
  invoiceFile: as('invoice_file', nullable(fileHash)),
  containers: as('containers', list(containerId)),
});
