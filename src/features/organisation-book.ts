import type { LedgerId } from '../domain/ids.js';
import type { CellOf, Noun } from '../domain/entry.js';
import type { Organisation } from '../domain/organisation.js';
import { LARGEST_PAGE } from '../ledger/ledger-reader.js';
import type { Head, LedgerReader } from '../ledger/ledger-reader.js';
import type { Clock } from '../platform/clock.js';
import { CurrentOrganisation } from '../platform/identity/current-organisation.js';
import { Problem } from '../platform/http/problem.js';

const CACHED_MS = 1_000;
const MOST_PAGES = 100;

interface Known {
  readonly head: Head;
  readonly organisation: Organisation;
}

/**
 * The organisation's book as doors see it: at most a second old, and as new as what this instance recorded itself. No
 * rule decides from it; the ledger looks again under its lock.
 */
export class OrganisationBook extends CurrentOrganisation {
  #known: Known | undefined;
  #readAtMs = Number.NEGATIVE_INFINITY;
  #reading: Promise<Known | undefined> | undefined;

  constructor(
    private readonly reader: LedgerReader,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async get(): Promise<Organisation | undefined> {
    return (await this.#current())?.organisation;
  }

  /** The organisation, or the refusal that there is none yet. */
  async organisation(): Promise<Organisation> {
    return (await this.get()) ?? refuseUnset();
  }

  /** Its ledger. */
  async ledger(): Promise<LedgerId> {
    return (await this.#current())?.head.ledger ?? refuseUnset();
  }

  /** The next reader looks again: something was recorded. */
  expire(): void {
    this.#readAtMs = Number.NEGATIVE_INFINITY;
    this.#reading = undefined;
  }

  async #current(): Promise<Known | undefined> {
    const isFresh = this.clock.monotonicMs() - this.#readAtMs < CACHED_MS;
    if (this.#known !== undefined && isFresh) return this.#known;
    // One reading serves all who wait for it.
    const reading = (this.#reading ??= this.#read());
    try {
      return await reading;
    } finally {
      if (this.#reading === reading) this.#reading = undefined;
    }
  }

  async #read(): Promise<Known | undefined> {
    const startedAtMs = this.clock.monotonicMs();
    const known = this.#known;
    const head =
      known === undefined
        ? (await this.reader.heads()).find(({ scope }) => scope === 'organisation')
        : await this.reader.head(known.head.ledger);
    if (head === undefined) return undefined;
    const isSame = known?.head.size === head.size;
    const now = isSame ? known : { head, organisation: await this.#load(head) };
    this.#known = now;
    this.#readAtMs = startedAtMs;
    return now;
  }

  async #load({ ledger, size }: Head): Promise<Organisation> {
    const [sites, persons, grants, products, suppliers] = await Promise.all([
      this.#all(ledger, 'site'),
      this.#all(ledger, 'person'),
      this.#all(ledger, 'grant'),
      this.#all(ledger, 'product'),
      this.#all(ledger, 'supplier'),
    ]);
    return {
      size,
      sites: byId(sites),
      persons: byId(persons),
      grants: byId(grants),
      products: byId(products),
      suppliers: byId(suppliers),
    };
  }

  async #all<N extends Noun>(ledger: LedgerId, noun: N): Promise<readonly CellOf<N>[]> {
    const found: CellOf<N>[] = [];
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const after = found.at(-1)?.id;
      const cells = await this.reader.cells(ledger, noun, {
        limit: LARGEST_PAGE,
        ...(after === undefined ? {} : { after }),
      });
      found.push(...cells);
      if (cells.length < LARGEST_PAGE) return found;
    }
    throw new Error(`the organisation has more than ${MOST_PAGES * LARGEST_PAGE} of ${noun}`);
  }
}

function byId<T extends { readonly id: string }>(cells: readonly T[]): ReadonlyMap<T['id'], T> {
  return new Map(cells.map((cell) => [cell.id, cell]));
}

const refuseUnset = (): never => {
  throw Problem.of('setup.needed');
};
