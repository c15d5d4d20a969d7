import type { LedgerId } from '../domain/ids.js';
import type { BaseUnit } from '../domain/measures/quantity.js';
import type { LedgerReader } from '../ledger/ledger-reader.js';
import type { QuantityDto } from '../platform/http/quantity.dto.js';
import { Problem } from '../platform/http/problem.js';

/** Whose unit a quantity must have. */
export interface UnitClaim {
  /** Path of the quantity in the body: `lines.0.quantity`. */
  readonly field: string;
  readonly quantity: QuantityDto;
  readonly of: { readonly container: string } | { readonly draw: string };
}

const MOST_KNOWN = 50_000;

/**
 * Holds quantities against the unit of what they are quantities of. The ledger counts in thousandths of that unit, so
 * "0.7 each" from a vial must not become 0.7 mL. What does not exist is left to the rules, which have a refusal for it.
 */
export class Units {
  /** A container's or draw's unit never changes. */
  readonly #known = new Map<string, BaseUnit>();

  constructor(private readonly reader: LedgerReader) {}

  async check(ledger: LedgerId, claims: readonly UnitClaim[]): Promise<void> {
    const unknown = claims.map(({ of }) => of).filter((of) => !this.#known.has(keyOf(ledger, of)));
    if (unknown.length > 0) await this.#learn(ledger, unknown);
    const errors = claims.flatMap(({ field, quantity, of }) => {
      const unit = this.#known.get(keyOf(ledger, of));
      return unit === undefined || unit === quantity.unit
        ? []
        : [{ field: `${field}.unit`, says: `must be ${unit}, the unit of this product` }];
    });
    if (errors.length > 0) throw Problem.of('request.invalid', { errors });
  }

  /** The unit in which each of these containers is measured; what does not exist has none. */
  async unitsOf(
    ledger: LedgerId,
    containers: readonly string[],
  ): Promise<ReadonlyMap<string, BaseUnit>> {
    const unknown = containers
      .map((container) => ({ container }))
      .filter((of) => !this.#known.has(keyOf(ledger, of)));
    if (unknown.length > 0) await this.#learn(ledger, unknown);
    return new Map(
      containers.flatMap((container) => {
        const unit = this.#known.get(keyOf(ledger, { container }));
        return unit === undefined ? [] : [[container, unit] as const];
      }),
    );
  }

  async #learn(ledger: LedgerId, things: readonly UnitClaim['of'][]): Promise<void> {
    if (this.#known.size > MOST_KNOWN) this.#known.clear();
    const draws = things.flatMap((of) => ('draw' in of ? [of.draw] : []));
    const containers = things.flatMap((of) => ('container' in of ? [of.container] : []));
    if (draws.length > 0) {
      for (const [draw, { unit }] of await this.reader.cellsNamed(ledger, 'draw', draws)) {
        this.#known.set(keyOf(ledger, { draw }), unit);
      }
    }
    if (containers.length === 0) return;
    const found = await this.reader.cellsNamed(ledger, 'container', containers);
    const stockIds = [...found.values()].map(({ stock }) => stock);
    const stocks = await this.reader.cellsNamed(ledger, 'stock', stockIds);
    for (const [container, { stock }] of found) {
      const unit = stocks.get(stock)?.unit;
      if (unit !== undefined) this.#known.set(keyOf(ledger, { container }), unit);
    }
  }
}

const keyOf = (ledger: LedgerId, of: UnitClaim['of']): string =>
  'draw' in of ? `${ledger} draw ${of.draw}` : `${ledger} container ${of.container}`;
