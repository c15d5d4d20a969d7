/**
 * From nothing to a clinic that can work: the organisation's ledger, the first person and what they may do, the first
 * site and its ledger. Each step is an entry whose id follows from one number that is drawn at the first try, so a set-up
 * that a crash cut off is finished by sending it again.
 */
import { randomUUID } from 'node:crypto';
import type { EntryId, LedgerId, PersonId } from '../../domain/ids.js';
import type { Instant } from '../../domain/measures/instant.js';
import type { OrganisationRequest, RequestHead } from '../../domain/request.js';
import type { LedgerReader, RecordedEntry } from '../../ledger/ledger-reader.js';
import type { Ledger } from '../../ledger/ledger.js';
import type { Clock } from '../../platform/clock.js';
import type { Statements } from '../../platform/database/statements.js';
import type { Credentials } from '../../platform/identity/credentials.js';
import { derivedEntryId, derivedLedgerId } from '../../platform/identity/derived-id.js';
import { Problem } from '../../platform/http/problem.js';
import type { LedgerOpening } from '../ledger-opening.js';
import type { OrganisationBook } from '../organisation-book.js';
import { readSiteFacts } from '../site-facts.dto.js';
import type { FirstPersonDto, SetupDto } from './setup.dto.js';
import { BEGIN_SETUP, FINISH_SETUP, SETUP } from './setup.sql.js';

export type SetupState = 'needed' | 'begun' | 'finished';

/** What the set-up made. */
export interface SetupDone {
  readonly organisation: LedgerId;
  readonly site: LedgerId;
  readonly person: PersonId;
}

interface SetupRow {
  readonly seed: string;
  readonly finished_at: Instant | null;
}

export class Setup {
  constructor(
    private readonly parts: {
      readonly statements: Statements;
      readonly ledger: Ledger;
      readonly reader: LedgerReader;
      readonly opening: LedgerOpening;
      readonly credentials: Credentials;
      readonly organisation: OrganisationBook;
      readonly clock: Clock;
    },
  ) {}

  async state(): Promise<SetupState> {
    const row = await this.parts.statements.row<SetupRow>(SETUP);
    if (row === undefined) return 'needed';
    return row.finished_at === null ? 'begun' : 'finished';
  }

  /** Takes every step that was not taken yet. */
  async run(dto: SetupDto): Promise<SetupDone> {
    const { statements, opening, clock, organisation } = this.parts;
    await statements.change(BEGIN_SETUP, [randomUUID()]);
    const row = await statements.row<SetupRow>(SETUP);
    if (row === undefined) throw new Error('the set-up that was just begun is not there');
    const { seed } = row;
    const ledger = derivedLedgerId(seed, 'organisation');
    const site = derivedLedgerId(seed, 'site');
    const facts = readSiteFacts(dto.site);
    await opening.open({
      ledger,
      entry: derivedEntryId(seed, 'organisation opened'),
      performer: 'system',
      site: null,
      organisation: dto.organisation,
    });
    const person = await this.#addPerson(ledger, derivedEntryId(seed, 'person'), dto.person);
    await this.#step(
      ledger,
      { id: derivedEntryId(seed, 'grant'), performer: 'system' },
      (head) => ({
        ...head,
        kind: 'grant',
        person,
        site: 'organisation',
        roles: ['administrator', 'registrant'],
        until: null,
      }),
    );
    await this.#step(ledger, { id: derivedEntryId(seed, 'site'), performer: person }, (head) => ({
      ...head,
      confirmed: [...(dto.confirmed ?? [])],
      kind: 'site',
      site,
      facts,
      premises: null,
    }));
    await opening.open({
      ledger: site,
      entry: derivedEntryId(seed, 'site opened'),
      performer: person,
      site: facts,
      organisation: null,
    });
    organisation.expire();
    await statements.change(FINISH_SETUP, [clock.now()]);
    // From here on the code is good for nothing, and everything else happens signed in.
    return { organisation: ledger, site, person };
  }

  async #addPerson(ledger: LedgerId, id: EntryId, dto: FirstPersonDto): Promise<PersonId> {
    const { credentials } = this.parts;
    const { name, initials, licenseClass, signInName, password, pin } = dto;
    // Whoever has the code chooses the secrets, also at a second try.
    await credentials.release(id);
    await credentials.reserve({
      entry: id,
      signInName,
      secrets: { password, pin },
      chosenBy: 'the-person',
    });
    const { entry } = await this.#step(ledger, { id, performer: 'system' }, (head) => ({
      ...head,
      personal: [
        { field: 'name', value: name, retention: 'staff' },
        { field: 'initials', value: initials, retention: 'staff' },
      ],
      kind: 'person',
      act: 'added',
      person: null,
      licenseClass,
    }));
    const added = entry.effects.states.find((state) => state.noun === 'person');
    if (added === undefined) throw new Error('an entry that adds a person adds nobody');
    await credentials.give(id, added.id);
    return added.id;
  }

  /** Records an entry, or finds the one that an earlier try recorded. */
  async #step(
    ledger: LedgerId,
    step: { readonly id: EntryId; readonly performer: PersonId | 'system' },
    request: (head: RequestHead) => OrganisationRequest,
  ): Promise<RecordedEntry> {
    const earlier = await this.parts.reader.entryById(ledger, step.id);
    if (earlier !== undefined) return earlier;
    const now = this.parts.clock.now();
    const recorded = await this.parts.ledger.record(ledger, {
      ...step,
      request: request({
        posture: 'intended',
        occurredAt: now,
        reason: null,
        confirmed: [],
        personal: [],
      }),
      transcriber: null,
      source: 'manual',
      provedAt: now,
      challenges: [],
    });
    if (recorded.outcome === 'recorded') return recorded;
    throw recorded.outcome === 'refused'
      ? Problem.rejected(recorded.rejection)
      : Problem.of('setup.other-content');
  }
}
