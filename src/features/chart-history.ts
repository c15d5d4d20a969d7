import type pg from 'pg';
import { eventTimeOf } from '../domain/reconciliation/audit-period.js';
import type { HistoricMovement } from '../domain/reconciliation/audit-period.js';
import type { AuditItem, LedgerId } from '../domain/ids.js';
import type { Instant } from '../domain/measures/instant.js';
import { LARGEST_PAGE } from '../ledger/ledger-reader.js';
import type { LedgerReader } from '../ledger/ledger-reader.js';
import { readHistory } from './chart-history.sql.js';

/** Every movement of an item below a size, with the time of its event: that of a correction is its original's. */
export async function readChartHistory(
  { pool, reader }: { readonly pool: pg.Pool; readonly reader: LedgerReader },
  of: { readonly site: LedgerId; readonly item: AuditItem; readonly size: number },
): Promise<readonly HistoricMovement[]> {
  const rows = await readHistory(pool, of);
  const times = new Map<number, Instant>(rows.map(({ line, occurredAt }) => [line, occurredAt]));
  for await (const { entry } of special(reader, of)) {
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
async function* special(
  reader: LedgerReader,
  { site, size }: { readonly site: LedgerId; readonly size: number },
) {
  for (let from = 0; ;) {
    const page = await reader.entries(site, {
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
