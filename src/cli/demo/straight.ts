import type { INestApplicationContext } from '@nestjs/common';
import { asId } from '../../domain/ids.js';
import type { EntryId, LedgerId, LocationId, PersonId } from '../../domain/ids.js';
import { businessDate } from '../../domain/measures/instant.js';
import { formatQuantity } from '../../domain/measures/quantity.js';
import { REFUSALS } from '../../domain/rejection.js';
import type { CountFacts, Request, SecondCount } from '../../domain/request.js';
import { ActForms } from '../../features/act-form.js';
import type { AnyActForm } from '../../features/act-form.js';
import { countForm } from '../../features/counts/count-form.js';
import { INVENTORY_TALLY } from '../../features/inventories/inventory-tally-form.js';
import { filesNamedBy } from '../../features/named-files.js';
import { Charts } from '../../features/reconciliations/charts.js';
import { Recalls } from '../../features/quarantines/recalls.js';
import { RunningCounts } from '../../features/running-counts.js';
import { PatientRecords } from '../../features/patient-records.js';
import { Ledger } from '../../ledger/ledger.js';
import { MovingDto } from '../../features/moved.dto.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Recorded, SimulatedSigner } from '../../ledger/submission.js';
import { FileStore } from '../../platform/files/file-store.js';
import { validated } from '../../platform/http/validation.js';
import type { SimulatedClock } from '../../platform/clock.js';
import type { Colleague, PatientParticulars } from './cast.js';
import { Chance } from './random.js';
import { UnexpectedAnswer } from './desk.js';
import type {
  Act,
  Answered,
  ChartPeriod,
  Count,
  Counting,
  InventoryPlan,
  Paper,
  PlaceCounting,
  ReadChart,
  Second,
  WayIn,
} from './way-in.js';

interface StraightParts {
  readonly app: INestApplicationContext;
  readonly site: string;
  readonly people: ReadonlyMap<Colleague['key'], string>;
  readonly clock: SimulatedClock;
  readonly seed: number;
}

interface Asked {
  readonly performer: Colleague['key'];
  /** Whom the body names as performer: whoever asks has then only written it down. */
  readonly named?: PersonId | null;
  readonly second?: Second | undefined;
}

