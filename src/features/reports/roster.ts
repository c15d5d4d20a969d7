import type { Entry } from '../../domain/entry.js';
import type { LedgerId, PersonId } from '../../domain/ids.js';
import { isAfter } from '../../domain/measures/instant.js';
import type { Instant } from '../../domain/measures/instant.js';
import type { Organisation } from '../../domain/organisation.js';
import type { Grant, LicenseClass, Person } from '../../domain/person.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import { LARGEST_PAGE } from '../../ledger/ledger-reader.js';

const ERASED = { name: '(erased)', initials: '—' } as const;

/** A member of staff as they were called at the instant. */
export interface RosterPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly initials: string;
  readonly licenseClass: LicenseClass;
}

/** An entry that gave, changed or took away access. */
export type AccessEntry = Entry & {
  readonly request: Extract<Entry['request'], { readonly kind: 'person' | 'grant' }>;
};

/**
 * People and their grants as the organisation's ledger had them at an instant: what was recorded by then counts, and
 * nothing of what came later.
 */
export class Roster {
  private constructor(
    readonly organisation: Organisation,
    /** In the order of the organisation's ledger. */
    readonly entries: readonly AccessEntry[],
    private readonly names: ReadonlyMap<
      string,
      { readonly name: string; readonly initials: string }
    >,
  ) {}

  static async load(reader: LedgerReader, organisation: LedgerId, at: Instant): Promise<Roster> {
    const entries: AccessEntry[] = [];
    const names = new Map<string, { name: string; initials: string }>();
    for (let from = 0; ;) {
      const filter = { from, kinds: ['person', 'grant'] as const, limit: LARGEST_PAGE };
      const page = (await reader.entries(organisation, filter)).map(({ entry }) => entry);
      const known = page.filter(({ recordedAt }) => !isAfter(recordedAt, at));
      for (const [id, name] of await namesIn(reader, organisation, known)) names.set(id, name);
      entries.push(...known.filter(isAboutAccess));
      const last = page.at(-1);
      if (last === undefined || page.length < LARGEST_PAGE || known.length < page.length) break;
      from = last.seq + 1;
    }
    return new Roster(folded(entries), entries, names);
  }

  /** Everyone who was ever added, by name. */
  people(): readonly RosterPerson[] {
    const all = [...this.organisation.persons.values()].map((person) => this.#called(person));
    return all.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
  }

  nameOf(person: PersonId | 'system' | null): string {
    if (person === null) return 'Unknown person';
    const found = person === 'system' ? undefined : this.organisation.persons.get(person);
    return found === undefined ? 'Countersign, by itself' : this.#called(found).name;
  }

  #called({ id, namedIn, licenseClass }: Person): RosterPerson {
    return { id, licenseClass, ...(this.names.get(namedIn) ?? ERASED) };
  }
}

const isAboutAccess = (entry: Entry): entry is AccessEntry =>
  entry.request.kind === 'person' || entry.request.kind === 'grant';

function folded(entries: readonly AccessEntry[]): Organisation {
  const persons = new Map<PersonId, Person>();
  const grants = new Map<string, Grant>();
  for (const { effects } of entries) {
    for (const state of effects.states) {
      if (state.noun === 'person') persons.set(state.id, state);
      if (state.noun === 'grant') grants.set(state.id, state);
    }
  }
  const none = new Map<never, never>();
  const size = (entries.at(-1)?.seq ?? -1) + 1;
  return { size, persons, grants, sites: none, products: none, suppliers: none };
}

/** Names by the id of the entry that gave them. */
async function namesIn(
  reader: LedgerReader,
  organisation: LedgerId,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly initials: string }>> {
  const ids = entries.flatMap(({ id, kind }) => (kind === 'person' ? [id] : []));
  const opened = await reader.personal(organisation, ids);
  return new Map(
    [...opened].map(([id, fields]) => {
      const valueOf = (name: string): string | undefined =>
        fields.find(({ field }) => field === name)?.value;
      const name = valueOf('name') ?? ERASED.name;
      return [id, { name, initials: valueOf('initials') ?? ERASED.initials }] as const;
    }),
  );
}
