import type { State } from '../domain/entry.js';
import type { Organisation } from '../domain/organisation.js';
import type { LedgerDatabase } from './ledger.sql.js';

const EMPTY: Organisation = {
  size: 0,
  sites: new Map(),
  persons: new Map(),
  grants: new Map(),
  products: new Map(),
  suppliers: new Map(),
};

/** The organisation's book in memory: what all sites' entries are decided against. */
export class MasterData {
  #organisation = EMPTY;

  /** The organisation at this size, which was read under the lock of the ledger that needs it, or a later one. */
  async at(size: number, database: LedgerDatabase): Promise<Organisation> {
    if (this.#organisation.size === size) return this.#organisation;
    const known = this.#organisation.size > size ? EMPTY : this.#organisation;
    // Size and cells come from one statement, hence from one moment.
    const grown = await database.loadMasterData(known.size);
    this.#organisation = withStates(known, grown.states, grown.size);
    return this.#organisation;
  }
}

/** The organisation after more of its lines. The one given stays as it is. */
export function withStates(
  organisation: Organisation,
  states: readonly State[],
  size: number,
): Organisation {
  const sites = new Map(organisation.sites);
  const persons = new Map(organisation.persons);
  const grants = new Map(organisation.grants);
  const products = new Map(organisation.products);
  const suppliers = new Map(organisation.suppliers);
  for (const state of states) {
    if (state.noun === 'site') sites.set(state.id, state);
    else if (state.noun === 'person') persons.set(state.id, state);
    else if (state.noun === 'grant') grants.set(state.id, state);
    else if (state.noun === 'product') products.set(state.id, state);
    else if (state.noun === 'supplier') suppliers.set(state.id, state);
  }
  return { size, sites, persons, grants, products, suppliers };
}
