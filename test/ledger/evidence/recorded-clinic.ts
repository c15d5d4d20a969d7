/** A clinic in a real database, with the signer and everything else that the service has; only HTTP is missing. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { asId } from '../../../src/domain/ids.js';
import type { LedgerId, PersonId } from '../../../src/domain/ids.js';
import { instant } from '../../../src/domain/measures/instant.js';
import type { Instant } from '../../../src/domain/measures/instant.js';
import type { Entry } from '../../../src/domain/entry.js';
import type { Role } from '../../../src/domain/person.js';
import type { PersonalField, Request, RequestHead } from '../../../src/domain/request.js';
import { Checkpoints } from '../../../src/ledger/checkpoints.js';
import { Ledger } from '../../../src/ledger/ledger.js';
import { LedgerReader } from '../../../src/ledger/ledger-reader.js';
import { SignerLease } from '../../../src/ledger/signer-lease.js';
import { SignerMemory } from '../../../src/ledger/signer-memory.js';
import { Signer } from '../../../src/ledger/signer.js';
import type { Submission } from '../../../src/ledger/submission.js';
import { SimulatedClock } from '../../../src/platform/clock.js';
import type { Clock } from '../../../src/platform/clock.js';
import { createPool } from '../../../src/platform/database/connection.js';
import { Keyring } from '../../../src/platform/keys/keyring.js';
import { LogKeys } from '../../../src/platform/keys/log-keys.js';
import { silentLog } from '../../../src/platform/process-log.js';
import { type Cast, ClinicStory, PRODUCT, type Signers, SITE, SUPPLIER } from './clinic-story.js';

export const ORGANISATION_ID: LedgerId = asId('org000000001');
export const SITE_ID: LedgerId = asId('site00000001');

const SECONDS_BETWEEN = 20;

/** One instance of the service: its pool, its data folder, its signer. Several may share a database. */
export class Instance {
  private constructor(
    readonly pool: pg.Pool,
    readonly keys: LogKeys,
    readonly memory: SignerMemory,
    readonly lease: SignerLease,
    readonly signer: Signer,
    readonly checkpoints: Checkpoints,
    readonly keyring: Keyring,
  ) {}

  static async open(serviceUrl: string, dataFolder: string): Promise<Instance> {
    const pool = createPool(serviceUrl, { max: 6 });
    const keys = await LogKeys.open(dataFolder);
    const memory = await SignerMemory.open(dataFolder);
    const lease = new SignerLease(pool, silentLog);
    const signer = new Signer({ pool, keys, memory, lease });
    const checkpoints = new Checkpoints({ pool, signer });
    const keyring = await Keyring.open(dataFolder);
    return new Instance(pool, keys, memory, lease, signer, checkpoints, keyring);
  }

  get reader(): LedgerReader {
    return new LedgerReader(this.pool, this.keyring);
  }

  async close(): Promise<void> {
    await this.checkpoints.stop();
    await this.lease.release();
    await this.pool.end();
  }
}

export class RecordedClinic {
  private readonly clock: Clock;
  private recording: Ledger;
  private readonly stories = new Map<LedgerId, ClinicStory>();

  private constructor(
    private instance: Instance,
    private readonly simulated: SimulatedClock | undefined,
    clock: Clock,
  ) {
    this.clock = clock;
    this.recording = this.ledgerOn(instance);
  }

  /** Opens the organisation and one site, and tells the story of so many infusions. */
  static async open(instance: Instance, infusions: number, clock?: Clock): Promise<RecordedClinic> {
    const simulated = new SimulatedClock(instant('2026-03-02T14:00:00Z'));
    const clinic = new RecordedClinic(
      instance,
      clock === undefined ? simulated : undefined,
      clock ?? simulated,
    );
    const cast = await clinic.openOrganisation();
    await clinic.openSite();
    await clinic.tell(SITE_ID, cast, infusions);
    return clinic;
  }

  async close(): Promise<void> {
    await this.recording.close();
  }

  /** Goes on with another instance, as after a restart. */
  async on(instance: Instance): Promise<this> {
    await this.recording.close();
    this.instance = instance;
    this.recording = this.ledgerOn(instance);
    return this;
  }

  private cast: Cast | undefined;

  /** Lets so many more infusions happen at a site. */
  async moreAt(site: LedgerId, infusions: number): Promise<void> {
    const story = this.stories.get(site);
    if (story === undefined) throw new Error(`there is no site ${site}`);
    for (let done = 0; done < infusions; done += 1) await story.infusion();
  }

  /** Another site of the same organisation, with an inventory and some infusions. */
  async anotherSite(site: LedgerId, infusions: number): Promise<void> {
    await this.openSite(site);
    if (this.cast === undefined) throw new Error('nobody works here');
    await this.tell(site, this.cast, infusions);
  }

  private async tell(site: LedgerId, cast: Cast, infusions: number): Promise<void> {
    this.cast = cast;
    const story = new ClinicStory(
      (request, by) => this.record(site, request, by),
      cast,
      () => this.passTime(),
    );
    this.stories.set(site, story);
    await story.begin();
    await this.moreAt(site, infusions);
  }

  private ledgerOn({ pool, keyring: sealer }: Instance): Ledger {
    return new Ledger({ pool, clock: this.clock, sealer });
  }

  private passTime(): Instant {
    this.simulated?.advance(SECONDS_BETWEEN * 1000);
    return this.clock.now();
  }

