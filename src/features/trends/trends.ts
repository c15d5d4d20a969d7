import type pg from 'pg';
import { containerMoved, trendPartOf, withOrigins } from '../../domain/findings/trend.js';
import type { OwnMovement, TrendMovement, TrendPart } from '../../domain/findings/trend.js';
import type { ContainerId, LedgerId, PersonId } from '../../domain/ids.js';
import type { BusinessDate } from '../../domain/measures/instant.js';
import { LARGEST_PAGE } from '../../ledger/ledger-reader.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import { readTrendRows } from './trends.sql.js';
import type { TrendRange } from './trends.sql.js';

/** Lines of the ledger that one statement looks at. */
const LINES_AT_ONCE = 50_000;
/** Sites whose trends are remembered, those that were asked for last. */
const SITES_REMEMBERED = 8;

/** What the register says of each month since a day; the ledger's size is given with it. */
export interface Trend {
  readonly knownAt: number;
  readonly parts: readonly TrendPart[];
}

/** Reads what moved, month by month. What it has read of a site it remembers, and reads on from there. */
export class Trends {
  readonly #remembered = new Map<LedgerId, Promise<Remembered>>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly reader: LedgerReader,
  ) {}

  async since(site: LedgerId, firstDate: BusinessDate): Promise<Trend> {
    const { knownAt, moved, drawers } = await this.#known(site, firstDate);
    const drawersOf = (id: ContainerId): readonly PersonId[] => drawers.get(id) ?? [];
    const first = firstDate.slice(0, 7);
    const asked = moved.filter(({ origin }) => origin.month >= first);
    return { knownAt, parts: asked.flatMap((each) => trendPartOf(each, drawersOf) ?? []) };
  }

  /** Whoever asks while another reads waits, and reads on from what the other found. */
  async #known(site: LedgerId, firstDate: BusinessDate): Promise<Remembered> {
    const reading = this.#readOn(site, firstDate, this.#remembered.get(site));
    this.#remembered.delete(site);
    this.#remembered.set(site, reading);
    const [eldest] = this.#remembered.keys();
    if (eldest !== undefined && this.#remembered.size > SITES_REMEMBERED)
      this.#remembered.delete(eldest);
    return reading;
  }

  async #readOn(
    site: LedgerId,
    firstDate: BusinessDate,
    remembered: Promise<Remembered> | undefined,
  ): Promise<Remembered> {
    const earlier = await remembered?.catch(() => undefined);
    const known =
      earlier !== undefined && earlier.firstDate <= firstDate ? earlier : nothingSince(firstDate);
    const size = (await this.reader.head(site))?.size ?? 0;
    if (known.knownAt >= size) return known;
    const range = { site, firstDate: known.firstDate, from: known.knownAt, to: size };
    const later = withOrigins(await this.#moved(range), known.moved);
    const drawers = new Map([...known.drawers, ...(await this.#drawers(site, later))]);
    return { ...known, knownAt: size, moved: [...known.moved, ...later], drawers };
  }

  async #moved(range: TrendRange): Promise<readonly OwnMovement[]> {
    const originals = await this.#originals(range);
    const moved: OwnMovement[] = [];
    for (let { from } = range; from < range.to; from += LINES_AT_ONCE) {
      const to = Math.min(range.to, from + LINES_AT_ONCE);
      for (const row of await readTrendRows(this.pool, { ...range, from, to })) {
        const { line, movement, month, performer } = row;
        const corrects = originals.get(line) ?? null;
        moved.push({ line, movement, origin: { month, performer }, corrects });
      }
    }
    return moved;
  }

  /** The line that each correction corrects. */
  async #originals(range: TrendRange): Promise<ReadonlyMap<number, number>> {
    const { site, firstDate, to } = range;
    const originals = new Map<number, number>();
    for (let { from } = range; from < to;) {
      const page = await this.reader.entries(site, {
        kinds: ['correction'],
        firstDate,
        from,
        to,
        limit: LARGEST_PAGE,
      });
      for (const { entry } of page)
        if (entry.request.kind === 'correction') originals.set(entry.seq, entry.request.original);
      if (page.length < LARGEST_PAGE) break;
      from = (page.at(-1)?.entry.seq ?? to) + 1;
    }
    return originals;
  }

  /** Everybody who ever drew from the containers that these movements are about. */
  async #drawers(site: LedgerId, moved: readonly TrendMovement[]): Promise<Drawers> {
    const ids = new Set(moved.flatMap(({ movement }) => containerMoved(movement) ?? []));
    const cells = await this.reader.cellsNamed(site, 'condition', [...ids]);
    return new Map([...cells.values()].map(({ id, drawers }) => [id, drawers]));
  }
}

type Drawers = ReadonlyMap<ContainerId, readonly PersonId[]>;

/** What moved since a day, up to a size of the ledger, and who drew from what it is about. */
interface Remembered {
  readonly firstDate: BusinessDate;
  readonly knownAt: number;
  readonly moved: readonly TrendMovement[];
  readonly drawers: Drawers;
}

const nothingSince = (firstDate: BusinessDate): Remembered => ({
  firstDate,
  knownAt: 0,
  moved: [],
  drawers: new Map(),
});
