import { cellKey } from '../book.js';
import type { CellKey, Slice } from '../book.js';
import { shelfId } from '../container.js';
import type { Condition, Shelf } from '../container.js';
import type { Count, OpenResult, SealedResult } from '../count.js';
import { containerAccount } from '../custody.js';
import { policyForDrug, present, refuse, secondSignature, settle } from '../decision.js';
import type { Context } from '../decision.js';
import type { Discrepancy } from '../discrepancy.js';
import { mint } from '../ids.js';
import type { AuditItem, CaseId, ContainerId } from '../ids.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { overfillAllowance } from '../policy.js';
import { add, isZero, multiply, subtract, units } from '../quantity.js';
import type { Quantity } from '../quantity.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type { CountOpenLine, CountFacts, CountSealedLine } from '../request.js';
import { locationOf, wholeContainer } from '../stock.js';

/**
 * What people measured at one storage location, compared with the book only after they had finished. Sealed stock has no
 * tolerance; an open container explains differences up to overfill, dead space and the resolution of the measure. Every
 * difference is stored; one beyond the envelope opens a discrepancy in the same line.
 */
const rules: Omit<KindRules<'count' | 'recount'>, 'right'> = {
  reads: (request) =>
    cells(
      REGISTER,
      POLICIES,
      cellKey('place', request.location),
      ...(request.recounts === null ? [] : [cellKey('count', String(request.recounts))]),
      ...request.open.flatMap(({ container }) => containerKeys(container)),
    ),
  readsFurther: (request, book) => cells(...shelfKeys(request, book), ...stockKeys(request, book)),
  decide: (request, context) => {
    locationOf(context, request.location);
    if (request.recounts !== null) {
      present(context.book.find('count', String(request.recounts)), 'count.recounts-unknown', {
        line: request.recounts,
      });
    }
    refuseRepeated(request);
    refuseIncomplete(request, context);
    refuseStale(request, context);
    secondSignature(context, ['counted', 'witnessed']);
    const cases: Discrepancy[] = [];
    const sealed = [
      ...request.sealed.map((line) => sealedResult(line, 'sealed', { request, context, cases })),
      ...request.quarantined.map((line) =>
        sealedResult(line, 'quarantined', { request, context, cases }),
      ),
    ];
    const open = request.open.map((line) => openResult(line, { request, context, cases }));
    const { location, type, recounts } = request;
    const count: Count = {
      noun: 'count',
      id: String(context.seq),
      location,
      type,
      recounts,
      sealed,
      open,
    };
    return settle(request, context, {
      states: [count, ...agreed(open, context), ...cases],
      objections: countedOnce(count, { request, context, cases }),
    });
  },
};

export const count: KindRules<'count'> = { right: 'count', ...rules };
export const recount: KindRules<'recount'> = { right: 'count', ...rules };

const containerKeys = (id: ContainerId): readonly CellKey[] => [
  cellKey('container', id),
  cellKey('condition', id),
  cellKey('account', containerAccount(id)),
  cellKey('open-case', `container:${id}`),
];

/** Every audit item that the location ever held, and every one that is counted now. */
function itemsOf(request: CountFacts, book: Slice): readonly AuditItem[] {
  const counted = [...request.sealed, ...request.quarantined].map(({ item }) => item);
  return [...new Set([...(book.find('place', request.location)?.items ?? []), ...counted])];
}

function shelfKeys(request: CountFacts, book: Slice): readonly CellKey[] {
  return itemsOf(request, book).flatMap((item) => {
    const id = shelfId(request.location, item);
    return [cellKey('shelf', id), cellKey('open-case', `shelf:${id}`)];
  });
}

function stockKeys(request: CountFacts, book: Slice): readonly CellKey[] {
  return request.open.flatMap(({ container }) => {
    const found = book.find('container', container);
    return found === undefined ? [] : [cellKey('stock', found.stock)];
  });
}

const shelfOf = (request: CountFacts, context: Context, item: AuditItem): Shelf | undefined =>
  context.book.find('shelf', shelfId(request.location, item));

function refuseRepeated(request: CountFacts): void {
  const groups: readonly (readonly string[])[] = [
    request.sealed.map(({ item }) => item),
    request.quarantined.map(({ item }) => item),
    request.open.map(({ container }) => container),
  ];
  for (const names of groups) {
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) refuse('count.line-twice', { line: twice });
  }
}

/** Nothing that stands at the location may be passed over in silence. The answer names things, never numbers. */
function refuseIncomplete(request: CountFacts, context: Context): void {
  const missing = itemsOf(request, context.book).flatMap((item) => {
    const shelf = shelfOf(request, context, item);
    if (shelf === undefined) return [];
    const isMissed = (lines: readonly CountSealedLine[], number: number): boolean =>
      number > 0 && !lines.some((line) => line.item === item);
    return [
      ...(isMissed(request.sealed, shelf.sealed) ? [`sealed ${item}`] : []),
      ...(isMissed(request.quarantined, shelf.quarantined) ? [`quarantined ${item}`] : []),
      ...shelf.open
        .filter((id) => !request.open.some(({ container }) => container === id))
        .map((id) => `open ${id}`),
    ];
  });
  if (missing.length > 0) refuse('count.incomplete', { missing });
}

