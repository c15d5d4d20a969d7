/**
 * Every refusal there is. The class says what kind of no it is:
 *  - `identity`: names something that does not exist, or not here;
 *  - `impossible`: arithmetic or order of events that cannot be;
 *  - `practice`: a rule of practice; it stops an intended act, while a done one is recorded with its reason and flag;
 *  - `question`: likely a slip; repeated with its code in `confirmed` it goes through;
 *  - `signature`: another person's or a fresh signature is needed;
 *  - `authority`: this person may not do this here;
 *  - `conflict`: something happened meanwhile.
 */
export type RejectionClass =
  'identity' | 'impossible' | 'practice' | 'question' | 'signature' | 'authority' | 'conflict';

interface Refusal {
  readonly class: RejectionClass;
  readonly says: string;
  readonly next: string;
}

const identity = (says: string, next: string): Refusal => ({ class: 'identity', says, next });
const impossible = (says: string, next: string): Refusal => ({ class: 'impossible', says, next });
const practice = (says: string, next: string): Refusal => ({ class: 'practice', says, next });
const question = (says: string, next: string): Refusal => ({ class: 'question', says, next });
const signature = (says: string, next: string): Refusal => ({ class: 'signature', says, next });
const authority = (says: string, next: string): Refusal => ({ class: 'authority', says, next });
const conflict = (says: string, next: string): Refusal => ({ class: 'conflict', says, next });

const RECORD_AS_DONE = 'If it has already happened, record it as done with a reason.';

