import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CellOf, Entry, Noun } from '../../src/domain/entry.js';
import { asId } from '../../src/domain/ids.js';
import type { FileHash, LedgerId, PatientId, PersonId } from '../../src/domain/ids.js';
import { isBefore, minutesBetween, plus } from '../../src/domain/measures/instant.js';
import type { Instant } from '../../src/domain/measures/instant.js';
import { asserts } from '../../src/domain/counting/inventory.js';
import { formatQuantity } from '../../src/domain/measures/quantity.js';
import type { Facts } from '../../src/domain/rejection.js';
import type { SecondCount } from '../../src/domain/request.js';
import { LedgerReader } from '../../src/ledger/ledger-reader.js';
import { expectStatus } from './http-clinic.js';
import type { JsonObject, Member } from './http-clinic.js';
import type { Answer, Device, HttpService } from './http-service.js';
import type { Cast } from './scenario-cast.js';
import type {
  CountBeginning,
  DrivenAct,
  DrivenEntry,
  Opened,
  Outcome,
  ScenarioDriver,
} from './scenario-driver.js';
import { bodyOf } from './scenario-http-acts.js';
import { signIn } from './scenario-http-clinic.js';
import type { HttpScenarios } from './scenario-http-clinic.js';
import { HttpCounts, tallyOf } from './scenario-http-counts.js';
import type { CountRequest, Figures, Tallied } from './scenario-http-counts.js';
import { HttpInventories, recountedIn } from './scenario-http-inventories.js';
import type { InventoryRequest } from './scenario-http-inventories.js';
import { HttpPatients, patientOf } from './scenario-http-patients.js';

/** A site that is being played at. */
interface Playing {
  readonly ledger: LedgerId;
  /** Its address. */
  readonly site: string;
  readonly people: ReadonlyMap<PersonId, Member>;
  readonly desk: Member;
  readonly patients: HttpPatients;
  readonly counts: HttpCounts;
  readonly inventories: HttpInventories;
  readonly sessions: Map<Device, SessionTimes>;
}
interface SessionTimes {
  readonly openedAt: Instant;
  readonly provedAt: Instant;
}

/** Who keeps the patient records, uploads papers and reads lines back: a registrant may. */
const AT_THE_DESK = 'Rita Vance';
/** A session ends after twelve hours. */
const SESSION_HOURS = 11;
/** Policy asks for a fresh proof after ten minutes, or fewer where a site says so. */
const PROOF_MINUTES = 9;

/**
 * Plays scenarios through the front door: every act, signature, patient and file is sent as a device in the clinic sends
 * it, and every line is read back. Cells of the book, of which no door shows the whole, are read where they are stored.
 */
export class HttpDriver implements ScenarioDriver {
  readonly hasForms = true;
  private playing: Playing | undefined;

  constructor(private readonly scenarios: HttpScenarios) {}

  async open(cast: Cast, at: Instant): Promise<Opened> {
    this.service.clock.set(at);
    const opened = await this.scenarios.openSite(cast);
    const people = this.scenarios.people();
    const desk = people.get(opened.people.get(AT_THE_DESK) ?? asId(''));
    if (desk === undefined) throw new Error(`nobody of the clinic is called ${AT_THE_DESK}`);
    const { ledger } = opened;
    const site = `/api/sites/${ledger}`;
    const [patients, counts] = [new HttpPatients(site, desk), new HttpCounts(site)];
    const inventories = new HttpInventories(site);
    const sessions = new Map<Device, SessionTimes>();
    this.playing = { ledger, site, people, desk, patients, counts, inventories, sessions };
    return opened;
  }

  async patient(name: string): Promise<PatientId> {
    await this.#enter(this.opened.desk);
    return asId(await this.opened.patients.add(name));
  }

