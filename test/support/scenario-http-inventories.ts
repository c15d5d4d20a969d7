import { openLine, namesIn } from '../../src/features/counted-lines.js';
import type { InventoryPlace, RequestOf } from '../../src/domain/request.js';
import type { JsonObject, Member } from './http-clinic.js';
import type { Answer } from './http-service.js';
import { headOf, jsonOf } from './scenario-http-acts.js';
import { linesOf } from './scenario-http-counts.js';
import type { Figures } from './scenario-http-counts.js';

export type InventoryRequest = RequestOf<'inventory'>;

interface Running {
  readonly id: string;
  readonly expiresAt: string;
}

/** Inventories that assert, over HTTP: begun once, and handed in once or twice. */
export class HttpInventories {
  private running: Running | undefined;

  constructor(private readonly site: string) {}

  /** Asks to begin an inventory; null where one is running already. */
  async begin(member: Member, request: InventoryRequest): Promise<Answer | null> {
    const { type, asOf, date, items, startedAt } = request;
    if (this.running !== undefined && this.running.expiresAt > startedAt) return null;
    const body = { type, asOf, date, items: [...items] };
    const answer = await member.device.post(`${this.site}/inventories/running`, body);
    if (answer.status === 201)
      this.running = { id: answer.textAt('id'), expiresAt: answer.textAt('expiresAt') };
    return answer;
  }

  /** What is handed in, and signed beforehand. */
  bodyOf(request: InventoryRequest, figures: Figures): JsonObject {
    if (this.running === undefined) throw new Error('no inventory was begun');
    const places = request.places.map((place) => placeOf(place, figures));
    return { ...headOf(request), inventory: this.running.id, places };
  }

  async handIn(member: Member, body: JsonObject, key: string): Promise<Answer> {
    const address = `${this.site}/inventories/running/${this.running?.id ?? ''}/tally`;
    const answer = await member.device.post(address, body, key);
    if (answer.at('status') === 'recorded') this.running = undefined;
    return answer;
  }
}

/** Whether somebody counted a line a second time. */
export function recountedIn({ places }: InventoryRequest): ReadonlySet<string> {
  return new Set(
    places.flatMap(({ location, sealed, quarantined, open }) => [
      ...sealed.filter((line) => line.recounted).map(({ item }) => namesIn(location).sealed(item)),
      ...quarantined
        .filter((line) => line.recounted)
        .map(({ item }) => namesIn(location).quarantined(item)),
      ...open.filter((line) => line.recounted).map(({ container }) => openLine(container)),
    ]),
  );
}

function placeOf(place: InventoryPlace, figures: Figures): JsonObject {
  const lines = linesOf(place, figures);
  return {
    ...lines,
    location: place.location,
    quarantined: place.quarantined.map((line) => ({
      item: line.item,
      containers: figures === 'first' ? line.first : line.containers,
      reasons: jsonOf(line.reasons),
    })),
  };
}
