import { RECORD_AS_DONE, identity, impossible, practice, conflict } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** Thefts and losses. */
export const LOSS_REFUSALS = {
  'loss.unknown': identity('This loss is not in this ledger.', 'Choose a loss of this site.'),
  'loss.already-suspected': conflict(
    'This loss is on record already.',
    'Record its discovery, or add to it.',
  ),
  'loss.already-discovered': conflict(
    'The discovery of this loss is recorded, and never changes.',
    'Go on with its notice and determination.',
  ),
  'loss.before-suspicion': impossible(
    'The discovery lies before the first suspicion.',
    'Check the time.',
  ),
  'loss.not-discovered': impossible(
    'This loss is suspected, and not discovered yet.',
    'Record the discovery first: it starts the clocks.',
  ),
  'loss.before-discovery': impossible(
    'The step lies before the discovery of the loss.',
    'Check the time.',
  ),
  'loss.already-determined': conflict(
    'The registrant has determined this loss, and a report that is due stays due.',
    'Record what was found, or amend the report.',
  ),
  'loss.not-determined': impossible(
    'No theft or significant loss was determined.',
    'Settle the discrepancy instead, or determine the loss first.',
  ),
  'loss.factor-unanswered': impossible(
    'A factor of the decision is not answered.',
    'Answer each of the six factors, with how it weighs and why.',
  ),
  'loss.not-significant-stays': impossible(
    'What is not significant stays unexplained and leaves no account.',
    'Leave the quantities out.',
  ),
  'loss.nothing-lost': impossible(
    'A theft or significant loss names what is gone.',
    'Name each container with the quantity that is gone.',
  ),
  'loss.named-twice': impossible(
    'A container stands twice in one entry.',
    'Add the quantities up in one line.',
  ),
  'loss.case-open': conflict(
    'An open discrepancy is about this container.',
    'Let two people close the discrepancy first, then name the line that settled it.',
  ),
  'loss.exceeds-book': impossible(
    'More is lost than the container holds by the book, or a part of a sealed one.',
    'Check the quantity; a sealed container is lost as a whole.',
  ),
  'loss.exceeds-unexplained': impossible(
    'More is lost than the line settled as unexplained.',
    'Check the quantity and the line.',
  ),
  'loss.settled-in-unknown-line': identity(
    'The line that should have settled it does not exist.',
    'Name the line that closed the discrepancy or the container.',
  ),
  'loss.no-such-notice': identity(
    'No notice to this state is due.',
    'Choose one of the notices that the clocks of the loss show.',
  ),
  'loss.notice-late': practice(
    'The notice comes later than one business day after the discovery.',
    'Record it as done with the reason.',
  ),
  'loss.form-late': practice(
    'The form is submitted later than 45 days after the discovery.',
    'Record it as done with the reason.',
  ),
  'loss.not-reportable': practice(
    'The form is for thefts and significant losses, not for small shortages.',
    `Determine the loss first. ${RECORD_AS_DONE}`,
  ),
  'loss.nothing-found': impossible('Nothing was found.', 'Name what was found, and how much.'),
  'loss.found-more-than-lost': impossible(
    'More was found than this loss took from the container.',
    'Record what is over as a container that the book does not know.',
  ),
} as const satisfies Record<string, Refusal>;
