import { setTimeout as delay } from 'node:timers/promises';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from '../platform/clock.js';
import type { ProcessLog } from '../platform/process-log.js';
import type { Monitored } from './monitored.js';
import type { OrganisationBook } from './organisation-book.js';

interface Parts {
  readonly organisation: OrganisationBook;
  readonly monitored: Monitored;
  readonly clock: Clock;
  readonly log: ProcessLog;
}

/** The service answers first; what nobody has asked for yet may wait. */
const AFTER_MS = 1_000;

/**
 * Has each site's year of small differences read once after a start, so that nobody's first work-list waits for it. From
 * then on only what was added is read.
 */
export class FirstLooks implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #stop = new AbortController();
  #work: Promise<void> = Promise.resolve();

  constructor(private readonly parts: Parts) {}

  onApplicationBootstrap(): void {
    this.#work = this.#look().catch((error: unknown) => {
      this.parts.log.warn('the first look at small differences failed', { error });
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    await this.#work;
  }

  async #look(): Promise<void> {
    const { organisation, monitored, clock } = this.parts;
    if (await this.#stopsWithin(AFTER_MS)) return;
    const sites = (await organisation.get())?.sites.values() ?? [];
    for (const { id, zone } of sites) {
      if (await this.#stopsWithin(0)) return;
      await monitored.signalsOf(id, clock.now(), zone);
    }
  }

  #stopsWithin(durationMs: number): Promise<boolean> {
    return delay(durationMs, undefined, { signal: this.#stop.signal }).then(
      () => false,
      () => true,
    );
  }
}
