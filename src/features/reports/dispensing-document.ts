import type {
  DispensingLine,
  DispensingReport,
  DispensingTotal,
} from '../../../reports/dispensing-rows.js';
import type { PrintedItem } from '../../../reports/words.js';
import { inProcessAccount } from '../../domain/custody.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem, ContainerId } from '../../domain/ids.js';
import { add, addMass, isPositive, massOf, subtract, ZERO } from '../../domain/quantity.js';
import { dispensingLines, drawsOf } from './dispensing-lines.js';
import type { BuiltDose } from './dispensing-lines.js';
import { itemNamed, printedItems } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import { stateOf } from './line-detail.js';
import type { Reading } from './reading.js';
import { readBusyDays, readLinesOfDay } from './register.sql.js';
import { loadSurroundings } from './surroundings.js';
import type { Surroundings } from './surroundings.js';

const LINES_AT_ONCE = 250;

/** Every administration of the period in the order of its time, read while it is printed. */
export function dispensingDocument(parts: DocumentParts): DispensingReport {
  const sums = new DispensingSums();
  const items = new Map<AuditItem, PrintedItem>();
  return {
    head: parts.head,
    lines: () => lines(parts, items, sums),
    totals: () => sums.totals(items.values()),
  };
}

async function* lines(
  parts: DocumentParts,
  items: Map<AuditItem, PrintedItem>,
  sums: DispensingSums,
): AsyncGenerator<DispensingLine> {
  const { reading, days, progress } = parts;
  for (const [id, item] of await printedItems(parts)) items.set(id, item);
  const busy = await readBusyDays(reading.pool, reading.ledger, days);
  progress.expect(busy.length);
  for (const day of busy) {
    progress.begin(undefined);
    const kinds = ['administration', 'correction'] as const;
    const ofDay = await readLinesOfDay(reading.pool, reading.below, day, kinds);
    for (let start = 0; start < ofDay.length; start += LINES_AT_ONCE) {
      const chunk = ofDay.slice(start, start + LINES_AT_ONCE);
      const found = await reading.entries(chunk);
      const entries = chunk.flatMap((line) => {
        const entry = found.get(line);
        return entry === undefined || stateOf(entry, 'administration') === undefined ? [] : [entry];
      });
      const around = await loadAround(reading, entries);
      for (const entry of entries) {
        for (const dose of dispensingLines(entry, around, (id) => itemNamed(items, id))) {
          sums.add(entry, dose);
          yield dose.line;
        }
      }
    }
  }
}

function loadAround(reading: Reading, entries: readonly Entry[]): Promise<Surroundings> {
  const draws = entries.flatMap((entry) => {
    const administration = stateOf(entry, 'administration');
    return administration === undefined ? [] : drawsOf(entry, administration);
  });
  return loadSurroundings(reading, {
    entries,
    draws: [...new Set(draws)].map(inProcessAccount),
    containers: drawnFrom,
  });
}

function drawnFrom(entries: Iterable<Entry>): ReadonlySet<ContainerId> {
  const containers = new Set<ContainerId>();
  for (const { effects } of entries) {
    for (const state of effects.states) if (state.noun === 'draw') containers.add(state.container);
  }
  return containers;
}

/** Adds up what the document prints, while its lines pass. A corrected administration counts once. */
class DispensingSums {
  readonly #totals = new Map<PrintedItem, DispensingTotal>();

  add(entry: Entry, { line, effective }: BuiltDose): void {
    const before = this.#totals.get(line.item) ?? {
      item: line.item,
      administrations: 0,
      notGiven: 0,
      given: ZERO,
      mass: massOf(ZERO, line.item.strength),
      wasted: ZERO,
    };
    const isGiven = isPositive(effective);
    // A correction counts only where it makes a given dose one that was not given, or the other way round.
    const wasGiven =
      entry.kind === 'correction' ? isPositive(subtract(effective, line.given)) : undefined;
    this.#totals.set(line.item, {
      ...before,
      administrations: before.administrations + Number(isGiven) - Number(wasGiven ?? false),
      notGiven: before.notGiven + Number(!isGiven) - Number(wasGiven === false),
      given: add(before.given, line.given),
      mass: addMass(before.mass, line.mass),
      wasted: add(before.wasted, line.wasted ?? ZERO),
    });
  }

  /** In the order of the items' words. */
  totals(items: Iterable<PrintedItem>): readonly DispensingTotal[] {
    return [...items].flatMap((item) => this.#totals.get(item) ?? []);
  }
}