/** A draw always wins: what it touched after the measure is counted again. */
function refuseStale(request: CountFacts, context: Context): void {
  const open = request.open.filter(({ container, at }) => {
    const { condition } = wholeContainer(context.book, container);
    if (condition.location !== request.location || condition.status !== 'open')
      refuse('count.not-open', { container });
    return (context.book.find('account', containerAccount(container))?.line ?? -1) >= at;
  });
  const shelves = itemsOf(request, context.book).filter(
    (item) => (shelfOf(request, context, item)?.line ?? -1) >= request.at,
  );
  if (open.length + shelves.length > 0) {
    refuse('count.line-stale', {
      containers: open.map(({ container }) => container),
      items: shelves,
    });
  }
}

interface Comparing {
  readonly request: CountFacts;
  readonly context: Context;
  /** Grows by the cases that this count opens. */
  readonly cases: Discrepancy[];
}

function sealedResult(
  line: CountSealedLine,
  block: SealedResult['block'],
  comparing: Comparing,
): SealedResult {
  const { request, context } = comparing;
  const shelf = shelfOf(request, context, line.item);
  const book = (block === 'sealed' ? shelf?.sealed : shelf?.quarantined) ?? 0;
  const difference = units(line.containers - book);
  const open = context.book.find('open-case', `shelf:${shelfId(request.location, line.item)}`);
  const found: Difference = {
    item: line.item,
    container: null,
    difference,
    book: units(book),
    counted: units(line.containers),
  };
  // An equal difference is the open case again, not another one.
  const isSameAgain = open?.difference === difference;
  const discrepancy = isZero(difference)
    ? null
    : isSameAgain
      ? open.case
      : openCase(comparing, found);
  return { item: line.item, block, first: line.first, counted: line.containers, book, discrepancy };
}

function openResult(line: CountOpenLine, comparing: Comparing): OpenResult {
  const { context, request } = comparing;
  const { stock, condition } = wholeContainer(context.book, line.container);
  const { settings } = policyForDrug(context, request.occurredAt);
  const book = context.book.balance(containerAccount(line.container));
  const high = add(add(book, overfillAllowance(stock.size, settings)), line.resolution);
  const low = subtract(
    subtract(book, multiply(settings.deadSpacePerDraw, condition.draws)),
    line.resolution,
  );
  const difference = subtract(line.quantity, book);
  const { quantity: counted, container, first } = line;
  const fits = (volume: Quantity): boolean => volume >= low && volume <= high;
  const open = context.book.find('open-case', `container:${container}`);
  // Beyond what an open case already says is missing or over, the container explains itself: the same difference again.
  const isSameAgain = open !== undefined && fits(subtract(counted, open.difference));
  const discrepancy = fits(counted)
    ? null
    : isSameAgain
      ? open.case
      : openCase(comparing, { item: stock.item, container, difference, book, counted });
  return { container, item: stock.item, first, counted, book, low, high, discrepancy };
}

type Difference = Pick<Discrepancy, 'item' | 'container' | 'difference' | 'book' | 'counted'>;

/** Opens a case in this very line. */
function openCase({ request, context, cases }: Comparing, found: Difference): CaseId {
  const id: CaseId = mint(context.seq, cases.length + 1);
  cases.push({
    noun: 'case',
    id,
    status: 'open',
    foundBy: 'count',
    location: request.location,
    inContainers: found.container === null,
    owner: null,
    due: null,
    cause: null,
    lines: [context.seq],
    ...found,
  });
  return id;
}

/**
 * A line that differs is counted again, blind, before a discrepancy opens (R37). The answer names the lines and no number;
 * whoever asks people for a count keeps their first numbers, so that nobody can try one after another.
 */
function countedOnce({ sealed, open }: Count, { request, cases }: Comparing): readonly Objection[] {
  const isNew = (discrepancy: CaseId | null): boolean => cases.some(({ id }) => id === discrepancy);
  const numbers = [...request.sealed, ...request.quarantined];
  const lines = [
    ...sealed
      .filter(({ discrepancy }, index) => isNew(discrepancy) && !numbers[index]?.recounted)
      .map(({ item, block }) => `${block} ${item}`),
    ...open
      .filter(({ discrepancy }, index) => isNew(discrepancy) && !request.open[index]?.recounted)
      .map(({ container }) => `open ${container}`),
  ];
  return lines.length > 0 ? [objection('count.needs-recount', null, { lines })] : [];
}

/** An agreed count starts the list of those who drew since then anew. */
function agreed(open: readonly OpenResult[], context: Context): readonly Condition[] {
  return open
    .filter(({ discrepancy }) => discrepancy === null)
    .map(({ container }) => wholeContainer(context.book, container).condition)
    .filter(({ drawersSinceCount }) => drawersSinceCount.length > 0)
    .map((condition) => ({ ...condition, drawersSinceCount: [] }));
}
