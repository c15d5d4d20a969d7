import { isolated } from '../../../reports/isolated.js';
import type { InventoryType } from '../../domain/counting/inventory.js';
import {
  containerWords,
  lineNumber,
  milligrams,
  OUTCOME_WORDS,
  ROUTE_WORDS,
} from '../../../reports/words.js';
import type { Departure, DestructionMethod } from '../../domain/stock/departure.js';
import type {
  Breakage,
  BreakageCause,
  CloseOut,
  QuarantineReason,
} from '../../domain/stock/container.js';
import type { DepartureCause, ReceivingUnit } from '../../domain/bedside/bedside.js';
import type { Entry } from '../../domain/entry.js';
import type { InfusionOrder, WasteManner, WasteReason } from '../../domain/bedside/infusion.js';
import type { AuditItem, BagId } from '../../domain/ids.js';
import type { Seen } from '../../domain/person.js';
import { formatQuantity, quantity, trimQuantity } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import type { CorrectionChange, Reason, RequestOf } from '../../domain/request.js';
import type { Receipt } from '../../domain/stock/receipt.js';
import type { Weighing } from '../../domain/stock/weighing.js';

/** How entries are told in the words of the trade, where the columns do not say it. */

export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  'clinical-emergency': 'Clinical emergency',
  'alone-on-site': 'Alone on site',
  'recorded-after-the-act': 'Recorded after the act',
  'system-unavailable': 'System unavailable',
  'delivery-recorded-later': 'Delivery recorded later',
  'supplier-paper-missing': 'Papers of the supplier missing',
  interrupted: 'Interrupted',
  'clinically-justified': 'Clinically justified',
  'mistake-noticed': 'Mistake noticed',
  other: 'Other reason',
};

const WASTE_REASON_WORDS: Readonly<Record<WasteReason, string>> = {
  'dose-remainder': 'Dose remainder',
  'infusion-stopped': 'Infusion stopped',
  'not-given': 'Not given',
  'line-residue': 'Residue in the line',
  spill: 'Spill',
  'broken-syringe': 'Broken syringe',
  contaminated: 'Contaminated',
  'expired-preparation': 'Preparation past its use',
  'single-dose-remainder': 'Single-dose remainder',
  'order-cancelled': 'Order cancelled',
  other: 'Other reason',
};

const WASTE_MANNER_WORDS: Readonly<Record<WasteManner, string>> = {
  'rx-destroyer': 'drug destroyer',
  'sharps-sequestration': 'sharps container',
  sink: 'sink',
  absorbed: 'absorbed',
  unrecovered: 'not recovered',
  other: 'other manner',
};

const LEAVING_WORDS: Readonly<Record<DepartureCause, string>> = {
  transferred: 'Patient transferred',
  died: 'Patient died',
  left: 'Patient left',
};
const UNIT_WORDS: Readonly<Record<ReceivingUnit, string>> = {
  ambulance: 'ambulance',
  'emergency-department': 'emergency department',
  'hospital-ward': 'hospital ward',
  'medical-examiner': 'medical examiner',
  other: 'other unit',
};

const BREAKAGE_WORDS: Readonly<Record<BreakageCause, string>> = {
  dropped: 'Dropped',
  crushed: 'Crushed',
  cracked: 'Cracked',
  leaking: 'Leaking',
  other: 'Other cause',
};

export const INVENTORY_WORDS: Readonly<Record<InventoryType, string>> = {
  initial: 'Initial inventory',
  'go-live': 'Inventory at go-live',
  'relocation-in': 'Opening inventory of a relocated site',
  biennial: 'Biennial inventory',
  annual: 'Annual inventory',
  'newly-scheduled': 'Inventory of newly scheduled substances',
  'relocation-out': 'Closing inventory before relocation',
  closing: 'Closing inventory of the site',
};

export const QUARANTINE_WORDS: Readonly<Record<QuarantineReason, string>> = {
  expired: 'Expired',
  'past-beyond-use': 'Past its beyond-use time',
  recalled: 'Recalled',
  damaged: 'Damaged',
  suspect: 'Suspect',
  'awaiting-disposal': 'Awaiting disposal',
  temperature: 'Temperature',
  other: 'Other reason',
};

const SEEN_WORDS: Readonly<Record<Seen, string>> = {
  act: 'the act',
  draw: 'the draw',
  residue: 'the residue',
  destruction: 'the destruction',
  'sealed-bag': 'the sealed bag',
  count: 'the count',
  container: 'the container',
  papers: 'the papers',
};

const QUESTION_WORDS: Readonly<Record<string, string>> = {
  'draw.looks-like-milligrams': 'it is millilitres, not milligrams',
  'draw.looks-ten-fold': 'the quantity is no slip of the decimal point',
  'draw.another-open': 'another container was open',
  'draw.exceeds-order': 'more than the order was needed',
  'order.dose-does-not-match-weight': 'dose and weight are as meant',
};

