import type { EntryId, PersonId } from '../domain/ids.js';
import type { Person } from '../domain/person.js';
import { asId } from '../domain/ids.js';
import type { LedgerReader } from '../ledger/ledger-reader.js';
import type { OrganisationBook } from './organisation-book.js';

/** What a member of staff is called on paper. */
export interface PrintedName {
  readonly name: string;
  readonly initials: string;
}

/** Stands for a name that was erased after its retention. */
const ERASED: PrintedName = { name: '(erased)', initials: '—' };
const MOST_KNOWN = 10_000;

/**
 * Names of staff: personal fields of the organisation's entry that gave them, decrypted once and kept in memory. An entry
 * never changes its names; a new name is a new entry.
 */
export class PrintedNames {
  readonly #known = new Map<string, PrintedName>();

  constructor(
    private readonly reader: LedgerReader,
    private readonly organisation: OrganisationBook,
  ) {}

  async of(persons: readonly Person[]): Promise<ReadonlyMap<PersonId, PrintedName>> {
    const unknown = persons.filter(({ namedIn }) => !this.#known.has(namedIn));
    if (unknown.length > 0) await this.#learn(unknown.map(({ namedIn }) => asId(namedIn)));
    return new Map(
      persons.map(({ id, namedIn }) => [id, this.#known.get(namedIn) ?? ERASED] as const),
    );
  }

  async ofOne(person: Person): Promise<PrintedName> {
    return (await this.of([person])).get(person.id) ?? ERASED;
  }

  async #learn(entries: readonly EntryId[]): Promise<void> {
    if (this.#known.size > MOST_KNOWN) this.#known.clear();
    const ledger = await this.organisation.ledger();
    for (const [entry, fields] of await this.reader.personal(ledger, entries)) {
      const valueOf = (field: string): string | undefined =>
        fields.find((each) => each.field === field)?.value;
      this.#known.set(entry, {
        name: valueOf('name') ?? ERASED.name,
        initials: valueOf('initials') ?? ERASED.initials,
      });
    }
  }
}
