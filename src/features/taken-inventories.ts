import type { Entry } from '../domain/entry.js';
import type { LedgerId } from '../domain/ids.js';
import { wholeInventory } from '../domain/counting/inventory-due.js';
import type { WholeInventory } from '../domain/counting/inventory-due.js';
import type { SignedCopy } from '../domain/counting/inventory.js';
import { LARGEST_PAGE } from '../ledger/ledger-reader.js';
import type { LedgerReader } from '../ledger/ledger-reader.js';

/** An inventory with its signed copy; null while none is filed. */
export interface TakenInventory {
  readonly entry: Entry;
  readonly copy: SignedCopy | null;
}

/** The newest inventories of a site: more than a page of them is a lifetime's. */
export class TakenInventories {
  constructor(private readonly reader: LedgerReader) {}

  /** The newest first. */
  async of(
    site: LedgerId,
    page: { readonly limit: number; readonly to?: number } = { limit: LARGEST_PAGE },
  ): Promise<readonly TakenInventory[]> {
    const found = await this.reader.entries(site, {
      kinds: ['inventory'],
      order: 'newest',
      ...page,
    });
    const entries = found.map(({ entry }) => entry);
    const copies = await this.reader.cellsNamed(
      site,
      'signed-copy',
      entries.map(({ seq }) => String(seq)),
    );
    return entries.map((entry) => ({ entry, copy: copies.get(String(entry.seq)) ?? null }));
  }
}

/** The newest inventory of everything, from which the next is counted. */
export const lastOfEverything = (taken: readonly TakenInventory[]): WholeInventory | null =>
  taken.flatMap(({ entry }) => wholeInventory(entry) ?? [])[0] ?? null;
