import type { PackageLine } from '../../../reports/forms.js';
import type { PrintedItem } from '../../../reports/words.js';
import type { Condition, Stock } from '../../domain/stock/container.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem, ContainerId } from '../../domain/ids.js';
import { sum, ZERO } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import { itemNamed } from './ledger-document.js';
import { packageLine } from './package-line.js';
import { QUARANTINE_WORDS } from './wording.js';

/** One line of an inventory, with the block that it stands in. */
export interface BlockLine {
  readonly block: string;
  readonly line: PackageLine;
}

export const USABLE = 'in use';
export const HELD_APART = 'held apart';

/** What an inventory brought in: sealed containers of a lot together, those held apart by themselves, each opened one alone. */
export function mintedLines(
  entry: Entry,
  items: ReadonlyMap<AuditItem, PrintedItem>,
): readonly BlockLine[] {
  const lines = entry.effects.states.flatMap((state) =>
    state.noun === 'stock' ? linesOfStock(entry, state, itemNamed(items, state.item)) : [],
  );
  return [
    ...lines.filter(({ block }) => block === USABLE),
    ...lines.filter(({ block }) => block !== USABLE),
  ];
}

function linesOfStock(entry: Entry, stock: Stock, item: PrintedItem): readonly BlockLine[] {
  const conditions = entry.effects.states.flatMap((state) =>
    state.noun === 'condition' && isOfStock(entry, stock, state.id) ? [state] : [],
  );
  const reasons = [...new Set(conditions.map(({ quarantine }) => quarantine))];
  return reasons.flatMap((quarantine) => {
    const own = conditions.filter((each) => each.quarantine === quarantine);
    const of = (note: string, amounts: Parameters<typeof packageLine>[1]): BlockLine => ({
      block:
        quarantine === null
          ? USABLE
          : `${HELD_APART}, ${QUARANTINE_WORDS[quarantine].toLowerCase()}`,
      line: packageLine({ group: '', stock, item, note }, amounts),
    });
    const sealed = own.filter(({ status }) => status === 'sealed');
    const total = sum(sealed.map(({ id }) => broughtIn(entry, id)));
    return [
      ...(sealed.length === 0
        ? []
        : [of('Sealed.', { full: sealed.length, partial: ZERO, total })]),
      ...own
        .filter(({ status }) => status === 'open')
        .map((each) => openedLine(entry, stock, each, of)),
    ];
  });
}

function openedLine(
  { request, effects }: Entry,
  stock: Stock,
  { id }: Condition,
  of: (note: string, amounts: Parameters<typeof packageLine>[1]) => BlockLine,
): BlockLine {
  const stated =
    request.kind === 'inventory' ? request.open.find(({ lot }) => lot === stock.lot) : undefined;
  const quantity = broughtIn({ effects }, id);
  return of(`Opened, ${stated?.method ?? 'exact'}; container ${id}.`, {
    full: 0,
    partial: quantity,
    total: quantity,
  });
}

const broughtIn = ({ effects }: Pick<Entry, 'effects'>, id: ContainerId): Quantity =>
  sum(
    effects.movements.filter(({ to }) => to === `container:${id}`).map(({ quantity }) => quantity),
  );

const isOfStock = ({ effects }: Entry, { id }: Stock, container: ContainerId): boolean =>
  effects.states.some(
    (state) => state.noun === 'container' && state.id === container && state.stock === id,
  );
