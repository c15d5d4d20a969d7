/**
 * Single mistakes in a ledger that was lived without them. The lines are copies: one of them says what somebody wrongly
 * wrote, or is not there, and the count after it stands as it was counted, beside a book that follows from the mistake. How a
 * mistake is made is said here in its own way, and nothing of what explains gaps is used.
 */
import type { Stock } from '../../src/domain/stock/container.js';
import type { Count, OpenResult, SealedResult } from '../../src/domain/counting/count.js';
import type { Discrepancy } from '../../src/domain/findings/discrepancy.js';
import type { Entry } from '../../src/domain/entry.js';
import { asId } from '../../src/domain/ids.js';
import type { ContainerId, DrawId } from '../../src/domain/ids.js';
import type { Draw } from '../../src/domain/bedside/infusion.js';
import { add, quantity, subtract, units, ZERO } from '../../src/domain/measures/quantity.js';
import type { Quantity } from '../../src/domain/measures/quantity.js';
import { Chance } from '../domain/chance.js';

export const PLANTED = [
  'transposed-digits',
  'milligrams-for-millilitres',
  'decimal-slip',
  'neighbour-container',
  'entered-twice',
  'draw-not-recorded',
  'waste-not-recorded',
  'receipt-not-recorded',
  'opposite-elsewhere',
] as const;
export type Planted = (typeof PLANTED)[number];

/** A mistake, the case that its count opens, and the lines as they would stand. */
export interface PlantedGap {
  readonly cause: Planted;
  readonly subject: Discrepancy;
  readonly lines: readonly Entry[];
}

/** Lines before a count that are looked at: more than a window ever needs. */
const LOOKED_AT = 500;
/** What the usual vial holds. */
const LARGEST = 10_000n;
const CASE = asId('0-1') as Discrepancy['id'];

/** A draw that was counted after, and where. */
interface Site {
  readonly draw: Draw;
  readonly count: Entry;
  readonly found: OpenResult;
}

/** Plants mistakes of a cause at places that chance chooses. */
export class PlantedLedger {
  readonly #chance: Chance;
  readonly #sites: readonly Site[];
  /** Those whose milligrams are no more millilitres than a vial holds: what a dose takes from a second vial. */
  readonly #small: readonly Site[];
  readonly #counts: readonly Entry[];

  constructor(
    private readonly entries: readonly Entry[],
    seed: number,
  ) {
    this.#chance = new Chance(seed);
    this.#counts = entries.filter(({ kind }) => kind === 'count');
    this.#sites = this.#counts.flatMap((count) => this.#sitesOf(count));
    this.#small = this.#sites.filter(({ draw }) => asMillilitres(draw) <= LARGEST);
  }

  /** The stock of a container, for what its label says. */
  stockOf(container: ContainerId): Stock | null {
    const states = this.entries.flatMap(({ effects }) => effects.states);
    const minted = states.find((state) => state.noun === 'container' && state.id === container);
    const stock = states.find(
      (state) =>
        state.noun === 'stock' && minted?.noun === 'container' && state.id === minted.stock,
    );
    return stock?.noun === 'stock' ? stock : null;
  }

  /** Undefined where the container explains the mistake, or the place does not allow it. */
  plant(cause: Planted): PlantedGap | undefined {
    switch (cause) {
      case 'receipt-not-recorded':
        return this.#unposted();
      case 'opposite-elsewhere':
        return this.#onTheOtherShelf();
      case 'neighbour-container':
        return this.#neighbour(this.#chance.one(this.#sites));
      case 'waste-not-recorded':
        return this.#emptied(this.#chance.one(this.#sites));
      case 'milligrams-for-millilitres': {
        const site = this.#chance.one(this.#small);
        const written = this.#typed(site.draw, asMillilitres(site.draw));
        return written === undefined ? undefined : this.#gap(cause, site, written);
      }
      default: {
        const site = this.#chance.one(this.#sites);
        const written = this.#written(cause, site);
        return written === undefined ? undefined : this.#gap(cause, site, written);
      }
    }
  }

