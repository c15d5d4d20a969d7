/** What a correction may change, as its versions write it. */
import { ADDRESS_UNKNOWN_REASONS } from '../../domain/bedside/infusion.js';
import type { CorrectionChange } from '../../domain/request.js';
import { as, list, nullable, oneOf, record, text, variant } from './codec.js';
import type { Codec } from './codec.js';
import { drawLines } from './draw-lines.js';
import { containerId, drawId, line, orderId, patientId, productId } from './ids.js';
import { date, fileHash, quantity } from './values.js';

type Change<T extends CorrectionChange['type']> = Extract<CorrectionChange, { readonly type: T }>;

const CASES_V1 = {
  draw: record<Change<'draw'>>({
    type: as('type', oneOf('draw')),
    draw: as('draw', drawId),
    container: as('container', containerId),
    quantity: as('quantity', quantity),
  }),
  administration: record<Change<'administration'>>({
    type: as('type', oneOf('administration')),
    lines: as('lines', drawLines),
    outcome: as('outcome', oneOf('completed', 'stopped', 'not-given')),
  }),
  waste: record<Change<'waste'>>({
    type: as('type', oneOf('waste')),
    lines: as('lines', drawLines),
  }),
  'receipt-particulars': record<Change<'receipt-particulars'>>({
    type: as('type', oneOf('receipt-particulars')),
    invoiceNumber: as('invoice_number', nullable(text)),
    invoiceDate: as('invoice_date', nullable(date)),
    invoiceFile: as('invoice_file', nullable(fileHash)),
  }),
  'lot-particulars': record<Change<'lot-particulars'>>({
    type: as('type', oneOf('lot-particulars')),
    containers: as('containers', list(containerId)),
    lot: as('lot', text),
    expires: as('expires', date),
  }),
  'patient-particulars': record<Change<'patient-particulars'>>({
    type: as('type', oneOf('patient-particulars')),
    addressUnknown: as('address_unknown', nullable(oneOf(...ADDRESS_UNKNOWN_REASONS))),
  }),
};
type ChangeV1 = Change<keyof typeof CASES_V1>;

/** Version 1 knows six changes; it refuses to write the words of later ones, as it refuses to read them. */
export const changeV1 = variant<ChangeV1, 'type'>(
  'type',
  'type',
  CASES_V1,
) as Codec<CorrectionChange>;

const CASES_V2 = {
  ...CASES_V1,
  'order-patient': record<Change<'order-patient'>>({
    type: as('type', oneOf('order-patient')),
    patient: as('patient', patientId),
    addressUnknown: as('address_unknown', nullable(oneOf(...ADDRESS_UNKNOWN_REASONS))),
  }),
  'receipt-withdrawn': record<Change<'receipt-withdrawn'>>({
    type: as('type', oneOf('receipt-withdrawn')),
    containers: as('containers', list(containerId)),
  }),
  product: record<Change<'product'>>({
    type: as('type', oneOf('product')),
    containers: as('containers', list(containerId)),
    product: as('product', productId),
    affected: as('affected', list(line)),
  }),
};
type ChangeV2 = Change<keyof typeof CASES_V2>;

export const changeV2 = variant<ChangeV2, 'type'>(
  'type',
  'type',
  CASES_V2,
) as Codec<CorrectionChange>;

export const changeV3: Codec<CorrectionChange> = variant<CorrectionChange, 'type'>('type', 'type', {
  ...CASES_V2,
  'draw-order': record<Change<'draw-order'>>({
    type: as('type', oneOf('draw-order')),
    draw: as('draw', drawId),
    order: as('order', orderId),
  }),
});
