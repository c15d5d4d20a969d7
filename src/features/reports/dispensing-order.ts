import type { Entry } from '../../domain/entry.js';
import { LICENSE_WORDS } from '../../../reports/words.js';
import type { Arrangement } from './documents.js';
import type { DocumentParts } from './ledger-document.js';
import { stateOf } from './line-detail.js';
import type { OrderOfPatient, Reading } from './reading.js';
import { readBusyDays, readLinesOfDay } from './register.sql.js';

/** An administration to be printed: its line, and the words it stands under. */
export interface Due {
  readonly entry: Entry;
  /** Empty where the record runs by time. */
  readonly group: string;
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
        ofDay.slice(start, start + LINES_AT_ONCE).map((line) => ({ line, group: '' })),
      );
    }
  }
}

/** The same under the names of patients, ordering practitioners or people who gave; by time under each. */
export async function* administrationsUnder(
  parts: DocumentParts,
  by: Arrangement,
): AsyncGenerator<readonly Due[]> {
  const found: { readonly line: number; readonly group: string }[] = [];
  for await (const chunk of administrationsByTime(parts)) {
    const ids = chunk.flatMap(({ entry }) => stateOf(entry, 'administration')?.order ?? []);
    const orders = await parts.reading.orders(ids);
    for (const { entry } of chunk) {
      const id = stateOf(entry, 'administration')?.order;
      const order = id === undefined ? undefined : orders.get(id);
      if (order === undefined) throw new Error(`expected the order of line ${entry.seq}`);
      found.push({ line: entry.seq, group: wordsOver(by, entry, order, parts.reading) });
    }
  }
  // Stable: under the same words, lines stay in the order of their time.
  found.sort((a, b) => a.group.localeCompare(b.group, 'en'));
  for (let start = 0; start < found.length; start += LINES_AT_ONCE) {
    yield await dueOf(parts.reading, found.slice(start, start + LINES_AT_ONCE));
  }
}

/** Two patients of the same name stand apart: the id by which the ledger knows each is part of the words. */
function wordsOver(
  by: Arrangement,
  entry: Entry,
  { name, order }: OrderOfPatient,
  { staff }: Reading,
): string {
  if (by === 'patient') return `${name}, patient ${order.patient}`;
  const person = by === 'person' ? entry.performer : order.orderedBy;
  const { printedName, initials, licenseClass } = staff.of(person, entry);
  return `${printedName} (${initials}), ${LICENSE_WORDS[licenseClass]}`;
}

async function dueOf(
  reading: Reading,
  lines: readonly { readonly line: number; readonly group: string }[],
): Promise<readonly Due[]> {
  const entries = await reading.entries(lines.map(({ line }) => line));
  return lines.flatMap(({ line, group }) => {
    const entry = entries.get(line);
    return entry === undefined || stateOf(entry, 'administration') === undefined
      ? []
      : [{ entry, group }];
  });
}
