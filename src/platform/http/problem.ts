import { REFUSALS } from '../../domain/rejection.js';
import type { RejectionClass } from '../../domain/refusal.js';
import type { Facts, Rejection, RejectionCode } from '../../domain/rejection.js';
import { PROBLEMS, STATUS_OF_CLASS } from './problems.js';
import type { ProblemCode } from './problems.js';

/** A member of a request that is not as it should be. */
export interface FieldError {
  /** Path of the member: `lines.0.quantity.unit`. */
  readonly field: string;
  /** What it should be. Never repeats what was sent. */
  readonly says: string;
}

/** The document that stands for a refusal (RFC 9457). */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode | RejectionCode;
  /** What kind of no it is, for refusals by the rules of the register. */
  readonly class: RejectionClass | null;
  readonly facts: Facts;
  readonly next: string;
  readonly errors?: readonly FieldError[];
}

export interface ProblemParticulars {
  /** A sentence about this occurrence; never with personal data or anything that was sent. */
  readonly detail?: string;
  readonly facts?: Facts;
  readonly errors?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** Thrown by doors and guards; the filter answers with its document. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode | RejectionCode;
  readonly status: number;
  readonly document: ProblemDocument;
  readonly retryAfterSeconds: number | undefined;

  constructor(document: ProblemDocument, particulars: ProblemParticulars = {}) {
    super(document.code, { cause: particulars.cause });
    this.code = document.code;
    this.status = document.status;
    this.document = document;
    this.retryAfterSeconds = particulars.retryAfterSeconds;
  }

  /** A refusal of the door's own list. */
  static of(code: ProblemCode, particulars: ProblemParticulars = {}): Problem {
    const { status, says, next } = PROBLEMS[code];
    const document: ProblemDocument = {
      type: `urn:countersign:problem:${code}`,
      title: says,
      status,
      detail: particulars.detail ?? says,
      code,
      class: null,
      facts: particulars.facts ?? {},
      next,
      ...(particulars.errors === undefined ? {} : { errors: particulars.errors }),
    };
    return new Problem(document, particulars);
  }

  /** A refusal by the rules of the register. */
  static rejected({ code, facts }: Rejection): Problem {
    const refusal = REFUSALS[code];
    return new Problem({
      type: `urn:countersign:problem:${code}`,
      title: refusal.says,
      status: STATUS_OF_CLASS[refusal.class],
      detail: refusal.says,
      code,
      class: refusal.class,
      facts,
      next: refusal.next,
    });
  }
}
