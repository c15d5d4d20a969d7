import { randomUUID } from 'node:crypto';
import { openLine, PLACE_NAMES } from '../../src/features/counted-lines.js';
import type {
  CountedPlace,
  CountOpenLine,
  CountSealedLine,
  RequestOf,
  SecondCount,
} from '../../src/domain/request.js';
import type { JsonObject, Member } from './http-clinic.js';
import type { Answer } from './http-service.js';
import type { CountBeginning } from './scenario-driver.js';
import { headOf, quantityOf } from './scenario-http-acts.js';

export type CountRequest = RequestOf<'count' | 'recount'>;

/** What came of a tally: its answer, and the lines that are to be counted again after it. */
export interface Tallied {
  readonly answer: Answer;
  readonly again: readonly string[];
}

/** What is handed in under the key that its signatures were made for. */
export interface SignedTally {
  readonly key: string;
  readonly signed: JsonObject;
  readonly figures: Figures;
}

interface Running {
  readonly id: string;
  /** The next round of figures, where two people count apart. */
  round: number;
  readonly expiresAt: string;
}

/**
 * Counts over HTTP. A scenario tells a count as one act; at the door it is begun, handed in, and handed in once more for
 * the lines that it asks for again. A count that was refused goes on while it runs: nobody can give its lock back.
 */
export class HttpCounts {
  private readonly running = new Map<string, Running>();

  constructor(private readonly site: string) {}

  /** Asks to begin a count; null where the person has one running at this time. */
  async begin(member: Member, count: CountBeginning): Promise<Answer | null> {
    const { location, type, at, recounts } = count;
    const key = keyOf(member, location);
    const running = this.running.get(key);
    if (running !== undefined && running.expiresAt > at) return null;
    const body = { type, location, ...(recounts === null ? {} : { recounts }) };
    const answer = await member.device.post(`${this.site}/counts`, body);
    if (answer.status === 201)
      this.running.set(key, {
        id: answer.textAt('id'),
        expiresAt: answer.textAt('expiresAt'),
        round: 1,
      });
    return answer;
  }

  /** Hands in what was counted first, and then what stands in the end, where the door asks for it. */
  async tally(member: Member, request: CountRequest): Promise<Tallied> {
    const first = await this.#send(member, request.location, tallyOf(request, 'first'));
    const mayRepeat = first.again.length > 0 && first.again.every(isRecountedIn(request));
    return mayRepeat ? this.#send(member, request.location, tallyOf(request, 'last')) : first;
  }

  /** Hands in under a key, with what signatures add to it. */
  async handIn(
    member: Member,
    request: CountRequest,
    { key, signed, figures }: SignedTally,
  ): Promise<Tallied> {
    return this.#send(member, request.location, { ...tallyOf(request, figures), ...signed }, key);
  }

  /** Hands in what two people found who count apart, the second on their own device. */
  async apart(
    { first, second }: { readonly first: Member; readonly second: Member },
    request: CountRequest,
    figures: Figures,
  ): Promise<void> {
    const running = this.running.get(keyOf(first, request.location));
    if (running === undefined || request.second === null) throw new Error('nobody counts apart');
    const { round } = running;
    const address = `${this.site}/counts/${running.id}/figures`;
    await first.device.post(address, { round, ...linesOf(request, figures) });
    await second.device.post(address, {
      round,
      ...linesOf(secondsPlace(request, request.second), figures),
    });
    running.round += 1;
  }

  /** The id of the count that a person has running at a location. */
  runningOf(member: Member, location: string): string {
    return this.running.get(keyOf(member, location))?.id ?? '';
  }

  async #send(
    member: Member,
    location: string,
    body: JsonObject,
    key: string = randomUUID(),
  ): Promise<Tallied> {
    const running = this.running.get(keyOf(member, location));
    if (running === undefined) throw new Error(`no count of ${location} was begun`);
    const answer = await member.device.post(`${this.site}/counts/${running.id}/tally`, body, key);
    const again = answer.at('again');
    if (answer.at('status') === 'recorded') this.running.delete(keyOf(member, location));
    return { answer, again: Array.isArray(again) ? again.map(String) : [] };
  }
}

/** The place as the second counter found it, by the methods of the first. */
const secondsPlace = (place: CountRequest, second: SecondCount): CountedPlace => ({
  ...place,
  sealed: second.sealed.map((line) => ({ ...line, recounted: false })),
  quarantined: second.quarantined.map((line) => ({ ...line, recounted: false })),
  open: place.open.map((line, index) => ({ ...line, ...second.open[index] })),
});

/** The figures that were found first, or those that stand in the end. */
export type Figures = 'first' | 'last';

const keyOf = ({ person }: Member, location: string): string => `${person} ${location}`;

export function tallyOf(request: CountRequest, figures: Figures): JsonObject {
  return {
    ...headOf(request),
    ...linesOf(request, figures),
    ...(request.investigators === null ? {} : { investigators: investigatorsOf(request) }),
  };
}

function investigatorsOf({ investigators, personal }: CountRequest): JsonObject {
  const { agency = '', sealed = [], quarantined = [], open = [] } = investigators ?? {};
  const who = personal.find(({ field }) => field === 'investigators')?.value ?? '';
  return {
    agency,
    who,
    sealed: sealed.map((line) => ({ ...line })),
    quarantined: quarantined.map((line) => ({ ...line })),
    open: open.map(({ container, quantity }) => ({ container, quantity: quantityOf(quantity) })),
  };
}

/** What was found at one storage location. */
export function linesOf(place: CountedPlace, figures: Figures): JsonObject {
  const numberOf = ({ item, containers, first }: CountSealedLine): JsonObject => ({
    item,
    containers: figures === 'first' ? first : containers,
  });
  const volumeOf = (line: CountOpenLine): JsonObject => ({
    container: line.container,
    quantity: quantityOf(figures === 'first' ? line.first : line.quantity),
    method: line.method,
    resolution: quantityOf(line.resolution),
  });
  return {
    sealed: place.sealed.map(numberOf),
    quarantined: place.quarantined.map(numberOf),
    open: place.open.map(volumeOf),
  };
}

export function isRecountedIn({
  sealed,
  quarantined,
  open,
}: CountRequest): (line: string) => boolean {
  const recounted = new Set([
    ...sealed.filter((line) => line.recounted).map(({ item }) => PLACE_NAMES.sealed(item)),
    ...quarantined
      .filter((line) => line.recounted)
      .map(({ item }) => PLACE_NAMES.quarantined(item)),
    ...open.filter((line) => line.recounted).map(({ container }) => openLine(container)),
  ]);
  return (line) => recounted.has(line);
}
