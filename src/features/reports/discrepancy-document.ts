import type { DiscrepancyCase, DiscrepancyReport } from '../../../reports/discrepancy-rows.js';
import { countedIn } from '../../domain/counting/counted.js';
import { containerAccount, isInProcess } from '../../domain/custody.js';
import type { Discrepancy } from '../../domain/findings/discrepancy.js';
import type { Entry } from '../../domain/entry.js';
import type { ContainerId, PersonId } from '../../domain/ids.js';
import type { Site } from '../../domain/product.js';
import { LARGEST_PAGE } from '../../ledger/ledger-reader.js';
import { discrepancyCase } from './discrepancy-case.js';
import { printedItem } from './item-balance.js';
import type { DocumentParts } from './ledger-document.js';
import { drawsTouchedBy } from './ledger-line.js';
import { stateOf } from './line-detail.js';
import type { Reading } from './reading.js';
import type { Days } from './register.sql.js';
import { loadSurroundings } from './surroundings.js';

/** Every discrepancy that was open in the period, read while it is printed. */
export function discrepancyDocument(parts: DocumentParts, site: Site): DiscrepancyReport {
  return { head: parts.head, cases: parts.kept.once(() => cases(parts, site)) };
}

async function* cases(parts: DocumentParts, site: Site): AsyncGenerator<DiscrepancyCase> {
  const { reading, days, progress } = parts;
  for (let after = ''; ;) {
    const page = await reading.reader.cells(reading.ledger, 'case', { after, limit: LARGEST_PAGE });
    progress.expect(page.length);
    for (const cell of page) {
      progress.begin(undefined);
      const own = await ownLines(reading, cell);
      if (wasOpenIn(own, days)) yield await build(parts, site, { id: cell.id, own });
    }
    const last = page.at(-1);
    if (last === undefined || page.length < LARGEST_PAGE) return;
    after = last.id;
  }
}

/** Lines of the case below the size, the opening one first. */
async function ownLines(reading: Reading, { lines }: Discrepancy): Promise<readonly Entry[]> {
  const known = lines.filter((line) => line < reading.size);
  return [...(await reading.entries(known)).values()].sort((a, b) => a.seq - b.seq);
}

function wasOpenIn(own: readonly Entry[], { from, to }: Days): boolean {
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined || first.businessDate > to) return false;
  const isClosed = last.request.kind === 'discrepancy' && last.request.act === 'closed';
  return !isClosed || last.businessDate >= from;
}

async function build(
  { reading, products }: DocumentParts,
  site: Site,
  { id, own }: { readonly id: Discrepancy['id']; readonly own: readonly Entry[] },
): Promise<DiscrepancyCase> {
  const state = stateAsOf(id, own);
  const item = await printedItem(reading, state.item, products);
  if (item === undefined) throw new Error(`expected audit item ${state.item}, found none`);
  const last = own.at(-1);
  const isOpen = state.status === 'open' || last === undefined;
  const others = [
    ...(await countsOf(reading, state, isOpen ? reading.size : last.seq)),
    ...(await explaining(reading, last)),
  ];
  const entries = [...own, ...others];
  const { container } = state;
  const around = await loadSurroundings(reading, {
    entries,
    draws: [...new Set(entries.flatMap(drawsTouchedBy))],
    containers: () => (container === null ? [] : [container]),
  });
  return discrepancyCase({
    state,
    own,
    others,
    item,
    stock: container === null ? null : around.stock(container),
    location: site.locations.find((each) => each.id === state.location)?.name ?? state.location,
    drawers: isOpen || container === null ? [] : await drawersOf(reading, container, last.seq),
    around,
  });
}

function stateAsOf(id: Discrepancy['id'], own: readonly Entry[]): Discrepancy {
  const states = own.flatMap(({ effects }) =>
    effects.states.flatMap((state) => (state.noun === 'case' && state.id === id ? [state] : [])),
  );
  const last = states.at(-1);
  if (last === undefined) throw new Error(`expected case ${id} in its own lines, found none`);
  return last;
}

/** Counts that found the same difference again, or counted the opening line anew, until the case was closed. */
async function countsOf(
  reading: Reading,
  { id, lines, container }: Discrepancy,
  to: number,
): Promise<readonly Entry[]> {
  const [opened = 0] = lines;
  const found: Entry[] = [];
  for await (const entry of countsBetween(reading, opened + 1, to)) {
    const counted = countedIn(entry).map(({ found: place }) => place);
    if (counted.length === 0 || lines.includes(entry.seq)) continue;
    const measured = counted.flatMap(({ open }) => open);
    const isFoundAgain = [...counted.flatMap(({ sealed }) => sealed), ...measured].some(
      (each) => each.discrepancy === id,
    );
    const isAnew =
      stateOf(entry, 'count')?.recounts === opened &&
      measured.some((each) => each.container === container);
    if (isFoundAgain || isAnew) found.push(entry);
  }
  return found;
}

async function* countsBetween(reading: Reading, from: number, to: number): AsyncGenerator<Entry> {
  const kinds = ['count', 'recount', 'inventory'] as const;
  for (let next = from; next < to;) {
    const page = await reading.reader.entries(reading.ledger, {
      from: next,
      to,
      kinds,
      limit: LARGEST_PAGE,
    });
    for (const { entry } of page) yield entry;
    const last = page.at(-1);
    if (last === undefined || page.length < LARGEST_PAGE) return;
    next = last.entry.seq + 1;
  }
}

/** Lines that the closing line names as the explanation. */
async function explaining(reading: Reading, last: Entry | undefined): Promise<readonly Entry[]> {
  if (last?.request.kind !== 'discrepancy') return [];
  return [...(await reading.entries(last.request.explainedBy)).values()];
}

/**
 * Who had drawn from a container since its last agreed count, before a line. The last draw says who had drawn by
 * then, and an agreed count after it begins the list anew.
 */
async function drawersOf(
  reading: Reading,
  container: ContainerId,
  before: number,
): Promise<readonly PersonId[]> {
  const movements = await reading.movements([containerAccount(container)]);
  const drawn = movements.findLast(({ seq, to }) => seq < before && isInProcess(to));
  if (drawn === undefined) return [];
  const lines = [...(await reading.entries([drawn.seq])).values()];
  for await (const entry of countsBetween(reading, drawn.seq + 1, before)) lines.push(entry);
  const conditions = lines.flatMap(({ effects }) =>
    effects.states.flatMap((state) =>
      state.noun === 'condition' && state.id === container ? [state] : [],
    ),
  );
  return conditions.at(-1)?.drawersSinceCount ?? [];
}
