import type { Colleague, PatientParticulars } from './cast.js';
import type { Json } from './desk.js';

/** An act as a door takes it: the same body, whichever way it goes. */
export interface Act {
  readonly kind: string;
  /** The door's address after the site. */
  readonly door: string;
  readonly body: { readonly [key: string]: Json };
}

/** What stands at the second person's side of an act. */
export interface Second {
  readonly who: Colleague['key'];
  readonly meaning: 'witnessed' | 'received' | 'counted' | 'verified' | 'approved' | 'closed';
  readonly seen: readonly string[];
}

/** What a count asks its counter for. */
export interface Count {
  readonly type: 'day' | 'cycle' | 'inspection';
  readonly location: string;
  /** Line of the count that is counted again. */
  readonly recounts?: number;
  /** Who counts it as well, blind to the first, where the policy asks for two people. */
  readonly apart?: Colleague['key'];
}

/** An inventory that asserts what is there. */
export interface InventoryPlan {
  readonly type: 'biennial';
  readonly asOf: 'opening' | 'close';
  readonly date: string;
}

/** Which computation chart. */
export interface ChartPeriod {
  readonly item: string;
  /** Lines of the counts, or of the inventory, at both ends. */
  readonly beginning: readonly number[];
  readonly closing: readonly number[];
}

/** What whoever signs a chart has read on it. */
export interface ReadChart {
  readonly knownAt: number;
  readonly difference: string;
}

type Body = Act['body'];

/** How everything is counted. */
export interface Counting {
  /** What passes until it is handed in, and before it is handed in anew. */
  readonly between: (minutes: number) => Promise<void>;
  /** What is found; asked again where the service asks again. */
  readonly tally: () => Body;
}

/** How a storage location is counted. */
export interface PlaceCounting {
  /** What passes until it is handed in, and before it is handed in anew. */
  readonly between: (minutes: number) => Promise<void>;
  /** What somebody finds there; asked again where the service asks again. */
  readonly find: () => Body;
  /** What is told of it in the end. */
  readonly tell: (found: Body) => Body;
}

/** A scanned paper, in PDF. */
export interface Paper {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A line that was written. */
export interface WrittenLine {
  readonly line: number;
  readonly leaf: string;
}

export type Answered = Readonly<Record<string, unknown>>;

/** How the clinic's acts reach its register: through the doors, or straight to the writer. */
export interface WayIn {
  /** Records an act of one person, and of a second one where somebody signs beside them. */
  record(performer: Colleague['key'], act: Act, second?: Second): Promise<Answered>;
  /** Counts a storage location, blind. */
  count(counter: Colleague['key'], count: Count, counting: PlaceCounting): Promise<Answered>;
  /** Counts everything at the site, blind, together with a second person. */
  inventory(
    counter: Colleague['key'],
    plan: InventoryPlan,
    counting: Counting & { readonly second: Second },
  ): Promise<Answered>;
  /** Sets apart what is left of a lot, and gives what that was. */
  recall(
    performer: Colleague['key'],
    body: Body & { readonly lot: string },
  ): Promise<readonly string[]>;
  /** Draws a computation chart. */
  chart(reader: Colleague['key'], period: ChartPeriod): Promise<ReadChart>;
  /** Keeps the scan of a paper and gives the hash by which lines name it. */
  keep(by: Colleague['key'], paper: Paper): Promise<string>;
  /** Adds a patient and gives the id. */
  admit(particulars: PatientParticulars): Promise<string>;
  /** What everybody does at the start of their day. */
  beginDay(): Promise<void>;
}

export const lineOf = (answer: Answered): WrittenLine => ({
  line: Number(answer['line']),
  leaf: String(answer['leafHash']),
});
