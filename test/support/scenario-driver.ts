import type { CellOf, Effects, Entry, Noun } from '../../src/domain/entry.js';
import type {
  FileHash,
  LeafHash,
  LedgerId,
  PatientId,
  PersonId,
  ProductId,
  SupplierId,
} from '../../src/domain/ids.js';
import type { Instant } from '../../src/domain/measures/instant.js';
import type { Meaning, Seen } from '../../src/domain/person.js';
import type { Facts } from '../../src/domain/rejection.js';
import type { CountFacts, SiteLedgerRequest } from '../../src/domain/request.js';
import type { Cast } from './scenario-cast.js';

/**
 * What a scenario is played on. `runScenario` reads the sentences, turns each into one request and
 * checks what came of it; a driver carries the request to a register and tells what the register did. There is
 * one for the pure rules (`scenario-pure.ts`); one over HTTP must give the same transcript, word for word.
 *
 * What a driver promises:
 *  - One driver plays one scenario: `open` first, `close` last, everything else in between and in order.
 *  - After `open` the site's ledger holds line 0 (`opened`) and nothing else, so that the first sentence makes line 1
 *    and its containers are 1-1, 1-2 and so on. It runs on a simulated clock that stands still between acts.
 *  - Ids of people, products and suppliers may differ from one driver to the next; those that the site's ledger mints
 *    may not. The transcript writes the former by their names.
 *  - A refused act leaves no line. A driver never retries and never confirms anything by itself.
 */
export interface ScenarioDriver {
  /**
   * Whether requests have a form that is checked before the rules see them. Then what is no request at all is refused
   * as `request.invalid`, with the names of the members in question.
   */
  readonly hasForms: boolean;

  /**
   * Makes the organisation: its people with their roles at the site and a credential each, products approved, suppliers
   * added, the site with its storage locations (whose names are their ids), and opens the site's ledger at `at`.
   */
  open(cast: Cast, at: Instant): Promise<Opened>;

  /** A patient of the site; the same id for the same name. Name and address travel with each order. */
  patient(name: string): Promise<PatientId>;

  /** Stores a small document of this name, such as an invoice, and returns the hash that entries name it by. */
  file(name: string): Promise<FileHash>;

  /**
   * People begin to count a storage location, before the line that comes next. Only counts that a later line comes between
   * are announced; any other begins when it is submitted.
   */
  countBegins(count: CountBeginning): Promise<void>;

  /**
   * Sets the clock to `act.at`, lets the performer prove who they are and, for each cosigner, lets that person sign
   * this very request with their own credential at `signedAt`; then submits it.
   */
  submit(act: DrivenAct): Promise<Outcome>;

  /** An accepted line as the register keeps it. */
  entry(line: number): Promise<DrivenEntry>;

  /** A cell of the site's stored book (`src/domain/entry.ts`); undefined where there is none. */
  cell<N extends Noun>(noun: N, id: string): Promise<CellOf<N> | undefined>;

  /** Compares the whole register with what must hold of it (replay, invariants, tree); throws if anything differs. */
  check(): Promise<void>;

  close(): Promise<void>;
}

/** What the register calls what the cast names. */
export interface Opened {
  readonly ledger: LedgerId;
  /** The name of the site's log, and the key that its checkpoints are verified with. */
  readonly origin: string;
  readonly verifierKey: string;
  readonly people: ReadonlyMap<string, PersonId>;
  readonly products: ReadonlyMap<string, ProductId>;
  readonly suppliers: ReadonlyMap<string, SupplierId>;
}

/** Who begins to count what. */
export interface CountBeginning extends Pick<CountFacts, 'type' | 'location' | 'recounts'> {
  readonly performer: PersonId;
  readonly at: Instant;
}

/** One request at the screen. All ids in it came from this driver. */
export interface DrivenAct {
  /** When it is recorded. */
  readonly at: Instant;
  readonly performer: PersonId;
  /** `personal` holds what the screen would send: name, address and weight of a patient. */
  readonly request: SiteLedgerRequest;
  readonly cosigners: readonly DrivenCosigner[];
  /** Who is at the screen, and writes down what the performer did; null where the performer is. */
  readonly transcriber: PersonId | null;
}
export interface DrivenCosigner {
  readonly person: PersonId;
  readonly meaning: Meaning;
  readonly seen: readonly Seen[];
  readonly signedAt: Instant;
}

export type Outcome =
  | { readonly accepted: true; readonly line: number; readonly leaf: LeafHash }
  | { readonly accepted: false; readonly code: string; readonly facts: Facts };

/** What a scenario looks at in a line. */
export interface DrivenEntry extends Pick<
  Entry,
  | 'seq'
  | 'kind'
  | 'occurredAt'
  | 'recordedAt'
  | 'businessDate'
  | 'performer'
  | 'transcriber'
  | 'request'
> {
  readonly effects: Effects;
}