  async file(name: string): Promise<FileHash> {
    const { desk, site } = this.opened;
    await this.#enter(desk);
    const form = new FormData();
    form.append('file', new Blob([`%PDF-1.7\n% ${name}\n%%EOF\n`], { type: 'application/pdf' }));
    const stored = await desk.device.send('POST', `${site}/files`, form, {});
    return asId(expectStatus(stored, 201).textAt('sha256'));
  }

  async countBegins(count: CountBeginning): Promise<void> {
    const answer = await this.#begin(count);
    if (answer !== null) expectStatus(answer, 201);
  }

  async submit(act: DrivenAct): Promise<Outcome> {
    const { request } = act;
    if (request.kind === 'opened') throw new Error('a site is opened by its driver');
    if (request.kind === 'report-issued') throw new Error('no scenario issues a document');
    if (request.kind === 'count' || request.kind === 'recount') return this.#count(act, request);
    if (request.kind === 'inventory' && asserts(request.type)) return this.#inventory(act, request);
    const named = patientOf(request);
    if (named !== undefined) {
      this.service.clock.set(act.at);
      await this.#enter(this.opened.desk);
      await this.opened.patients.state(request, named);
    }
    const { path, body: own } = bodyOf(request);
    const atScreen = act.transcriber ?? act.performer;
    const body =
      act.transcriber === null ? own : { ...own, performer: act.performer, source: 'paper' };
    const asked = { entry: randomUUID(), kind: request.kind, request: body };
    const signed = await this.#signed(act, asked);
    if ('refused' in signed) return signed.refused;
    const { device } = await this.#proven(atScreen, act.at);
    const address = `${this.opened.site}/${path}`;
    const answer = await device.post(address, { ...body, ...signed }, asked.entry);
    return answer.status === 201 ? acceptedAs(answer, '') : refusalOf(answer);
  }

  async entry(line: number): Promise<DrivenEntry> {
    const { ledger, site, desk } = this.opened;
    await this.#enter(desk);
    const shown = expectStatus(await desk.device.get(`${site}/entries/${line}`), 200);
    const stored = await this.service.app.get(LedgerReader).entry(ledger, line);
    if (stored === undefined) throw new Error(`no line ${line}`);
    const [told, kept] = [toldOf(shown), keptOf(stored.entry)];
    if (!isDeepStrictEqual(told, kept))
      throw new Error(`line ${line} is ${JSON.stringify(kept)} and reads ${JSON.stringify(told)}`);
    return stored.entry;
  }

  cell<N extends Noun>(noun: N, id: string): Promise<CellOf<N> | undefined> {
    return this.service.app.get(LedgerReader).cell(this.opened.ledger, noun, id);
  }

  /** All sites of a service are compared at once, after the last scenario: see `HttpScenarios.close`. */
  check(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.playing = undefined;
    return Promise.resolve();
  }

  private get service(): HttpService {
    return this.scenarios.service;
  }

  private get opened(): Playing {
    if (this.playing === undefined) throw new Error('the clinic is not open');
    return this.playing;
  }

