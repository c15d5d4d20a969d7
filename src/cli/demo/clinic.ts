import type { SimulatedClock } from '../../platform/clock.js';
import { fromWallTime, parseLocalTime } from '../../domain/measures/instant.js';
import type { Instant, Zone } from '../../domain/measures/instant.js';
import type { Colleague, DemoPatient } from './cast.js';
import type { Desk, Json } from './desk.js';
import type { Chance } from './random.js';
import { Hours } from './hours.js';
import type { Vial } from './vials.js';
import type { Act, Answered, Second, WayIn } from './way-in.js';

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

/** How large a clinic is. */
export interface ClinicSize {
  readonly chairs: number;
  /** Fewest and most infusions of a day. */
  readonly infusions: readonly [number, number];
  /** How many times the vials of a small clinic are ordered and kept. */
  readonly stock: number;
}

/** A sealed vial that is set apart. */
export interface SetApart {
  readonly vial: Vial;
  readonly why: 'temperature' | 'recalled' | 'awaiting-disposal' | 'suspect';
}

/** Everything that the demonstration knows about its clinic: the book's side and the physical one. */
export interface Clinic {
  readonly url: string;
  readonly site: string;
  readonly zone: Zone;
  readonly clock: SimulatedClock;
  readonly chance: Chance;
  readonly way: WayIn;
  readonly size: ClinicSize;
  readonly desks: ReadonlyMap<Colleague['key'], Desk>;
  readonly people: ReadonlyMap<Colleague['key'], string>;
  readonly products: readonly Stocked[];
  readonly supplier: string;
  readonly reverseDistributor: string;
  /** Sealed vials in the safe, for use, by product. */
  readonly sealed: Map<string, Vial[]>;
  /** Sealed vials in the cabinet of the treatment room. */
  readonly cabinet: Vial[];
  /** Sealed vials that are set apart in the safe, and why. */
  readonly apart: SetApart[];
  readonly open: Map<string, Vial>;
  /** Opened vials that must not be used, still on hand. */
  readonly quarantined: Vial[];
  readonly patients: DemoPatient[];
  /** Clinicians who work today. */
  onDuty: readonly Colleague['key'][];
  /** Raised when the demonstration is to end before its last day. */
  readonly stop: AbortSignal;
  /** Local date of the day that is being lived, and its number. */
  today: string;
  day: number;
  /** Minutes after midnight, local. */
  minute: number;
  /** While several people work side by side. */
  hours: Hours | undefined;
}

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

/** Waits until a local time of today: everybody's clock is the service's. */
export async function until(clinic: Clinic, minute: number): Promise<void> {
  const target = Math.max(clinic.minute, minute);
  if (clinic.hours === undefined) reach(clinic, target);
  else await clinic.hours.until(target);
}

/** Moves the service's clock to a minute of today. */
export function reach(clinic: Clinic, minute: number): void {
  clinic.clock.advance((minute - clinic.minute) * 60_000);
  clinic.minute = minute;
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

/** What a person says of an act of which they only tell afterwards. */
export const earlier = (occurredAt: string, reason: string, note: string) =>
  ({ posture: 'done', occurredAt, source: 'paper', reason, note }) as const;

/** Records an act of one person. */
export async function recordAlone(
  clinic: Clinic,
  performer: Colleague['key'],
  act: Act,
): Promise<Answered> {
  clinic.stop.throwIfAborted();
  return clinic.way.record(performer, act);
}

/** Records an act that two people sign. */
export async function recordTogether(
  clinic: Clinic,
  performer: Colleague['key'],
  act: Act,
  second: Second,
): Promise<Answered> {
  clinic.stop.throwIfAborted();
  return clinic.way.record(performer, act, second);
}

/** A sealed vial leaves the safe. The clinic orders early enough that there always is one. */
export function sealedVial(clinic: Clinic, product: Stocked): Vial {
  const vial = clinic.sealed.get(product.id)?.shift();
  if (vial === undefined)
    throw new Error(`no sealed vial of ${product.item} is left on ${clinic.today}`);
  return vial;
}

/** A sealed vial comes into the safe, for use. */
export function putBack(clinic: Clinic, vial: Vial): void {
  clinic.sealed.set(vial.product, [...(clinic.sealed.get(vial.product) ?? []), vial]);
}

/** What most patients get. */
export function usualProduct({ products: [usual] }: Clinic): Stocked {
  if (usual === undefined) throw new Error('the clinic stocks nothing');
  return usual;
}

/** A clinician of today, and another one who works beside them. */
export function pairOnDuty({ onDuty: [first, second] }: Clinic): {
  readonly first: Colleague['key'];
  readonly second: Colleague['key'];
} {
  if (first === undefined || second === undefined) throw new Error('fewer than two are on duty');
  return { first, second };
}

/** Lets several people work side by side, in the same minutes; each waits with `until`. */
export async function sideBySide(
  clinic: Clinic,
  people: readonly (() => Promise<void>)[],
): Promise<void> {
  clinic.hours = new Hours((minute) => {
    reach(clinic, Math.max(minute, clinic.minute));
  });
  await clinic.hours.work(people);
  clinic.hours = undefined;
}
