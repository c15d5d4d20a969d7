import { RECORD_AS_DONE, identity, impossible, practice, question } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** Containers and what is drawn from them. */
export const DRAW_REFUSALS = {
  'container.unknown': identity('This container is not in this ledger.', 'Scan the label again.'),
  'container.closed': impossible(
    'This container was closed out.',
    'Choose another container, or correct its close-out line first.',
  ),
  'container.not-closed-by-draws': practice(
    'The container was never opened.',
    'Quarantine a sealed container instead of closing it out.',
  ),
  'draw.not-positive': impossible('A draw takes more than nothing.', 'Enter the volume drawn.'),
  'draw.same-container-twice': impossible(
    'A container stands twice in one draw.',
    'Add the quantities up in one line.',
  ),
  'draw.address-missing': practice(
    'The patient’s address is missing.',
    'Add the address, or a coded reason why it is unknown.',
  ),
  'draw.quarantined': practice(
    'This container is in quarantine.',
    `Choose another container. ${RECORD_AS_DONE}`,
  ),
  'draw.past-expiry': practice(
    'This container is past its labelled expiry.',
    `Quarantine it. ${RECORD_AS_DONE}`,
  ),
  'draw.past-beyond-use': practice(
    'This container is past its beyond-use time.',
    `Quarantine it. ${RECORD_AS_DONE}`,
  ),
  'draw.second-patient': practice(
    'A single-dose container serves one patient.',
    `Open another container. ${RECORD_AS_DONE}`,
  ),
  'draw.exceeds-remaining': practice(
    'The container cannot hold this much, even with its overfill.',
    `Check the volume and the container. ${RECORD_AS_DONE}`,
  ),
  'draw.before-receipt': practice(
    'The draw lies before the container came into custody.',
    `Check the time. ${RECORD_AS_DONE}`,
  ),
  'draw.another-open': question(
    'Another container of this drug stands open beside it.',
    'Use up the open one first, or confirm.',
  ),
  'draw.one-open-only': practice(
    'Another container of this drug stands open beside it, and the site keeps one open at a time.',
    `Use up the open one first. ${RECORD_AS_DONE}`,
  ),
  'draw.sooner-open': question(
    'An open container of this drug beside it must be used sooner, and holds enough.',
    'Draw from the one that is named, or confirm.',
  ),
  'draw.other-drug': practice(
    'The order names another drug or strength than this container holds.',
    `Scan the container again, or have the order changed. ${RECORD_AS_DONE}`,
  ),
  'draw.other-lot': practice(
    'The label of this container shows another lot than the register has for it.',
    'Put it back and scan the container that is meant; where the register is wrong, correct the lot of the delivery.',
  ),
  'draw.stated-elsewhere': impossible(
    'Something is said of a container that this draw does not take from.',
    'Say it of a container of this draw, or leave it out.',
  ),
  'draw.syringe-unknown': practice(
    'The site has no syringe of this size.',
    'Choose one of the syringes of the site, or have its policy name this one.',
  ),
  'draw.exceeds-syringe': practice(
    'More was drawn than this syringe holds.',
    'Check the volume and the syringe; record what each syringe took.',
  ),
  'draw.between-marks': question(
    'No syringe of the site measures this volume: it lies below the first mark or between two.',
    'Draw the nearest marked volume, or confirm.',
  ),
  'draw.looks-like-milligrams': question(
    'The number looks like milligrams entered as millilitres.',
    'Check the unit, then confirm.',
  ),
  'draw.looks-ten-fold': question(
    'The drawn dose looks ten or a thousand times the ordered one.',
    'Check the decimal point, then confirm.',
  ),
  'draw.exceeds-order': question(
    'The drawn dose exceeds the ordered one by more than the site allows.',
    'Check the dose, then confirm.',
  ),
  'draw.unknown': identity('This draw is not in this ledger.', 'Choose a draw of this order.'),
  'draw.other-order': impossible(
    'This draw belongs to another order.',
    'Choose a draw of this order.',
  ),
  'draw.named-twice': impossible(
    'A draw stands twice in one entry.',
    'Add the quantities up in one line.',
  ),
  'draw.nothing-in-process': impossible(
    'Nothing of this draw is left in process.',
    'Look at what was already given or wasted.',
  ),
} as const satisfies Record<string, Refusal>;
