import type { LedgerLine, LedgerSection } from '../../../reports/ledger-rows.js';
import { addDays } from '../../domain/measures/instant.js';
import { add, subtract } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import { custodyAfter } from './item-balance.js';
import { buildLine, joined } from './ledger-line.js';
import type { BuiltLine, SectionScope } from './ledger-line.js';
import { LedgerSums } from './ledger-sums.js';
import { readOnHandAfter } from './register.sql.js';
import { pagesByEvent } from './section-by-event.js';
import { pagesOfRegister } from './section-pages.js';
import type { SectionParts } from './section-pages.js';
import { ENTERED_AFTER_LATER, offsetWords } from './wording.js';

/** The pages of one audit item, read as they are printed. */
export async function ledgerSection(parts: SectionParts): Promise<LedgerSection> {
  const { reading, id, item, days, kept } = parts;
  const before = addDays(days.from, -1);
  const broughtForward = await readOnHandAfter(reading.pool, reading.below, before, id);
  let sums = new LedgerSums(id);
  return {
    item,
    broughtForward,
    lines: kept.once(() => {
      sums = new LedgerSums(id);
      return (parts.isByEvent ? linesByEvent : lines)(parts, broughtForward, sums);
    }),
    totals: async () => {
      // Asked of the database again, apart from the lines: a line that was missed or printed twice shows here.
      const onHand = await readOnHandAfter(reading.pool, reading.below, days.to, id);
      return sums.totals({ onHand, custody: await custodyAfter(reading, days.to, id) });
    },
  };
}

/** In register order each balance is held against the one that was stored with its line. */
async function* lines(
  parts: SectionParts,
  broughtForward: Quantity,
  sums: LedgerSums,
): AsyncGenerator<LedgerLine> {
  const { id, item, days } = parts;
  const scope: SectionScope = { id, item, days };
  let onHand = broughtForward;
  let offset = 0n;
  for await (const { page, around } of pagesOfRegister(parts)) {
    for (const entry of page.entries) {
      const built = buildLine(entry, scope, around);
      onHand = subtract(add(onHand, built.columns.in), built.columns.out);
      sums.add(entry, built);
      const stored = page.stored.get(entry.seq);
      const isShifted = stored !== undefined && stored - onHand !== offset;
      if (isShifted) offset = stored - onHand;
      yield finished(built, onHand, isShifted ? offsetWords(stored, onHand) : null);
    }
    parts.onRead?.(page.end);
  }
}

/** In the order of events each balance is computed anew: nothing was stored in that order. */
async function* linesByEvent(
  parts: SectionParts,
  broughtForward: Quantity,
  sums: LedgerSums,
): AsyncGenerator<LedgerLine> {
  const { id, item, days } = parts;
  const scope: SectionScope = { id, item, days };
  let onHand = broughtForward;
  for await (const { page, around, late } of pagesByEvent(parts)) {
    for (const entry of page.entries) {
      const built = buildLine(entry, scope, around);
      onHand = subtract(add(onHand, built.columns.in), built.columns.out);
      sums.add(entry, built);
      yield finished(built, onHand, late.has(entry.seq) ? ENTERED_AFTER_LATER : null);
    }
    parts.onRead?.(page.end);
  }
}

function finished({ line }: BuiltLine, onHand: Quantity, remark: string | null): LedgerLine {
  return { ...line, onHand, remark: joined(line.remark, remark) };
}
