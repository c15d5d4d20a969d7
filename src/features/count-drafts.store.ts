import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { CountMethod } from '../domain/counting/count.js';
import type { AuditItem, LedgerId, LocationId, PersonId } from '../domain/ids.js';
import type { BusinessDate, Instant } from '../domain/measures/instant.js';
import { isUuid } from '../ledger/submission.js';
import {
  DROP_EXPIRED,
  FIND_DRAFT,
  FINISH,
  HAND_IN,
  INSERT_DRAFT,
  KEEP_FIRST,
  LOCK_DRAFT,
  RUNNING,
} from './count-drafts.sql.js';

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
  readonly expiresAt: Instant;
  /** Size of the ledger when counting began; by two people apart, when they were last told to count everything again. */
  readonly size: number;
  /** Where two people count, each blind to the other; null where one does. */
  readonly apart: CountApart | null;
  /** What was handed in first; null before. */
  readonly first: TallyFigures | null;
  /** Idempotency-Key of the tally that was answered with lines to count again. */
  readonly firstKey: string | null;
  /** Lines to be counted again, each with the size of the ledger when that was asked, and why. */
  readonly again: Readonly<Record<string, CountAgain>>;
  /** Line of the entry that it became. */
  readonly line: number | null;
}

/** What two people who count apart have handed in so far. */
export interface CountApart {
  readonly secondCounter: PersonId | null;
  /** Of the person who began the count. */
  readonly own: HandedIn | null;
  readonly second: HandedIn | null;
  /** How often both had handed in and were compared. */
  readonly rounds: number;
  /** They differed when they were last compared. */
  readonly differs: boolean;
}
export interface HandedIn {
  readonly first: TallyFigures;
  /** What both had found when some lines were asked for again; null before. */
  readonly standing: TallyFigures | null;
  /** Null until this person has handed in again. */
  readonly latest: TallyFigures | null;
}

export interface CountAgain {
  readonly at: number;
  /** A differing line is a recount; one that a draw touched is simply measured anew. */
  readonly because: 'differs' | 'touched';
}

interface DraftRow extends Omit<CountScope, 'recounts'> {
  readonly id: string;
  readonly apart: boolean;
  readonly second_counter: PersonId | null;
  readonly own: HandedIn | null;
  readonly second: HandedIn | null;
  readonly rounds: number;
  readonly differs: boolean;
  readonly expires_at: Instant;
  readonly recounts: string | null;
  readonly counter: PersonId;
  readonly started_at: Instant;
  readonly size: string;
  readonly first: TallyFigures | null;
  readonly first_key: string | null;
  readonly again: Readonly<Record<string, CountAgain>>;
  readonly line: string | null;
}

/** What is kept of a count by two people from now on. */
export interface HandIn extends CountApart {
  readonly size: number;
}

/** A site has fewer storage locations than this, and each has one running count. */
const MOST_RUNNING = 200;

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
    readonly isApart: boolean;
  }): Promise<string | undefined> {
    const { site, scope, counter, startedAt, expiresAt, size, isApart } = count;
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
      isApart,
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
    return rows[0] && draftOf(rows[0]);
  }

  /** Counts of one location that are running. */
  async running(site: LedgerId, at: Instant): Promise<readonly CountDraft[]> {
    const { rows } = await this.pool.query<DraftRow>(RUNNING, [site, at, MOST_RUNNING]);
    return rows.map(draftOf);
  }

  /**
   * Changes what two people have handed in, of whom both may do so at once; undefined where there is nothing to change.
   * `change` sees it as it is now, and gives undefined where it stays so.
   */
  async handIn(
    count: { readonly site: LedgerId; readonly id: string; readonly at: Instant },
    change: (draft: CountDraft) => HandIn | undefined,
  ): Promise<void> {
    const { site, id, at } = count;
    if (!isUuid(id)) return;
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<DraftRow>(LOCK_DRAFT, [site, id, at]);
      const next = rows[0] && change(draftOf(rows[0]));
      if (next !== undefined) {
        const { own, second, secondCounter, rounds, differs, size } = next;
        const figures = [own, second].map((each) => each && JSON.stringify(each));
        const values = [site, id, ...figures, secondCounter, rounds, differs, size];
        await client.query(HAND_IN, values);
      }
      await client.query('COMMIT');
      client.release();
    } catch (error) {
      // Whatever state the connection is in, nobody else gets it.
      client.release(true);
      throw error;
    }
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

function draftOf(row: DraftRow): CountDraft {
  const { id, location, type, plan, counter, first, again } = row;
  const { second_counter: secondCounter, own, second, rounds, differs } = row;
  return {
    id,
    location,
    type,
    plan,
    counter,
    first,
    again,
    recounts: row.recounts === null ? null : Number(row.recounts),
    firstKey: row.first_key,
    startedAt: row.started_at,
    expiresAt: row.expires_at,
    size: Number(row.size),
    line: row.line === null ? null : Number(row.line),
    apart: row.apart ? { secondCounter, own, second, rounds, differs } : null,
  };
}