  #sitesOf(count: Entry): readonly Site[] {
    const since = this.#countBefore(count)?.seq ?? 0;
    return countIn(count).open.flatMap((found) =>
      found.discrepancy === null
        ? this.#drawsFrom(found.container, since, count.seq).map((draw) => ({ draw, count, found }))
        : [],
    );
  }

  #countBefore({ seq }: Entry): Entry | undefined {
    return this.#counts.findLast((each) => each.seq < seq && locationOf(each) === 'safe');
  }

  #drawsFrom(container: ContainerId, from: number, to: number): readonly Draw[] {
    return this.entries
      .filter(({ kind, seq }) => kind === 'draw' && seq > from && seq < to)
      .flatMap(({ effects }) =>
        effects.states.flatMap((state) =>
          state.noun === 'draw' && state.container === container ? [state] : [],
        ),
      );
  }

  /** How the draw was written wrongly, and by how much the book of its container is then higher. */
  #written(
    cause: Planted,
    { draw }: Site,
  ): { readonly lines: readonly Entry[]; readonly higher: Quantity } | undefined {
    switch (cause) {
      case 'transposed-digits':
        return this.#typed(draw, exchanged(draw.quantity, this.#chance));
      case 'decimal-slip':
        return this.#typed(
          draw,
          this.#chance.next() < 0.5 ? draw.quantity * 10n : draw.quantity / 10n,
        );
      case 'entered-twice': {
        const lines = this.#twice(draw);
        return lines === undefined ? undefined : { lines, higher: quantity(0n - draw.quantity) };
      }
      default: {
        const isOrdered = this.#chance.next() < 0.8;
        const lines = this.entries.filter(
          ({ seq }) => seq !== draw.line && (isOrdered || String(seq) !== draw.order),
        );
        return { lines, higher: draw.quantity };
      }
    }
  }

  #typed(draw: Draw, typed: bigint) {
    const written = quantity(typed);
    if (written === draw.quantity || written <= 0n || written > LARGEST) return undefined;
    const lines = this.entries.map((entry) => withDraw(entry, draw.id, { quantity: written }));
    return { lines, higher: subtract(draw.quantity, written) };
  }

  /** Again, in place of the next line that is no draw, order, delivery or count. */
  #twice(draw: Draw): readonly Entry[] | undefined {
    const first = this.entries.find(({ seq }) => seq === draw.line);
    const next = this.entries.find(
      ({ seq, kind }) =>
        seq > draw.line && !['draw', 'infusion-order', 'receipt', 'count'].includes(kind),
    );
    if (first === undefined || next === undefined || next.seq > draw.line + 20) return undefined;
    const again: Draw = { ...draw, id: asId(`${next.seq}-1`), line: next.seq };
    const copy: Entry = {
      ...first,
      seq: next.seq,
      occurredAt: next.occurredAt,
      effects: { ...first.effects, states: [again] },
    };
    return this.entries.map((entry) => (entry === next ? copy : entry));
  }

  /** Drawn from one vial and entered on another that stood open beside it, with the volume that fits its strength. */
  #neighbour({ draw, count, found }: Site): PlantedGap | undefined {
    const others = countIn(count).open.filter(
      (each) => each.container !== found.container && each.discrepancy === null,
    );
    if (others.length === 0) return undefined;
    const other = this.#chance.one(others);
    const strength = this.stockOf(other.container)?.strength ?? draw.strength;
    const written = quantity(((draw.quantity * draw.strength) / strength / 10n) * 10n);
    const change = { container: other.container, item: other.item, quantity: written, strength };
    const lines = this.entries.map((entry) => withDraw(entry, draw.id, change));
    const both = withBook(
      withBook(count, found.container, draw.quantity),
      other.container,
      quantity(0n - written),
    );
    return gapOf('neighbour-container', { lines, count: both }, [found.container, other.container]);
  }

  /** What was left of a vial was poured away, and nobody wrote it. */
  #emptied({ count, found }: Site): PlantedGap | undefined {
    if (found.low <= 0n) return undefined;
    const open = countIn(count).open.map((each) =>
      each === found ? { ...each, counted: ZERO, discrepancy: CASE } : each,
    );
    const written = { lines: this.entries, count: withCount(count, { open }) };
    return gapOf('waste-not-recorded', written, [found.container]);
  }

  #gap(
    cause: Planted,
    { count, found }: Site,
    { lines, higher }: { readonly lines: readonly Entry[]; readonly higher: Quantity },
  ): PlantedGap | undefined {
    const beside = withBook(count, found.container, higher);
    return gapOf(cause, { lines, count: beside }, [found.container]);
  }

  /** A delivery came, stands in the safe, and was not entered. */
  #unposted(): PlantedGap | undefined {
    const receipt = this.#chance.one(this.entries.filter(({ kind }) => kind === 'receipt'));
    const item = receipt.effects.states.find((state) => state.noun === 'stock');
    const count = this.#counts.find(({ seq }) => seq > receipt.seq);
    if (item?.noun !== 'stock' || count === undefined) return undefined;
    const containers = receipt.effects.states.filter(({ noun }) => noun === 'container').length;
    const lines = this.entries.filter(({ seq }) => seq !== receipt.seq);
    const beside = withShelf(count, item.item, ({ book }) => ({ book: book - containers }));
    return shelfGap('receipt-not-recorded', { lines, count: beside }, item.item);
  }

  /** Vials were carried from the safe to the cabinet, and nobody wrote it. */
  #onTheOtherShelf(): PlantedGap | undefined {
    const pairs = this.#counts.flatMap((safe) => {
      const cabinet = this.#counts.find(({ seq }) => seq > safe.seq && seq <= safe.seq + 2);
      return cabinet !== undefined && locationOf(cabinet) === 'cabinet' ? [{ safe, cabinet }] : [];
    });
    const { safe, cabinet } = this.#chance.one(pairs);
    const shelves = countIn(safe).sealed.filter(
      ({ block, counted, book }) => block === 'sealed' && counted > 1 && counted === book,
    );
    if (shelves.length === 0) return undefined;
    const { item } = this.#chance.one(shelves);
    const carried = this.#chance.whole(1, 2);
    const fewer = withShelf(safe, item, ({ counted }) => ({ counted: counted - carried }));
    const more = withShelf(cabinet, item, ({ counted }) => ({ counted: counted + carried }));
    const lines = this.entries.map((entry) => (entry === cabinet ? more : entry));
    return shelfGap('opposite-elsewhere', { lines, count: fewer }, item);
  }
}