/** "Confirmed: more than the order was needed." */
export function confirmedWords(flag: string): string {
  const code = flag.slice('confirmed:'.length);
  return `Confirmed: ${QUESTION_WORDS[code] ?? code}.`;
}

export const wasteReasonWords = (reason: WasteReason): string => WASTE_REASON_WORDS[reason];
export const mannerWords = (manner: WasteManner): string => WASTE_MANNER_WORDS[manner];

export const wasteWords = (reason: WasteReason, manner: WasteManner): string =>
  `${WASTE_REASON_WORDS[reason]}, ${WASTE_MANNER_WORDS[manner]}`;

/** "Into bag T-1041: dose remainder". */
export const holdWords = (bag: BagId, reason: WasteReason): string =>
  `Into bag ${bag}: ${WASTE_REASON_WORDS[reason].toLowerCase()}`;

/** "Bag T-1041, seal intact: drug destroyer". */
export function openingWords(request: RequestOf<'release-hold'>): string {
  const { bag, seal, manner } = request;
  const end = manner === null ? 'in process again' : WASTE_MANNER_WORDS[manner];
  return `Bag ${bag}, seal ${seal}: ${end}`;
}

export const handOverWords = (cause: DepartureCause, unit: ReceivingUnit): string =>
  `${LEAVING_WORDS[cause]}, ${UNIT_WORDS[unit]}`;

/** "Dropped: 3.500 of 9.300 saved". */
export function breakageWords(cause: BreakageCause, lines: Breakage['lines']): string {
  const saved = lines.map(({ book, recovered }) => `${printed(recovered)} of ${printed(book)}`);
  return `${BREAKAGE_WORDS[cause]}: ${saved.join(', ')} saved`;
}

export const seenWords = (seen: readonly Seen[]): string =>
  seen.map((each) => SEEN_WORDS[each]).join(', ');

/** "Order 1041, 35 mg, 0.5 mg/kg, IV infusion". */
export function orderWords({ id, dose, dosePerKilogram, route }: InfusionOrder): string {
  const parts = [`Order ${id}`, `${milligrams(dose)}\u00a0mg`];
  if (dosePerKilogram !== null) {
    parts.push(`${trimQuantity(quantity(dosePerKilogram))}\u00a0mg/kg`);
  }
  return [...parts, ROUTE_WORDS[route]].join(', ');
}

/** Address and DEA number of the supplier (21 CFR 1304.22(c)), and the papers of the delivery. */
export function receiptWords(
  { supplier, invoiceNumber, invoiceDate }: Receipt,
  counted: { readonly invoiced: number; readonly counted: number },
): string {
  const dated = invoiceDate === null ? '' : `, ${invoiceDate}`;
  const invoice =
    invoiceNumber === null ? 'no invoice' : `invoice ${isolated(invoiceNumber)}${dated}`;
  const short =
    counted.counted === counted.invoiced
      ? ''
      : `; ${counted.counted} of ${counted.invoiced} containers invoiced`;
  return `${isolated(supplier.address)}; DEA ${supplier.deaNumber}; ${invoice}${short}`;
}

/** Names the parts of the residue: "Overfill 0.350; 12 draws". */
export function closeOutWords({
  draws,
  overfill,
  hubLoss,
  unexplained,
  discrepancy,
}: CloseOut): string {
  const parts = [
    ...part('Overfill', overfill),
    ...part('Hub (dead-space) loss', hubLoss),
    ...part('Unexplained', unexplained),
  ];
  const residue = parts.length === 0 ? 'No residue' : parts.join(', ');
  const found = discrepancy === null ? '' : `; case ${discrepancy}`;
  return `${residue}; ${draws} ${draws === 1 ? 'draw' : 'draws'}${found}`;
}

const DEPARTURE_WORDS: Readonly<Record<Departure['to'], string>> = {
  destroyed: 'Destroyed on site',
  'reverse-distributor': 'To reverse distributor',
  'returned-to-supplier': 'Returned',
  authority: 'Taken',
};
const METHOD_WORDS: Readonly<Record<DestructionMethod, string>> = {
  'chemical-digestion': 'chemical digestion',
  incineration: 'incineration',
  other: 'other method',
};
export const RETURNED_WORDS = {
  refused: 'parcel refused',
  undeliverable: 'parcel not delivered',
  other: 'parcel came back',
} as const;

