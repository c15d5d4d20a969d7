import type { BusinessDate, Instant, Zone } from '../src/domain/measures/instant.js';
import type { LicenseClass } from '../src/domain/person.js';

/**
 * What every document needs to know about itself. Filled once, from one reading of the ledger; nothing here is computed
 * while printing. The same head and the same rows print the same bytes.
 */
export interface ReportHead {
  /** 21 CFR 1304.21(b): one record set per registered location. As the registration certificate has it. */
  readonly registrant: Registrant;
  /** The registered location whose ledger this is. */
  readonly site: { readonly name: string; readonly zone: Zone };
  /** First and last business date asked for, both included. */
  readonly period: { readonly from: BusinessDate; readonly to: BusinessDate };
  readonly basis: Basis;
  /** Clock kind fixed in the ledger's first entry. `simulated` marks every page. */
  readonly clock: 'real' | 'simulated';
  /** What the code of each page says of the document: docs/PAGE-CODES.md. */
  readonly pageCode: string;
  /** The product and its release: "Countersign 0.1.0". Part of the document's identity. */
  readonly release: string;
  /** The signed head of the ledger that the whole document was read at. Its time is the document's time. */
  readonly checkpoint: PrintedCheckpoint;
  /**
   * Everyone whose initials stand in the document, in the order to print. Asked for once, after the last row, so that the
   * set can be gathered while rows pass.
   */
  readonly people: () => Awaitable<readonly SignatureKeyLine[]>;
}

export interface Registrant {
  readonly name: string;
  readonly address: string;
  /** "FL1234563". */
  readonly deaNumber: string;
}

/**
 * How the period was cut. `as-happened`: every entry up to the checkpoint whose event falls into the period, late ones
 * included. `as-known`: only entries with a number below `size`, which is what the ledger said at `at`.
 */
export type Basis =
  | { readonly kind: 'as-happened' }
  | { readonly kind: 'as-known'; readonly at: Instant; readonly size: number };

/** A C2SP checkpoint as it prints. */
export interface PrintedCheckpoint {
  readonly origin: string;
  /** Number of entries under the root. */
  readonly size: number;
  /** RFC 6962 root: 32 bytes. */
  readonly root: Uint8Array;
  /** When the note was signed. The only time that a document carries of its own. */
  readonly notedAt: Instant;
  /** Key id of the signer, 8 hexadecimal digits. */
  readonly keyId: string;
}

/** 21 CFR 1304.22(c): initials stand for a printed name. One line per pair of initials. */
export interface SignatureKeyLine {
  readonly initials: string;
  readonly printedName: string;
  readonly licenseClass: LicenseClass;
}

export type Awaitable<T> = T | Promise<T>;

/** Rows come from wherever the caller reads them, once per print. A function, so that PDF and CSV can each ask. */
export type Rows<T> = () => AsyncIterable<T> | Iterable<T>;

/** Who stood beside it, and how well that is known. */
export type WitnessMark =
  /** The act needs no second person. */
  | { readonly state: 'not-required' }
  /** The second person signed this very entry. `method` is the letter after the initials. */
  | { readonly state: 'witnessed'; readonly initials: string; readonly method: WitnessMethod }
  /** A second person was needed and none signed, then or since. */
  | { readonly state: 'unwitnessed' }
  /** Recorded unwitnessed; signed later by entry `line`. What was seen then stands at that line. */
  | {
      readonly state: 'countersigned';
      readonly initials: string;
      readonly method: WitnessMethod;
      readonly line: number;
    };
export type WitnessMethod = 'password' | 'pin' | 'totp' | 'passkey' | 'session' | 'simulated';

/** A container as people find it: the label we gave it, and the lot its maker gave it. */
export interface ContainerMark {
  /** "41-3". */
  readonly label: string;
  readonly lot: string;
}

/** What a printed line of the register says of itself, in every document. */
export interface LineFacts {
  /** Sequence number in the ledger. */
  readonly sequence: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** Late beyond the policy in force: then `recordedAt` prints as "entered ...". */
  readonly isLate: boolean;
  /** Initials of the person whose act it is. */
  readonly performedBy: string;
  /** Initials of the person who typed it for them; null where that is the performer. */
  readonly transcribedBy: string | null;
  readonly witness: WitnessMark;
  /** Codes of the rules that the recorded fact did not keep. A code without words prints as it stands: none is lost. */
  readonly flags: readonly string[];
  /** The line that this one corrects; null for all but corrections. */
  readonly corrects: number | null;
  /** The newest correction of this line as of the basis; the line itself prints untouched. */
  readonly correctedBy: number | null;
  /** Reason and note in people's words. Line ends make paragraphs. Null prints nothing. */
  readonly remark: string | null;
}
