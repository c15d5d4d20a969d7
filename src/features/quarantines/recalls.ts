import { containerAccount, drawOf, inProcessAccount } from '../../domain/custody.js';
import type { Condition } from '../../domain/stock/container.js';
import type { ContainerId, EntryId, LedgerId, ProductId } from '../../domain/ids.js';
import { sum, subtract, ZERO } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import { LARGEST_PAGE } from '../../ledger/ledger-reader.js';
import type { LedgerReader, MovementRow } from '../../ledger/ledger-reader.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { LotDto, RecalledContainerDto, RecalledDrawDto } from './recalls.dto.js';

/** Containers that one entry sets apart. */
const MOST_AT_ONCE = 150;
/** Containers of one lot that a site may have had. */
const MOST_OF_LOT = LARGEST_PAGE;

/** Finds what is left of a lot, and where the rest went. */
export class Recalls {
  constructor(private readonly reader: LedgerReader) {}

  /**
   * What of the lot is to be set apart now. An act that is sent again names what it named the first time, whatever was
   * set apart since.
   */
  async toSetApart(
    ledger: LedgerId,
    entry: EntryId,
    of: { readonly lot: string; readonly product: ProductId | null },
  ): Promise<{ readonly containers: readonly ContainerId[]; readonly more: boolean }> {
    const earlier = (await this.reader.entryById(ledger, entry))?.entry.request;
    const filter = {
      lot: of.lot,
      standing: true as const,
      quarantined: false,
      ...(of.product === null ? {} : { product: of.product }),
    };
    const found = await this.reader.conditions(ledger, filter, { limit: MOST_AT_ONCE + 1 });
    const left = found.map(({ id }) => id);
    return earlier?.kind === 'quarantine'
      ? { containers: earlier.containers, more: left.length > 0 }
      : { containers: left.slice(0, MOST_AT_ONCE), more: left.length > MOST_AT_ONCE };
  }

  /** Every container of the lot that the site ever had, and everyone who had some of it. */
  async lot(ledger: LedgerId, lot: string): Promise<LotDto> {
    const conditions = await this.reader.conditions(ledger, { lot }, { limit: MOST_OF_LOT });
    const units = await this.#units(ledger, conditions);
    const accounts = await this.reader.cellsNamed(
      ledger,
      'account',
      conditions.map(({ id }) => containerAccount(id)),
    );
    const containers = conditions.map((condition): RecalledContainerDto => {
      const remaining = accounts.get(containerAccount(condition.id))?.quantity ?? ZERO;
      const { id, status, quarantine, location } = condition;
      const unit = units.get(id) ?? 'mL';
      return {
        container: id,
        status,
        quarantine,
        location,
        remaining: QuantityDto.of(remaining, unit),
      };
    });
    const draws: RecalledDrawDto[] = [];
    for (const { id, draws: times } of conditions)
      if (times > 0) draws.push(...(await this.#drawsFrom(ledger, id)));
    return { lot, containers, draws };
  }

  async #units(ledger: LedgerId, conditions: readonly Condition[]) {
    const ids = conditions.map(({ id }) => id);
    const found = await this.reader.cellsNamed(ledger, 'container', ids);
    const stocks = await this.reader.cellsNamed(
      ledger,
      'stock',
      [...found.values()].map(({ stock }) => stock),
    );
    return new Map([...found].map(([id, { stock }]) => [id, stocks.get(stock)?.unit] as const));
  }

  async #drawsFrom(ledger: LedgerId, id: ContainerId): Promise<readonly RecalledDrawDto[]> {
    const page = { limit: LARGEST_PAGE };
    const account = containerAccount(id);
    const moved = await this.reader.movements(ledger, { account }, page);
    const names = new Set(
      moved.flatMap(({ movement: { from, to } }) =>
        [from, to].flatMap((each) => drawOf(each) ?? []),
      ),
    );
    const draws = await this.reader.cellsNamed(ledger, 'draw', [...names]);
    const orders = await this.reader.cellsNamed(
      ledger,
      'order',
      [...draws.values()].map(({ order }) => order),
    );
    const found: RecalledDrawDto[] = [];
    for (const draw of draws.values()) {
      // One that was corrected to another container is that one's.
      if (draw.container !== id || draw.quantity === 0n) continue;
      const own = await this.reader.movements(ledger, { account: inProcessAccount(draw.id) }, page);
      found.push({
        draw: draw.id,
        container: id,
        order: draw.order,
        patient: orders.get(draw.order)?.patient ?? '',
        drawnAt: draw.drawnAt,
        drawn: QuantityDto.of(draw.quantity, draw.unit),
        given: QuantityDto.of(givenOf(own), draw.unit),
      });
    }
    return found;
  }
}

/** Given, less what a correction took back. */
function givenOf(movements: readonly MovementRow[]): Quantity {
  const of = (side: 'from' | 'to'): Quantity =>
    sum(
      movements
        .filter(({ movement }) => movement[side] === 'patient')
        .map(({ movement }) => movement.quantity),
    );
  return subtract(of('to'), of('from'));
}
