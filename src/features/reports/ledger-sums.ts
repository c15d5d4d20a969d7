import type { KindTotal, LedgerTotals } from '../../../reports/ledger-rows.js';
import type { Account, OutsideAccount } from '../../domain/custody.js';
import { isInside } from '../../domain/custody.js';
import { addDispositions, NO_DISPOSITIONS } from '../../domain/bedside/disposition.js';
import type { Dispositions } from '../../domain/bedside/disposition.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem } from '../../domain/ids.js';
import { add, sum, ZERO } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import {
  addColumns,
  NO_COLUMNS,
  registerColumns,
} from '../../domain/reconciliation/register-columns.js';
import type { RegisterColumns } from '../../domain/reconciliation/register-columns.js';
import type { BuiltLine } from './ledger-line.js';

/** What is in process and held at the end, whenever it was drawn. */
export interface Custody {
  readonly inProcess: Quantity;
  readonly held: Quantity;
}

type Other = OutsideAccount | 'draw';

const IN_WORDS: Partial<Readonly<Record<Other, string>>> = {
  opening: 'Opening inventory',
  supplier: 'Received',
  'other-registrant': 'Transferred in',
  found: 'Found again',
  overfill: 'Closed out: overfill',
  unexplained: 'Unexplained, over',
};
const OUT_WORDS: Partial<Readonly<Record<Other, string>>> = {
  draw: 'Drawn',
  waste: 'Wasted from containers',
  'hub-loss': 'Closed out: hub (dead-space) loss',
  unexplained: 'Unexplained, short',
  destroyed: 'Destroyed',
  'reverse-distributor': 'To reverse distributor',
  'returned-to-supplier': 'Returned to supplier',
  'other-registrant': 'Transferred out',
  authority: 'Taken by authority',
  spilled: 'Spilled',
  'stolen-or-lost': 'Stolen or lost',
};

/** Adds up what a section prints, while its lines pass. */
export class LedgerSums {
  #lines = 0;
  #columns = NO_COLUMNS;
  #dispositions: Dispositions = NO_DISPOSITIONS;
  #inProcess: Quantity = ZERO;
  readonly #in = new Map<Other, Quantity>();
  readonly #out = new Map<Other, Quantity>();

  constructor(private readonly item: AuditItem) {}

  add(entry: Entry, built: BuiltLine): void {
    this.#lines += 1 + built.line.dispositions.length;
    this.#columns = addColumns(this.#columns, built.columns);
    this.#dispositions = addDispositions(this.#dispositions, built.dispositions);
    this.#inProcess = add(this.#inProcess, built.inProcess);
    for (const movement of entry.effects.movements) {
      if (movement.item !== this.item) continue;
      const columns = registerColumns(movement, entry.kind === 'correction');
      this.#addKind(this.#in, columns, 'in', [movement.from, movement.to]);
      this.#addKind(this.#out, columns, 'out', [movement.from, movement.to]);
    }
  }

  totals(end: { readonly onHand: Quantity; readonly custody: Custody }): LedgerTotals {
    const { onHand, custody } = end;
    return {
      lines: this.#lines,
      ...this.#columns,
      carriedForward: onHand,
      inByKind: kindTotals(this.#in, IN_WORDS),
      outByKind: kindTotals(this.#out, OUT_WORDS),
      ...this.#dispositions,
      inProcess: this.#inProcess,
      custody: { ...custody, total: sum([onHand, custody.inProcess, custody.held]) },
    };
  }

  #addKind(
    totals: Map<Other, Quantity>,
    columns: RegisterColumns,
    column: 'in' | 'out',
    accounts: readonly [Account, Account],
  ): void {
    if (columns[column] === 0n) return;
    const other = accounts.find((account) => !account.startsWith('container:')) ?? 'unexplained';
    const kind: Other = isInside(other) ? 'draw' : other;
    totals.set(kind, add(totals.get(kind) ?? ZERO, columns[column]));
  }
}

/** In the order of the words, so that one document lists them as the next. */
function kindTotals(
  totals: ReadonlyMap<Other, Quantity>,
  words: Partial<Readonly<Record<Other, string>>>,
): readonly KindTotal[] {
  const known = Object.keys(words);
  const others = [...totals.keys()].filter((other) => !known.includes(other));
  return [...known, ...others].flatMap((other) => {
    // Both lists hold names of accounts, or `draw`.
    const quantity = totals.get(other as Other);
    if (quantity === undefined || quantity === 0n) return [];
    return [{ words: words[other as Other] ?? other, quantity }];
  });
}
