import { RECORD_AS_DONE, identity, impossible, practice, authority } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** Deliveries, and who is named in a line. */
export const RECEIPT_REFUSALS = {
  'receipt.from-prescription': practice(
    'Stock for general use is not received on a patient’s prescription.',
    `Order it from a registered supplier. ${RECORD_AS_DONE}`,
  ),
  'receipt.nothing-counted': impossible(
    'The receipt brings no container.',
    'Count the containers of at least one line.',
  ),
  'receipt.too-many': impossible(
    'One receipt takes up to 150 containers.',
    'Split the delivery into several receipts.',
  ),
  'receipt.serials-mismatch': impossible(
    'The serial numbers do not match the number of containers.',
    'Scan each container once, or leave all serial numbers out.',
  ),
  'receipt.serial-known': practice(
    'A serial number is already on record.',
    `Look for a container scanned twice. ${RECORD_AS_DONE}`,
  ),
  'person.unknown': identity(
    'This person is not on record.',
    'Choose a person of the organisation.',
  ),
  'person.disabled': authority('This person’s access has ended.', 'Choose an active person.'),
} as const satisfies Record<string, Refusal>;
