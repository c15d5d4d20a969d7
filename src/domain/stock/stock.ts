import type { Slice } from '../book.js';
import type { Condition, Container, QuarantineReason, Stock } from './container.js';
import { present } from '../decision.js';
import type { Context } from '../decision.js';
import type { State } from '../entry.js';
import { mint } from '../ids.js';
import type { ContainerId, LocationId, ProductId, StockId } from '../ids.js';
import { auditItemOf } from '../product.js';
import type { Product } from '../product.js';
import { containerAccount } from '../custody.js';
import type { Movement, OutsideAccount } from '../custody.js';
import type { BusinessDate, Instant } from '../measures/instant.js';
import type { Quantity } from '../measures/quantity.js';

/** Containers that one entry may bring in, so that it stays below the size of a leaf. */
export const MOST_CONTAINERS = 150;

/** A container with everything that it shares with its stock. */
export interface WholeContainer {
  readonly container: Container;
  readonly stock: Stock;
  readonly condition: Condition;
}

/** The container with its stock and condition, or the refusal that it is not in this ledger. */
export function wholeContainer(book: Slice, id: ContainerId): WholeContainer {
  const container = present(book.find('container', id), 'container.unknown', { container: id });
  const stock = book.find('stock', container.stock);
  const condition = book.find('condition', id);
  if (stock === undefined || condition === undefined)
    throw new Error(`container ${id} lacks stock or condition`);
  return { container, stock, condition };
}

/** The approved product, or the refusal that there is none. */
export function productOf(context: Context, id: ProductId): Product {
  return present(context.organisation.products.get(id), 'product.unknown', { product: id });
}

/** The location, or the refusal that the site has no such place. */
export function locationOf(context: Context, id: LocationId): LocationId {
  const site = context.organisation.sites.get(context.ledger);
  return present(site?.locations.find((location) => location.id === id)?.id, 'location.unknown', {
    location: id,
  });
}

/** One lot that comes into custody on one line. */
export interface Lot {
  readonly product: Product;
  readonly location: LocationId;
  readonly lot: string;
  readonly expires: BusinessDate;
  readonly receivedAt: Instant;
  readonly from: OutsideAccount;
  readonly containers: readonly ArrivingContainer[];
}
export interface ArrivingContainer {
  readonly serial: string | null;
  readonly quantity: Quantity;
  readonly quarantine: QuarantineReason | null;
  /** Where the container was opened before it came into the book. */
  readonly opened: { readonly at: Instant; readonly beyondUseAt: Instant } | null;
}

/** Mints ids as they are needed: containers and stocks of one line count from one. */
export class Minting {
  private stocks = 0;
  private containers = 0;
  readonly states: State[] = [];
  readonly movements: Movement[] = [];
  readonly minted: ContainerId[] = [];
  constructor(private readonly seq: number) {}

  /** Brings a lot into the book: its stock, its containers, and the quantities they hold. */
  take(lot: Lot): void {
    this.stocks += 1;
    const stock = stockOf(lot, mint(this.seq, this.stocks));
    this.states.push(stock);
    for (const arriving of lot.containers) this.takeContainer(lot, stock, arriving);
  }

  private takeContainer(lot: Lot, stock: Stock, arriving: ArrivingContainer): void {
    this.containers += 1;
    const id: ContainerId = mint(this.seq, this.containers);
    this.minted.push(id);
    this.states.push({ noun: 'container', id, stock: stock.id, serial: arriving.serial });
    this.states.push({
      noun: 'condition',
      id,
      item: stock.item,
      location: lot.location,
      status: arriving.opened === null ? 'sealed' : 'open',
      quarantine: arriving.quarantine,
      openedAt: arriving.opened?.at ?? null,
      beyondUseAt: arriving.opened?.beyondUseAt ?? null,
      draws: 0,
      drawers: [],
      drawersSinceCount: [],
      patient: null,
    });
    if (arriving.serial !== null) {
      this.states.push({
        noun: 'serial',
        id: `${stock.product}|${arriving.serial}`,
        container: id,
      });
    }
    if (arriving.quantity > 0n) {
      this.movements.push({
        from: lot.from,
        to: containerAccount(id),
        quantity: arriving.quantity,
        item: stock.item,
      });
    }
  }
}

function stockOf({ product, lot, expires, receivedAt }: Lot, id: StockId): Stock {
  const { ndc, name, labeler, schedule, unit, strength, size, containerType, doseType } = product;
  return {
    noun: 'stock',
    id,
    product: product.id,
    ndc,
    name,
    labeler,
    item: auditItemOf(product),
    schedule,
    unit,
    strength,
    size,
    containerType,
    doseType,
    lot,
    expires,
    receivedAt,
  };
}
