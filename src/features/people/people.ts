import { asId } from '../../domain/ids.js';
import type { PersonId } from '../../domain/ids.js';
import { meaningsOf } from '../../domain/organisation.js';
import type { Organisation } from '../../domain/organisation.js';
import type { Person } from '../../domain/person.js';
import type { Clock } from '../../platform/clock.js';
import { headOf } from '../../platform/http/act.dto.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { Problem } from '../../platform/http/problem.js';
import type { Credentials } from '../../platform/identity/credentials.js';
import type { Sessions } from '../../platform/identity/sessions.js';
import type { AccessJournal } from '../../platform/journal/access-journal.js';
import { grantsOf } from '../grant.dto.js';
import type { OrganisationBook } from '../organisation-book.js';
import type { PrintedNames } from '../printed-names.js';
import type { RecordedAct, Recorder } from '../recorder.js';
import type { NewPersonDto, ResetSecretsDto } from './people.dto.js';
import { MaySignDto, nameFields, PersonDto } from './people.dto.js';

/** Staff: entries of the organisation's ledger, and the credential that each has beside it. */
export class People {
  constructor(
    private readonly parts: {
      readonly recorder: Recorder;
      readonly organisation: OrganisationBook;
      readonly names: PrintedNames;
      readonly credentials: Credentials;
      readonly sessions: Sessions;
      readonly journal: AccessJournal;
      readonly clock: Clock;
    },
  ) {}

  async all(): Promise<readonly PersonDto[]> {
    const organisation = await this.parts.organisation.organisation();
    return this.#describe(
      [...organisation.persons.values()].sort((a, b) => numberOf(a) - numberOf(b)),
    );
  }

  async one(id: string): Promise<PersonDto> {
    const organisation = await this.parts.organisation.organisation();
    const person = organisation.persons.get(asId(id));
    const [described] = person === undefined ? [] : await this.#describe([person]);
    if (described === undefined) throw Problem.of('person.not-found');
    return described;
  }

  /**
   * Adds a person together with their credential. The sign-in name is reserved first, so that two people never get one
   * name; if the service stops in between, the same request finishes what was begun.
   */
  async add(asking: AskingToRecord, dto: NewPersonDto): Promise<RecordedAct> {
    const { credentials, recorder } = this.parts;
    const { entry } = asking;
    const secrets = { password: dto.password, pin: dto.pin ?? null };
    const { signInName } = dto;
    await credentials.reserve({ entry, signInName, secrets, chosenBy: 'somebody-else' });
    try {
      const recorded = await recorder.inOrganisation(asking, dto, {
        ...headOf(dto, nameFields(dto)),
        kind: 'person',
        act: 'added',
        person: null,
        licenseClass: dto.licenseClass,
      });
      await credentials.give(entry, personIn(recorded));
      return recorded;
    } catch (error) {
      // Refused by the rules: nobody was added. After anything else an earlier try may have added them.
      if (error instanceof Problem && error.document.class !== null)
        await credentials.release(entry);
      throw error;
    }
  }

  /** Ends a person's access for good: their entries and their name stay. */
  async end(
    asking: AskingToRecord,
    ended: PersonId,
    record: () => Promise<RecordedAct>,
  ): Promise<RecordedAct> {
    const recorded = await record();
    await this.parts.sessions.endAllOf(ended);
    const { person, address } = asking;
    await this.parts.journal.write({ kind: 'sessions-ended', person, about: [ended], address });
    return recorded;
  }

  /** Sets a password for somebody who forgot theirs: good for choosing another, and their sessions end. */
  async resetSecrets(asking: Asking, id: PersonId, dto: ResetSecretsDto): Promise<void> {
    const { credentials, sessions, journal } = this.parts;
    const credential = await credentials.ofPerson(id);
    if (credential === undefined) throw Problem.of('person.not-found');
    const secrets = { password: dto.password, pin: dto.pin ?? null };
    await credentials.change(credential, secrets, 'somebody-else');
    await sessions.endAllOf(id);
    const { person, address } = asking;
    await journal.write({ kind: 'secrets-reset', person, about: [id], address });
  }

  async #describe(persons: readonly Person[]): Promise<readonly PersonDto[]> {
    const organisation = await this.parts.organisation.organisation();
    const printed = await this.parts.names.of(persons);
    const signIns = await this.parts.credentials.signInNames();
    const bySignIn = new Map(signIns.map((signIn) => [signIn.person, signIn]));
    return persons.map(
      (person) =>
        new PersonDto(person, {
          printed: printed.get(person.id) ?? { name: '', initials: '' },
          signIn: bySignIn.get(person.id),
          grants: grantsOf(organisation, person.id),
          maySign: this.#maySign(organisation, person.id),
        }),
    );
  }

  #maySign(organisation: Organisation, person: PersonId): readonly MaySignDto[] {
    const at = this.parts.clock.now();
    return [...organisation.sites.keys()]
      .map((site) => new MaySignDto(site, meaningsOf(organisation, { person, site, at })))
      .filter(({ meanings }) => meanings.length > 0);
  }
}

/** The person that an entry is about. */
export function personIn({ entry }: RecordedAct): PersonId {
  const person = entry.effects.states.find((state) => state.noun === 'person');
  if (person === undefined) throw new Error('an entry about a person has none');
  return person.id;
}

const numberOf = ({ id }: Person): number => Number(id.slice(id.indexOf('-') + 1));
