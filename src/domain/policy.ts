import type { BusinessDate, Instant } from './measures/instant.js';
import { compare } from './measures/instant.js';
import type { CountSchedule } from './counting/count-schedule.js';
import type { LocationId } from './ids.js';
import type { WasteManner, WasteReason } from './bedside/infusion.js';
import type { SyringeScale } from './bedside/syringe.js';
import { max, quantity } from './measures/quantity.js';
import type { Quantity } from './measures/quantity.js';

/** What one site has decided. A setting is a number or a choice, never a condition. */
export interface PolicySettings {
  /** An entry later than this after its event needs a reason and is marked late. */
  readonly lateAfterMinutes: number;
  /** A witness later than this after the act is a late witness. */
  readonly witnessWindowMinutes: number;
  /** A performer whose last proof of identity is older than this proves it again. */
  readonly reauthenticateAfterMinutes: number;
  /** Least overfill allowance, in percent of the labelled content; the compendial excess applies where it is greater. */
  readonly overfillPercent: number;
  /** Most that one draw leaves in needle hub and syringe. */
  readonly deadSpacePerDraw: Quantity;
  readonly multipleDoseDays: number;
  readonly singleDoseHours: number;
  readonly preparationHours: number;
  /** Thousandths of mg/kg. */
  readonly doseCeilingPerKilogram: number;
  /** How far a draw may exceed the ordered dose before it is questioned, in percent. */
  readonly drawOverOrderPercent: number;
  readonly multipleDoseRemainder: 'inventory' | 'waste';
  readonly lineResidue: 'flushed' | 'waste';
  /** Business day turns over at this wall time: a night shift belongs to the day before until then. */
  readonly dayStartsAt: string;
  readonly retentionYears: number;
  /** An unfinished count gives its lock back after this. */
  readonly countLockMinutes: number;
  /** What is said when a container is punctured while another of its audit item stands open beside it. */
  readonly oneOpenContainer: 'allowed' | 'question' | 'stop';
  /** Use of an opened ampule, which cannot be closed again. */
  readonly ampuleHours: number;
  /** Use of a single-dose container that is entered in clean air (ISO class 5). */
  readonly cleanAirHours: number;
  /** Storage locations at which containers are entered in clean air. */
  readonly cleanAirLocations: readonly LocationId[];
  /** Storage locations in the treatment area: a multiple-dose container that is entered there serves one patient. */
  readonly treatmentLocations: readonly LocationId[];
  /** How often each storage location is counted. */
  readonly countSchedules: readonly CountSchedule[];
  /** Whether two people count the same, each blind to the other. */
  readonly countsBy: 'one-person' | 'two-people';
  /** How opened containers may stand in an inventory: estimated, to the nearest quarter of a container, or measured. */
  readonly openedContainers: 'estimated' | 'quarter-containers' | 'measured';
  /** Longest time from one inventory of everything to the next. */
  readonly inventoryMonths: number;
  /** What is said when a draw passes over an open container that must be used sooner and holds enough. */
  readonly soonestFirst: 'allowed' | 'question';
  /** Syringes that the site draws with; none where draws are not held against their scales. */
  readonly syringes: readonly SyringeScale[];
  /** Reasons of waste that are valid at the site; every one that there is where none is named. */
  readonly wasteReasons: readonly WasteReason[];
  /** Manners of waste that are valid at the site; every one that there is where none is named. */
  readonly wasteManners: readonly WasteManner[];
  /** How far an assay may lie from what was expected, in percent of it. */
  readonly assayTolerancePercent: number;
}

/** Settings that came with later versions of a policy. One that was published before says nothing of them: the house's holds. */
type Later =
  | 'oneOpenContainer'
  | 'ampuleHours'
  | 'cleanAirHours'
  | 'countsBy'
  | 'openedContainers'
  | 'inventoryMonths'
  | 'soonestFirst'
  | 'assayTolerancePercent';

/** Settings as a site has published them. Null is the house's. */
export type PublishedSettings = Omit<PolicySettings, Later> & {
  readonly [Name in Later]: PolicySettings[Name] | null;
};

export const HOUSE_POLICY: PolicySettings = {
  lateAfterMinutes: 60,
  witnessWindowMinutes: 15,
  reauthenticateAfterMinutes: 10,
  overfillPercent: 10,
  deadSpacePerDraw: quantity(70),
  multipleDoseDays: 28,
  singleDoseHours: 4,
  preparationHours: 4,
  doseCeilingPerKilogram: 1500,
  drawOverOrderPercent: 20,
  multipleDoseRemainder: 'inventory',
  lineResidue: 'flushed',
  dayStartsAt: '00:00',
  retentionYears: 6,
  countLockMinutes: 15,
  oneOpenContainer: 'allowed',
  ampuleHours: 1,
  cleanAirHours: 6,
  cleanAirLocations: [],
  treatmentLocations: [],
  countSchedules: [],
  countsBy: 'one-person',
  openedContainers: 'estimated',
  inventoryMonths: 24,
  soonestFirst: 'allowed',
  syringes: [],
  wasteReasons: [],
  wasteManners: [],
  assayTolerancePercent: 10,
};

