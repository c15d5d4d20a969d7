/**
 * Reads what is open at a site. Each question is answered from an index that holds the open ones only, so that a long
 * ledger costs no more than a short one.
 */
import type pg from 'pg';
import type { Condition } from '../domain/stock/container.js';
import type { CountTaken } from '../domain/counting/counts-due.js';
import type { CellOf } from '../domain/entry.js';
import type { ContainerId, LedgerId } from '../domain/ids.js';
import type { BusinessDate, Instant } from '../domain/measures/instant.js';
import type { Kind } from '../domain/request.js';
import type { LedgerReader } from './ledger-reader.js';
import { LARGEST_PAGE } from './ledger-reader.js';
import { decodeCell } from './stored-cell.js';
import {
  readCountsTaken,
  readDaysWithLines,
  readExpiring,
  readMatters,
  readOpenConditions,
  readTimes,
} from './work.sql.js';
import type { LineTime, StockAt } from './work.sql.js';

export type { LineTime, StockAt } from './work.sql.js';

/** Nouns of which only the open ones are read. */
const MATTERS = ['order', 'case', 'day', 'receipt'] as const;
type Matter = (typeof MATTERS)[number];
export type Matters = { readonly [Noun in Matter]: readonly CellOf<Noun>[] };

/** More open matters than this are no list that people work through. */
const MOST_MATTERS = 5_000;
/** Kinds that set a container apart; a line of another kind that touched it since says nothing of when that was. */
const SETS_APART: readonly Kind[] = [
  'quarantine',
  'receipt',
  'inventory',
  'breakage',
  'disposal-returned',
];
const MOST_PAGES = 20;
const MOST_REMEMBERED = 20_000;

/** A container with the line that changed it last. */
export interface StandingCondition {
  readonly condition: Condition;
  readonly line: number;
}

export class WorkReader {
  /** Since when a container stands apart, by container and the line that touched it last: lines never change. */
  readonly #apartSince = new Map<string, Instant>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly reader: LedgerReader,
  ) {}

  /** Containers that are open, or set apart. */
  async conditions(ledger: LedgerId): Promise<readonly StandingCondition[]> {
    const rows = await readOpenConditions(this.pool, ledger);
    return rows.flatMap(({ version, state, line }) => {
      const condition = decodeCell(version, state);
      return condition.noun === 'condition' ? [{ condition, line }] : [];
    });
  }

  expiring(ledger: LedgerId, until: BusinessDate): Promise<readonly StockAt[]> {
    return readExpiring(this.pool, ledger, until);
  }

  /** Orders that are neither closed nor cancelled, open discrepancies, days without review, deliveries without invoice. */
  async matters(ledger: LedgerId): Promise<Matters> {
    const rows = await readMatters(this.pool, ledger, { nouns: MATTERS, limit: MOST_MATTERS });
    const found = rows.map(({ version, state }) => decodeCell(version, state));
    const of = <N extends Matter>(noun: N): readonly CellOf<N>[] =>
      found.filter((cell): cell is CellOf<N> => cell.noun === noun);
    return { order: of('order'), case: of('case'), day: of('day'), receipt: of('receipt') };
  }

  countsTaken(ledger: LedgerId, since: BusinessDate): Promise<readonly CountTaken[]> {
    return readCountsTaken(this.pool, ledger, since);
  }

  daysWithLines(
    ledger: LedgerId,
    range: {
      readonly from: BusinessDate;
      readonly to: BusinessDate;
      readonly except: readonly Kind[];
    },
  ): Promise<readonly BusinessDate[]> {
    return readDaysWithLines(this.pool, ledger, range);
  }

  times(ledger: LedgerId, lines: readonly number[]): Promise<readonly LineTime[]> {
    return readTimes(this.pool, ledger, lines);
  }

  /** Since when each of some containers stands apart. */
  async apartSince(
    ledger: LedgerId,
    standing: readonly StandingCondition[],
  ): Promise<ReadonlyMap<ContainerId, Instant>> {
    const keyOf = ({ condition, line }: StandingCondition): string =>
      `${ledger} ${condition.id} ${line}`;
    const unknown = standing.filter((each) => !this.#apartSince.has(keyOf(each)));
    if (unknown.length > 0) {
      if (this.#apartSince.size > MOST_REMEMBERED) this.#apartSince.clear();
      const since = await this.#lookBack(ledger, unknown);
      for (const each of unknown) {
        const at = since.get(each.condition.id);
        if (at !== undefined) this.#apartSince.set(keyOf(each), at);
      }
    }
    return new Map(
      standing.flatMap((each) => {
        const at = this.#apartSince.get(keyOf(each));
        return at === undefined ? [] : [[each.condition.id, at] as const];
      }),
    );
  }

  /** The newest line that set each of them apart: mostly the one that touched it last. */
  async #lookBack(
    ledger: LedgerId,
    standing: readonly StandingCondition[],
  ): Promise<Map<ContainerId, Instant>> {
    const touched = await this.times(ledger, [...new Set(standing.map(({ line }) => line))]);
    const times = new Map(touched.map((each) => [each.line, each]));
    const since = new Map<ContainerId, Instant>();
    const moved = new Map<ContainerId, Instant>();
    for (const { condition, line } of standing) {
      const time = times.get(line);
      if (time === undefined) continue;
      (SETS_APART.includes(time.kind) ? since : moved).set(condition.id, time.occurredAt);
    }
    await this.#searchLines(ledger, moved, since);
    // Where no line is found within the look back, it has stood apart at least since it was touched.
    for (const [id, at] of moved) if (!since.has(id)) since.set(id, at);
    return since;
  }

  async #searchLines(
    ledger: LedgerId,
    wanted: ReadonlyMap<ContainerId, Instant>,
    since: Map<ContainerId, Instant>,
  ): Promise<void> {
    const missing = new Set(wanted.keys());
    for (let to: number | undefined, page = 0; missing.size > 0 && page < MOST_PAGES; page += 1) {
      const lines = await this.reader.entries(ledger, {
        kinds: SETS_APART,
        order: 'newest',
        limit: LARGEST_PAGE,
        ...(to === undefined ? {} : { to }),
      });
      for (const { entry } of lines) {
        for (const state of entry.effects.states) {
          if (state.noun !== 'condition' || state.quarantine === null) continue;
          if (missing.delete(state.id)) since.set(state.id, entry.occurredAt);
        }
      }
      const last = lines.at(-1);
      if (last === undefined || lines.length < LARGEST_PAGE) return;
      to = last.entry.seq;
    }
  }
}
