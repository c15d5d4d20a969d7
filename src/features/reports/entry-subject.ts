import { countedIn } from '../../domain/counting/counted.js';
import type { Entry } from '../../domain/entry.js';
import { containerOf } from '../../domain/custody.js';
import type { AuditItem, ContainerId } from '../../domain/ids.js';
import type { Kind } from '../../domain/request.js';

/** Kinds that may be about an audit item without moving any of it. */
export const QUIET_KINDS: readonly Kind[] = [
  'count',
  'recount',
  'inventory',
  'quarantine',
  'release',
  'return-to-stock',
  'breakage',
  'countersign',
  'close-out',
  'correction',
  'move',
  'disposal',
  'disposal-returned',
  'return-to-supplier',
  'sample',
  'weighing',
  'assay',
];

/** Kinds that are about containers: all that can stand in the ledger of one. */
export const LINES_OF_CONTAINERS: readonly Kind[] = [
  ...QUIET_KINDS.filter((kind) => kind !== 'countersign'),
  'inventory',
  'receipt',
  'draw',
  'waste',
  'discrepancy',
  'loss',
];

/** Audit items that an entry says anything about. */
export function itemsOf(entry: Entry): ReadonlySet<AuditItem> {
  const { effects } = entry;
  const items = new Set<AuditItem>(effects.movements.map(({ item }) => item));
  for (const state of effects.states) {
    if (
      state.noun === 'stock' ||
      state.noun === 'condition' ||
      state.noun === 'case' ||
      state.noun === 'weighing' ||
      state.noun === 'assay'
    ) {
      items.add(state.item);
    }
  }
  for (const { found } of countedIn(entry))
    for (const { item } of [...found.sealed, ...found.open]) items.add(item);
  return items;
}

/** Lines that tell what a line is about where it does not say so itself: the delivery whose invoice is corrected. */
export function referredLines({ request }: Entry): readonly number[] {
  if (request.kind === 'countersign') return [request.line];
  return request.kind === 'correction' ? [request.original] : [];
}

/** Containers of an audit item that an entry moved from or to, or changed the condition of; in the order it names them. */
export function containersOf(entry: Entry, item: AuditItem): readonly ContainerId[] {
  const { effects, request } = entry;
  if (countedIn(entry).length > 0) return [];
  if (request.kind === 'correction' && request.change.type === 'lot-particulars') {
    return request.change.containers;
  }
  const found = new Set<ContainerId>();
  for (const movement of effects.movements) {
    if (movement.item !== item) continue;
    for (const account of [movement.from, movement.to]) {
      const container = containerOf(account);
      if (container !== undefined) found.add(container);
    }
  }
  for (const state of effects.states) {
    const isOfContainer = state.noun === 'condition' || state.noun === 'weighing';
    if (isOfContainer && state.item === item) found.add(state.id);
  }
  return [...found];
}
