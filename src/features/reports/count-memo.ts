import type { CountedLine, CountMemo } from '../../../reports/ledger-rows.js';
import { countTotal } from '../../domain/counting/count-total.js';
import { countedIn, measuredIn } from '../../domain/counting/counted.js';
import type { Entry } from '../../domain/entry.js';
import type { CountMethod, SealedResult } from '../../domain/counting/count.js';
import type { ContainerId } from '../../domain/ids.js';
import { foundByOthers } from './found-by-others.js';
import type { SectionScope } from './section-scope.js';
import type { Surroundings } from './surroundings.js';

/** What a count found of an audit item; null for entries that are no count. */
export function memoOf(
  entry: Entry,
  { id, item }: Pick<SectionScope, 'id' | 'item'>,
  around: Surroundings,
): CountMemo | null {
  const places = countedIn(entry).map(({ found }) => found);
  const others = foundByOthers(entry, around);
  const all = {
    sealed: places.flatMap(({ sealed }) => sealed),
    open: places.flatMap(({ open }) => open),
  };
  const total = countTotal(all, { id, size: item.size });
  if (total === undefined) return null;
  const measured = measuredIn(entry);
  const sealed = all.sealed
    .filter((line) => line.item === id && !isNothing(line))
    .map(({ block, counted, book, discrepancy }): CountedLine => ({
      block,
      counted,
      book,
      caseId: discrepancy,
      others: others.sealed({ block, item: id }),
    }));
  const open = all.open
    .filter((line) => line.item === id)
    .map(({ container, counted, book, low, high, discrepancy }): CountedLine => ({
      block: 'open',
      container,
      method: methodOf(measured, container),
      counted,
      book,
      low,
      high,
      caseId: discrepancy,
      others: others.open(container),
    }));
  const lines = [...sealed, ...open];
  return { ...total, places: places.map(({ location }) => location), lines };
}

/** A place where no sealed container was, and none should have been. */
const isNothing = ({ counted, book, discrepancy }: SealedResult): boolean =>
  counted === 0 && book === 0 && discrepancy === null;

export function methodOf(
  lines: readonly { readonly container: ContainerId; readonly method: CountMethod }[],
  container: ContainerId,
): CountMethod {
  const line = lines.find((each) => each.container === container);
  if (line === undefined) throw new Error(`expected a count of container ${container}, found none`);
  return line.method;
}
