import { ADDRESS_UNKNOWN_REASONS } from '../../domain/infusion.js';
import type { CorrectionChange } from '../../domain/request.js';
import { as, list, nullable, oneOf, record, text, variant } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { drawLines } from './draw-lines.js';
import { containerId, drawId, line } from './ids.js';
import { date, fileHash, hash, quantity } from './values.js';

type Change<T extends CorrectionChange['type']> = Extract<CorrectionChange, { readonly type: T }>;

const change: Codec<CorrectionChange> = variant<CorrectionChange, 'type'>('type', 'type', {
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
});

export const correctionV1: Codec<BodyOf<'correction'>> = record<BodyOf<'correction'>>({
  ...HEAD,
  line: as('line', line),
  original: as('original', line),
  leaf: as('leaf', hash),
  change: as('change', change),
});
