import { RECORD_AS_DONE, identity, impossible, practice, question, conflict } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** Products, suppliers, registrations and storage locations. */
export const MASTER_DATA_REFUSALS = {
  'product.unknown': identity('This product is not approved here.', 'Approve the product first.'),
  'product.withdrawn': practice(
    'The approval of this product was withdrawn.',
    `Use an approved product. ${RECORD_AS_DONE}`,
  ),
  'product.not-for-humans': practice(
    'Veterinary and bulk drug cannot be stock for patients.',
    'Approve a product for human use.',
  ),
  'product.already-approved': conflict(
    'A product with this NDC is already approved.',
    'Use the approved product, or withdraw it first.',
  ),
  'product.named-otherwise': question(
    'An approved product of the same strength and size names its substance otherwise: they would be counted and reconciled apart.',
    'Name the substance as the approved product does, or confirm that they are two drugs.',
  ),
  'supplier.unknown': identity('This supplier is not on record.', 'Add the supplier first.'),
  'supplier.withdrawn': practice(
    'This supplier was withdrawn.',
    `Order from a supplier in use. ${RECORD_AS_DONE}`,
  ),
  'supplier.registration-expired': practice(
    "The supplier's DEA registration had expired on that day.",
    `Ask the supplier for its current registration. ${RECORD_AS_DONE}`,
  ),
  'registration.dea-number-invalid': impossible(
    'The DEA number fails its check digit.',
    'Read it from the registration certificate again.',
  ),
  'registration.dea-letter-unusual': question(
    'The first letter of the DEA number is unusual.',
    'Read it from the certificate again, then confirm.',
  ),
  'site.registration-expired': practice(
    "This site's DEA registration had expired on that day.",
    `Renew the registration. ${RECORD_AS_DONE}`,
  ),
  'location.unknown': identity(
    'This storage location is not part of the site.',
    'Choose one of the site’s locations.',
  ),
} as const satisfies Record<string, Refusal>;
