/** A signed head that was kept where the owner of the database does not reach. */
export interface KeptHead {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** What it is called where a ledger does not continue it. */
  readonly name?: string;
}

/** The first thing that is wrong. `line` is null where no line can be named. */
export interface Finding {
  readonly line: number | null;
  readonly what: string;
}

/** Thrown inside this folder's audit files when something is wrong; `auditLedgers` turns it into the finding. */
export class Wrong extends Error {
  constructor(
    readonly line: number | null,
    readonly what: string,
  ) {
    super(what);
  }
}
