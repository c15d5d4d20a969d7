import type { AuditItem, BagId, ContainerId, DrawId } from './ids.js';
import type { Quantity } from './measures/quantity.js';

/**
 * Drug only moves: each change of quantity is a movement from one custody account to another, in exact integers,
 * so `opening + in = out + closing` holds by construction.
 */
export type InsideAccount = `container:${string}` | `in-process:${string}` | `held:${string}`;

export const OUTSIDE_ACCOUNTS = [
  'opening',
  'supplier',
  'other-registrant',
  'patient',
  'waste',
  'handed-over',
  'destroyed',
  'reverse-distributor',
  'returned-to-supplier',
  'authority',
  'spilled',
  'overfill',
  'hub-loss',
  'unexplained',
  'stolen-or-lost',
  'found',
] as const;
export type OutsideAccount = (typeof OUTSIDE_ACCOUNTS)[number];
export type Account = InsideAccount | OutsideAccount;

/** One leg of an entry. `quantity` is positive; a correction reverses by swapping the accounts. */
export interface Movement {
  readonly from: Account;
  readonly to: Account;
  readonly quantity: Quantity;
  readonly item: AuditItem;
}

/** How the accounts of containers and draws begin; what follows names which. */
const CONTAINER = 'container:';
const IN_PROCESS = 'in-process:';
const HELD = 'held:';

export const containerAccount = (id: ContainerId): InsideAccount => `container:${id}`;
export const inProcessAccount = (id: DrawId): InsideAccount => `in-process:${id}`;
export const heldAccount = (id: BagId): InsideAccount => `held:${id}`;

export function isInside(account: Account): account is InsideAccount {
  return account.includes(':');
}

/** On hand is what stands in containers: the balance that the register prints. */
export function isOnHand(account: Account): boolean {
  return account.startsWith(CONTAINER);
}

/** Drawn, and neither given, wasted nor held yet. */
export function isInProcess(account: string): account is InsideAccount {
  return account.startsWith(IN_PROCESS);
}

/** Residue in a sealed bag that waits for a witness. */
export function isHeld(account: string): account is InsideAccount {
  return account.startsWith(HELD);
}

/** The container whose account it is. */
export function containerOf(account: Account): ContainerId | undefined {
  return isOnHand(account) ? (account.slice(CONTAINER.length) as ContainerId) : undefined;
}

/** The draw whose account it is. */
export function drawOf(account: Account): DrawId | undefined {
  return isInProcess(account) ? (account.slice(IN_PROCESS.length) as DrawId) : undefined;
}

/** The same quantity going back where it came from. */
export function reversed(movement: Movement): Movement {
  return { ...movement, from: movement.to, to: movement.from };
}

/** Column of the investigators' computation chart; `memo` stands below the line and in no total. */
export type ChartColumn = 2 | 3 | 4 | 7 | 8 | 9 | 10 | 11 | 'memo' | 'inside';
export interface ChartPlace {
  readonly column: ChartColumn;
  /** -1n where the movement takes back what its column counted. */
  readonly sign: 1n | -1n;
}

const INTO_CUSTODY: Partial<Record<OutsideAccount, ChartColumn>> = {
  opening: 2,
  supplier: 3,
  'other-registrant': 4,
  'reverse-distributor': 4,
  found: 4,
  overfill: 'memo',
};
const OUT_OF_CUSTODY: Partial<Record<OutsideAccount, ChartColumn>> = {
  patient: 7,
  'handed-over': 7,
  waste: 8,
  'other-registrant': 9,
  'returned-to-supplier': 9,
  destroyed: 10,
  'reverse-distributor': 10,
  authority: 10,
  spilled: 11,
  'stolen-or-lost': 11,
  'hub-loss': 'memo',
  unexplained: 'memo',
};

/**
 * The one table that places every movement in exactly one column, the memo, or inside. Where an account only ever
 * gives (or only ever takes), the other direction is a reversal: the same column with a minus.
 * `corrects` tells a refused parcel coming back (column 4) from a hand-over taken back (column 10 with a minus).
 */
export function chartPlace(movement: Movement, corrects: boolean): ChartPlace {
  const { from, to } = movement;
  if (isInside(from) && isInside(to)) return { column: 'inside', sign: 1n };
  if (!isInside(from) && isInside(to)) return placeInto(from, corrects);
  if (isInside(from) && !isInside(to)) return placeOutOf(to, corrects);
  throw new Error(`a movement joins two outside accounts: ${from} to ${to}`);
}

function placeInto(from: OutsideAccount, corrects: boolean): ChartPlace {
  const own = INTO_CUSTODY[from];
  const reversal = OUT_OF_CUSTODY[from];
  if (own !== undefined && !(corrects && reversal !== undefined)) return { column: own, sign: 1n };
  if (reversal !== undefined) return { column: reversal, sign: -1n };
  throw new Error(`nothing can come from ${from}`);
}

function placeOutOf(to: OutsideAccount, corrects: boolean): ChartPlace {
  const own = OUT_OF_CUSTODY[to];
  const reversal = INTO_CUSTODY[to];
  if (own !== undefined && !(corrects && reversal !== undefined)) return { column: own, sign: 1n };
  if (reversal !== undefined) return { column: reversal, sign: -1n };
  throw new Error(`nothing can go to ${to}`);
}
