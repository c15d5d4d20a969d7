/**
 * How a report says that a recorded fact did not keep a rule: in capitals, a few words, so that nobody overlooks it and
 * nobody has to look it up. A flag without words here prints as its code: a report never hides one.
 */
const FLAG_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'entry.late': 'LATE',
    'entry.late-without-reason': 'LATE, NO REASON',
    'entry.done-without-reason': 'NO REASON GIVEN',
    'inventory.needed-first': 'BEFORE FIRST INVENTORY',
    'inventory.needs-second-counter': 'ONE COUNTER ONLY',
    'product.withdrawn': 'PRODUCT WITHDRAWN',
    'product.not-for-humans': 'NOT FOR HUMAN USE',
    'supplier.withdrawn': 'SUPPLIER WITHDRAWN',
    'supplier.registration-expired': 'SUPPLIER REGISTRATION EXPIRED',
    'site.registration-expired': 'SITE REGISTRATION EXPIRED',
    'receipt.from-prescription': 'STOCKED FROM A PRESCRIPTION',
    'receipt.serial-known': 'SERIAL NUMBER ALREADY KNOWN',
    'receipt.no-invoice': 'NO INVOICE',
    'receipt.count-differs-from-invoice': 'COUNT DIFFERS FROM INVOICE',
    'receipt.unverified': 'UNVERIFIED',
    'stock.expired-on-arrival': 'EXPIRED ON ARRIVAL',
    'order.patient-corrected': 'PATIENT CORRECTED',
    'dose.restated': 'DOSE RESTATED',
    'order.not-open': 'ORDER NOT OPEN',
    'order.dose-above-ceiling': 'DOSE OVER CEILING',
    'order.address-unknown': 'ADDRESS UNKNOWN',
    'container.not-closed-by-draws': 'CLOSED OUT UNOPENED',
    'draw.address-missing': 'NO ADDRESS',
    'draw.quarantined': 'FROM QUARANTINE',
    'draw.past-expiry': 'PAST EXPIRY',
    'draw.past-beyond-use': 'PAST BEYOND-USE',
    'draw.second-patient': 'SINGLE-DOSE, SECOND PATIENT',
    'draw.exceeds-remaining': 'MORE THAN BOOK',
    'draw.into-overfill': 'INTO OVERFILL',
    'draw.before-receipt': 'BEFORE RECEIPT',
    'draw.exceeds-order': 'MORE THAN ORDERED',
    'administration.past-beyond-use': 'GIVEN PAST BEYOND-USE',
    'waste.multiple-dose-remainder': 'MULTIPLE-DOSE REMAINDER WASTED',
    'waste.needs-witness': 'UNWITNESSED',
    'release-hold.needs-witness': 'UNWITNESSED',
    'release-hold.seal-broken': 'SEAL BROKEN',
    'release-hold.volume-differs': 'BAG HELD ANOTHER VOLUME',
    'return-to-stock.needs-witness': 'UNWITNESSED',
    'return-to-stock.quarantined': 'BACK TO STOCK FROM QUARANTINE',
    'breakage.needs-witness': 'UNWITNESSED',
    'hand-off.not-holder': 'NOT HANDED OFF BY ITS HOLDER',
    'hand-over.unreviewed': 'UNREVIEWED',
    'witness.did-not-see': 'WITNESS DID NOT SEE IT',
    'close-out.needs-witness': 'UNWITNESSED',
    'close-out.only-drawer': 'CLOSED OUT BY ITS ONLY DRAWER',
    'release.past-use': 'RELEASED PAST ITS USE',
    'draw.one-open-only': 'SECOND OPEN CONTAINER',
    'close-out.exactly-zero-again': 'EXACTLY ZERO AGAIN',
    'move.needs-receiver': 'NO RECEIVER SIGNED',
    'departure.needs-second-person': 'ONE EMPLOYEE ONLY',
    'departure.reference-missing': 'NO NUMBER OF THE PAPERS',
    'weighing.outside-range': 'WEIGHT DISAGREES',
    'count.needs-recount': 'NOT RECOUNTED',
    'case.needs-uninvolved-closer': 'NO UNINVOLVED CLOSER',
    'witness.late': 'WITNESS LATE',
    'witness.papers-only': 'WITNESS SAW PAPERS ONLY',
    'correction.unapproved': 'APPROVAL PENDING',
  }),
);

/** A flag in words: "PAST BEYOND-USE". */
export function flagWords(code: string): string {
  return FLAG_WORDS.get(code) ?? code.toUpperCase().replace(/[-.]/g, ' ');
}

export const hasFlagWords = (code: string): boolean => FLAG_WORDS.has(code);
