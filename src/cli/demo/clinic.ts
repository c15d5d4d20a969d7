import type { SimulatedClock } from '../../platform/clock.js';
import { fromWallTime, parseLocalTime } from '../../domain/instant.js';
import type { Instant, Zone } from '../../domain/instant.js';
import { COLLEAGUES } from './cast.js';
import type { Colleague, DemoPatient } from './cast.js';
import type { Desk, Json } from './desk.js';
import type { Chance } from './random.js';
import type { Vial } from './vials.js';

/** A product that the clinic stocks. */
export interface Stocked {
  readonly id: string;
  readonly item: string;
  readonly lotPrefix: string;
  /** Microlitres in a vial, and micrograms in a microlitre. */
  readonly size: number;
  readonly perMicrolitre: number;
  /** How many vials come at a time, and when the custodian orders more. */
  readonly order: number;
  readonly reorderAt: number;
}

/** Everything that the demonstration knows about its clinic: the book's side and the physical one. */
export interface Clinic {
  readonly url: string;
  readonly site: string;
  readonly zone: Zone;
  readonly clock: SimulatedClock;
  readonly chance: Chance;
  readonly desks: ReadonlyMap<Colleague['key'], Desk>;
  readonly people: ReadonlyMap<Colleague['key'], string>;
  readonly products: readonly Stocked[];
  readonly supplier: string;
  readonly sealed: Map<string, Vial[]>;
  readonly open: Map<string, Vial>;
  /** Opened vials past their use, still on hand. */
  readonly quarantined: Vial[];
  readonly patients: DemoPatient[];
  /** Local date of the day that is being lived, and its number. */
  today: string;
  day: number;
  /** Minutes after midnight, local. */
  minute: number;
}

export const colleagueOf = (key: Colleague['key']): Colleague => {
  const found = COLLEAGUES.find((colleague) => colleague.key === key);
  if (found === undefined) throw new Error(`nobody is called ${key}`);
  return found;
};

export function deskOf(clinic: Clinic, key: Colleague['key']): Desk {
  const desk = clinic.desks.get(key);
  if (desk === undefined) throw new Error(`${key} has no desk`);
  return desk;
}

export const sitePath = (clinic: Clinic, path: string): string =>
  `/api/sites/${clinic.site}/${path}`;

/** The instant of a local time of today. The clinic's hours never fall into a clock change. */
export function at(clinic: Clinic, minute: number): Instant {
  const hours = String(Math.floor(minute / 60)).padStart(2, '0');
  const minutes = String(Math.floor(minute) % 60).padStart(2, '0');
  const local = parseLocalTime(`${clinic.today}T${hours}:${minutes}:00`);
  const reading = local === undefined ? undefined : fromWallTime(local, clinic.zone);
  if (reading?.kind !== 'one')
    throw new Error(`${clinic.today} ${hours}:${minutes} is not one instant`);
  return reading.instant;
}

/** Lets time pass until a local time of today: everybody's clock is the service's. */
export function waitUntil(clinic: Clinic, minute: number): void {
  const target = Math.max(clinic.minute, minute);
  clinic.clock.advance((target - clinic.minute) * 60_000);
  clinic.minute = target;
}

/** Quantities as the API takes them: microlitres in, decimal text with its unit out. */
export const millilitres = (microlitres: number): Json => ({
  value: `${Math.floor(microlitres / 1000)}.${String(microlitres % 1000).padStart(3, '0')}`,
  unit: 'mL',
});
export const milligrams = (micrograms: number): Json => ({
  value: `${Math.floor(micrograms / 1000)}.${String(micrograms % 1000).padStart(3, '0')}`,
  unit: 'mg',
});

/** What a person says of an act that they are doing now. */
export const now = (
  clinic: Clinic,
): { readonly posture: 'intended'; readonly occurredAt: string; readonly source: 'scan' } => ({
  posture: 'intended',
  occurredAt: clinic.clock.now(),
  source: 'scan',
});

/** What stands at the second person's side of an act. */
export interface Second {
  readonly who: Colleague['key'];
  readonly meaning: 'witnessed' | 'counted' | 'verified' | 'approved' | 'closed';
  readonly seen: readonly string[];
}

/** Records an act that two people sign: the second one reads it on the same screen and proves who they are. */
export async function recordTogether(
  clinic: Clinic,
  performer: Colleague['key'],
  act: {
    readonly kind: string;
    readonly door: string;
    readonly body: { readonly [key: string]: Json };
  },
  second: Second,
): Promise<Record<string, unknown>> {
  const desk = deskOf(clinic, performer);
  const key = desk.uuid();
  const signer = colleagueOf(second.who);
  const challenge = await desk.post(sitePath(clinic, 'signatures'), {
    entry: key,
    kind: act.kind,
    request: act.body,
    signer: signer.signInName,
    meaning: second.meaning,
    seen: [...second.seen],
  });
  const id = String(challenge.id);
  await desk.post(sitePath(clinic, `signatures/${id}`), { pin: signer.pin });
  return desk.record(sitePath(clinic, act.door), { ...act.body, signatures: [id] }, key);
}