/** "To reverse distributor Ridge Returns, 4 Mill Road; DEA RR1234563; no. M-17". */
export function departureWords(departure: Departure): string {
  const { to, method, recipient, taker, reference } = departure;
  const whom =
    recipient === null
      ? isolated(taker ?? '')
      : `${isolated(recipient.name)}, ${isolated(recipient.address)}; DEA ${recipient.deaNumber}`;
  const parts = [
    `${DEPARTURE_WORDS[to]}${whom === '' ? '' : ` ${to === 'authority' ? `by ${whom}` : whom}`}`,
    ...(method === null ? [] : [METHOD_WORDS[method]]),
    ...(reference === null ? [] : [`no. ${isolated(reference)}`]),
  ];
  return parts.join('; ');
}

/** "4.210 ± 0.060 by weight; book 4.200". */
export const weighingWords = ({ volume, uncertainty, book }: Weighing): string =>
  `${printed(volume)} ± ${printed(uncertainty)} by weight; book ${printed(book)}`;

const part = (name: string, value: Quantity): readonly string[] =>
  value === 0n ? [] : [`${name} ${printed(value)}`];

const printed = (value: Quantity): string => formatQuantity(value).replace('-', '\u2212');

/** What a correction says that the line should have said. */
export function changeWords(change: CorrectionChange): string {
  switch (change.type) {
    case 'draw': {
      if (change.quantity === 0n) return `Draw ${change.draw} did not happen`;
      return `Draw ${change.draw}: ${printed(change.quantity)} from ${change.container}`;
    }
    case 'draw-order':
      return `Draw ${change.draw} was for order ${change.order}`;
    case 'administration':
      return `Given: ${perDraw(change.lines)}; ${OUTCOME_WORDS[change.outcome].toLowerCase()}`;
    case 'waste':
      return `Wasted: ${perDraw(change.lines)}`;
    case 'receipt-particulars': {
      const dated = change.invoiceDate === null ? '' : `, ${change.invoiceDate}`;
      return change.invoiceNumber === null
        ? 'No invoice'
        : `Invoice ${change.invoiceNumber}${dated}`;
    }
    case 'lot-particulars':
      return `Lot ${change.lot}, expires ${change.expires}`;
    case 'patient-particulars':
      return 'Name or address of the patient';
    case 'order-patient':
      return 'The order was for another patient';
    case 'receipt-withdrawn':
      return `Not received: ${change.containers.join(', ')}`;
    case 'product':
      return `Another product: ${change.containers.join(', ')}`;
  }
}

function perDraw(lines: readonly { readonly draw: string; readonly quantity: Quantity }[]): string {
  if (lines.length === 0) return 'nothing';
  return lines.map(({ draw, quantity: each }) => `${printed(each)} of draw ${draw}`).join(', ');
}

/** Register's own balance, where lines of other days stand between: printed once at each change. */
export function offsetWords(stored: Quantity, shown: Quantity): string {
  return stored === shown
    ? 'Balance again as in the register.'
    : `Balance in the register when written: ${printed(stored)}; late lines of other days stand between.`;
}

/** In the order of events, of a line that the register has further down. */
export const ENTERED_AFTER_LATER = 'Entered after later events.';

/** Of a correction that stands where its line happened. */
export const recordedLaterWords = (line: number): string =>
  `At the moment of line ${lineNumber(line)}; recorded later.`;

/** Where the effective value stands outside the printed period. */
export const effectiveWords = (line: number, effective: Quantity): string =>
  `Of another period, line ${lineNumber(line)} makes it ${printed(effective)}.`;

export const otherPeriodWords = (line: number): string =>
  `Counts with line ${lineNumber(line)}, which is of another period.`;

/** What an entry moved of an audit item: "1.100 from 41-3", "0.300 given". */
export function quantitiesWords({ effects, kind }: Entry, item: AuditItem): string {
  const own = effects.movements.filter((movement) => movement.item === item);
  // A correction tells what should have been written, a close-out names its residue: not the legs of the book.
  if (kind === 'correction' || kind === 'close-out') return '';
  const moves = new Map<string, string[]>();
  for (const { from, to, quantity: moved } of own) {
    const [words, container] = from.startsWith('container:')
      ? [`${printed(moved)} from`, from.slice(10)]
      : to.startsWith('container:')
        ? [`${printed(moved)} into`, to.slice(10)]
        : [`${printed(moved)} ${to === 'patient' ? 'given' : to}`, ''];
    moves.set(words, [...(moves.get(words) ?? []), container]);
  }
  return [...moves].map(([words, containers]) => movedWords(words, containers)).join(', ');
}

/** "10.000 into each of 282-1 to 282-10": a carton is said once. */
function movedWords(words: string, containers: readonly string[]): string {
  const named = containers.filter((label) => label !== '');
  if (named.length === 0) return containers.map(() => words).join(', ');
  const { labels } = containerWords(named.map((label) => ({ label, lot: '' })));
  return `${words} ${named.length === 1 ? '' : 'each of '}${labels}`;
}