// Asked several times for each entry, and nothing writes into settings.
const IN_FORCE = new WeakMap<PublishedSettings, PolicySettings>();

/** What holds: the published settings, and the house's where nothing was published. */
function withHouse(settings: PublishedSettings): PolicySettings {
  const known = IN_FORCE.get(settings);
  if (known !== undefined) return known;
  const whole = {
    ...settings,
    oneOpenContainer: settings.oneOpenContainer ?? HOUSE_POLICY.oneOpenContainer,
    ampuleHours: settings.ampuleHours ?? HOUSE_POLICY.ampuleHours,
    cleanAirHours: settings.cleanAirHours ?? HOUSE_POLICY.cleanAirHours,
    countsBy: settings.countsBy ?? HOUSE_POLICY.countsBy,
    openedContainers: settings.openedContainers ?? HOUSE_POLICY.openedContainers,
    inventoryMonths: settings.inventoryMonths ?? HOUSE_POLICY.inventoryMonths,
    soonestFirst: settings.soonestFirst ?? HOUSE_POLICY.soonestFirst,
    assayTolerancePercent: settings.assayTolerancePercent ?? HOUSE_POLICY.assayTolerancePercent,
  };
  IN_FORCE.set(settings, whole);
  return whole;
}

export interface PublishedPolicy {
  /** Line that published it; null for the house policy that a ledger starts with. */
  readonly line: number | null;
  readonly effectiveFrom: Instant;
  readonly settings: PublishedSettings;
}

/** A policy with every setting that holds. */
export interface PolicyInForce extends PublishedPolicy {
  readonly settings: PolicySettings;
}

/** Every policy a site ever published, oldest first. */
export interface PolicyTimeline {
  readonly noun: 'policy';
  readonly id: 'timeline';
  readonly policies: readonly PublishedPolicy[];
}

/** The policy in force at an instant. What a drug may do follows its own time; what people must do, ours. */
export function policyAt(timeline: PolicyTimeline, at: Instant): PolicyInForce {
  const inForce = timeline.policies.filter((policy) => compare(policy.effectiveFrom, at) <= 0);
  const latest = inForce.at(-1) ?? timeline.policies[0];
  if (latest === undefined) throw new Error('a site without a policy');
  return { ...latest, settings: withHouse(latest.settings) };
}

/**
 * Since when a schedule has stood in every policy without a gap. A policy that repeats a schedule does not begin it anew.
 */
export function scheduledSince(
  timeline: PolicyTimeline,
  at: Instant,
  schedule: CountSchedule,
): Instant {
  const text = JSON.stringify(schedule);
  let { effectiveFrom } = policyAt(timeline, at);
  for (const earlier of [...timeline.policies].reverse()) {
    if (compare(earlier.effectiveFrom, effectiveFrom) >= 0) continue;
    if (!earlier.settings.countSchedules.some((each) => JSON.stringify(each) === text)) break;
    ({ effectiveFrom } = earlier);
  }
  return effectiveFrom;
}

/** Compendial excess volume of mobile liquids, by labelled content in microlitres (USP <1151>, older table). */
const EXCESS: readonly { readonly upTo: number; readonly excess: number }[] = [
  { upTo: 500, excess: 100 },
  { upTo: 1_000, excess: 100 },
  { upTo: 2_000, excess: 150 },
  { upTo: 5_000, excess: 300 },
  { upTo: 10_000, excess: 500 },
  { upTo: 20_000, excess: 600 },
  { upTo: 30_000, excess: 800 },
];

/** How far a container's book may run below zero while it is open. */
export function overfillAllowance(
  size: Quantity,
  settings: Pick<PolicySettings, 'overfillPercent'>,
): Quantity {
  const row = EXCESS.find(({ upTo }) => size <= BigInt(upTo));
  const excess = row === undefined ? (size * 2n) / 100n : BigInt(row.excess);
  const percent = (size * BigInt(settings.overfillPercent)) / 100n;
  return max(quantity(excess), quantity(percent));
}

/** A registration, lot or licence is good through its last day. */
export function isPast(lastDay: BusinessDate, on: BusinessDate): boolean {
  return on > lastDay;
}
