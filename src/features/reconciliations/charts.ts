import type pg from 'pg';
import {
  countedBy,
  eventTimeOf,
  pointOf,
  reconcile,
} from '../../domain/reconciliation/audit-period.js';
import type { CountedPoint, Reconciliation } from '../../domain/reconciliation/audit-period.js';
import type { PeriodView } from '../../domain/reconciliation/reconciled-period.js';
import type { AuditItem, LedgerId } from '../../domain/ids.js';
import { auditItemOf } from '../../domain/product.js';
import type { Product } from '../../domain/product.js';
import { rejection } from '../../domain/rejection.js';
import type { Facts, RejectionCode } from '../../domain/rejection.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import { Problem } from '../../platform/http/problem.js';
import type { OrganisationBook } from '../organisation-book.js';
import { readChartHistory } from '../chart-history.js';

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
    const history = await readChartHistory(this.parts, { site, item, size: knownAt });
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
}

function refuse(code: RejectionCode, facts: Facts): never {
  throw Problem.rejected(rejection(code, facts));
}
