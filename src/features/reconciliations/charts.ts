import type pg from 'pg';
import { countedBy, eventTimeOf, pointOf, reconcile } from '../../domain/audit-period.js';
import type {
  CountedPoint,
  HistoricMovement,
  PeriodView,
  Reconciliation,
} from '../../domain/audit-period.js';
import type { AuditItem, LedgerId } from '../../domain/ids.js';
import type { Instant } from '../../domain/instant.js';
import { auditItemOf } from '../../domain/product.js';
import type { Product } from '../../domain/product.js';
import { rejection } from '../../domain/rejection.js';
import type { Facts, RejectionCode } from '../../domain/rejection.js';
import { LARGEST_PAGE } from '../../ledger/ledger-reader.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import { Problem } from '../../platform/http/problem.js';
import type { OrganisationBook } from '../organisation-book.js';
import { readHistory } from './reconciliations.sql.js';

/** Which chart. */
export interface ChartQuestion {
  readonly item: AuditItem;
  readonly beginning: readonly number[];
  readonly closing: readonly number[];
  readonly by: PeriodView;
  /** Size of the ledger to draw from; the present one where nothing is said. */
  readonly knownAt: number | null;
}

/** A chart with everything that it was drawn from. */
export interface DrawnChart {
  readonly product: Product;
  readonly knownAt: number;
  readonly by: PeriodView;
  readonly beginning: CountedPoint;
  readonly closing: CountedPoint;
  readonly reconciliation: Reconciliation;
}

/** Draws computation charts from the ledger. */
export class Charts {
  constructor(
    private readonly parts: {
      readonly pool: pg.Pool;
      readonly reader: LedgerReader;
      readonly organisation: OrganisationBook;
    },
  ) {}

  async draw(site: LedgerId, question: ChartQuestion): Promise<DrawnChart> {
    const { item, by } = question;
    const product = await this.#productOf(item);
    const size = (await this.parts.reader.head(site))?.size ?? 0;
    const knownAt = Math.min(question.knownAt ?? size, size);
    const counted = { id: item, size: product.size };
    const beginning = await this.#point(site, question.beginning, counted, by);
    const closing = await this.#point(site, question.closing, counted, by);
    if (closing.line <= beginning.line || closing.at < beginning.at)
      refuse('reconciliation.ends-before-start', { from: beginning.line, to: closing.line });
    if (knownAt <= closing.line) refuse('reconciliation.not-a-count', { line: closing.line });
    const history = await this.#history(site, item, knownAt);
    const reconciliation = reconcile({ item, beginning, closing, history, by });
    return { product, knownAt, by, beginning, closing, reconciliation };
  }

  async #productOf(item: AuditItem): Promise<Product> {
    const { products } = await this.parts.organisation.organisation();
    const product = [...products.values()].find((each) => auditItemOf(each) === item);
    return product ?? refuse('reconciliation.item-unknown', { item });
  }

  async #point(
    site: LedgerId,
    lines: readonly number[],
    item: { readonly id: AuditItem; readonly size: Product['size'] },
    by: PeriodView,
  ): Promise<CountedPoint> {
    const parts = await Promise.all(
      lines.map(async (line) => {
        const found = await this.parts.reader.entry(site, line);
        const part = found === undefined ? undefined : countedBy(found.entry, item, by);
        if (found === undefined || part === undefined)
          return refuse('reconciliation.not-a-count', { line });
        return { ...part, at: eventTimeOf(found.entry) };
      }),
    );
    return pointOf(parts) ?? refuse('reconciliation.not-a-count', {});
  }

  /** Every movement of the item with the time of its event: that of a correction is its original's. */
  async #history(
    site: LedgerId,
    item: AuditItem,
    size: number,
  ): Promise<readonly HistoricMovement[]> {
    const rows = await readHistory(this.parts.pool, { site, item, size });
    const times = new Map<number, Instant>(rows.map(({ line, occurredAt }) => [line, occurredAt]));
    for await (const { entry } of this.#special(site, size)) {
      const { request, seq } = entry;
      if (request.kind === 'correction') {
        const original = times.get(request.original);
        if (original !== undefined) times.set(seq, original);
      } else times.set(seq, eventTimeOf(entry));
    }
    return rows.map(({ line, kind, occurredAt, movement }) => ({
      line,
      movement,
      corrects: kind === 'correction',
      at: times.get(line) ?? occurredAt,
    }));
  }

  /** Lines whose event time is not their own: inventories, and corrections, of which a ledger has few. */
  async *#special(site: LedgerId, size: number) {
    for (let from = 0; ;) {
      const page = await this.parts.reader.entries(site, {
        kinds: ['inventory', 'correction'],
        from,
        to: size,
        limit: LARGEST_PAGE,
      });
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < LARGEST_PAGE) return;
      from = last.entry.seq + 1;
    }
  }
}

function refuse(code: RejectionCode, facts: Facts): never {
  throw Problem.rejected(rejection(code, facts));
}
