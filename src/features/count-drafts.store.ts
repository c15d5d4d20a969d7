import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { CountMethod } from '../domain/count.js';
import type { AuditItem, LedgerId, LocationId, PersonId } from '../domain/ids.js';
import type { BusinessDate, Instant } from '../domain/instant.js';
import { isUuid } from '../ledger/submission.js';
import { DROP_EXPIRED, FIND_DRAFT, FINISH, INSERT_DRAFT, KEEP_FIRST } from './count-drafts.sql.js';

/** Figures of a tally by line: `sealed <item>`, `quarantined <item>`, `open <container>`. */
export interface TallyFigures {
  readonly numbers: Readonly<Record<string, number>>;
  readonly volumes: Readonly<Record<string, MeasuredFigure>>;
}
export interface MeasuredFigure {
  readonly quantity: string;
  readonly method: CountMethod;
  readonly resolution: string;
}

/** What an inventory is to state. */
export interface InventoryPlan {
  readonly asOf: 'opening' | 'close';
  readonly date: BusinessDate;
  readonly items: readonly AuditItem[];
}

/** What is counted: one storage location, or the site for an inventory. */
export interface CountScope {
  readonly location: LocationId | null;
  /** Kind of count or of inventory. */
  readonly type: string;
  readonly plan: InventoryPlan | null;
  /** Line of the count that is counted again. */
  readonly recounts: number | null;
}

/** A count that is running. */
export interface CountDraft extends CountScope {
  readonly id: string;
  readonly counter: PersonId;
  readonly startedAt: Instant;
  /** Size of the ledger when counting began. */
  readonly size: number;
  /** What was handed in first; null before. */
  readonly first: TallyFigures | null;
  /** Idempotency-Key of the tally that was answered with lines to count again. */
  readonly firstKey: string | null;
  /** Lines to be counted again, each with the size of the ledger when that was asked, and why. */
  readonly again: Readonly<Record<string, CountAgain>>;
  /** Line of the entry that it became. */
  readonly line: number | null;
}
export interface CountAgain {
  readonly at: number;
  /** A differing line is a recount; one that a draw touched is simply measured anew. */
  readonly because: 'differs' | 'touched';
}

interface DraftRow extends Omit<CountScope, 'recounts'> {
  readonly recounts: string | null;
  readonly counter: PersonId;
  readonly started_at: Instant;
  readonly size: string;
  readonly first: TallyFigures | null;
  readonly first_key: string | null;
  readonly again: Readonly<Record<string, CountAgain>>;
  readonly line: string | null;
}

/** Running counts, with the lock on their location. */
export class CountDrafts {
  constructor(private readonly pool: pg.Pool) {}

  /** Begins a count; undefined while another one of the same scope is running. */
  async begin(count: {
    readonly site: LedgerId;
    readonly scope: CountScope;
    readonly counter: PersonId;
    readonly startedAt: Instant;
    readonly expiresAt: Instant;
    readonly size: number;
  }): Promise<string | undefined> {
    const { site, scope, counter, startedAt, expiresAt, size } = count;
    await this.pool.query(DROP_EXPIRED, [site, startedAt]);
    const id = randomUUID();
    const made = await this.pool.query(INSERT_DRAFT, [
      site,
      id,
      scope.location,
      scope.type,
      scope.plan === null ? null : JSON.stringify(scope.plan),
      scope.recounts,
      counter,
      startedAt,
      expiresAt,
      size,
    ]);
    return made.rowCount === 1 ? id : undefined;
  }

  /** A running or finished count; undefined where it is expired or unknown, or the id could be none. */
  async find(count: {
    readonly site: LedgerId;
    readonly id: string;
    readonly at: Instant;
  }): Promise<CountDraft | undefined> {
    const { site, id, at } = count;
    if (!isUuid(id)) return undefined;
    const { rows } = await this.pool.query<DraftRow>(FIND_DRAFT, [site, id, at]);
    const [row] = rows;
    if (row === undefined) return undefined;
    return {
      id,
      ...row,
      recounts: row.recounts === null ? null : Number(row.recounts),
      firstKey: row.first_key,
      startedAt: row.started_at,
      size: Number(row.size),
      line: row.line === null ? null : Number(row.line),
    };
  }

  /** Keeps the figures that were handed in first, and asks for some lines again. */
  async askAgain(
    draft: { readonly site: LedgerId; readonly id: string },
    asked: {
      readonly key: string;
      readonly figures: TallyFigures;
      readonly again: Readonly<Record<string, CountAgain>>;
    },
  ): Promise<void> {
    const { key, figures, again } = asked;
    const values = [draft.site, draft.id, JSON.stringify(figures), JSON.stringify(again), key];
    await this.pool.query(KEEP_FIRST, values);
  }

  /** The count is an entry now, and gives its lock back. */
  async finish(
    draft: { readonly site: LedgerId; readonly id: string },
    line: number,
  ): Promise<void> {
    await this.pool.query(FINISH, [draft.site, draft.id, line]);
  }
}
