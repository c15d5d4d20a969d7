import type {
  Breakage,
  CloseOut,
  Condition,
  Container,
  Place,
  Serial,
  Shelf,
  Stock,
} from './stock/container.js';
import type { Assay } from './bedside/assay.js';
import type { HandOver, Hold } from './bedside/bedside.js';
import type { Count, LastCounts } from './counting/count.js';
import type { Inventory, SignedCopy } from './counting/inventory.js';
import type { Movement } from './custody.js';
import type { Departure } from './stock/departure.js';
import type { ExactEnds } from './stock/exact-end.js';
import type { Weighing } from './stock/weighing.js';
import type { Day, Review } from './days/day.js';
import type { Discrepancy, OpenCase } from './findings/discrepancy.js';
import type {
  Administration,
  Draw,
  InfusionOrder,
  Preparation,
  Waste,
} from './bedside/infusion.js';
import type { AuditItem, EntryId, LeafHash, PersonId } from './ids.js';
import type { BusinessDate, Instant, Zone } from './measures/instant.js';
import type { Loss, LossHistory, LossReport, LostShare } from './losses/loss.js';
import type { Grant, Person, Signature } from './person.js';
import type { PolicyTimeline } from './policy.js';
import type { Premises, Product, Site, Supplier } from './product.js';
import type { Quantity } from './measures/quantity.js';
import type { Kind, Request, RequestOf, Source } from './request.js';
import type { Receipt } from './stock/receipt.js';
import type { ReconciledPeriod } from './reconciliation/reconciled-period.js';

/** One fact of the organisation or site that the register itself is about; written by its first line. */
export interface Register {
  readonly noun: 'register';
  readonly id: 'register';
  readonly origin: string;
  readonly clock: 'real' | 'simulated';
  readonly verifierKey: string;
  readonly site: Site | null;
  /** Line of the initial or go-live inventory; stock cannot come in before it. */
  readonly inventoryLine: number | null;
}

/** What is still owed to a line, and where its chain of corrections ends. Lines that owe nothing have none. */
export interface LineStanding {
  readonly noun: 'line';
  readonly id: string;
  readonly kind: Kind;
  readonly performer: PersonId | 'system';
  readonly occurredAt: Instant;
  readonly awaiting: 'witness' | 'verification' | 'approval' | 'review' | null;
  /** Line that gave what was awaited. */
  readonly settledBy: number | null;
  /** Newest correction of this line; null where it stands as written. */
  readonly correctedBy: number | null;
}

/** Resulting states: what a thing is after this line. `apply` puts them in place and calls no rule. */
export type State =
  | Register
  | PolicyTimeline
  | Stock
  | Container
  | Condition
  | Serial
  | CloseOut
  | Receipt
  | Departure
  | ExactEnds
  | Weighing
  | InfusionOrder
  | Draw
  | Preparation
  | Administration
  | Waste
  | Assay
  | Hold
  | HandOver
  | Breakage
  | Count
  | Inventory
  | SignedCopy
  | LastCounts
  | Discrepancy
  | Loss
  | LossHistory
  | LossReport
  | LostShare
  | LineStanding
  | Day
  | Review
  | ReconciledPeriod
  | Site
  | Premises
  | Person
  | Grant
  | Product
  | Supplier;

/** Folded by `apply` from movements and states; never part of a leaf. */
export interface AccountBalance {
  readonly noun: 'account';
  readonly id: string;
  readonly quantity: Quantity;
  /** Last line that touched it. */
  readonly line: number;
}
export interface ItemBalance {
  readonly noun: 'item';
  readonly id: AuditItem;
  readonly onHand: Quantity;
  readonly inProcess: Quantity;
  readonly held: Quantity;
}
export type Cell = State | AccountBalance | ItemBalance | Shelf | Place | OpenCase;
export type Noun = Cell['noun'];
export type CellOf<N extends Noun> = Extract<Cell, { readonly noun: N }>;

/** A rule that a recorded fact did not keep. It prints beside the line. */
export interface Flag {
  readonly code: string;
  /** Which container, draw or line it is about; null for the whole entry. */
  readonly about: string | null;
}

/** What the rules added to a request. */
export interface Effects {
  readonly movements: readonly Movement[];
  readonly states: readonly State[];
  readonly flags: readonly Flag[];
  /** Line of the policy that what people do was decided by; null before the first. */
  readonly policy: number | null;
}

/** A personal field as the leaf knows it. */
export interface Commitment {
  readonly field: string;
  readonly commitment: LeafHash;
  readonly retention: 'patient' | 'staff' | 'case';
}

export type ClockMark = 'ok' | 'back' | 'skew' | 'simulated';

/** One line of a ledger. */
export interface Entry<K extends Kind = Kind> {
  readonly log: string;
  readonly seq: number;
  readonly id: EntryId;
  readonly kind: K;
  readonly version: number;
  readonly recordedAt: Instant;
  readonly occurredAt: Instant;
  readonly zone: Zone;
  readonly businessDate: BusinessDate;
  readonly clock: ClockMark;
  readonly performer: PersonId | 'system';
  readonly transcriber: PersonId | null;
  readonly source: Source;
  readonly signatures: readonly Signature[];
  /** Size of the organisation's ledger that this line was decided against. */
  readonly organisationSize: number;
  readonly previous: LeafHash | '';
  readonly commitments: readonly Commitment[];
  /** As asked, without its personal fields: `personal` is always empty here. */
  readonly request: K extends Kind ? RequestOf<K> : Request;
  readonly effects: Effects;
}