/** How long counting takes, and counting again. */
const MINUTES_OF_COUNTING = [6, 4] as const;
const COUNTING_EVERYTHING = 14;

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
  /** Of its own, so that who is answered first changes nothing of what happens at the clinic. */
  readonly #ids: Chance;
  #reading = 0;
  readonly #haveRead: (() => void)[] = [];

  constructor(private readonly parts: StraightParts) {
    const { app, site } = parts;
    this.#forms = app.get(ActForms);
    this.#ledger = app.get(Ledger);
    this.#reader = app.get(LedgerReader);
    this.#patients = app.get(PatientRecords);
    this.#files = app.get(FileStore);
    this.#site = asId(site);
    this.#ids = new Chance(parts.seed + 1);
  }

  async record(performer: Colleague['key'], act: Act, second?: Second): Promise<Answered> {
    const request = await this.#read(this.#formOf(act.kind), act.body);
    const { performer: said } = act.body;
    const named: PersonId | null = typeof said === 'string' ? asId(said) : null;
    return answerOf(act.kind, await this.#submit(request, { performer, named, second }));
  }

  async count(
    counter: Colleague['key'],
    count: Count,
    { between, find, tell }: PlaceCounting,
  ): Promise<Answered> {
    const size = (await this.#reader.head(this.#site))?.size ?? 0;
    const startedAt = this.parts.clock.now();
    const { type, location, recounts = null, apart } = count;
    const second: Second | undefined = apart && { who: apart, meaning: 'counted', seen: ['count'] };
    const id = this.#ids.uuid();
    const place: LocationId = asId(location);
    const scope = { location: place, type, plan: null, recounts };
    const asked = { first: null, firstKey: null, again: {}, line: null, apart: null };
    const who = { counter: this.#person(counter), startedAt, expiresAt: startedAt };
    const draft = { id, size, ...who, ...scope, ...asked };
    const kind = recounts === null ? 'count' : 'recount';
    const form = countForm(kind, { draft: () => Promise.resolve(draft) });
    for (const minutes of MINUTES_OF_COUNTING) {
      await between(minutes);
      const request = await this.#read(form, { ...tell(find()), count: id });
      if (request.kind !== 'count' && request.kind !== 'recount')
        throw new Error(`bug: the form of a count made a ${request.kind}`);
      const isAgain = minutes === MINUTES_OF_COUNTING[1];
      const told = isAgain ? recounted(request) : request;
      const both = apart === undefined ? told : foundByTwo(told, this.#person(apart));
      const recorded = await this.#submit(both, { performer: counter, second });
      if (recorded.outcome === 'refused' && !isAgain) continue;
      return answerOf(kind, recorded);
    }
    throw new Error('bug: a count was neither recorded nor refused');
  }

  async inventory(
    counter: Colleague['key'],
    { type, asOf, date }: InventoryPlan,
    { between, tally, second }: Counting & { readonly second: Second },
  ): Promise<Answered> {
    const plan = { asOf, date: businessDate(date), items: [] };
    const scope = { location: null, type, plan, recounts: null };
    const running = this.parts.app.get(RunningCounts);
    const { id } = await running.begin(this.#site, this.#person(counter), scope);
    await between(COUNTING_EVERYTHING);
    const form = this.#formOf(INVENTORY_TALLY);
    const request = await this.#read(form, { ...tally(), inventory: id });
    return answerOf('inventory', await this.#submit(request, { performer: counter, second }));
  }

  async recall(
    performer: Colleague['key'],
    { lot, ...head }: Parameters<WayIn['recall']>[1],
  ): Promise<readonly string[]> {
    const entry: EntryId = asId(this.#ids.uuid());
    const of = { lot, product: null };
    const { containers } = await this.parts.app.get(Recalls).toSetApart(this.#site, entry, of);
    const body = { ...head, containers: [...containers], why: 'recalled' };
    await this.record(performer, { kind: 'quarantine', door: 'quarantines', body });
    return containers;
  }

  async chart(
    _reader: Colleague['key'],
    { item, beginning, closing }: ChartPeriod,
  ): Promise<ReadChart> {
    const drawn = await this.parts.app.get(Charts).draw(this.#site, {
      item: asId(item),
      beginning,
      closing,
      by: 'event',
      knownAt: null,
    });
    const { difference } = drawn.reconciliation.chart;
    return { knownAt: drawn.knownAt, difference: formatQuantity(difference) };
  }

  async keep(by: Colleague['key'], { bytes }: Paper): Promise<string> {
    return (await this.#files.store(this.#site, Buffer.from(bytes), this.#person(by))).hash;
  }

  async admit({ name, address, birthDate }: PatientParticulars): Promise<string> {
    const particulars = { name, address, birthDate, addressUnknown: null };
    const key = asId(this.#ids.uuid());
    return (await this.#patients.add(this.#site, key, particulars)).id;
  }

  beginDay(): Promise<void> {
    return Promise.resolve();
  }

  #formOf(name: string): AnyActForm {
    const form = this.#forms.of(name);
    if (form === undefined) throw new Error(`no form of ${name}`);
    return form;
  }

  /** Forms that people fill in at one time go on together: then the writer takes what they say in one transaction. */
  async #read(form: AnyActForm, body: Act['body']): Promise<Request> {
    this.#reading += 1;
    try {
      return await this.#readAlone(form, body);
    } finally {
      this.#reading -= 1;
      if (this.#reading > 0) await new Promise<void>((goOn) => this.#haveRead.push(goOn));
      else for (const goOn of this.#haveRead.splice(0)) goOn();
    }
  }

  async #readAlone(form: AnyActForm, body: Act['body']): Promise<Request> {
    const dto = await validated(form.dto, structuredClone(body), '');
    // `validated` makes what this form reads from the form's own DTO.
    const request = await form.read(dto as never, this.#site);
    await this.#files.claim(this.#site, filesNamedBy(request));
    return request;
  }

  #submit(request: Request, { performer, named, second }: Asked): Promise<Recorded> {
    const writer = this.#person(performer);
    const by = named ?? writer;
    return this.#ledger.record(this.#site, {
      id: asId(this.#ids.uuid()),
      request,
      performer: by,
      transcriber: by === writer ? null : writer,
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
  if (recorded.outcome === 'conflict')
    throw new Error(`bug: a ${kind} has the id of another entry`);
  const { code } = recorded.rejection;
  throw new UnexpectedAnswer(
    `The register did not take a ${kind} of the demonstration (${code}): ${REFUSALS[code].says}`,
  );
}

/** The same figures, found by somebody else as well. */
function foundByTwo<Asked extends CountFacts>(request: Asked, counter: PersonId): Asked {
  const { sealed, quarantined, open } = request;
  const numbers = (lines: CountFacts['sealed']): SecondCount['sealed'] =>
    lines.map(({ item, containers }) => ({ item, containers, first: containers }));
  const volumes = open.map(({ container, quantity, resolution }) => ({
    ...{ container, quantity, resolution },
    first: quantity,
  }));
  const own = { sealed: numbers(sealed), quarantined: numbers(quarantined), open: volumes };
  return { ...request, second: { counter, rounds: 1, ...own } };
}

/** The same figures, found a second time. */
function recounted<Asked extends CountFacts>(request: Asked): Asked {
  const again = <Line>(lines: readonly Line[]): readonly Line[] =>
    lines.map((line) => ({ ...line, recounted: true }));
  const { sealed, quarantined, open } = request;
  return { ...request, sealed: again(sealed), quarantined: again(quarantined), open: again(open) };
}
