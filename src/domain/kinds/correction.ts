import { cellKey } from '../book.js';
import type { CellKey, Slice } from '../book.js';
import { containerAccount, inProcessAccount } from '../custody.js';
import { awaiting, present, refuse, secondSignature, settle } from '../decision.js';
import type { Context, Draft } from '../decision.js';
import type { Entry, LineStanding } from '../entry.js';
import type { ContainerId, DrawId } from '../ids.js';
import type { Draw } from '../bedside/infusion.js';
import { POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import type { CorrectionChange, CorrectionRequest, Kind } from '../request.js';
import { openCaseKeys } from '../bedside/overdraw.js';
import { traceOf } from './container-trace.js';
import { correctDraw } from './correction-of-draw.js';
import { correctDrawOrder } from './correction-of-draw-order.js';
import { correctAdministration, correctWaste } from './correction-of-disposition.js';
import { correctOrderPatient, correctPatient } from './correction-of-order.js';
import { correctLot, correctReceipt } from './correction-of-particulars.js';
import { correctProduct, tracedLines } from './correction-of-product.js';
import { withdrawContainers } from './correction-of-receipt.js';

/** Which kinds of line a change can mend. */
const MENDS: Readonly<Record<CorrectionChange['type'], readonly Kind[]>> = {
  draw: ['draw'],
  'draw-order': ['draw'],
  administration: ['administration'],
  waste: ['waste'],
  'receipt-particulars': ['receipt'],
  'lot-particulars': ['receipt', 'inventory'],
  'patient-particulars': ['infusion-order'],
  'order-patient': ['infusion-order'],
  'receipt-withdrawn': ['receipt', 'inventory'],
  product: ['receipt', 'inventory'],
};

/**
 * A new line about an old one. It names the newest line of its chain and that line's hash, takes its effect back once,
 * says what should have been written, and restates what later lines settled. The original stays untouched; both print.
 */
export const correction: KindRules<'correction'> = {
  right: 'correct',
  reads: (request) => ({
    cells: [
      REGISTER,
      POLICIES,
      cellKey('line', String(request.line)),
      cellKey('line', String(request.original)),
      ...firstRound(request),
    ],
    lines: linesRead(request),
  }),
  readsFurther: (request, book) => ({ cells: secondRound(request, book), lines: [] }),
  decide: (request, context) => {
    const { entry, first } = chainHead(request, context);
    if (request.reason === null) refuse('entry.done-without-reason', { rules: ['correction'] });
    const approval = secondSignature(context, ['approved']);
    const draft = changeOf(request, context);
    const owed = approval === undefined ? [awaiting(context, request, 'approval')] : [];
    return settle(request, context, {
      ...draft,
      states: [...draft.states, ...correctedStandings(entry, first, context), ...owed],
    });
  },
};

interface Chain {
  /** The line that is corrected: the newest of its chain. */
  readonly entry: Entry;
  /** Where the chain begins: the same where nothing was corrected yet. */
  readonly first: Entry;
}

/** The newest line of the chain that begins with `original`, read by the person who corrects it. */
function chainHead(request: CorrectionRequest, context: Context): Chain {
  const { line, leaf, original, change } = request;
  const entry = present(context.book.line(line), 'correction.line-unknown', { line });
  const first = present(context.book.line(original), 'correction.line-unknown', { line: original });
  if (context.leafHashOf(line) !== leaf) refuse('correction.leaf-mismatch', { line });
  // A delivery has one chain for its invoice and its lots: any correction in it may follow any other.
  const isChain = line === original || isCorrectionOf(entry, original);
  if (!isChain || !MENDS[change.type].includes(first.kind)) {
    refuse('correction.wrong-kind', { line, kind: first.kind, change: change.type });
  }
  const standing = context.book.find('line', String(line));
  const superseded = standing?.correctedBy ?? null;
  if (superseded !== null) {
    // The standing of the first line always names the head of the chain: that is where to go.
    const head = context.book.find('line', String(original))?.correctedBy ?? superseded;
    refuse('correction.superseded', { line, correctedBy: head });
  }
  return { entry, first };
}

function isCorrectionOf({ request }: Entry, original: number): boolean {
  return request.kind === 'correction' && request.original === original;
}

/** The corrected line is superseded, and the first of its chain knows where the chain now ends. */
function correctedStandings(entry: Entry, first: Entry, context: Context): readonly LineStanding[] {
  return [...new Set([first, entry])].map((each) => {
    const before = context.book.find('line', String(each.seq));
    return {
      noun: 'line',
      id: String(each.seq),
      kind: each.kind,
      performer: each.performer,
      occurredAt: each.occurredAt,
      awaiting: before?.awaiting ?? null,
      settledBy: before?.settledBy ?? null,
      correctedBy: context.seq,
    };
  });
}

function changeOf(request: CorrectionRequest, context: Context): Draft {
  const { change, original } = request;
  switch (change.type) {
    case 'draw':
      return correctDraw(change, original, context);
    case 'draw-order':
      return correctDrawOrder(change, original, context);
    case 'administration':
      return correctAdministration(change, original, context);
    case 'waste':
      return correctWaste(change, original, context);
    case 'receipt-particulars':
      return correctReceipt(change, original, context);
    case 'lot-particulars':
      return correctLot(change, original, context);
    case 'patient-particulars':
      return correctPatient(request, change, context);
    case 'order-patient':
      return correctOrderPatient(request, change, context);
    case 'receipt-withdrawn':
      return withdrawContainers(change, original, context);
    case 'product':
      return correctProduct(change, original, context);
  }
}

const drawKeys = (id: DrawId): readonly CellKey[] => [
  cellKey('draw', id),
  cellKey('account', inProcessAccount(id)),
];
const containerKeys = (id: ContainerId): readonly CellKey[] => [
  cellKey('container', id),
  cellKey('condition', id),
  cellKey('close-out', id),
  cellKey('account', containerAccount(id)),
  cellKey('open-case', `container:${id}`),
];

function firstRound({ change, original }: CorrectionRequest): readonly CellKey[] {
  const id = String(original);
  switch (change.type) {
    case 'draw':
      return [...drawKeys(change.draw), ...containerKeys(change.container)];
    case 'draw-order':
      return [...drawKeys(change.draw), cellKey('order', change.order)];
    case 'administration':
      return [cellKey('administration', id), ...change.lines.flatMap(({ draw }) => drawKeys(draw))];
    case 'waste':
      return [cellKey('waste', id), ...change.lines.flatMap(({ draw }) => drawKeys(draw))];
    case 'receipt-particulars':
      return [cellKey('receipt', id)];
    case 'lot-particulars':
      return change.containers.flatMap((container) => [
        cellKey('container', container),
        cellKey('condition', container),
      ]);
    case 'patient-particulars':
    case 'order-patient':
      return [cellKey('order', id)];
    case 'receipt-withdrawn':
      return [cellKey('receipt', id), ...change.containers.flatMap(containerKeys)];
    case 'product':
      return change.containers.flatMap(containerKeys);
  }
}

function secondRound({ change, original }: CorrectionRequest, book: Slice): readonly CellKey[] {
  const id = String(original);
  switch (change.type) {
    case 'administration': {
      const before = book.find('administration', id);
      return [
        ...(before === undefined ? [] : [cellKey('order', before.order)]),
        ...(before?.lines ?? []).flatMap(({ draw }) => drawKeys(draw)),
      ];
    }
    case 'waste': {
      const wasted = (book.find('waste', id)?.lines ?? []).flatMap(({ draw }) => draw ?? []);
      const named = change.lines.map(({ draw }) => draw);
      return [...wasted.flatMap(drawKeys), ...[...named, ...wasted].flatMap(ordersOf(book))];
    }
    case 'draw-order': {
      const draw = book.find('draw', change.draw);
      return draw === undefined
        ? []
        : [cellKey('order', draw.order), cellKey('condition', draw.container)];
    }
    case 'draw': {
      const draw = book.find('draw', change.draw);
      const container = book.find('container', change.container);
      return [
        ...(draw === undefined
          ? []
          : [
              ...containerKeys(draw.container),
              cellKey('stock', draw.stock),
              cellKey('order', draw.order),
            ]),
        ...(container === undefined ? [] : [cellKey('stock', container.stock)]),
        ...openCaseKeys(change.container, book),
      ];
    }
    case 'lot-particulars':
    case 'receipt-withdrawn':
      return change.containers.flatMap((container) => stockKeys(container, book));
    case 'product': {
      const { sums, draws } = traceOf(change.containers, tracedLines(change, original), book);
      return [
        ...change.containers.flatMap((container) => stockKeys(container, book)),
        ...[...sums.keys()].map((account) => cellKey('account', account)),
        ...draws.map((draw) => cellKey('draw', draw)),
      ];
    }
    case 'order-patient': {
      const draws = book.find('order', id)?.draws ?? [];
      return draws.flatMap((draw) => [cellKey('draw', draw), ...conditionOf(draw, book)]);
    }
    default:
      return [];
  }
}

/** What a draw leads to, once it is loaded itself. */
const loadedDraw = (draw: DrawId, book: Slice): Draw | undefined =>
  book.has(cellKey('draw', draw)) ? book.find('draw', draw) : undefined;
const ordersOf =
  (book: Slice) =>
  (draw: DrawId): readonly CellKey[] => {
    const found = loadedDraw(draw, book);
    return found === undefined ? [] : [cellKey('order', found.order)];
  };
const conditionOf = (draw: DrawId, book: Slice): readonly CellKey[] => {
  const found = loadedDraw(draw, book);
  return found === undefined ? [] : [cellKey('condition', found.container)];
};

function stockKeys(id: ContainerId, book: Slice): readonly CellKey[] {
  const container = book.find('container', id);
  return container === undefined ? [] : [cellKey('stock', container.stock)];
}

function linesRead({ line, original, change }: CorrectionRequest): readonly number[] {
  const traced = change.type === 'product' ? tracedLines(change, original) : [];
  return [...new Set([line, original, ...traced])];
}
