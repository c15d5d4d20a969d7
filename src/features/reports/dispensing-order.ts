import { isolated } from '../../../reports/isolated.js';
import type { Entry } from '../../domain/entry.js';
import { LICENSE_WORDS } from '../../../reports/words.js';
import type { OrderId } from '../../domain/ids.js';
import { drawAsOf, drawsOf } from './dispensing-lines.js';
import { loadDoses } from './dispensing-surroundings.js';
import type { Arrangement } from './documents.js';
import type { DocumentParts } from './ledger-document.js';
import { stateOf } from './line-detail.js';
import type { OrderOfPatient, Reading } from './reading.js';
import { readLinesOfDay } from './lines.sql.js';
import { readBusyDays } from './register.sql.js';
import type { Surroundings } from './surroundings.js';

/** An administration to be printed: its line, and the words it stands under. */
export interface Due {
  readonly entry: Entry;
  /** Empty where the record runs by time. */
  readonly group: string;
  /** The order whose doses stand there; null for those of all. */
  readonly order: OrderId | null;
}

interface LineDue extends Omit<Due, 'entry'> {
  readonly line: number;
}

const LINES_AT_ONCE = 250;

/** Administrations and corrections of the period in the order of their time, so many at once. */
export async function* administrationsByTime({
  reading,
  days,
  progress,
}: DocumentParts): AsyncGenerator<readonly Due[]> {
  const busy = await readBusyDays(reading.pool, reading.ledger, days);
  progress.expect(busy.length);
  for (const day of busy) {
    progress.begin(undefined);
    const kinds = ['administration', 'correction'] as const;
    const ofDay = await readLinesOfDay(reading.pool, reading.below, day, kinds);
    for (let start = 0; start < ofDay.length; start += LINES_AT_ONCE) {
      yield await dueOf(
        reading,
        ofDay.slice(start, start + LINES_AT_ONCE).map((line) => ({ line, group: '', order: null })),
      );
    }
  }
}

/** The same under the names of patients, ordering practitioners or people who gave; by time under each. */
export async function* administrationsUnder(
  parts: DocumentParts,
  by: Arrangement,
): AsyncGenerator<readonly Due[]> {
  const found: LineDue[] = [];
  for await (const chunk of administrationsByTime(parts)) {
    const around = await loadDoses(
      parts.reading,
      chunk.map(({ entry }) => entry),
    );
    for (const { entry } of chunk) {
      for (const order of ordersOf(entry, around)) {
        const group = wordsOver(by, entry, around.order(order), parts.reading);
        found.push({ line: entry.seq, group, order });
      }
    }
  }
  // Stable: under the same words, lines stay in the order of their time.
  found.sort((a, b) => a.group.localeCompare(b.group, 'en'));
  for (let start = 0; start < found.length; start += LINES_AT_ONCE) {
    yield await dueOf(parts.reading, found.slice(start, start + LINES_AT_ONCE));
  }
}

/** Orders that an administration gave from, as they are known now: a draw may have been entered under another one. */
function ordersOf(entry: Entry, around: Surroundings): ReadonlySet<OrderId> {
  const administration = stateOf(entry, 'administration');
  const draws = administration === undefined ? [] : drawsOf(entry, administration);
  return new Set(draws.map((id) => drawAsOf(id, around).order));
}

/** Two patients of the same name stand apart: the id by which the ledger knows each is part of the words. */
function wordsOver(
  by: Arrangement,
  entry: Entry,
  { name, order }: OrderOfPatient,
  { staff }: Reading,
): string {
  if (by === 'patient') return `${isolated(name)}, patient ${order.patient}`;
  const person = by === 'person' ? entry.performer : order.orderedBy;
  const { printedName, initials, licenseClass } = staff.of(person, entry);
  return `${isolated(printedName)} (${isolated(initials)}), ${LICENSE_WORDS[licenseClass]}`;
}

async function dueOf(reading: Reading, lines: readonly LineDue[]): Promise<readonly Due[]> {
  const entries = await reading.entries(lines.map(({ line }) => line));
  return lines.flatMap(({ line, group, order }) => {
    const entry = entries.get(line);
    return entry === undefined || stateOf(entry, 'administration') === undefined
      ? []
      : [{ entry, group, order }];
  });
}
