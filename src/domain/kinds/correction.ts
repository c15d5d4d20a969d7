import { cellKey } from '../book.js';
import type { CellKey, Slice } from '../book.js';
import { containerAccount, inProcessAccount } from '../custody.js';
import { awaiting, present, refuse, secondSignature, settle } from '../decision.js';
import type { Context, Draft } from '../decision.js';
import type { Entry, LineStanding } from '../entry.js';
import type { ContainerId, DrawId } from '../ids.js';
import { POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import type { CorrectionChange, CorrectionRequest, Kind } from '../request.js';
import { correctDraw } from './correction-of-draw.js';
import { correctAdministration, correctWaste } from './correction-of-disposition.js';
import { correctLot, correctPatient, correctReceipt } from './correction-of-particulars.js';

/** Which kinds of line a change can mend. */
const MENDS: Readonly<Record<CorrectionChange['type'], readonly Kind[]>> = {
  draw: ['draw'],
  administration: ['administration'],
  waste: ['waste'],
  'receipt-particulars': ['receipt'],
  'lot-particulars': ['receipt', 'inventory'],
  'patient-particulars': ['infusion-order'],
};

/**
 * A new line about an old one. It names the newest line of its chain and that line's hash, takes its effect back once,
 * says what should have been written, and restates what later lines settled. The original stays untouched; both print.
 */
export const correction: KindRules<'correction'> = {
  right: 'correct',
  reads: (request) => ({
    cells: [REGISTER, POLICIES, cellKey('line', String(request.line)), ...firstRound(request)],
    lines: [...new Set([request.line, request.original])],
  }),
  readsFurther: (request, book) => ({ cells: secondRound(request, book), lines: [] }),
  decide: (request, context) => {
    const entry = chainHead(request, context);
    if (request.reason === null) refuse('entry.done-without-reason', { rules: ['correction'] });
    const approval = secondSignature(context, ['approved', 'witnessed']);
    const draft = changeOf(request, context);
    const owed = approval === undefined ? [awaiting(context, request, 'approval')] : [];
    return settle(request, context, {
      ...draft,
      states: [...draft.states, correctedStanding(entry, request, context), ...owed],
    });
  },
};

/** The newest line of the chain that begins with `original`, read by the person who corrects it. */
function chainHead(request: CorrectionRequest, context: Context): Entry {
  const { line, leaf, original, change } = request;
  const entry = present(context.book.line(line), 'correction.line-unknown', { line });
  const first = present(context.book.line(original), 'correction.line-unknown', { line: original });
  if (context.leafHashOf(line) !== leaf) refuse('correction.leaf-mismatch', { line });
  const correctedBy = context.book.find('line', String(line))?.correctedBy ?? null;
  if (correctedBy !== null) refuse('correction.superseded', { line, correctedBy });
  const isChain = line === original || isCorrectionOf(entry, original, change);
  if (!isChain || !MENDS[change.type].includes(first.kind)) {
    refuse('correction.wrong-kind', { line, kind: first.kind, change: change.type });
  }
  return entry;
}

function isCorrectionOf(entry: Entry, original: number, change: CorrectionChange): boolean {
  const { request } = entry;
  return (
    request.kind === 'correction' &&
    request.original === original &&
    request.change.type === change.type
  );
}

function correctedStanding(
  entry: Entry,
  request: CorrectionRequest,
  context: Context,
): LineStanding {
  const before = context.book.find('line', String(request.line));
  return {
    noun: 'line',
    id: String(request.line),
    kind: entry.kind,
    performer: entry.performer,
    occurredAt: entry.occurredAt,
    awaiting: before?.awaiting ?? null,
    settledBy: before?.settledBy ?? null,
    correctedBy: context.seq,
  };
}

function changeOf(request: CorrectionRequest, context: Context): Draft {
  const { change, original } = request;
  switch (change.type) {
    case 'draw':
      return correctDraw(change, original, context);
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
      return [cellKey('order', id)];
  }
}

function secondRound({ change, original }: CorrectionRequest, book: Slice): readonly CellKey[] {
  const id = String(original);
  switch (change.type) {
    case 'administration':
      return (book.find('administration', id)?.lines ?? []).flatMap(({ draw }) => drawKeys(draw));
    case 'waste':
      return (book.find('waste', id)?.lines ?? []).flatMap(({ draw }) =>
        draw === null ? [] : drawKeys(draw),
      );
    case 'draw': {
      const draw = book.find('draw', change.draw);
      const container = book.find('container', change.container);
      return [
        ...(draw === undefined
          ? []
          : [...containerKeys(draw.container), cellKey('stock', draw.stock)]),
        ...(container === undefined ? [] : [cellKey('stock', container.stock)]),
      ];
    }
    case 'lot-particulars':
      return change.containers.flatMap((id) => {
        const container = book.find('container', id);
        return container === undefined ? [] : [cellKey('stock', container.stock)];
      });
    default:
      return [];
  }
}
