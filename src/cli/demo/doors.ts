import { COLLEAGUES, colleagueOf } from './cast.js';
import type { Colleague, PatientParticulars } from './cast.js';
import { UnexpectedAnswer } from './desk.js';
import type { Desk } from './desk.js';
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

/** Minutes that a count takes, that counting again takes, and that counting everything takes. */
const COUNTING = 6;
const COUNTING_AGAIN = 4;
const COUNTING_EVERYTHING = 14;
/** How often two people count before the demonstration gives up; a fourth time is longer than a count may take. */
const MOST_ROUNDS = 3;

/** Through the doors, as people do: over HTTP, each in their own session, a second person with their own PIN. */
export class Doors implements WayIn {
  constructor(
    private readonly desks: ReadonlyMap<Colleague['key'], Desk>,
    private readonly site: string,
  ) {}

  async record(performer: Colleague['key'], act: Act, second?: Second): Promise<Answered> {
    const desk = this.#desk(performer);
    if (second === undefined) return desk.post(this.#at(act.door), act.body);
    const signed = await this.#signed(desk, act, second);
    return desk.record(this.#at(act.door), signed.body, signed.key);
  }

  async count(
    counter: Colleague['key'],
    { apart, ...count }: Count,
    counting: PlaceCounting,
  ): Promise<Answered> {
    const desk = this.#desk(counter);
    const draft = await desk.post(this.#at('counts'), { ...count });
    const id = String(draft['id']);
    if (apart !== undefined) return this.#countApart([desk, apart], id, counting);
    const { between, find, tell } = counting;
    const door = this.#at(`counts/${id}/tally`);
    await between(COUNTING);
    const first = await desk.post(door, tell(find()));
    if (first['status'] !== 'recount') return Object(first['entry']) as Answered;
    await between(COUNTING_AGAIN);
    return Object((await desk.post(door, tell(find())))['entry']) as Answered;
  }

  /** Each hands in own figures, until both have found the same and it is no line to be counted again. */
  async #countApart(
    [desk, apart]: readonly [Desk, Colleague['key']],
    count: string,
    { between, find, tell }: PlaceCounting,
  ): Promise<Answered> {
    const figures = this.#at(`counts/${count}/figures`);
    const door = `counts/${count}/tally`;
    for (let round = 1; round <= MOST_ROUNDS; round += 1) {
      await between(round === 1 ? COUNTING : COUNTING_AGAIN);
      const found = find();
      await desk.post(figures, { round, ...found });
      const { status } = await this.#desk(apart).post(figures, { round, ...find() });
      if (status !== 'agreed') continue;
      const act = { kind: 'count', door, body: { ...tell(found), count } };
      const second = { who: apart, meaning: 'counted', seen: ['count'] } as const;
      const { body, key } = await this.#signed(desk, act, second);
      const answer = await desk.record(this.#at(door), body, key);
      if (answer['status'] === 'recorded') return Object(answer['entry']) as Answered;
    }
    throw new UnexpectedAnswer('Two people of the demonstration do not find the same.');
  }

  async inventory(
    counter: Colleague['key'],
    plan: InventoryPlan,
    { between, tally, second }: Counting & { readonly second: Second },
  ): Promise<Answered> {
    const desk = this.#desk(counter);
    const begun = await desk.post(this.#at('inventories/running'), { ...plan });
    const inventory = String(begun['id']);
    await between(COUNTING_EVERYTHING);
    const door = `inventories/running/${inventory}/tally`;
    const act = { kind: 'inventory-tally', door, body: { ...tally(), inventory } };
    const { body, key } = await this.#signed(desk, act, second);
    const answer = await desk.record(this.#at(door), body, key);
    if (answer['status'] !== 'recorded')
      throw new UnexpectedAnswer('An inventory of the demonstration does not agree with its book.');
    return Object(answer['entry']) as Answered;
  }

  async recall(
    performer: Colleague['key'],
    body: Parameters<WayIn['recall']>[1],
  ): Promise<readonly string[]> {
    const { containers } = await this.#desk(performer).post(this.#at('quarantines/recalls'), body);
    return Array.isArray(containers) ? containers.map(String) : [];
  }

  async chart(
    reader: Colleague['key'],
    { item, beginning, closing }: ChartPeriod,
  ): Promise<ReadChart> {
    const query = `item=${encodeURIComponent(item)}&beginning=${beginning.join()}&closing=${closing.join()}`;
    const read = await this.#desk(reader).get(this.#at(`reconciliations/chart?${query}`));
    return { knownAt: Number(read['knownAt']), difference: String(read['difference']) };
  }

  keep(by: Colleague['key'], paper: Paper): Promise<string> {
    return this.#desk(by).upload(this.#at('files'), { ...paper, type: 'application/pdf' });
  }

  async admit(particulars: PatientParticulars): Promise<string> {
    const added = await this.#desk('registrant').post(this.#at('patients'), { ...particulars });
    return String(added['id']);
  }

  /** Everybody signs in with their password at the start of their day; sessions end overnight. */
  async beginDay(): Promise<void> {
    for (const colleague of COLLEAGUES) {
      const isOffice = colleague.key === 'administrator' || colleague.key === 'inspector';
      if (!isOffice) await this.#desk(colleague.key).signIn(colleague);
    }
  }

  /** The second one reads it on the same screen and proves who they are. */
  async #signed(desk: Desk, act: Act, second: Second) {
    const key = desk.uuid();
    const signer = colleagueOf(second.who);
    const challenge = await desk.post(this.#at('signatures'), {
      entry: key,
      kind: act.kind,
      request: act.body,
      signer: signer.signInName,
      meaning: second.meaning,
      seen: [...second.seen],
    });
    const id = String(challenge['id']);
    await desk.post(this.#at(`signatures/${id}`), { pin: signer.pin });
    return { body: { ...act.body, signatures: [id] }, key };
  }

  #desk(key: Colleague['key']): Desk {
    const desk = this.desks.get(key);
    if (desk === undefined) throw new Error(`${key} has no desk`);
    return desk;
  }

  #at(path: string): string {
    return `/api/sites/${this.site}/${path}`;
  }
}