/** The published list. `docs/REFUSALS.md` and the tests are checked against it. */
export const REFUSALS = {
  'entry.in-future': impossible(
    'The time of the event lies in the future.',
    'Give the time at which it happened.',
  ),
  'entry.late-without-reason': practice(
    'The event is longer ago than the site allows without a reason.',
    'Give a reason for the late entry.',
  ),
  'entry.done-without-reason': practice(
    'A rule was not kept, and a recorded fact needs the reason.',
    'Give the reason why it was done.',
  ),
  'entry.not-permitted': authority(
    'You do not have the right for this act at this site.',
    'Ask an administrator for the role, or someone who has it.',
  ),
  'entry.reauthentication-needed': signature(
    'Your last proof of identity is too long ago for a signature.',
    'Prove your identity again and repeat.',
  ),
  'ledger.not-opened': conflict(
    'This ledger has no opening line yet.',
    'Finish the set-up of the site.',
  ),
  'ledger.already-opened': conflict('This ledger is already open.', 'Nothing needs to be done.'),
  'policy.effective-in-past': impossible(
    'A policy cannot take effect in the past.',
    'Choose a time from now on.',
  ),
  'policy.setting-out-of-range': impossible(
    'A policy setting lies outside what it can be.',
    'Give a value inside the range.',
  ),
  'policy.schedule-impossible': impossible(
    'A schedule of counts cannot be kept as it stands.',
    'Name shifts in the order of the day, days from 1 to 7, and each schedule once.',
  ),
  'inventory.already-taken': conflict(
    'This site already has its first inventory.',
    'Record a count instead.',
  ),
  'inventory.needed-first': practice(
    'The site has no initial inventory yet.',
    'Record the initial inventory, even if it is zero.',
  ),
  'inventory.needs-previous': impossible(
    'A go-live inventory names the last inventory before it.',
    'Give the date of the last inventory.',
  ),
  'inventory.initial-with-previous': impossible(
    'An initial inventory has none before it.',
    'Leave the previous inventory out, or record a go-live inventory.',
  ),
  'inventory.ends-before-start': impossible(
    'The count ends before it starts.',
    'Check both times.',
  ),
  'inventory.open-exceeds-container': impossible(
    'An open container cannot hold more than its label and overfill.',
    'Measure again.',
  ),
  'inventory.too-many': impossible(
    'One inventory takes up to 150 containers.',
    'Ask for help: a larger first inventory is not supported yet.',
  ),
  'inventory.needs-second-counter': practice(
    'An inventory is counted by two people.',
    'Let the second counter sign.',
  ),
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
  'order.series-out-of-range': impossible(
    'The number of the infusion is larger than its series.',
    'Check the series.',
  ),
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
  'witness.same-person': signature('Nobody witnesses their own act.', 'Let another person sign.'),
  'witness.not-permitted': signature(
    'This person may not give this signature at this site.',
    'Let a person sign who has the right that it needs.',
  ),
  'witness.late': practice(
    'The witness signs later after the act than the site allows.',
    'Record it as done with the reason.',
  ),
  'witness.saw-nothing': signature(
    'The signature does not say what was seen, or only papers.',
    'State what was seen, or let the second person countersign later.',
  ),
  'signature.unknown': signature(
    'This signature is not for this request.',
    'Show the request to the second person again and let them sign it.',
  ),
  'signature.wrong-meaning': signature(
    'The second signature does not mean what this act needs.',
    'Let the person sign with the right meaning.',
  ),
  'countersign.line-unknown': identity(
    'There is no such line.',
    'Choose a line that awaits a signature.',
  ),
  'countersign.leaf-mismatch': conflict(
    'The line reads differently from what you saw.',
    'Open the line again.',
  ),
  'countersign.nothing-awaited': conflict(
    'This line awaits no signature.',
    'Look at the line: somebody has signed it.',
  ),
  'close-out.needs-witness': practice(
    'A close-out needs a witness.',
    'Let a second person sign, or record it as done alone with a reason.',
  ),
  'close-out.only-drawer': practice(
    'The only person who drew from a container does not close it out.',
    'Let the other person close it out, and witness it.',
  ),
  'quarantine.already': conflict(
    'The container is already in quarantine.',
    'Nothing needs to be done.',
  ),
  'release.not-quarantined': conflict(
    'The container is not in quarantine.',
    'Nothing needs to be done.',
  ),
  'release.past-use': practice(
    'An expired container, or one past its beyond-use time, is not released.',
    'Keep it in quarantine for disposal.',
  ),
  'move.needs-receiver': practice(
    'Whoever receives containers at their new location signs for them.',
    `Let the receiver sign. ${RECORD_AS_DONE}`,
  ),
  'move.already-there': conflict(
    'The container is at this location already.',
    'Nothing needs to be done.',
  ),
  'departure.nothing': impossible(
    'No container is named.',
    'Name what leaves, moves or comes back.',
  ),
  'departure.container-twice': impossible(
    'A container stands twice in one entry.',
    'Name each container once.',
  ),
  'departure.sealed-is-whole': impossible(
    'A sealed container leaves whole and is not measured.',
    'Leave the measure out.',
  ),
  'departure.needs-measure': impossible(
    'An opened container is measured before it leaves.',
    'Measure what is in it; enter zero where nothing is left.',
  ),
  'departure.exceeds-container': impossible(
    'A container cannot hold more than its label and overfill.',
    'Measure again.',
  ),
  'departure.needs-second-person': practice(
    'Stock leaves for good, and comes back, before two people.',
    `Let a second employee who saw it sign. ${RECORD_AS_DONE}`,
  ),
  'departure.reference-missing': practice(
    'The number of the manifest, return authorisation or receipt is missing.',
    `Enter the number on the paper. ${RECORD_AS_DONE}`,
  ),
  'departure.unknown': identity(
    'Nothing left on this line.',
    'Choose the line of the disposal whose parcel came back.',
  ),
  'disposal.way-unclear': impossible(
    'A destruction on site says how; a hand-over says to whom; never both.',
    'Give the method, or the reverse distributor.',
  ),
  'disposal.destruction-not-seen': signature(
    'The second employee does not state to have seen the destruction.',
    'Let somebody sign who saw it, or hand the stock to a reverse distributor.',
  ),
  'disposal.not-handed-over': impossible(
    'What was destroyed cannot come back.',
    'Choose a disposal to a reverse distributor.',
  ),
  'disposal.not-in-parcel': identity(
    'This container was not in that parcel.',
    'Choose containers of the disposal.',
  ),
  'disposal.already-returned': conflict(
    'This container came back already.',
    'Nothing needs to be done.',
  ),
  'weighing.lighter-than-tare': impossible(
    'The container weighs less than it does empty.',
    'Weigh again, or look up the tare.',
  ),
  'weighing.not-a-liquid': impossible(
    'Only a liquid is weighed by its density.',
    'Count this container by number.',
  ),
  'count.line-stale': conflict(
    'A container was touched after it was counted.',
    'Count the named lines again.',
  ),
  'count.line-twice': impossible(
    'A line stands twice in the count.',
    'Count each container and product once.',
  ),
  'count.incomplete': impossible(
    'Open containers of this location are missing from the count.',
    'Measure every open container, or enter zero where none is found.',
  ),
  'count.needs-recount': practice(
    'What was counted and what is expected differ, and the line was counted once only.',
    'Count the named lines again without looking at the first number.',
  ),
  'count.not-open': impossible(
    'This container is not open at this location.',
    'Count sealed containers by number.',
  ),
  'count.recounts-unknown': identity(
    'The count to be recounted is not in this ledger.',
    'Choose a recorded count.',
  ),
  'case.unknown': identity(
    'This discrepancy is not in this ledger.',
    'Choose an open discrepancy.',
  ),
  'case.closed': conflict('This discrepancy is closed.', 'Open the case file to see how.'),
  'case.needs-outcome': impossible(
    'Closing a case states its cause and outcome.',
    'Choose cause and outcome.',
  ),
  'case.needs-second-closer': signature(
    'Two people close a discrepancy.',
    'Let the second person sign.',
  ),
  'case.needs-uninvolved-closer': practice(
    'One of the closers must not have drawn from the container since the last agreed count.',
    'Let such a person close it, or state that nobody exists.',
  ),
  'case.settles-other-container': impossible(
    'Only what the case is about can be settled.',
    'Settle the container of the case, or one of its product.',
  ),
  'case.settles-more-than-difference': impossible(
    'More is settled than the count differs.',
    'Settle at most the difference.',
  ),
  'case.settles-more-than-book': impossible(
    'More is settled than the book of the container holds now.',
    'Count the container again, and settle what that count finds.',
  ),
  'case.explained-by-unknown-line': identity(
    'A line that should explain it does not exist.',
    'Name lines of this ledger.',
  ),
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
  'correction.line-unknown': identity('There is no such line.', 'Choose the line that is wrong.'),
  'correction.leaf-mismatch': conflict(
    'The line reads differently from what you saw.',
    'Open the line again.',
  ),
  'correction.superseded': conflict(
    'This line was already corrected.',
    'Correct the newest correction of the chain.',
  ),
  'correction.wrong-kind': impossible(
    'This line cannot be corrected in this way.',
    'Choose the correction that fits its kind; a count is only recounted.',
  ),
  'correction.changes-nothing': impossible(
    'The correction leaves everything as it was.',
    'State what should have been written.',
  ),
  'correction.would-overdraw': impossible(
    'A later line used the quantity.',
    'Correct the later lines first.',
  ),
  'correction.lines-missing': conflict(
    'The lines that are named do not add up to what the book says.',
    'Read the containers again: somebody used them meanwhile, or a line was left out.',
  ),
  'correction.used-up': impossible(
    'A later entry has settled what this correction would change.',
    'Correct the named lines first.',
  ),
  'day.not-begun': impossible('This day has not begun.', 'Close a day that has begun.'),
  'day.already-closed': conflict(
    'This day is closed already.',
    'Lines that come later are marked, and reviewed by range.',
  ),
  'day.not-clear': conflict(
    'Something is in process, held or unwitnessed.',
    'Settle the named things, or excuse each of them with its reason.',
  ),
  'day.excuse-unneeded': conflict(
    'Something that is excused no longer stands in the way.',
    'Look at the day again and leave the named excuses out.',
  ),
  'review.line-unknown': identity(
    'The range is not a range of lines of this ledger.',
    'Name its first and last line.',
  ),
  'review.leaf-mismatch': conflict(
    'The last line reads differently from what you saw.',
    'Open the range again.',
  ),
  'review.day-open': conflict('A named day is not closed.', 'Close the day first.'),
  'review.day-beyond-range': impossible(
    'A named day has lines to be reviewed outside the range.',
    'Sign a range that holds the named lines.',
  ),
  'reconciliation.item-unknown': identity(
    'This audit item is of no product of the organisation.',
    'Choose an audit item of the site.',
  ),
  'reconciliation.not-a-count': identity(
    'A named line is no count and no inventory.',
    'Name the counts or the inventory at each end of the period.',
  ),
  'reconciliation.ends-before-start': impossible(
    'The period ends before it begins.',
    'Name the earlier counts first.',
  ),
  'reconciliation.figures-disagree': conflict(
    'The figures are not those of the counts and the ledger.',
    'Draw the chart again, and sign what it shows.',
  ),
  'reconciliation.needs-registrant': signature(
    'The registrant signs a reconciliation, as the one who draws it up or as the second.',
    'Let the registrant sign.',
  ),
  'file.unknown': identity('This file was not uploaded here.', 'Upload the file first.'),
  'clock.simulated-mismatch': conflict(
    'This ledger runs on another kind of clock.',
    'Start the service with the clock that the ledger was opened with.',
  ),
} as const satisfies Record<string, Refusal>;
export type RejectionCode = keyof typeof REFUSALS;

/** What a person needs to see to act: numbers, ids, other lines; never a name. */
export type Facts = Readonly<
  Record<string, string | number | readonly string[] | readonly number[]>
>;

export interface Rejection {
  readonly code: RejectionCode;
  readonly facts: Facts;
}

export const rejection = (code: RejectionCode, facts: Facts = {}): Rejection => ({ code, facts });

/** Found while deciding: breaks a rule of practice or begs a question. Whether it stops the act depends on the posture. */
export interface Objection extends Rejection {
  readonly about: string | null;
}
export const objection = (
  code: RejectionCode,
  about: string | null = null,
  facts: Facts = {},
): Objection => ({ code, about, facts });
