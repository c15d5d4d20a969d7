import { outcomeOf, shortBy } from '../bedside/assay.js';
import type { Assay } from '../bedside/assay.js';
import { cellKey } from '../book.js';
import type { CellKey, Slice } from '../book.js';
import { policyForPeople, present, refuse, settle } from '../decision.js';
import type { Context } from '../decision.js';
import type { Discrepancy } from '../findings/discrepancy.js';
import type { ContainerId } from '../ids.js';
import { mint } from '../ids.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { openCaseKeys } from '../bedside/overdraw.js';
import { add } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import type { AssayRequest } from '../request.js';

/**
 * What a laboratory found in returned waste. A result that disagrees is no rule that somebody broke and never stops the
 * entry: it opens a discrepancy about the container that the drug came from, to be investigated like a short count.
 */
export const assay: KindRules<'assay'> = {
  right: 'dispose',
  reads: ({ line, draw, container }) =>
    cells(
      REGISTER,
      POLICIES,
      cellKey('waste', String(line)),
      cellKey('departure', String(line)),
      ...(draw === null ? [] : [cellKey('draw', draw)]),
      ...(container === null ? [] : containerKeys(container)),
    ),
  readsFurther: (request, book) => cells(...further(request, book)),
  decide: (request, context) => {
    const source = sourceOf(request, context);
    if (request.expected <= 0n) refuse('assay.nothing-expected', { line: request.line });
    const { item } = conditionOf(source.container, context);
    const { assayTolerancePercent } = policyForPeople(context).settings;
    const { expected, found } = request;
    const examined: Assay = {
      noun: 'assay',
      id: String(context.seq),
      of: request.line,
      draw: request.draw,
      container: source.container,
      item,
      quantity: source.quantity,
      expected,
      found,
      tolerancePercent: assayTolerancePercent,
      outcome: outcomeOf(request, assayTolerancePercent),
    };
    const differs = examined.outcome === 'differs';
    return settle(request, context, {
      states: [examined, ...(differs ? [caseOf(examined, context)] : [])],
      flags: differs ? [{ code: 'assay.differs', about: source.container }] : [],
    });
  },
};

const containerKeys = (id: ContainerId): readonly CellKey[] => [
  cellKey('condition', id),
  cellKey('open-case', `container:${id}`),
];

/** From the draw to its container, and from there to the case that is open about it. */
function further({ draw, container }: AssayRequest, book: Slice): readonly CellKey[] {
  const source = draw === null ? container : book.find('draw', draw)?.container;
  if (source === null || source === undefined) return [];
  const isKnown = book.has(cellKey('open-case', `container:${source}`));
  return [...containerKeys(source), ...(isKnown ? openCaseKeys(source, book) : [])];
}

interface AssaySource {
  readonly container: ContainerId;
  readonly quantity: Quantity;
}

/** What the named line took of the named draw or container. */
function sourceOf({ line, draw, container }: AssayRequest, { book }: Context): AssaySource {
  const wasted = book.find('waste', String(line))?.lines ?? [];
  const sent = book.find('departure', String(line))?.lines ?? [];
  const one = wasted.find((each) =>
    draw === null ? container !== null && each.container === container : each.draw === draw,
  );
  const whole = sent.find((each) => draw === null && each.container === container);
  const found = one ?? whole;
  const from = draw === null ? container : book.find('draw', draw)?.container;
  if (found === undefined || from === null || from === undefined)
    return refuse('assay.source-unknown', { line });
  return { container: from, quantity: found.quantity };
}

const conditionOf = (container: ContainerId, { book }: Context) =>
  present(book.find('condition', container), 'container.unknown', { container });

/** The case that is open about the container goes on with this line; a measured difference stays as it was measured. */
function caseOf(examined: Assay, context: Context): Discrepancy {
  const { container, item, quantity } = examined;
  const known = context.book.find('open-case', `container:${container}`);
  const open = known === undefined ? undefined : context.book.find('case', known.case);
  if (open !== undefined) return { ...open, lines: [...open.lines, context.seq] };
  const difference = shortBy(quantity, examined);
  return {
    noun: 'case',
    id: mint(context.seq, 1),
    status: 'open',
    foundBy: 'assay',
    item,
    container,
    location: conditionOf(container, context).location,
    difference,
    inContainers: false,
    book: quantity,
    counted: add(quantity, difference),
    owner: null,
    due: null,
    cause: null,
    lines: [context.seq],
  };
}
