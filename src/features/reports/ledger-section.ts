import type { LedgerLine, LedgerSection } from '../../../reports/ledger-rows.js';
import { addDays } from '../../domain/measures/instant.js';
import { add, subtract } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import { custodyAfter } from './item-balance.js';
import { buildLine, joined } from './ledger-line.js';
import type { SectionScope } from './section-scope.js';
import { LedgerSums } from './ledger-sums.js';
import { readOnHandAfter } from './register.sql.js';
import { pagesByEvent } from './section-by-event.js';
import { pagesOfRegister } from './section-pages.js';
import type { LoadedPage, SectionParts } from './section-pages.js';
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
      return (parts.isByEvent ? linesByEvent : linesOfRegister)({ parts, broughtForward, sums });
    }),
    totals: async () => {
      // Asked of the database again, apart from the lines: a line that was missed or printed twice shows here.
      const onHand = await readOnHandAfter(reading.pool, reading.below, days.to, id);
      return sums.totals({ onHand, custody: await custodyAfter(reading, days.to, id) });
    },
  };
}

interface Run {
  readonly parts: SectionParts;
  readonly broughtForward: Quantity;
  readonly sums: LedgerSums;
}

/** In register order each balance is held against the one that was stored with its line. */
function linesOfRegister(run: Run): AsyncGenerator<LedgerLine> {
  let offset = 0n;
  return lines(run, pagesOfRegister(run.parts), (seq, onHand, { page }) => {
    const stored = page.stored.get(seq);
    if (stored === undefined || stored - onHand === offset) return null;
    offset = stored - onHand;
    return offsetWords(stored, onHand);
  });
}

/** In the order of events each balance is computed anew: nothing was stored in that order. */
const linesByEvent = (run: Run): AsyncGenerator<LedgerLine> =>
  lines(run, pagesByEvent(run.parts), (seq, _onHand, { late }) =>
    late.has(seq) ? ENTERED_AFTER_LATER : null,
  );

/** Lines as they come, each with the balance after it and what is remarked on that. */
async function* lines<P extends LoadedPage>(
  { parts, broughtForward, sums }: Run,
  pages: AsyncIterable<P>,
  remarkOn: (seq: number, onHand: Quantity, loaded: P) => string | null,
): AsyncGenerator<LedgerLine> {
  const { id, item, days } = parts;
  const scope: SectionScope = { id, item, days };
  let onHand = broughtForward;
  for await (const loaded of pages) {
    const { page, around } = loaded;
    for (const entry of page.entries) {
      const built = buildLine(entry, scope, around);
      onHand = subtract(add(onHand, built.columns.in), built.columns.out);
      sums.add(entry, built);
      const remark = joined(built.line.remark, remarkOn(entry.seq, onHand, loaded));
      yield { ...built.line, onHand, remark };
    }
    parts.onRead?.(page.end);
  }
}
