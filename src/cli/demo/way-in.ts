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
  readonly type: 'shift' | 'day' | 'cycle';
  readonly location: string;
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
  /**
   * Counts blind. `tally` says what is found, and is asked again where the service asks again; `between` is what passes until
   * the count is handed in, and before it is handed in anew.
   */
  count(
    counter: Colleague['key'],
    count: Count,
    steps: {
      readonly between: (minutes: number) => Promise<void>;
      readonly tally: () => { readonly [key: string]: Json };
    },
  ): Promise<Answered>;
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
