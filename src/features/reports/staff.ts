import type { SignatureKeyLine } from '../../../reports/head.js';
import type { Entry } from '../../domain/entry.js';
import type { LedgerId, PersonId } from '../../domain/ids.js';
import type { PremisesFacts, Site } from '../../domain/product.js';
import type { LedgerReader, RecordedEntry } from '../../ledger/ledger-reader.js';
import { LARGEST_PAGE } from '../../ledger/ledger-reader.js';

/** Stands for a name that was erased after its retention. */
const ERASED = { initials: '—', printedName: '(erased)' } as const;
const SYSTEM: SignatureKeyLine = {
  initials: 'SYS',
  printedName: 'Countersign, by itself',
  licenseClass: 'none',
};
const MOST_PAGES = 100;

interface Called {
  /** Line of the organisation's ledger since which it holds. */
  readonly since: number;
  readonly as: SignatureKeyLine;
}

/** A registration, with the premises as they were stated with it or before. */
interface Registered {
  readonly since: number;
  readonly site: Site;
  readonly premises: PremisesFacts;
}
const NOTHING_STATED: PremisesFacts = { licenses: [], keyHolders: [], earlierRecords: null };

/**
 * The organisation as its ledger had it at each of its sizes. A page that is printed again shows the names of the day of
 * each line, whatever people are called since.
 */
export class Staff {
  readonly #people: ReadonlyMap<PersonId, readonly Called[]>;
  readonly #registrations: readonly Registered[];
  /** Everyone who was asked for, by their whole line of the signature key. */
  readonly #printed = new Map<string, SignatureKeyLine>();

  private constructor(
    people: ReadonlyMap<PersonId, readonly Called[]>,
    registrations: readonly Registered[],
  ) {
    this.#people = people;
    this.#registrations = registrations;
  }

  static async load(reader: LedgerReader, organisation: LedgerId, site: LedgerId): Promise<Staff> {
    const people = new Map<PersonId, Called[]>();
    const registrations: Registered[] = [];
    const names = new Map<string, Pick<SignatureKeyLine, 'initials' | 'printedName'>>();
    for await (const page of pagesOf(reader, organisation)) {
      for (const [id, name] of await namesOf(reader, organisation, page)) names.set(id, name);
      for (const { entry } of page) {
        for (const state of entry.effects.states) {
          if (state.noun === 'site' && state.id === site) {
            const before = registrations.at(-1)?.premises ?? NOTHING_STATED;
            registrations.push({ since: entry.seq, site: state, premises: before });
          }
          if (state.noun === 'premises' && state.id === site) {
            const own = registrations.pop();
            if (own !== undefined) registrations.push({ ...own, premises: state });
          }
          if (state.noun !== 'person') continue;
          const name = names.get(state.namedIn) ?? ERASED;
          const as = { ...name, licenseClass: state.licenseClass };
          people.set(state.id, [...(people.get(state.id) ?? []), { since: entry.seq, as }]);
        }
      }
    }
    return new Staff(people, registrations);
  }

  /** The same organisation for another document, whose signature key nobody stands in yet. */
  anew(): Staff {
    return new Staff(this.#people, this.#registrations);
  }

  /** What a person was called when an entry was recorded; from then on they stand in the signature key. */
  of(person: PersonId | 'system', entry: Pick<Entry, 'organisationSize'>): SignatureKeyLine {
    const as = person === 'system' ? SYSTEM : this.called(person, entry);
    this.#printed.set(`${as.initials}\n${as.printedName}\n${as.licenseClass}`, as);
    return as;
  }

  /** The same for a person whose initials are not printed. */
  called(person: PersonId, entry: Pick<Entry, 'organisationSize'>): SignatureKeyLine {
    const names = this.#people.get(person) ?? [];
    const found = names.findLast(({ since }) => since < entry.organisationSize);
    return found?.as ?? missing(person);
  }

  knows(person: PersonId): boolean {
    return this.#people.has(person);
  }

  /** The registration of the site when an entry was recorded. */
  registration(entry: Pick<Entry, 'organisationSize'>): Site {
    return this.#registered(entry).site;
  }

  /** What was stated of its premises by then. */
  premises(entry: Pick<Entry, 'organisationSize'>): PremisesFacts {
    return this.#registered(entry).premises;
  }

  #registered({ organisationSize }: Pick<Entry, 'organisationSize'>): Registered {
    const found = this.#registrations.findLast(({ since }) => since < organisationSize);
    if (found === undefined) throw new Error('expected a registration of the site, found none');
    return found;
  }

  /** Everyone who was asked for, in the order of their initials. */
  signatureKey(): readonly SignatureKeyLine[] {
    const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    return [...this.#printed.values()].sort(
      (a, b) => order(a.initials, b.initials) || order(a.printedName, b.printedName),
    );
  }
}

async function* pagesOf(
  reader: LedgerReader,
  organisation: LedgerId,
): AsyncGenerator<readonly RecordedEntry[]> {
  let from = 0;
  for (let number = 0; number < MOST_PAGES; number += 1) {
    const filter = { from, kinds: ['person', 'site'] as const, limit: LARGEST_PAGE };
    const page = await reader.entries(organisation, filter);
    yield page;
    const last = page.at(-1)?.entry.seq;
    if (last === undefined || page.length < LARGEST_PAGE) return;
    from = last + 1;
  }
  throw new Error(`expected at most ${MOST_PAGES * LARGEST_PAGE} changes of people and sites`);
}

/** Names by the id of the entry that gave them. */
async function namesOf(
  reader: LedgerReader,
  organisation: LedgerId,
  page: readonly RecordedEntry[],
): Promise<ReadonlyMap<string, Pick<SignatureKeyLine, 'initials' | 'printedName'>>> {
  const ids = page.flatMap(({ entry }) => (entry.kind === 'person' ? [entry.id] : []));
  const opened = await reader.personal(organisation, ids);
  return new Map(
    [...opened].map(([id, fields]) => {
      const valueOf = (name: string): string | undefined =>
        fields.find(({ field }) => field === name)?.value;
      const initials = valueOf('initials') ?? ERASED.initials;
      return [id, { initials, printedName: valueOf('name') ?? ERASED.printedName }] as const;
    }),
  );
}

function missing(person: PersonId): never {
  throw new Error(`expected a name of ${person}, found none`);
}
