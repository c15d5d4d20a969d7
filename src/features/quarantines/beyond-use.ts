import { Inject, Injectable } from '@nestjs/common';
import type { Condition } from '../../domain/stock/container.js';
import type { LedgerId } from '../../domain/ids.js';
import { isAfter } from '../../domain/measures/instant.js';
import type { Instant } from '../../domain/measures/instant.js';
import { LARGEST_PAGE, LedgerReader } from '../../ledger/ledger-reader.js';
import { Ledger } from '../../ledger/ledger.js';
import type { Clock } from '../../platform/clock.js';
import { derivedEntryId } from '../../platform/identity/derived-id.js';
import { CLOCK, PROCESS_LOG } from '../../platform/platform.module.js';
import type { ProcessLog } from '../../platform/process-log.js';
import { Recurring } from '../../platform/recurring.js';

const EVERY_MS = 30_000;
const MOST_SHELVES = 20;

/**
 * Sets containers apart when their beyond-use time has come. It looks at the book again and again and keeps no list of its
 * own, so that a restart forgets nothing. The entry's id follows from container and time: of several instances, and of
 * several tries, one records it.
 */
@Injectable()
export class BeyondUse extends Recurring {
  #sweeping: Promise<number> | undefined;

  constructor(
    @Inject(CLOCK) protected readonly clock: Clock,
    @Inject(PROCESS_LOG) private readonly log: ProcessLog,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
  ) {
    super(EVERY_MS, 'at once');
  }

  /** Sets apart what is due now, at every site; gives how many containers that were. */
  sweep(): Promise<number> {
    this.#sweeping ??= this.#sweep().finally(() => {
      this.#sweeping = undefined;
    });
    return this.#sweeping;
  }

  protected go(): Promise<unknown> {
    return this.sweep();
  }

  protected failed(error: unknown): void {
    this.log.warn('containers past their use are set apart later', { error });
  }

  async #sweep(): Promise<number> {
    let found = 0;
    for (const { ledger, scope } of await this.reader.heads()) {
      if (scope === 'organisation') continue;
      for (const due of await this.#due(ledger, this.clock.now())) {
        if (this.isStopping) return found;
        found += (await this.#setApart(ledger, due)) ? 1 : 0;
      }
    }
    return found;
  }

  /** Open containers whose time has come, the longest due first. The shelves list what is open: few, whatever there was. */
  async #due(ledger: LedgerId, now: Instant): Promise<readonly Due[]> {
    const open: string[] = [];
    for (let after = '', page = 0; page < MOST_SHELVES; page += 1) {
      const shelves = await this.reader.cells(ledger, 'shelf', { after, limit: LARGEST_PAGE });
      open.push(...shelves.flatMap((shelf) => shelf.open));
      const last = shelves.at(-1);
      if (last === undefined || shelves.length < LARGEST_PAGE) break;
      after = last.id;
    }
    const conditions = await this.reader.cellsNamed(ledger, 'condition', open);
    return [...conditions.values()]
      .flatMap(({ id, quarantine, beyondUseAt }) =>
        quarantine === null && beyondUseAt !== null && !isAfter(beyondUseAt, now)
          ? [{ id, beyondUseAt }]
          : [],
      )
      .sort((a, b) => (`${a.beyondUseAt} ${a.id}` < `${b.beyondUseAt} ${b.id}` ? -1 : 1));
  }

  /**
   * The content is the same at every try, so that a late one says what an early one would have said. A refusal means that
   * somebody was there first, or that the database's clock has not come so far: the next look decides.
   */
  async #setApart(ledger: LedgerId, { id, beyondUseAt }: Due): Promise<boolean> {
    const recorded = await this.ledger.record(ledger, {
      id: derivedEntryId(`${ledger} ${id} ${beyondUseAt}`, 'beyond-use'),
      request: {
        kind: 'quarantine',
        posture: 'done',
        occurredAt: beyondUseAt,
        reason: 'other',
        confirmed: [],
        personal: [],
        containers: [id],
        why: 'past-beyond-use',
      },
      performer: 'system',
      transcriber: null,
      source: 'interface',
      provedAt: this.clock.now(),
      challenges: [],
    });
    return recorded.outcome === 'recorded' && !recorded.replayed;
  }
}

interface Due {
  readonly id: Condition['id'];
  readonly beyondUseAt: Instant;
}
