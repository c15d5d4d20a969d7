import { COLLEAGUES, colleagueOf } from './cast.js';
import type { Colleague, PatientParticulars } from './cast.js';
import type { Desk } from './desk.js';
import type { Act, Answered, Count, Paper, Second, WayIn } from './way-in.js';

/** Minutes that a count takes, and that counting again takes. */
const COUNTING = 6;
const COUNTING_AGAIN = 4;

/** Through the doors, as people do: over HTTP, each in their own session, a second person with their own PIN. */
export class Doors implements WayIn {
  constructor(
    private readonly desks: ReadonlyMap<Colleague['key'], Desk>,
    private readonly site: string,
  ) {}

  async record(performer: Colleague['key'], act: Act, second?: Second): Promise<Answered> {
    const desk = this.#desk(performer);
    if (second === undefined) return desk.post(this.#at(act.door), act.body);
    const key = desk.uuid();
    const signer = colleagueOf(second.who);
    // The second one reads it on the same screen and proves who they are.
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
    return desk.record(this.#at(act.door), { ...act.body, signatures: [id] }, key);
  }

  async count(
    counter: Colleague['key'],
    count: Count,
    { between, tally }: Parameters<WayIn['count']>[2],
  ): Promise<Answered> {
    const desk = this.#desk(counter);
    const draft = await desk.post(this.#at('counts'), { ...count });
    const door = this.#at(`counts/${String(draft['id'])}/tally`);
    await between(COUNTING);
    const first = await desk.post(door, tally());
    if (first['status'] !== 'recount') return Object(first['entry']) as Answered;
    await between(COUNTING_AGAIN);
    return Object((await desk.post(door, tally()))['entry']) as Answered;
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

  #desk(key: Colleague['key']): Desk {
    const desk = this.desks.get(key);
    if (desk === undefined) throw new Error(`${key} has no desk`);
    return desk;
  }

  #at(path: string): string {
    return `/api/sites/${this.site}/${path}`;
  }
}
