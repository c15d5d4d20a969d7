import type {
  DispensingLine,
  DispensingReport,
  DispensingTotal,
} from '../../../reports/dispensing-rows.js';
import type { Rows } from '../../../reports/head.js';
import { classesOf } from '../../../reports/kept-apart.js';
import type { PrintedItem } from '../../../reports/words.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem, OrderId } from '../../domain/ids.js';
import {
  add,
  addMass,
  isPositive,
  massOf,
  subtract,
  ZERO,
} from '../../domain/measures/quantity.js';
import { dispensingLines } from './dispensing-lines.js';
import type { BuiltDose } from './dispensing-lines.js';
import { administrationsByTime, administrationsUnder } from './dispensing-order.js';
import { loadDoses } from './dispensing-surroundings.js';
import type { Arrangement, Narrowing } from './documents.js';
import { itemNamed, printedItems, schedulesOf } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import type { Surroundings } from './surroundings.js';

/** Administrations of the period, by their time or under names, read while they are printed. */
export function dispensingDocument(parts: DocumentParts, narrow: Narrowing): DispensingReport {
  const sums = new DispensingSums();
  const items = new Map<AuditItem, PrintedItem>();
  return {
    head: parts.head,
    narrowedTo: narrowedWords(narrow),
    under: arrangementOf(narrow),
    lines: perClass(parts, () => lines(parts, narrow, { items, sums })),
    schedules: () => schedulesOf(parts),
    totals: () => sums.totals(items.values()),
  };
}

/** Where schedule II stands apart, all lines are asked for once for each class. */
function perClass(parts: DocumentParts, read: Rows<DispensingLine>): Rows<DispensingLine> {
  const once = parts.kept.once(read);
  const again = parts.kept.again(read);
  return async function* () {
    const isApart = classesOf(await schedulesOf(parts)).length > 1;
    yield* isApart ? again() : once();
  };
}

/** A record of one patient is no record of all: each of its pages says so. */
function narrowedWords({ patient, practitioner, person }: Narrowing): string | null {
  const words = [
    ...(patient === undefined ? [] : ['one patient']),
    ...(practitioner === undefined ? [] : ['orders of one practitioner']),
    ...(person === undefined ? [] : ['given by one person']),
  ];
  return words.length === 0 ? null : words.join(', ');
}

async function* lines(
  parts: DocumentParts,
  narrow: Narrowing,
  { items, sums }: { readonly items: Map<AuditItem, PrintedItem>; readonly sums: DispensingSums },
): AsyncGenerator<DispensingLine> {
  for (const [id, item] of await printedItems(parts)) items.set(id, item);
  sums.clear();
  const by = arrangementOf(narrow);
  const chunks = by === null ? administrationsByTime(parts) : administrationsUnder(parts, by);
  for await (const chunk of chunks) {
    const around = await loadDoses(
      parts.reading,
      chunk.map(({ entry }) => entry),
    );
    for (const { entry, group, order } of chunk) {
      if (narrow.person !== undefined && entry.performer !== narrow.person) continue;
      for (const dose of dispensingLines(entry, around, (id) => itemNamed(items, id))) {
        if (order !== null && dose.order !== order) continue;
        if (!isAskedFor(dose.order, narrow, around)) continue;
        sums.add(entry, dose);
        yield { ...dose.line, group };
      }
    }
  }
}

/** What is about one is printed under their name. */
function arrangementOf({ patient, practitioner, person, by }: Narrowing): Arrangement | null {
  if (by !== undefined) return by;
  if (patient !== undefined) return 'patient';
  if (practitioner !== undefined) return 'practitioner';
  return person === undefined ? null : 'person';
}

function isAskedFor(
  id: OrderId,
  { patient, practitioner }: Narrowing,
  around: Surroundings,
): boolean {
  const { order } = around.order(id);
  return (
    (patient === undefined || order.patient === patient) &&
    (practitioner === undefined || order.orderedBy === practitioner)
  );
}

/** Adds up what the document prints, while its lines pass. A corrected administration counts once. */
class DispensingSums {
  readonly #totals = new Map<PrintedItem, DispensingTotal>();

  clear(): void {
    this.#totals.clear();
  }

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
