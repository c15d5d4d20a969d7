import type {
  CaseClosing,
  CaseCounts,
  CaseEvent,
  DiscrepancyCase,
} from '../../../reports/discrepancy-rows.js';
import type { PrintedItem } from '../../../reports/words.js';
import type { Stock } from '../../domain/stock/container.js';
import type { Discrepancy } from '../../domain/findings/discrepancy.js';
import { countedIn } from '../../domain/counting/counted.js';
import type { Entry } from '../../domain/entry.js';
import type { PersonId } from '../../domain/ids.js';
import { add, negate, subtract, sum, units } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import { caseEvent } from './case-event.js';
import { stateOf } from './line-detail.js';
import type { Surroundings } from './surroundings.js';

/** Everything that a case is printed from. */
export interface CaseParts {
  /** As its newest line below the size left it. */
  readonly state: Discrepancy;
  /** Its own lines, the opening one first. */
  readonly own: readonly Entry[];
  /** Counts that found the same again, and lines that explain it. */
  readonly others: readonly Entry[];
  readonly item: PrintedItem;
  /** Of its container; null for sealed stock. */
  readonly stock: Stock | null;
  readonly location: string;
  /** Who had drawn from the container since its last agreed count when the case was closed. */
  readonly drawers: readonly PersonId[];
  readonly around: Surroundings;
}

export function discrepancyCase(parts: CaseParts): DiscrepancyCase {
  const { state, own, others, item, stock, location, around } = parts;
  const [opening] = own;
  if (opening === undefined) throw new Error(`expected the line that opened case ${state.id}`);
  const lines = new Map([...own, ...others].map((entry) => [entry.seq, entry] as const));
  const timeline = [...lines.values()].sort((a, b) => a.seq - b.seq);
  const last = own.at(-1) ?? opening;
  return {
    id: state.id,
    status: state.status,
    foundBy: state.foundBy,
    item,
    container:
      state.container === null || stock === null
        ? null
        : { label: state.container, lot: stock.lot },
    location,
    openedLine: opening.seq,
    openedAt: opening.occurredAt,
    owner: state.owner === null ? null : around.staff.called(state.owner, last).printedName,
    due: state.due,
    counts: countsOf(parts, opening),
    timeline: timeline.map((entry): CaseEvent => caseEvent(entry, state, around)),
    closing: closingOf(parts),
  };
}

/** First count, recount, book, and what the container explains by itself. */
function countsOf(parts: CaseParts, opening: Entry): CaseCounts {
  const { state, others } = parts;
  const found = firstCount(opening, state);
  const again = others.flatMap((entry) => foundBy(entry, state) ?? []).at(-1);
  return {
    unit: state.inContainers ? 'containers' : 'item',
    first: found?.first ?? state.counted,
    recount: again?.counted ?? found?.recount ?? null,
    // What a later count found is held against the book of that moment: drug came and went in between.
    book: again?.book ?? state.book,
    difference:
      again === undefined || found === undefined
        ? state.difference
        : subtract(again.counted, again.book),
    envelope: found === undefined ? limitsOf(parts, opening) : found.envelope,
  };
}

interface FirstCount {
  readonly first: Quantity;
  readonly recount: Quantity | null;
  readonly envelope: CaseCounts['envelope'];
}

function firstCount(entry: Entry, { id }: Discrepancy): FirstCount | undefined {
  for (const { asked, found } of countedIn(entry)) {
    const sealed = found.sealed.findIndex(({ discrepancy }) => discrepancy === id);
    const number = found.sealed[sealed];
    if (number !== undefined) {
      const wasRecounted = [...asked.sealed, ...asked.quarantined][sealed]?.recounted === true;
      const recount = wasRecounted ? units(number.counted) : null;
      return { first: units(number.first), recount, envelope: null };
    }
    const open = found.open.find(({ discrepancy }) => discrepancy === id);
    if (open === undefined) continue;
    const { low, high, first, counted, container } = open;
    const measured = asked.open.find((line) => line.container === container);
    const recount = measured?.recounted === true ? counted : null;
    return { first, recount, envelope: { low, high } };
  }
  return undefined;
}

/** What a later count found of the same thing, and what the book said then. */
function foundBy(
  entry: Entry,
  state: Discrepancy,
): { readonly counted: Quantity; readonly book: Quantity } | undefined {
  const places = countedIn(entry).map(({ found }) => found);
  if (state.container !== null) {
    const open = places.flatMap((place) => place.open);
    return open.find(({ container }) => container === state.container);
  }
  const sealed = places
    .flatMap((place) => place.sealed)
    .find(({ discrepancy }) => discrepancy === state.id);
  return sealed === undefined
    ? undefined
    : { counted: units(sealed.counted), book: units(sealed.book) };
}

/** Of an empty container: what overfill and dead space account for. Of an overdrawn one: from its limit to its label. */
function limitsOf({ state, stock }: CaseParts, opening: Entry): CaseCounts['envelope'] {
  const closed = stateOf(opening, 'close-out');
  if (closed !== undefined) {
    return {
      low: subtract(closed.book, closed.deadSpaceMaximum),
      high: add(closed.book, closed.overfillAllowance),
    };
  }
  return stock === null ? null : { low: state.counted, high: stock.size };
}

function closingOf({ state, own, drawers, around }: CaseParts): CaseClosing | null {
  const last = own.at(-1);
  const request = last?.request;
  if (state.status === 'open' || last === undefined || request?.kind !== 'discrepancy') return null;
  if (request.act !== 'closed' || request.cause === null) return null;
  const signers = [
    last.performer,
    ...last.signatures.filter(({ meaning }) => meaning === 'closed').map(({ person }) => person),
  ];
  const settled = request.settle.map(({ quantity }) => quantity);
  const inContainers = units(BigInt(settled.length));
  return {
    sequence: last.seq,
    at: last.occurredAt,
    cause: request.cause,
    explanation: around.personal(last.seq, 'note') ?? '',
    explainedBy: request.explainedBy,
    settled: settled.length === 0 ? null : negate(state.inContainers ? inContainers : sum(settled)),
    closers: signers.map((person) => {
      const { initials, printedName } = around.staff.of(person, last);
      const isUninvolved = !drawers.some((drawer) => drawer === person);
      return { initials, printedName, isUninvolved };
    }),
    nobodyUninvolved: request.nobodyUninvolved,
  };
}