  #member(person: PersonId): Member {
    const member = this.opened.people.get(person);
    if (member === undefined) throw new Error(`${person} is not of the clinic`);
    return member;
  }

  /** Signs a person in at their device, unless they are. */
  async #enter(member: Member): Promise<SessionTimes> {
    const { sessions } = this.opened;
    const known = sessions.get(member.device);
    const now = this.service.clock.now();
    if (known !== undefined && isBefore(now, plus(known.openedAt, { hours: SESSION_HOURS })))
      return known;
    await signIn(member);
    const session = { openedAt: now, provedAt: now };
    sessions.set(member.device, session);
    return session;
  }

  /** Sets the clock, and has a person prove who they are where their last proof is no longer fresh. */
  async #proven(person: PersonId, at: Instant): Promise<Member> {
    this.service.clock.set(at);
    const member = this.#member(person);
    const { openedAt, provedAt } = await this.#enter(member);
    const minutes = minutesBetween(provedAt, at);
    if (minutes >= 0 && minutes <= PROOF_MINUTES) return member;
    const { password, device } = member;
    expectStatus(await device.post('/api/session/proof', { password }), 200);
    this.opened.sessions.set(device, { openedAt, provedAt: at });
    return member;
  }

  /** The ids of an act's signatures: second people sign on the first one's device, each at their time. */
  async #signed(
    { performer, transcriber, cosigners }: DrivenAct,
    asked: { readonly entry: string; readonly kind: string; readonly request: JsonObject },
  ): Promise<{ readonly signatures: readonly string[] } | { readonly refused: Outcome }> {
    const address = `${this.opened.site}/signatures`;
    const signatures: string[] = [];
    for (const { person, meaning, seen, signedAt } of cosigners) {
      const { device } = await this.#proven(transcriber ?? performer, signedAt);
      const { signInName, pin } = this.#member(person);
      const body = { ...asked, signer: signInName, meaning, seen };
      const challenge = await device.post(address, body);
      if (challenge.status !== 201) return { refused: refusalOf(challenge) };
      const id = challenge.textAt('id');
      expectStatus(await device.post(`${address}/${id}`, { pin }), 200);
      signatures.push(id);
    }
    return { signatures };
  }

  async #begin(count: CountBeginning): Promise<Answer | null> {
    return this.opened.counts.begin(await this.#proven(count.performer, count.at), count);
  }

  /** Handed in as it was found first, and again for the lines that the door asks for. */
  async #inventory(act: DrivenAct, request: InventoryRequest): Promise<Outcome> {
    const { inventories } = this.opened;
    const begun = await inventories.begin(
      await this.#proven(act.performer, request.startedAt),
      request,
    );
    if (begun !== null && begun.status !== 201) return refusalOf(begun);
    const recounted = recountedIn(request);
    const tallies: readonly Figures[] =
      recounted.size > 0 && begun !== null ? ['first', 'last'] : ['last'];
    let answer = begun;
    for (const figures of tallies) {
      const body = inventories.bodyOf(request, figures);
      const asked = { entry: randomUUID(), kind: 'inventory-tally', request: body };
      const signed = await this.#signed(act, asked);
      if ('refused' in signed) return signed.refused;
      const member = await this.#proven(act.performer, act.at);
      answer = await inventories.handIn(member, { ...body, ...signed }, asked.entry);
    }
    if (answer === null) throw new Error('nothing was handed in');
    const again = answer.at('again');
    if (Array.isArray(again) && again.length > 0)
      return { accepted: false, code: 'count.needs-recount', facts: { lines: again.map(String) } };
    return answer.status === 201 ? acceptedAs(answer, 'entry.') : refusalOf(answer);
  }

  async #count(act: DrivenAct, request: CountRequest): Promise<Outcome> {
    const { at, performer, cosigners } = act;
    const { location, type, startedAt, recounts, second } = request;
    const begun = await this.#begin({ performer, location, type, recounts, at: startedAt });
    if (begun !== null && begun.status !== 201) return refusalOf(begun);
    if (second !== null) return this.#countApart(act, request, second);
    const asked = this.#askedOf(performer, request, 'last');
    const signed = await this.#signed(act, asked);
    if ('refused' in signed) return signed.refused;
    const member = await this.#proven(performer, at);
    const isLast = begun === null || cosigners.length > 0;
    const { answer, again } = isLast
      ? await this.opened.counts.handIn(member, request, {
          key: asked.entry,
          signed,
          figures: 'last',
        })
      : await this.opened.counts.tally(member, request);
    if (again.length > 0)
      return { accepted: false, code: 'count.needs-recount', facts: { lines: again } };
    return answer.status === 201 ? acceptedAs(answer, 'entry.') : refusalOf(answer);
  }

  /** Both hand in their own figures, as often as the door asks for them; then the second signs, and the first records. */
  async #countApart(act: DrivenAct, request: CountRequest, second: SecondCount): Promise<Outcome> {
    const { counts } = this.opened;
    const people = {
      first: await this.#proven(act.performer, act.at),
      second: await this.#proven(second.counter, act.at),
    };
    const rounds: readonly Figures[] = second.rounds > 1 ? ['first', 'last'] : ['last'];
    let tallied: Tallied | undefined;
    for (const figures of rounds) {
      await counts.apart(people, request, figures);
      const asked = this.#askedOf(act.performer, request, figures);
      const signed = await this.#signed(act, asked);
      if ('refused' in signed) return signed.refused;
      tallied = await counts.handIn(people.first, request, { key: asked.entry, signed, figures });
    }
    if (tallied === undefined) throw new Error('nothing was handed in');
    const { answer, again } = tallied;
    if (again.length > 0)
      return { accepted: false, code: 'count.needs-recount', facts: { lines: again } };
    return answer.status === 201 ? acceptedAs(answer, 'entry.') : refusalOf(answer);
  }

  /** What a second person is asked to sign of a count. */
  #askedOf(performer: PersonId, request: CountRequest, figures: Figures) {
    const count = this.opened.counts.runningOf(this.#member(performer), request.location);
    const body = { count, ...tallyOf(request, figures) };
    return { entry: randomUUID(), kind: request.kind, request: body };
  }
}

