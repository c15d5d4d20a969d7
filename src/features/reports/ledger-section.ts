import type { LedgerLine, LedgerSection } from '../../../reports/ledger-rows.js';
import { isHeld, isInProcess, isOnHand } from '../../domain/custody.js';
import type { Entry } from '../../domain/entry.js';
import { addDays } from '../../domain/measures/instant.js';
import type { BusinessDate } from '../../domain/measures/instant.js';
import { add, subtract, ZERO } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import type { CorrectedMoments } from './corrected-moments.js';
import { custodyAfter } from './item-balance.js';
import { buildLine, joined } from './ledger-line.js';
import { ownDay } from './section-scope.js';
import type { SectionScope } from './section-scope.js';
import { LedgerSums } from './ledger-sums.js';
import { readOnHandAfter } from './register.sql.js';
import { pagesByEvent } from './section-by-event.js';
import { pagesOfRegister } from './section-pages.js';
import type { LoadedPage, SectionParts } from './section-pages.js';
import { ENTERED_AFTER_LATER, offsetWords, recordedLaterWords } from './wording.js';

/** The pages of one audit item, read as they are printed. */
export async function ledgerSection(parts: SectionParts): Promise<LedgerSection> {
  const { reading, id, item, days, kept, moments } = parts;
  const broughtForward = await onHandAfter(parts, addDays(days.from, -1));
  let sums = new LedgerSums(id);
  return {
    item,
    broughtForward,
    lines: kept.once(() => {
      sums = new LedgerSums(id);
      const run = { parts, broughtForward, sums };
      return moments === null ? linesOfRegister(run) : linesByEvent(run, moments);
    }),
    totals: async () => {
      // Asked of the database again, apart from the lines: a line that was missed or printed twice shows here.
      const onHand = await onHandAfter(parts, days.to);
      const stored = await custodyAfter(reading, days.to, id);
      const moved = await moments?.movedBackInto(days.to, id);
      const inProcess = add(stored.inProcess, moved?.(isInProcess) ?? ZERO);
      const held = add(stored.held, moved?.(isHeld) ?? ZERO);
      return sums.totals({ onHand, custody: { inProcess, held } });
    },
  };
}

/** What stood in containers at the end of a day; by event time, as later corrections of its lines make it. */
async function onHandAfter(
  { reading, id, moments }: SectionParts,
  day: BusinessDate,
): Promise<Quantity> {
  const stored = await readOnHandAfter(reading.pool, reading.below, day, id);
  const moved = await moments?.movedBackInto(day, id);
  return add(stored, moved?.(isOnHand) ?? ZERO);
}

interface Run {
  readonly parts: SectionParts;
  readonly broughtForward: Quantity;
  readonly sums: LedgerSums;
}

/** In register order each balance is held against the one that was stored with its line. */
function linesOfRegister(run: Run): AsyncGenerator<LedgerLine> {
  let offset = 0n;
  return lines(run, pagesOfRegister(run.parts), ({ seq }, onHand, { page }) => {
    const stored = page.stored.get(seq);
    if (stored === undefined || stored - onHand === offset) return null;
    offset = stored - onHand;
    return offsetWords(stored, onHand);
  });
}

/** In the order of events each balance is computed anew: nothing was stored in that order. */
function linesByEvent(run: Run, moments: CorrectedMoments): AsyncGenerator<LedgerLine> {
  return lines(run, pagesByEvent(run.parts, moments), (entry, _onHand, { late }) => {
    const { seq } = moments.eventOf(entry);
    if (seq !== entry.seq) return recordedLaterWords(seq);
    return late.has(seq) ? ENTERED_AFTER_LATER : null;
  });
}

/** Lines as they come, each with the balance after it and what is remarked on that. */
async function* lines<P extends LoadedPage>(
  { parts, broughtForward, sums }: Run,
  pages: AsyncIterable<P>,
  remarkOn: (entry: Entry, onHand: Quantity, loaded: P) => string | null,
): AsyncGenerator<LedgerLine> {
  const { id, item, days } = parts;
  const dayOf = (entry: Entry): BusinessDate => parts.moments?.dayOf(entry) ?? ownDay(entry);
  const scope: SectionScope = { id, item, days, dayOf };
  let onHand = broughtForward;
  for await (const loaded of pages) {
    const { page, around } = loaded;
    for (const entry of page.entries) {
      const built = buildLine(entry, scope, around);
      onHand = subtract(add(onHand, built.columns.in), built.columns.out);
      sums.add(entry, built);
      const remark = joined(built.line.remark, remarkOn(entry, onHand, loaded));
      yield { ...built.line, onHand, remark };
    }
    parts.onRead?.(page.end);
  }
}