/** The milligrams of a draw, typed into the field of millilitres. */
const asMillilitres = ({ quantity: drawn, strength }: Draw): bigint => (drawn * strength) / 1_000n;

function countIn({ effects }: Entry): Count {
  const count = effects.states.find((state) => state.noun === 'count');
  if (count?.noun !== 'count') throw new Error('not a count');
  return count;
}
const locationOf = (entry: Entry): string => countIn(entry).location;

/** Later lines state a draw anew: whoever holds it, what was made of it. */
function withDraw(entry: Entry, id: DrawId, change: Partial<Draw>): Entry {
  if (!entry.effects.states.some((state) => state.noun === 'draw' && state.id === id)) return entry;
  const states = entry.effects.states.map((state) =>
    state.noun === 'draw' && state.id === id ? { ...state, ...change } : state,
  );
  return { ...entry, effects: { ...entry.effects, states } };
}

function withCount(entry: Entry, change: Partial<Count>): Entry {
  const states = entry.effects.states.map((state) =>
    state.noun === 'count' ? { ...state, ...change } : state,
  );
  return { ...entry, effects: { ...entry.effects, states } };
}

/** The count as it would stand beside a book that is higher; it opens a case where the container does not explain that. */
function withBook(entry: Entry, container: ContainerId, higher: Quantity): Entry {
  const open = countIn(entry).open.map((each): OpenResult => {
    if (each.container !== container) return each;
    const [book, low, high] = [each.book, each.low, each.high].map((one) => add(one, higher));
    if (book === undefined || low === undefined || high === undefined) return each;
    const isExplained = each.counted >= low && each.counted <= high;
    return { ...each, book, low, high, discrepancy: isExplained ? null : CASE };
  });
  return withCount(entry, { open });
}

function withShelf(
  entry: Entry,
  item: SealedResult['item'],
  change: (shelf: SealedResult) => Partial<SealedResult>,
): Entry {
  const sealed = countIn(entry).sealed.map((each) =>
    each.item === item && each.block === 'sealed'
      ? { ...each, ...change(each), discrepancy: CASE }
      : each,
  );
  return withCount(entry, { sealed });
}

interface Written {
  readonly lines: readonly Entry[];
  readonly count: Entry;
}

/** The lines up to a little after the count. */
function around({ lines, count }: Written): readonly Entry[] {
  return lines
    .filter(({ seq }) => seq > count.seq - LOOKED_AT && seq <= count.seq + 2)
    .map((entry) => (entry.seq === count.seq ? count : entry));
}

/** The case about the first of the containers that does not explain the difference. */
function gapOf(
  cause: Planted,
  written: Written,
  containers: readonly ContainerId[],
): PlantedGap | undefined {
  const { open, location } = countIn(written.count);
  const found = containers
    .map((id) => open.find(({ container }) => container === id))
    .find((each) => each?.discrepancy === CASE);
  if (found === undefined) return undefined;
  const { container, item, book, counted } = found;
  const subject = caseOf(written.count, { container, item, book, counted, location });
  return { cause, subject, lines: around(written) };
}

function shelfGap(
  cause: Planted,
  written: Written,
  item: SealedResult['item'],
): PlantedGap | undefined {
  const { sealed, location } = countIn(written.count);
  const found = sealed.find((each) => each.item === item && each.block === 'sealed');
  if (found === undefined || found.counted === found.book) return undefined;
  const [book, counted] = [units(found.book), units(found.counted)];
  const subject = caseOf(written.count, { container: null, item, book, counted, location });
  return { cause, subject, lines: around(written) };
}

const caseOf = (
  { seq }: Entry,
  found: Pick<Discrepancy, 'container' | 'item' | 'book' | 'counted' | 'location'>,
): Discrepancy => ({
  noun: 'case',
  id: CASE,
  status: 'open',
  foundBy: 'count',
  ...found,
  difference: subtract(found.counted, found.book),
  inContainers: found.container === null,
  owner: null,
  due: null,
  cause: null,
  lines: [seq],
});

/** "0.74" with two neighbouring digits the other way round, as it was typed. */
function exchanged(was: Quantity, chance: Chance): bigint {
  const typed = String(was / 10n).padStart(3, '0');
  const places = Array.from({ length: typed.length - 1 }, (_, at) => at);
  const pairs = places.filter((at) => typed[at] !== typed[at + 1]);
  if (pairs.length === 0) return was;
  const at = chance.one(pairs);
  const [a = '', b = ''] = [typed[at], typed[at + 1]];
  return BigInt(`${typed.slice(0, at)}${b}${a}${typed.slice(at + 2)}`) * 10n;
}