const acceptedAs = (answer: Answer, at: '' | 'entry.'): Outcome => ({
  accepted: true,
  line: Number(answer.textAt(`${at}line`)),
  leaf: asId(answer.textAt(`${at}leafHash`)),
});

/** Refusals that the guard of the doors knows before the rules are asked, and what the rules call them. */
const SAID_BY_THE_GUARD: Readonly<Record<string, string>> = {
  'site.not-permitted': 'entry.not-permitted',
};

/** A refusal by the form or by the rules. Anything else that is not an entry is no answer to a sentence of a scenario. */
function refusalOf(answer: Answer): Outcome {
  const code = String(answer.at('code'));
  if (code === 'request.invalid') {
    const members = listAt(answer, 'errors').map((error) => String(Reflect.get(error, 'field')));
    return { accepted: false, code, facts: { members } };
  }
  const guarded = SAID_BY_THE_GUARD[code];
  if (guarded === undefined && typeof answer.at('class') !== 'string')
    throw new Error(`the door answers ${answer.status}: ${answer.text}`);
  // The facts of a problem document are those of the refusal.
  return { accepted: false, code: guarded ?? code, facts: answer.at('facts') as Facts };
}

/** A line as it reads at the door, and as it is kept: what both tell. */
const toldOf = (shown: Answer) => ({
  line: shown.at('line'),
  kind: shown.at('kind'),
  occurredAt: shown.at('occurredAt'),
  recordedAt: shown.at('recordedAt'),
  businessDate: shown.at('businessDate'),
  performer: shown.at('performer'),
  flags: shown.at('flags'),
  about: shown.at('about'),
  movements: listAt(shown, 'movements').map((movement) => ({
    from: Reflect.get(movement, 'from') as unknown,
    to: Reflect.get(movement, 'to') as unknown,
    quantity: Reflect.get(movement, 'quantity') as unknown,
    item: Reflect.get(movement, 'item') as unknown,
  })),
});

function listAt(shown: Answer, path: string): readonly object[] {
  const list = shown.at(path);
  if (!Array.isArray(list)) throw new Error(`expected a list at ${path}, found ${shown.text}`);
  return list.filter((each): each is object => typeof each === 'object' && each !== null);
}

const keptOf = ({ seq, kind, occurredAt, recordedAt, businessDate, ...rest }: Entry) => ({
  line: seq,
  kind,
  occurredAt,
  recordedAt,
  businessDate,
  performer: rest.performer,
  flags: rest.effects.flags.map(({ code, about }) => ({ code, about })),
  about: rest.effects.states.map(({ noun, id }) => ({ noun, id })),
  movements: rest.effects.movements.map(({ from, to, quantity, item }) => ({
    from,
    to,
    quantity: formatQuantity(quantity),
    item,
  })),
});
