import { RECORD_AS_DONE, identity, impossible, practice, signature, conflict } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** What becomes of drawn drug: prepared, given, wasted, sealed, handed on, returned; and breakage. */
export const BEDSIDE_REFUSALS = {
  'preparation.unknown': identity(
    'This bag or syringe is not in this ledger.',
    'Choose a preparation of this order.',
  ),
  'preparation.already-prepared': impossible(
    'A draw is already part of another preparation.',
    'Choose draws that are still in their syringe.',
  ),
  'preparation.volume-too-small': impossible(
    'The total volume is smaller than the drug in it.',
    'Enter the total volume after dilution.',
  ),
  'preparation.nothing-to-prepare': impossible(
    'A preparation needs at least one draw.',
    'Name the draws that go into it.',
  ),
  'administration.nothing': impossible(
    'Neither a preparation nor a draw is named.',
    'Name what was given.',
  ),
  'administration.exceeds-drawn': impossible(
    'More was given than is in process.',
    'Check the volume given.',
  ),
  'administration.exceeds-volume': impossible(
    'More ran in than the bag or syringe holds.',
    'Check the volume infused.',
  ),
  'administration.before-draw': impossible('It was given before it was drawn.', 'Check the time.'),
  'administration.not-given-has-volume': impossible(
    'Not given means that nothing was given.',
    'Leave the volume out, or record it as stopped.',
  ),
  'administration.nothing-given': impossible(
    'A completed or stopped administration gives something.',
    'Enter the volume, or record it as not given.',
  ),
  'administration.past-beyond-use': practice(
    'The preparation is past its beyond-use time.',
    `Waste it and prepare another. ${RECORD_AS_DONE}`,
  ),
  'waste.nothing': impossible(
    'Nothing to waste is named.',
    'Name the draw, preparation or container.',
  ),
  'waste.exceeds-in-process': impossible('More is wasted than is in process.', 'Check the volume.'),
  'waste.multiple-dose-remainder': practice(
    'The remainder of a multiple-dose container is inventory, not waste.',
    'Quarantine the container and dispose of it.',
  ),
  'waste.reason-not-valid': practice(
    'This reason of waste is not one of the site’s.',
    `Choose a reason that the site’s policy names. ${RECORD_AS_DONE}`,
  ),
  'waste.manner-not-valid': practice(
    'This manner of waste is not one of the site’s.',
    `Choose a manner that the site’s policy names. ${RECORD_AS_DONE}`,
  ),
  'assay.source-unknown': identity(
    'That line took nothing of this draw or container.',
    'Name the waste, or the sample, that the laboratory examined, and what it was of.',
  ),
  'assay.nothing-expected': impossible(
    'An assay is held against what was expected.',
    'State the milligrams in one unit that label or preparation promise.',
  ),
  'waste.needs-witness': practice(
    'Waste needs a witness.',
    'Let a second person sign, or record it as done alone with a reason.',
  ),
  'witness.did-not-see': practice(
    'The witness saw nothing of the act that is signed.',
    'Let a person sign who saw the act, the residue or the sealed bag.',
  ),
  'hold.bag-known': impossible(
    'A bag with this number was sealed before.',
    'Read the number from the bag again; a bag is used once.',
  ),
  'hold.nothing': impossible(
    'Nothing to seal is named.',
    'Name draws, or a bag or syringe, of one order.',
  ),
  'hold.exceeds-in-process': impossible('More is sealed than is in process.', 'Check the volume.'),
  'hold.unknown': identity(
    'No bag with this number was sealed here.',
    'Read the number from the bag again.',
  ),
  'hold.ended': conflict('This bag was opened already.', 'Look at the line that opened it.'),
  'release-hold.manner-missing': impossible(
    'Wasted drug was made unusable in some way.',
    'Choose the manner; leave it out where the drug goes on.',
  ),
  'release-hold.needs-witness': practice(
    'A sealed bag is opened before a witness.',
    'Let a second person sign, or record it as done alone with a reason.',
  ),
  'release-hold.seal-broken': practice(
    'The seal of the bag is broken.',
    'Leave the bag closed and call the custodian. If it has already happened, record it as done with a reason.',
  ),
  'release-hold.volume-differs': practice(
    'What was measured in the bag is not what was sealed in it.',
    'Measure again. If it stands, record it as done with a reason: what is missing stays in process.',
  ),
  'hand-off.nothing': impossible(
    'Nothing to hand off is named.',
    'Name draws, or a bag or syringe.',
  ),
  'hand-off.needs-taker': signature(
    'Nobody is given drug without their own signature.',
    'Let the person who takes it sign as having received it.',
  ),
  'hand-off.not-holder': practice(
    'The person who hands it off is not the one who holds it.',
    `Let the holder hand it off. ${RECORD_AS_DONE}`,
  ),
  'hand-over.nothing': impossible(
    'Nothing to hand over is named.',
    'Name draws, or a bag or syringe, of this order.',
  ),
  'hand-over.exceeds-in-process': impossible(
    'More left with the patient than is in process.',
    'Check the volume at departure.',
  ),
  'return-to-stock.not-sealed': impossible(
    'Only a container that is still sealed goes back to stock.',
    'Waste what was drawn; an opened container stays where the book has it.',
  ),
  'return-to-stock.named-twice': impossible(
    'A container stands twice in one entry.',
    'Name each container once.',
  ),
  'return-to-stock.quarantined': practice(
    'A quarantined container does not go back to stock.',
    `Keep it in quarantine. ${RECORD_AS_DONE}`,
  ),
  'return-to-stock.needs-witness': practice(
    'A return to stock needs a witness.',
    'Let a second person sign, or record it as done alone with a reason.',
  ),
  'breakage.nothing': impossible(
    'No container, or one of them twice, is named.',
    'Name each broken container once.',
  ),
  'breakage.exceeds-container': impossible(
    'More was recovered than label and overfill can hold.',
    'Measure again.',
  ),
  'breakage.needs-witness': practice(
    'Two people who saw a breakage or its remains sign for it.',
    'Let a second person sign, or record it as done alone with a reason.',
  ),
} as const satisfies Record<string, Refusal>;
