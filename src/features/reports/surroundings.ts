import type { Stock } from '../../domain/stock/container.js';
import { isInProcess } from '../../domain/custody.js';
import type { InsideAccount } from '../../domain/custody.js';
import type { Entry } from '../../domain/entry.js';
import type { ContainerId, OrderId } from '../../domain/ids.js';
import { AS_WRITTEN } from './reading.js';
import type { OrderOfPatient, Reading, Standing } from './reading.js';
import type { PlacedMovement } from './register.sql.js';
import type { Staff } from './staff.js';

/** Everything that some lines need beside themselves, loaded at once. */
export interface Surroundings {
  readonly size: number;
  readonly staff: Staff;
  /** The lines themselves, and every line about their draws. */
  entry(line: number): Entry;
  standing(line: number): Standing;
  /** Value of a personal field of a line; null where there is none. */
  personal(line: number, field: string): string | null;
  order(id: OrderId): OrderOfPatient;
  stock(container: ContainerId): Stock;
  /** Movements of the draws, in register order. */
  movements(draw: InsideAccount): readonly PlacedMovement[];
}

/** What of the lines is to be loaded. */
export interface Wanted {
  readonly entries: readonly Entry[];
  readonly draws: readonly InsideAccount[];
  /** Containers that will be printed, once the lines around are known. */
  readonly containers: (around: Iterable<Entry>) => Iterable<ContainerId>;
}

export async function loadSurroundings(reading: Reading, wanted: Wanted): Promise<Surroundings> {
  const movements = groupByDraw(await reading.movements(wanted.draws));
  const own = new Map(wanted.entries.map((entry) => [entry.seq, entry] as const));
  const others = [...movements.values()].flat().map(({ seq }) => seq);
  const entries = new Map([
    ...own,
    ...(await reading.entries(others.filter((line) => !own.has(line)))),
  ]);
  const standings = await reading.standings([...entries.keys()]);
  await addCountersignatures(reading, entries, standings);
  await addCorrectionsOfDraws(reading, entries, standings);
  const [personal, orders, stocks] = await Promise.all([
    reading.personal([...entries.values()]),
    reading.orders(ordersOf(entries.values())),
    reading.containers([...new Set(wanted.containers(entries.values()))]),
  ]);
  return {
    size: reading.size,
    staff: reading.staff,
    entry: (line) => found(entries.get(line), `line ${line}`),
    standing: (line) => standings.get(line) ?? AS_WRITTEN,
    personal: (line, field) => personal.get(line)?.get(field) ?? null,
    order: (id) => found(orders.get(id), `order ${id}`),
    stock: (id) => found(stocks.get(id), `container ${id}`),
    movements: (draw) => movements.get(draw) ?? [],
  };
}

/** Who signed later says it in a line of their own. */
async function addCountersignatures(
  reading: Reading,
  entries: Map<number, Entry>,
  standings: ReadonlyMap<number, Standing>,
): Promise<void> {
  const lines = [...standings.values()].flatMap(({ settledBy }) =>
    settledBy === null || entries.has(settledBy) ? [] : [settledBy],
  );
  for (const [line, entry] of await reading.entries(lines)) entries.set(line, entry);
}

/** A draw that was entered under the wrong order moves nothing when it is corrected: its newest correction says whose it is. */
async function addCorrectionsOfDraws(
  reading: Reading,
  entries: Map<number, Entry>,
  standings: ReadonlyMap<number, Standing>,
): Promise<void> {
  const lines = [...standings].flatMap(([line, { correctedBy }]) =>
    entries.get(line)?.kind !== 'draw' || correctedBy === null || entries.has(correctedBy)
      ? []
      : [correctedBy],
  );
  for (const [line, entry] of await reading.entries([...new Set(lines)])) entries.set(line, entry);
}

function ordersOf(entries: Iterable<Entry>): ReadonlySet<OrderId> {
  const orders = new Set<OrderId>();
  for (const { effects } of entries) {
    for (const state of effects.states) {
      if (state.noun === 'draw' || state.noun === 'administration') orders.add(state.order);
    }
  }
  return orders;
}

function groupByDraw(
  movements: readonly PlacedMovement[],
): ReadonlyMap<InsideAccount, readonly PlacedMovement[]> {
  const groups = new Map<InsideAccount, PlacedMovement[]>();
  for (const movement of movements) {
    const group = groups.get(movement.account);
    if (group === undefined) groups.set(movement.account, [movement]);
    else group.push(movement);
  }
  return groups;
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} was not loaded`);
  return value;
}

/** Accounts of the draws that an entry put drug into. */
export function drawsInto(entry: Entry): readonly InsideAccount[] {
  const accounts = entry.effects.movements.flatMap(({ to }) => (isInProcess(to) ? [to] : []));
  return [...new Set(accounts)];
}
