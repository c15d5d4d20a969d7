import type { OnModuleDestroy } from '@nestjs/common';
import type { LedgerId } from '../../domain/ids.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import type { ProcessLog } from '../../platform/process-log.js';

/** Who is told of a ledger’s size. */
export interface Watcher {
  readonly ledger: LedgerId;
  readonly onSize: (size: number) => void;
  readonly onEnd: () => void;
}

const LOOK_EVERY_MS = 1_000;

/**
 * Tells watchers how large a ledger has grown. One reading of the heads each second serves all of them, whichever
 * instance recorded the lines, and nothing is read while nobody watches.
 */
export class HeadWatch implements OnModuleDestroy {
  readonly #watchers = new Map<Watcher, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly reader: Pick<LedgerReader, 'heads'>,
    private readonly log: ProcessLog,
  ) {}

  /** How many are told now. */
  get watching(): number {
    return this.#watchers.size;
  }

  /** Begins to tell, with the size as it is now; the answer ends it. */
  watch(watcher: Watcher): () => void {
    this.#watchers.set(watcher, -1);
    this.#timer ??= setInterval(() => void this.#look(), LOOK_EVERY_MS);
    void this.#look();
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size === 0) this.#rest();
    };
  }

  /** Before the server closes: an open stream would keep it waiting. */
  onModuleDestroy(): void {
    this.#rest();
    for (const { onEnd } of [...this.#watchers.keys()]) onEnd();
  }

  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #look(): Promise<void> {
    try {
      const sizes = new Map((await this.reader.heads()).map(({ ledger, size }) => [ledger, size]));
      for (const [watcher, told] of [...this.#watchers]) {
        const size = sizes.get(watcher.ledger) ?? 0;
        if (size <= told || !this.#watchers.has(watcher)) continue;
        this.#watchers.set(watcher, size);
        watcher.onSize(size);
      }
    } catch (error) {
      this.log.warn('the heads were not read for those who watch; the next look tells them', {
        error,
      });
    }
  }
}
