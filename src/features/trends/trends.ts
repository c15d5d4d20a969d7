import type pg from 'pg';
import { containerMoved, trendPartOf, withOrigins } from '../../domain/findings/trend.js';
import type { OwnMovement, TrendMovement, TrendPart } from '../../domain/findings/trend.js';
import type { ContainerId, LedgerId, PersonId } from '../../domain/ids.js';
import type { BusinessDate } from '../../domain/measures/instant.js';
import { LARGEST_PAGE } from '../../ledger/ledger-reader.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import { readTrendRows } from './trends.sql.js';

/** Lines of the ledger that one statement looks at. */
const LINES_AT_ONCE = 50_000;

/** What the register says of each month since a day; the ledger's size is given with it. */
export interface Trend {
  readonly knownAt: number;
  readonly parts: readonly TrendPart[];
}

/** Reads what moved, month by month. */
export class Trends {
  constructor(
    private readonly pool: pg.Pool,
    private readonly reader: LedgerReader,
  ) {}

  async since(site: LedgerId, firstDate: BusinessDate): Promise<Trend> {
    const knownAt = (await this.reader.head(site))?.size ?? 0;
    const moved = await this.#moved({ site, firstDate, knownAt });
    const drawers = await this.#drawers(site, moved);
    const drawersOf = (id: ContainerId): readonly PersonId[] => drawers.get(id) ?? [];
    return { knownAt, parts: moved.flatMap((each) => trendPartOf(each, drawersOf) ?? []) };
  }

  async #moved(of: Asked): Promise<readonly TrendMovement[]> {
    const { site, firstDate, knownAt } = of;
    const originals = await this.#originals(of);
    const moved: OwnMovement[] = [];
    for (let from = 0; from < knownAt; from += LINES_AT_ONCE) {
      const to = Math.min(knownAt, from + LINES_AT_ONCE);
      for (const row of await readTrendRows(this.pool, { site, firstDate, from, to })) {
        const { line, movement, month, performer } = row;
        const corrects = originals.get(line) ?? null;
        moved.push({ line, movement, origin: { month, performer }, corrects });
      }
    }
    return withOrigins(moved);
  }

  /** The line that each correction corrects. */
  async #originals({ site, firstDate, knownAt }: Asked): Promise<ReadonlyMap<number, number>> {
    const originals = new Map<number, number>();
    for (let from = 0; from < knownAt;) {
      const page = await this.reader.entries(site, {
        kinds: ['correction'],
        firstDate,
        from,
        to: knownAt,
        limit: LARGEST_PAGE,
      });
      for (const { entry } of page)
        if (entry.request.kind === 'correction') originals.set(entry.seq, entry.request.original);
      if (page.length < LARGEST_PAGE) break;
      from = (page.at(-1)?.entry.seq ?? knownAt) + 1;
    }
    return originals;
  }

  /** Everybody who ever drew from the containers that a figure is about. */
  async #drawers(
    site: LedgerId,
    moved: readonly TrendMovement[],
  ): Promise<ReadonlyMap<ContainerId, readonly PersonId[]>> {
    const ids = new Set(moved.flatMap(({ movement }) => containerMoved(movement) ?? []));
    const cells = await this.reader.cellsNamed(site, 'condition', [...ids]);
    return new Map([...cells.values()].map(({ id, drawers }) => [id, drawers]));
  }
}

interface Asked {
  readonly site: LedgerId;
  readonly firstDate: BusinessDate;
  readonly knownAt: number;
}