  private head(personal: readonly PersonalField[] = []): RequestHead {
    const occurredAt = this.passTime();
    return { posture: 'intended', occurredAt, reason: null, confirmed: [], personal };
  }

  private async openOrganisation(): Promise<Cast> {
    const system = 'system' as const;
    const origin = `clinic.invalid/csl/org/${ORGANISATION_ID}`;
    const verifierKey = await this.instance.signer.begin(ORGANISATION_ID, origin);
    const record = (request: Request, performer: PersonId | 'system' = system): Promise<Entry> =>
      this.submit(ORGANISATION_ID, request, { performer, challenges: [] });
    const clock = this.clock.kind === 'simulated' ? 'simulated' : 'real';
    await record({
      ...this.head(),
      kind: 'opened',
      ledger: ORGANISATION_ID,
      origin,
      clock,
      verifierKey,
      site: null,
      organisation: 'Lakeview Infusion Center',
    });
    const administrator = await this.hire('Ada Admin', system);
    await this.grant(administrator, ['administrator', 'registrant'], system);
    const custodian = await this.hire('Pia Pharmacist', administrator);
    await this.grant(custodian, ['custodian'], administrator);
    const clinician = await this.hire('Nils Nurse', administrator);
    await this.grant(clinician, ['clinician'], administrator);
    const witness = await this.hire('Wei Witness', administrator);
    await this.grant(witness, ['clinician', 'witness'], administrator);
    const approved = await record(
      {
        ...this.head(),
        kind: 'product',
        act: 'approved',
        product: null,
        facts: PRODUCT,
        productType: 'human',
      },
      administrator,
    );
    const added = await record(
      { ...this.head(), kind: 'supplier', act: 'added', supplier: null, facts: SUPPLIER },
      administrator,
    );
    this.administrator = administrator;
    return {
      custodian,
      clinician,
      witness,
      product: idOf(approved, 'product'),
      supplier: idOf(added, 'supplier'),
    };
  }

  private administrator: PersonId = asId('nobody');

  private async openSite(site: LedgerId = SITE_ID): Promise<void> {
    const registered: Request = { ...this.head(), kind: 'site', site, facts: SITE, premises: null };
    await this.submit(ORGANISATION_ID, registered, {
      performer: this.administrator,
      challenges: [],
    });
    const origin = `clinic.invalid/csl/site/${site}`;
    const verifierKey = await this.instance.signer.begin(site, origin);
    const clock = this.clock.kind === 'simulated' ? 'simulated' : 'real';
    const opened: Request = {
      ...this.head(),
      kind: 'opened',
      ledger: site,
      origin,
      clock,
      verifierKey,
      site: SITE,
      organisation: null,
    };
    await this.submit(site, opened, { performer: 'system', challenges: [] });
  }

  private async hire(name: string, performer: PersonId | 'system'): Promise<PersonId> {
    const initials = name.replace(/[^A-Z]/g, '');
    const personal: readonly PersonalField[] = [
      { field: 'name', value: name, retention: 'staff' },
      { field: 'initials', value: initials, retention: 'staff' },
    ];
    const hired = await this.submit(
      ORGANISATION_ID,
      { ...this.head(personal), kind: 'person', act: 'added', person: null, licenseClass: 'RN' },
      { performer, challenges: [] },
    );
    return idOf(hired, 'person');
  }

  private async grant(
    person: PersonId,
    roles: readonly Role[],
    performer: PersonId | 'system',
  ): Promise<void> {
    await this.submit(
      ORGANISATION_ID,
      { ...this.head(), kind: 'grant', person, site: 'organisation', roles, until: null },
      { performer, challenges: [] },
    );
  }

  /** Records with a second person's signature, made by a challenge as in life. */
  private async record(ledger: LedgerId, request: Request, by: Signers): Promise<Entry> {
    const { performer, second } = by;
    const id = asId(randomUUID()) as Submission['id'];
    if (second === undefined)
      return this.submit(ledger, request, { id, performer, challenges: [] });
    const at = this.clock.now();
    const { person: signer, meaning, seen } = second;
    const challenge = await this.recording.openChallenge({
      ledger,
      submission: { id, request, performer, transcriber: null, source: 'manual' },
      signer,
      meaning,
      seen,
      at,
    });
    if (challenge === undefined) throw new Error('there is no such ledger');
    await this.recording.signChallenge({ ledger, id: challenge.id, method: 'password', at });
    return this.submit(ledger, request, { id, performer, challenges: [challenge.id] });
  }

  private async submit(
    ledger: LedgerId,
    request: Request,
    how: Pick<Submission, 'performer' | 'challenges'> & Partial<Pick<Submission, 'id'>>,
  ): Promise<Entry> {
    const answer = await this.recording.record(ledger, {
      id: asId(randomUUID()),
      request,
      transcriber: null,
      source: 'manual',
      provedAt: this.clock.now(),
      ...how,
    });
    if (answer.outcome === 'recorded') return answer.entry;
    throw new Error(`${request.kind} was not recorded: ${JSON.stringify(answer)}`);
  }
}

function idOf(entry: Entry, noun: 'person' | 'product' | 'supplier'): never {
  const state = entry.effects.states.find((each) => each.noun === noun);
  if (state === undefined) throw new Error(`line ${entry.seq} made no ${noun}`);
  return asId(state.id);
}
