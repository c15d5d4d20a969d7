import type { LedgerId, PersonId } from '../domain/ids.js';
import { rejection } from '../domain/rejection.js';
import type { Kind, OrganisationRequest, Request, Source } from '../domain/request.js';
import { LedgerUnavailable } from '../ledger/failure.js';
import type { Ledger } from '../ledger/ledger.js';
import type { Recorded, Submission } from '../ledger/submission.js';
import type { FileStore } from '../platform/files/file-store.js';
import { performerOf } from '../platform/http/act.dto.js';
import type { ActDto } from '../platform/http/act.dto.js';
import type { Asking, AskingToRecord } from '../platform/http/asked.js';
import { Problem } from '../platform/http/problem.js';
import type { AccessJournal } from '../platform/journal/access-journal.js';
import type { ActForm } from './act-form.js';
import { filesNamedBy } from './named-files.js';
import type { OrganisationBook } from './organisation-book.js';
import type { Units } from './units.js';

/** What became an entry. */
export type RecordedAct = Extract<Recorded, { outcome: 'recorded' }>;

/** What a person asks for, before it has an id. */
export interface AskedFor {
  readonly request: Request;
  readonly performer: PersonId;
  readonly transcriber: PersonId | null;
  readonly source: Source;
}

const RETRY_SECONDS = 1;

/** Takes what a door was asked to the ledger, and turns the ledger's no into a problem document. */
export class Recorder {
  constructor(
    private readonly parts: {
      readonly ledger: Ledger;
      readonly organisation: OrganisationBook;
      readonly units: Units;
      readonly files: FileStore;
      readonly journal: AccessJournal;
    },
  ) {}

  /** Records an act at the site that the address names. */
  async atSite<K extends Kind, Dto extends ActDto>(
    asking: AskingToRecord,
    form: ActForm<K, Dto>,
    dto: Dto,
  ): Promise<RecordedAct> {
    const asked = await this.read(asking, form, dto);
    return this.#record(asking, asking.site, { ...asked, challenges: dto.signatures ?? [] });
  }

  /** Records an act of the organisation: people, grants, sites, products, suppliers. */
  async inOrganisation(
    asking: AskingToRecord,
    dto: ActDto,
    request: OrganisationRequest,
  ): Promise<RecordedAct> {
    const ledger = await this.parts.organisation.ledger();
    const asked = { request, ...whoIn(asking, dto), challenges: dto.signatures ?? [] };
    const recorded = await this.#record(asking, ledger, asked);
    // Rights and names that it changed are in force for the next request already.
    this.parts.organisation.expire();
    return recorded;
  }

  /** What a filled-in form asks for; the same for whoever performs it and whoever signs it beforehand. */
  async read<K extends Kind, Dto extends ActDto>(
    asking: Asking,
    form: ActForm<K, Dto>,
    dto: Dto,
  ): Promise<AskedFor> {
    await this.parts.units.check(asking.site, form.units?.(dto) ?? []);
    const request = await form.read(dto, asking.site);
    // The files are kept from now on: an entry never names one that was removed.
    const missing = await this.parts.files.claim(asking.site, filesNamedBy(request));
    if (missing.length > 0) throw Problem.rejected(rejection('file.unknown', { files: missing }));
    return { request, ...whoIn(asking, dto) };
  }

  async #record(
    asking: AskingToRecord,
    ledger: LedgerId,
    asked: AskedFor & { readonly challenges: readonly string[] },
  ): Promise<RecordedAct> {
    const { provedAt } = asking.session;
    const recorded = await this.#submit(ledger, { id: asking.entry, provedAt, ...asked });
    if (recorded.outcome === 'conflict') throw Problem.of('request.key-reused');
    if (recorded.outcome === 'refused') {
      await this.parts.journal.write({
        kind: 'request-refused',
        person: asking.person,
        site: ledger,
        code: recorded.rejection.code,
        act: asked.request.kind,
        address: asking.address,
      });
      throw Problem.rejected(recorded.rejection);
    }
    if (recorded.replayed) asking.sayReplayed();
    return recorded;
  }

  async #submit(ledger: LedgerId, submission: Submission): Promise<Recorded> {
    try {
      return await this.parts.ledger.record(ledger, submission);
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error;
      throw Problem.of('service.storage', { retryAfterSeconds: RETRY_SECONDS, cause: error });
    }
  }
}

/** Who did it and who wrote it down: a session for itself, or for somebody else who is then named as the performer. */
function whoIn(asking: Asking, dto: ActDto): Omit<AskedFor, 'request'> {
  const performer = performerOf(dto) ?? asking.person;
  return {
    performer,
    transcriber: performer === asking.person ? null : asking.person,
    source: dto.source ?? 'manual',
  };
}
