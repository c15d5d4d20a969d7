/** No writer at all: every draw is answered at once with the one that was recorded before, and nothing is kept. */
import type { LedgerId } from '../../src/domain/ids.js';
import type { LedgerReader } from '../../src/ledger/ledger-reader.js';
import type { Recorded } from '../../src/ledger/submission.js';

export class SilentLedger {
  readonly #answers = new Map<LedgerId, Recorded>();

  /** Reads the draw that each ledger answers with. */
  async listen(reader: LedgerReader): Promise<void> {
    for (const { ledger, scope } of await reader.heads()) {
      if (scope !== 'site') continue;
      const page = { kinds: ['draw'] as const, limit: 1 };
      const [found] = await reader.entries(ledger, page);
      if (found === undefined) throw new Error(`there is no draw in ledger ${ledger} yet`);
      this.#answers.set(ledger, { outcome: 'recorded', replayed: false, ...found });
    }
  }

  record(ledger: LedgerId): Promise<Recorded> {
    const answer = this.#answers.get(ledger);
    if (answer === undefined) throw new Error(`there is no ledger ${ledger}`);
    return Promise.resolve(answer);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
