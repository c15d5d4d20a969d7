import { inProcessAccount } from '../domain/custody.js';
import type { LedgerId, OrderId } from '../domain/ids.js';
import type { InfusionOrder } from '../domain/bedside/infusion.js';
import { drawState, infusionBalance } from '../domain/bedside/infusion-balance.js';
import type { DrawState, InfusionBalance } from '../domain/bedside/infusion-balance.js';
import { policyAt } from '../domain/policy.js';
import { LARGEST_PAGE } from '../ledger/ledger-reader.js';
import type { LedgerReader } from '../ledger/ledger-reader.js';
import type { Clock } from '../platform/clock.js';

/** An order with everything that became of what was drawn for it. */
export interface Infusion {
  readonly order: InfusionOrder;
  readonly draws: readonly DrawState[];
  readonly balance: InfusionBalance;
}

/** Infusions as the book has them now, for whoever is about to act on one or just did. */
export class Infusions {
  constructor(
    private readonly reader: LedgerReader,
    private readonly clock: Clock,
  ) {}

  async find(ledger: LedgerId, id: string): Promise<Infusion | undefined> {
    const order = await this.reader.cell(ledger, 'order', id);
    return order === undefined ? undefined : this.of(ledger, order);
  }

  async of(ledger: LedgerId, order: InfusionOrder): Promise<Infusion> {
    const [draws, timeline] = await Promise.all([
      this.#draws(ledger, order),
      this.reader.cell(ledger, 'policy', 'timeline'),
    ]);
    const residue =
      timeline === undefined
        ? 'flushed'
        : policyAt(timeline, this.clock.now()).settings.lineResidue;
    return { order, draws, balance: infusionBalance(order, draws, residue) };
  }

  /** Those of the named orders that there are. */
  async all(ledger: LedgerId, ids: readonly OrderId[]): Promise<readonly Infusion[]> {
    const orders = await this.reader.cellsNamed(ledger, 'order', ids);
    return Promise.all([...orders.values()].map((order) => this.of(ledger, order)));
  }

  async #draws(ledger: LedgerId, { draws }: InfusionOrder): Promise<readonly DrawState[]> {
    const found = await this.reader.cellsNamed(ledger, 'draw', draws);
    return Promise.all(
      draws
        .flatMap((id) => found.get(id) ?? [])
        .map(async (draw) => {
          const account = inProcessAccount(draw.id);
          const rows = await this.reader.movements(ledger, { account }, { limit: LARGEST_PAGE });
          return drawState(
            draw,
            rows.map(({ seq, movement }) => ({ line: seq, movement })),
          );
        }),
    );
  }
}
