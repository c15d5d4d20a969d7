import type { WitnessMark } from '../../../reports/head.js';
import type {
  DispensingLine,
  PrintedOrder,
  PrintedPatient,
} from '../../../reports/dispensing-rows.js';
import type { PrintedItem } from '../../../reports/words.js';
import { drawOf, inProcessAccount } from '../../domain/custody.js';
import { dispositionOf } from '../../domain/bedside/disposition.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem, DrawId, OrderId } from '../../domain/ids.js';
import type { Administration, Draw } from '../../domain/bedside/infusion.js';
import { massOf, sum } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import { marksOf } from './ledger-line.js';
import { stateOf } from './line-detail.js';
import { factsOf, witnessOf } from './line-facts.js';
import type { OrderOfPatient } from './reading.js';
import type { Surroundings } from './surroundings.js';

const ERASED = '(erased)';

/** A printed line, and what the patient was given in all by the administration once the line is counted. */
export interface BuiltDose {
  readonly line: DispensingLine;
  /** Whose it was, as far as is known now. */
  readonly order: OrderId;
  readonly effective: Quantity;
}

/** What an administration, or a correction of one, prints in the dispensing record: one line for each audit item and order. */
export function dispensingLines(
  entry: Entry,
  around: Surroundings,
  itemOf: (id: AuditItem) => PrintedItem,
): readonly BuiltDose[] {
  const administration = stateOf(entry, 'administration');
  if (administration === undefined) return [];
  const draws = drawsOf(entry, administration).map((id) => drawAsOf(id, around));
  // A draw that was entered under another order is that patient's, and stands on a line of its own.
  return groupsOf(draws).map(({ item: id, order, draws: own }) => {
    const dose = { administration, draws: own, item: itemOf(id), order };
    const quantities = administration.lines
      .filter(({ draw }) => own.some((each) => each.id === draw))
      .map(({ quantity }) => quantity);
    return { line: lineOf(entry, dose, around), order, effective: sum(quantities) };
  });
}

interface DrawsOfOne extends Pick<Draw, 'item' | 'order'> {
  readonly draws: readonly Draw[];
}

function groupsOf(draws: readonly Draw[]): readonly DrawsOfOne[] {
  const groups = new Map<string, DrawsOfOne>();
  for (const draw of draws) {
    const { item, order } = draw;
    const before = groups.get(`${order} ${item}`)?.draws ?? [];
    groups.set(`${order} ${item}`, { item, order, draws: [...before, draw] });
  }
  return [...groups.values()];
}

interface Dose {
  readonly administration: Administration;
  readonly order: OrderId;
  readonly draws: readonly Draw[];
  readonly item: PrintedItem;
}

function lineOf(entry: Entry, dose: Dose, around: Surroundings): DispensingLine {
  const { administration, draws, item } = dose;
  const order = around.order(dose.order);
  const given = sum(draws.map(({ id }) => givenOf(entry, administration, id)));
  const wasted = draws.filter(({ id }) => showsWaste(entry, id, around));
  const wastes = wasted.map(({ id }) => wastedOf(id, around));
  const drawers = draws.map(({ drawnBy, line }) => around.staff.of(drawnBy, around.entry(line)));
  return {
    ...factsOf(entry, around),
    group: '',
    kind: entry.kind === 'correction' ? 'correction' : 'administration',
    witness: wasteWitness(
      wasted.map(({ id }) => id),
      around,
    ),
    patient: patientOf(order),
    order: orderOf(order),
    item,
    containers: marksOf([...new Set(draws.map(({ container }) => container))], around),
    drawLines: [...new Set(draws.flatMap(({ line }) => linesOfDraw(line, around)))],
    drawnBy: [...new Set(drawers.map(({ initials }) => initials))].join(', '),
    given,
    mass: massOf(given, item.strength),
    wasted: wastes.some((quantity) => quantity !== 0n) ? sum(wastes) : null,
    outcome: administration.outcome,
  };
}

/** Draws that an entry gave from, or whose given quantity it corrects. */
export function drawsOf(entry: Entry, administration: Administration): readonly DrawId[] {
  const moved = entry.effects.movements
    .flatMap(({ from, to }) => [from, to])
    .flatMap((account) => drawOf(account) ?? []);
  return [...new Set([...administration.lines.map(({ draw }) => draw), ...moved])];
}

/** A draw as its last correction below the size left it. */
export function drawAsOf(id: DrawId, around: Surroundings): Draw {
  const stateIn = (line: number): readonly Draw[] =>
    around
      .entry(line)
      .effects.states.flatMap((state) => (state.noun === 'draw' && state.id === id ? [state] : []));
  const moved = around.movements(inProcessAccount(id)).flatMap(({ seq }) => stateIn(seq));
  const last = moved.at(-1);
  if (last === undefined) throw new Error(`expected draw ${id}, found no line that made it`);
  const { correctedBy } = around.standing(last.line);
  return (correctedBy === null ? undefined : stateIn(correctedBy).at(-1)) ?? last;
}

/** Where a draw stands in the register: its line, and the newest one that corrects it. */
function linesOfDraw(line: number, around: Surroundings): readonly number[] {
  const { correctedBy } = around.standing(line);
  return correctedBy === null ? [line] : [line, correctedBy];
}

/** What an administration gave from a draw; of a correction, the difference that it makes. */
function givenOf(entry: Entry, { lines }: Administration, id: DrawId): Quantity {
  if (entry.kind !== 'correction') {
    return sum(lines.filter(({ draw }) => draw === id).map(({ quantity }) => quantity));
  }
  const account = inProcessAccount(id);
  return sum(entry.effects.movements.map((movement) => dispositionOf(movement, account).given));
}

/** The waste of a draw is printed once: at the last administration that gave from it. */
function showsWaste(entry: Entry, id: DrawId, around: Surroundings): boolean {
  if (entry.kind === 'correction') return false;
  const gave = around
    .movements(inProcessAccount(id))
    .filter(({ seq }) => around.entry(seq).kind === 'administration');
  const last = gave.at(-1);
  return last === undefined || last.seq === entry.seq;
}

function wastedOf(id: DrawId, around: Surroundings): Quantity {
  const account = inProcessAccount(id);
  return sum(around.movements(account).map((movement) => dispositionOf(movement, account).wasted));
}

const GRAVITY: readonly WitnessMark['state'][] = [
  'unwitnessed',
  'countersigned',
  'witnessed',
  'not-required',
];

/** Who saw the waste; of several, the least witnessed. */
function wasteWitness(draws: readonly DrawId[], around: Surroundings): WitnessMark {
  const lines = draws.flatMap((id) => around.movements(inProcessAccount(id)).map(({ seq }) => seq));
  const wastes = [...new Set(lines)].map((line) => around.entry(line));
  const marks = wastes
    .filter(({ kind }) => kind === 'waste' || kind === 'release-hold')
    .map((entry) => witnessOf(entry, around))
    .sort((a, b) => GRAVITY.indexOf(a.state) - GRAVITY.indexOf(b.state));
  return marks[0] ?? { state: 'not-required' };
}

function patientOf({ name, address, order }: OrderOfPatient): PrintedPatient {
  const standing = order.patientAddress;
  if (standing === 'known') return { name, address: { state: 'known', text: address ?? ERASED } };
  return {
    name,
    address: standing === 'missing' ? { state: 'missing' } : { state: 'unknown', reason: standing },
  };
}

function orderOf({ order, sequence }: OrderOfPatient): PrintedOrder {
  const { dose, dosePerKilogram, route, series } = order;
  return { sequence, dose, dosePerKilogram, route, series };
}
