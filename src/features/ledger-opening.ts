import type { EntryId, LedgerId, PersonId } from '../domain/ids.js';
import type { SiteFacts } from '../domain/product.js';
import type { LedgerReader } from '../ledger/ledger-reader.js';
import type { Ledger } from '../ledger/ledger.js';
import type { Signer } from '../ledger/signer.js';
import type { Clock } from '../platform/clock.js';
import { Problem } from '../platform/http/problem.js';

/** A ledger that is to begin. */
export interface NewLedger {
  readonly ledger: LedgerId;
  /** Id of its first entry. */
  readonly entry: EntryId;
  readonly performer: PersonId | 'system';
  /** Of the site it belongs to; null for the organisation's own. */
  readonly site: SiteFacts | null;
  /** Name of the organisation, for its own ledger. */
  readonly organisation: string | null;
}

/**
 * Opens ledgers: has the signer make the log's key and begin its memory, and records the first entry, which freezes the
 * origin, the key and the clock for ever. A ledger that is open already is left as it is, so that opening can be repeated
 * after a crash.
 */
export class LedgerOpening {
  constructor(
    private readonly parts: {
      readonly ledger: Ledger;
      readonly reader: LedgerReader;
      readonly signer: Signer;
      readonly clock: Clock;
      /** Name of this deployment. */
      readonly deployment: string;
    },
  ) {}

  async open(asked: NewLedger): Promise<void> {
    const { ledger, site, organisation } = asked;
    if ((await this.parts.reader.head(ledger)) !== undefined) return;
    const now = this.parts.clock.now();
    const origin = `${this.parts.deployment}/csl/${site === null ? 'org' : 'site'}/${ledger}`;
    const verifierKey = await this.parts.signer.begin(ledger, origin);
    const recorded = await this.parts.ledger.record(ledger, {
      id: asked.entry,
      request: {
        kind: 'opened',
        posture: 'done',
        occurredAt: now,
        reason: null,
        confirmed: [],
        personal: [],
        ledger,
        origin,
        clock: this.parts.clock.kind === 'simulated' ? 'simulated' : 'real',
        verifierKey,
        site,
        organisation,
      },
      performer: asked.performer,
      transcriber: null,
      source: 'manual',
      provedAt: now,
      challenges: [],
    });
    // A conflict, and a ledger that is open already, mean that another try opened it in the same moment.
    if (recorded.outcome === 'refused' && recorded.rejection.code !== 'ledger.already-opened') {
      throw Problem.rejected(recorded.rejection);
    }
  }
}
