import { isolated } from '../../../reports/isolated.js';
import { CASE_STATUS_WORDS, OUTCOME_WORDS } from '../../../reports/words.js';
import { trimMass } from '../../domain/measures/quantity.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem, OrderId } from '../../domain/ids.js';
import { containersOf } from './entry-subject.js';
import type { Surroundings } from './surroundings.js';
import {
  breakageWords,
  changeWords,
  closeOutWords,
  departureWords,
  handOverWords,
  holdWords,
  openingWords,
  orderWords,
  INVENTORY_WORDS,
  QUARANTINE_WORDS,
  receiptWords,
  RETURNED_WORDS,
  seenWords,
  wasteWords,
  weighingWords,
} from './wording.js';

/** The patient of a draw, the supplier of a delivery: whose side of the line is printed. */
export function partyOf(entry: Entry, around: Surroundings): string | null {
  const receipt = stateOf(entry, 'receipt');
  if (receipt !== undefined && entry.kind === 'receipt') return receipt.supplier.name;
  const order = orderIdOf(entry);
  return order === null ? null : around.order(order).name;
}

/** 21 CFR 1304.22(c): name and address. Null for what is of no patient, and where no address is known. */
export function addressOf(entry: Entry, around: Surroundings): string | null {
  const order = orderIdOf(entry);
  return order === null ? null : around.order(order).address;
}

export function orderIdOf(entry: Entry): OrderId | null {
  return stateOf(entry, 'draw')?.order ?? stateOf(entry, 'administration')?.order ?? null;
}

/** What the line of a register is about, beside its figures. */
export function detailOf(entry: Entry, item: AuditItem, around: Surroundings): string | null {
  const { request } = entry;
  switch (request.kind) {
    case 'inventory': {
      const before = request.previous === null ? '' : `; the one before: ${request.previous.date}`;
      const of = request.date === null ? '' : ` of ${request.date}`;
      return `${INVENTORY_WORDS[request.type]}, ${request.asOf} of business${of}${before}`;
    }
    case 'receipt':
      return deliveryDetail(entry, item);
    case 'draw': {
      const order = orderIdOf(entry);
      return order === null ? null : orderWords(around.order(order).order);
    }
    case 'waste':
      return wasteWords(request.why, request.manner);
    case 'close-out': {
      const closed = stateOf(entry, 'close-out');
      return closed === undefined ? null : closeOutWords(closed);
    }
    case 'breakage': {
      const ids = containersOf(entry, item);
      const broken = stateOf(entry, 'breakage')?.lines ?? [];
      return breakageWords(
        request.cause,
        broken.filter(({ container }) => ids.includes(container)),
      );
    }
    case 'return-to-stock':
      return `Sealed, into ${request.location}`;
    case 'quarantine':
      return QUARANTINE_WORDS[request.why];
    case 'move':
      return `To ${request.to}`;
    case 'disposal':
    case 'return-to-supplier':
    case 'sample': {
      const departure = stateOf(entry, 'departure');
      return departure === undefined ? null : departureWords(departure);
    }
    case 'disposal-returned':
      return `Line ${request.line}: ${RETURNED_WORDS[request.why]}`;
    case 'assay': {
      const { expected, found, laboratory } = request;
      return `Line ${request.line}: ${isolated(laboratory)} found ${trimMass(found)} mg for ${trimMass(expected)} mg`;
    }
    case 'weighing': {
      const weighed = stateOf(entry, 'weighing');
      return weighed === undefined ? null : weighingWords(weighed);
    }
    case 'countersign':
      return `Line ${request.line}: saw ${seenWords(request.seen)}`;
    case 'correction': {
      const settled = stateOf(entry, 'close-out');
      const again =
        settled === undefined ? '' : `; ${settled.id} closed out: ${closeOutWords(settled)}`;
      return `${changeWords(request.change)}${again}`;
    }
    case 'discrepancy':
      return request.outcome === null
        ? `Case ${request.case}`
        : `Case ${request.case}: ${CASE_STATUS_WORDS[request.outcome].toLowerCase()}`;
    default:
      return null;
  }
}

function deliveryDetail(entry: Entry, item: AuditItem): string | null {
  const receipt = stateOf(entry, 'receipt');
  if (receipt === undefined || entry.request.kind !== 'receipt') return null;
  // A product is of one audit item; its stock, minted by this line, says of which.
  const products = new Set(
    entry.effects.states.flatMap((state) =>
      state.noun === 'stock' && state.item === item ? [state.product] : [],
    ),
  );
  const lines = entry.request.lines.filter(({ product }) => products.has(product));
  const total = (of: 'invoiced' | 'counted'): number =>
    lines.reduce((sum, line) => sum + line[of], 0);
  return receiptWords(receipt, { invoiced: total('invoiced'), counted: total('counted') });
}

/** Outcome of an administration; reason and manner of waste; the bag; where the patient went. */
export function dispositionDetail({ request }: Entry): string | null {
  switch (request.kind) {
    case 'administration':
      return OUTCOME_WORDS[request.outcome];
    case 'waste':
      return wasteWords(request.why, request.manner);
    case 'hold':
      return holdWords(request.bag, request.why);
    case 'release-hold':
      return openingWords(request);
    case 'hand-over':
      return handOverWords(request.cause, request.unit);
    default:
      return null;
  }
}

type StateOf<N extends Entry['effects']['states'][number]['noun']> = Extract<
  Entry['effects']['states'][number],
  { readonly noun: N }
>;

export function stateOf<N extends Entry['effects']['states'][number]['noun']>(
  { effects }: Entry,
  noun: N,
): StateOf<N> | undefined {
  return effects.states.find((state): state is StateOf<N> => state.noun === noun);
}
