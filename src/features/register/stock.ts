import type { Condition } from '../../domain/stock/container.js';
import { containerAccount } from '../../domain/custody.js';
import type { ItemBalance } from '../../domain/entry.js';
import type { AuditItem, ContainerId, LedgerId } from '../../domain/ids.js';
import { sum, ZERO } from '../../domain/measures/quantity.js';
import type { BaseUnit, Quantity } from '../../domain/measures/quantity.js';
import { LARGEST_PAGE } from '../../ledger/ledger-reader.js';
import type { ContainerFilter, LedgerReader, MovementRow } from '../../ledger/ledger-reader.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import type { BalanceDto, FoundContainer } from './stock.dto.js';

const MOST_ITEMS = 10_000;
const MOST_MOVEMENTS = LARGEST_PAGE;

/** What stands in a site's book now. */
export class Stockbook {
  constructor(private readonly reader: LedgerReader) {}

  /** Every audit item that the site ever had, in the order of their words. */
  async balances(
    ledger: LedgerId,
    unitOf: (item: AuditItem) => BaseUnit,
  ): Promise<readonly BalanceDto[]> {
    const items = await all('item', (page) => this.reader.cells(ledger, 'item', page));
    const shelves = await all('shelf', (page) => this.reader.cells(ledger, 'shelf', page));
    return items.map((balance) => {
      const own = shelves.filter(({ id }) => id.slice(id.indexOf('|') + 1) === balance.id);
      return balanceOf(balance, unitOf(balance.id), {
        sealed: own.reduce((total, { sealed }) => total + sealed, 0),
        open: own.reduce((total, { open }) => total + open.length, 0),
        quarantined: own.reduce((total, { quarantined }) => total + quarantined, 0),
      });
    });
  }

  /** Containers after an id, and the id after which to look for more; null where there are no more. */
  async containers(
    ledger: LedgerId,
    filter: ContainerFilter,
    page: { readonly after: string; readonly limit: number },
  ): Promise<{ readonly found: readonly FoundContainer[]; readonly next: string | null }> {
    const { after, limit } = page;
    const found = await this.reader.conditions(ledger, filter, { after, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const next = found.length > limit ? (shown.at(-1)?.id ?? null) : null;
    return { found: await this.#whole(ledger, shown), next };
  }

  async container(ledger: LedgerId, id: ContainerId): Promise<FoundContainer | undefined> {
    const condition = await this.reader.cell(ledger, 'condition', id);
    return condition === undefined ? undefined : (await this.#whole(ledger, [condition]))[0];
  }

  movements(ledger: LedgerId, id: ContainerId): Promise<readonly MovementRow[]> {
    const account = containerAccount(id);
    return this.reader.movements(ledger, { account }, { limit: MOST_MOVEMENTS });
  }

  async #whole(
    ledger: LedgerId,
    conditions: readonly Condition[],
  ): Promise<readonly FoundContainer[]> {
    const ids = conditions.map(({ id }) => id);
    const containers = await this.reader.cellsNamed(ledger, 'container', ids);
    const stockIds = [...new Set([...containers.values()].map(({ stock }) => stock))];
    const stocks = await this.reader.cellsNamed(ledger, 'stock', stockIds);
    const accounts = await this.reader.cellsNamed(ledger, 'account', ids.map(containerAccount));
    return conditions.map((condition) => {
      const container = containers.get(condition.id);
      const stock = container === undefined ? undefined : stocks.get(container.stock);
      if (container === undefined || stock === undefined)
        throw new Error(`container ${condition.id} lacks its stock`);
      const remaining = accounts.get(containerAccount(condition.id))?.quantity ?? ZERO;
      return { container, condition, stock, remaining };
    });
  }
}

/** Every cell of a noun, of which a site has few. */
async function all<T extends { readonly id: string }>(
  noun: string,
  read: (page: { readonly after: string; readonly limit: number }) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (let after = ''; found.length < MOST_ITEMS;) {
    const page = await read({ after, limit: LARGEST_PAGE });
    found.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < LARGEST_PAGE) return found;
    after = last.id;
  }
  throw new Error(`expected fewer than ${MOST_ITEMS} cells of ${noun}`);
}

function balanceOf(
  { id, onHand, inProcess, held }: ItemBalance,
  unit: BaseUnit,
  containers: Pick<BalanceDto, 'sealed' | 'open' | 'quarantined'>,
): BalanceDto {
  const of = (quantity: Quantity): QuantityDto => QuantityDto.of(quantity, unit);
  return {
    item: id,
    onHand: of(onHand),
    inProcess: of(inProcess),
    held: of(held),
    inCustody: of(sum([onHand, inProcess, held])),
    ...containers,
  };
}
