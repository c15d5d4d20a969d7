import type { INestApplicationContext } from '@nestjs/common';
import { asId } from '../../domain/ids.js';
import type { LedgerId, PersonId } from '../../domain/ids.js';
import type { CountRequest, Request } from '../../domain/request.js';
import { ActForms } from '../../features/act-form.js';
import type { AnyActForm } from '../../features/act-form.js';
import { countForm } from '../../features/counts/count-form.js';
import { filesNamedBy } from '../../features/named-files.js';
import { PatientRecords } from '../../features/patient-records.js';
import { Ledger } from '../../ledger/ledger.js';
import { MovingDto } from '../../features/moved.dto.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Recorded, SimulatedSigner } from '../../ledger/submission.js';
import { FileStore } from '../../platform/files/file-store.js';
import { validated } from '../../platform/http/validation.js';
import type { SimulatedClock } from '../../platform/clock.js';
import type { Colleague, PatientParticulars } from './cast.js';
import type { Chance } from './random.js';
import type { Act, Answered, Count, Paper, Second, WayIn } from './way-in.js';

interface StraightParts {
  readonly app: INestApplicationContext;
  readonly site: string;
  readonly people: ReadonlyMap<Colleague['key'], string>;
  readonly clock: SimulatedClock;
  readonly chance: Chance;
}

interface Asked {
  readonly performer: Colleague['key'];
  readonly second?: Second | undefined;
}

/** How long counting takes, and counting again. */
const MINUTES_OF_COUNTING = [6, 4] as const;

/**
 * Straight to the writer, for a life that is too long to be lived over HTTP: forms are read as the doors read them and the
 * ledger decides as ever, but nobody signs in, and every signature says that it is simulated.
 */
export class StraightToTheWriter implements WayIn {
  readonly #forms: ActForms;
  readonly #ledger: Ledger;
  readonly #reader: LedgerReader;
  readonly #patients: PatientRecords;
  readonly #files: FileStore;
  readonly #site: LedgerId;

  constructor(private readonly parts: StraightParts) {
    const { app, site } = parts;
    this.#forms = app.get(ActForms);
    this.#ledger = app.get(Ledger);
    this.#reader = app.get(LedgerReader);
    this.#patients = app.get(PatientRecords);
    this.#files = app.get(FileStore);
    this.#site = asId(site);
  }

  async record(performer: Colleague['key'], act: Act, second?: Second): Promise<Answered> {
    const form = this.#forms.of(asId(act.kind));
    if (form === undefined) throw new Error(`no form of ${act.kind}`);
    const request = await this.#read(form, act.body);
    return answerOf(act.kind, await this.#submit(request, { performer, second }));
  }

  async count(
    counter: Colleague['key'],
    count: Count,
    { between, tally }: Parameters<WayIn['count']>[2],
  ): Promise<Answered> {
    const size = (await this.#reader.head(this.#site))?.size ?? 0;
    const startedAt = this.parts.clock.now();
    const { type, location } = count;
    const id = this.parts.chance.uuid();
    const scope = { location: asId(location), type, plan: null, recounts: null };
    const asked = { first: null, firstKey: null, again: {}, line: null, apart: null };
    const who = { counter: this.#person(counter), startedAt, expiresAt: startedAt };
    const draft = { id, size, ...who, ...scope, ...asked };
    const form = countForm('count', { draft: () => Promise.resolve(draft) });
    for (const minutes of MINUTES_OF_COUNTING) {
      await between(minutes);
      const request = await this.#read(form, { ...tally(), count: id });
      const isAgain = minutes === MINUTES_OF_COUNTING[1];
      const told = request.kind === 'count' && isAgain ? recounted(request) : request;
      const recorded = await this.#submit(told, { performer: counter });
      if (recorded.outcome === 'refused' && !isAgain) continue;
      return answerOf('count', recorded);
    }
    throw new Error('bug: a count was neither recorded nor refused');
  }

  async keep(by: Colleague['key'], { bytes }: Paper): Promise<string> {
    return (await this.#files.store(this.#site, Buffer.from(bytes), this.#person(by))).hash;
  }

  async admit({ name, address, birthDate }: PatientParticulars): Promise<string> {
    const particulars = { name, address, birthDate, addressUnknown: null };
    const key = asId(this.parts.chance.uuid());
    return (await this.#patients.add(this.#site, key, particulars)).id;
  }

  beginDay(): Promise<void> {
    return Promise.resolve();
  }

  async #read(form: AnyActForm, body: Act['body']): Promise<Request> {
    const dto = await validated(form.dto, structuredClone(body), '');
    // `validated` makes what this form reads from the form's own DTO.
    const request = await form.read(dto as never, this.#site);
    await this.#files.claim(this.#site, filesNamedBy(request));
    return request;
  }

  #submit(request: Request, { performer, second }: Asked): Promise<Recorded> {
    return this.#ledger.record(this.#site, {
      id: asId(this.parts.chance.uuid()),
      request,
      performer: this.#person(performer),
      transcriber: null,
      source: 'interface',
      provedAt: this.parts.clock.now(),
      challenges: [],
      simulated: second === undefined ? [] : [this.#signer(second)],
    });
  }

  #signer({ who, meaning, seen }: Second): SimulatedSigner {
    // The cast's words are those of the domain; the ledger's codec refuses others.
    return { person: this.#person(who), meaning, seen: seen as SimulatedSigner['seen'] };
  }

  #person(key: Colleague['key']): PersonId {
    const found = this.parts.people.get(key);
    if (found === undefined) throw new Error(`${key} does not work here`);
    return asId(found);
  }
}

function answerOf(kind: string, recorded: Recorded): Answered {
  if (recorded.outcome === 'recorded') {
    const { line, leafHash, discrepancies } = new MovingDto(recorded);
    return { line, leafHash, discrepancies };
  }
  const why = recorded.outcome === 'refused' ? recorded.rejection : recorded.outcome;
  throw new Error(`${kind} was not recorded: ${JSON.stringify(why)}`);
}

/** The same figures, found a second time. */
function recounted(request: CountRequest): CountRequest {
  const again = <Line>(lines: readonly Line[]): readonly Line[] =>
    lines.map((line) => ({ ...line, recounted: true }));
  const { sealed, quarantined, open } = request;
  return { ...request, sealed: again(sealed), quarantined: again(quarantined), open: again(open) };
}
