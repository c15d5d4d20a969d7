import { RECORD_AS_DONE, identity, impossible, practice, question, conflict } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** Infusion orders. */
export const ORDER_REFUSALS = {
  'order.unknown': identity(
    'This infusion order is not in this ledger.',
    'Choose an order of this site.',
  ),
  'order.not-open': practice(
    'This order is ended or cancelled.',
    `Record a new order. ${RECORD_AS_DONE}`,
  ),
  'order.has-draws': conflict(
    'Drug was already drawn for this order.',
    'Record the drawn drug as not given and waste it.',
  ),
  'order.unbalanced': impossible(
    'What was drawn for this order is not all accounted for.',
    'Look at the order: it says what is missing and how that may have come about.',
  ),
  'order.nothing-drawn': impossible(
    'Nothing was drawn for this order.',
    'Cancel the order instead of closing it.',
  ),
  'order.dose-does-not-match-weight': question(
    'Dose, weight and mg/kg do not agree.',
    'Check dose and weight, then confirm.',
  ),
  'order.dose-above-ceiling': practice(
    'The dose is above the site’s ceiling per kilogram.',
    'Lower the dose, or have the practitioner state it as done with a reason.',
  ),
  'order.other-patient': impossible(
    'An order is changed for its own patient.',
    'Correct the order if it was written for somebody else.',
  ),
  'order.item-unknown': identity(
    'No approved product is of this audit item.',
    'Choose an audit item of an approved product.',
  ),
  'order.series-out-of-range': impossible(
    'The number of the infusion is larger than its series.',
    'Check the series.',
  ),
} as const satisfies Record<string, Refusal>;
