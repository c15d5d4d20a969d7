/**
 * What one entry must say of itself, beside its place in the log: that the first line opens the ledger and no other
 * does, that its clock mark fits its time, and that every signature covers exactly what the entry says.
 */
import type { Entry } from '../../domain/entry.js';
import type { Instant } from '../../domain/measures/instant.js';
import { SignedBytes } from './signed-bytes.js';
import type { LeafMembers } from './signed-bytes.js';

/** What line 0 froze. */
export interface Opening {
  readonly origin: string;
  readonly clock: 'real' | 'simulated';
  readonly verifierKey: string;
}

/** Checks the entries of one log in order. */
export class EntryChecks {
  private opening: Opening | null = null;
  private lastAt: Instant | null = null;
  private organisationSize = 0;
  private readonly signed = new SignedBytes();

  constructor(private readonly log: { readonly origin: string; readonly vkey: string }) {}

  /** A sentence about the first thing that is wrong with the entry of this leaf, or null. */
  check(entry: Entry, leaf: LeafMembers): string | null {
    const wrong =
      this.openingFault(entry) ?? this.clockFault(entry) ?? this.signatureFault(entry, leaf);
    if (wrong !== null) return wrong;
    if (entry.organisationSize < this.organisationSize)
      return 'it was decided against an older state of the organisation than the line before it';
    this.organisationSize = entry.organisationSize;
    this.lastAt = entry.recordedAt;
    return null;
  }

  private openingFault({ seq, request }: Entry): string | null {
    if (request.kind !== 'opened')
      return seq === 0 ? 'the first line does not open the ledger' : null;
    if (seq !== 0) return 'it opens a ledger that is open';
    const { origin, clock, verifierKey } = request;
    if (origin !== this.log.origin) return `it opens ${origin}, not ${this.log.origin}`;
    if (verifierKey !== this.log.vkey)
      return 'it names another verifier key than the one that signed the checkpoint';
    this.opening = { origin, clock, verifierKey };
    return null;
  }

  private clockFault({ clock, recordedAt }: Entry): string | null {
    const isSimulated = this.opening?.clock === 'simulated';
    if ((clock === 'simulated') !== isSimulated)
      return `its clock mark "${clock}" is of another ledger`;
    if (isSimulated) return null;
    const isBack = this.lastAt !== null && recordedAt < this.lastAt;
    if (isBack === (clock === 'back')) return null;
    return isBack
      ? 'it was recorded before the line above it, and its clock mark does not say so'
      : 'its clock mark says that the clock went back, and it did not';
  }

  private signatureFault({ signatures, performer }: Entry, leaf: LeafMembers): string | null {
    for (const { person, meaning, method } of signatures) {
      if (method === 'simulated' && this.opening?.clock !== 'simulated')
        return `the signature of ${person} is a simulated one, in a ledger that is not a demonstration`;
      if ((meaning === 'performed') !== (person === performer))
        return `the signature of ${person} says "${meaning}", which is not theirs to say`;
    }
    const wrong = this.signed.fault(leaf, signatures);
    return wrong === undefined
      ? null
      : `the signature of ${wrong.person} does not cover what the line says`;
  }
}
