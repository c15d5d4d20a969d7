import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from '../../platform/clock.js';
import type { ProcessLog } from '../../platform/process-log.js';
import type { ReminderRound } from './reminder-round.js';

const EVERY_MS = 300_000;

/** Goes round every five minutes by the clock of the register, for as long as the service runs. */
export class ReminderRounds implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #stop = new AbortController();
  #work: Promise<void> = Promise.resolve();

  constructor(
    private readonly round: ReminderRound,
    private readonly clock: Clock,
    private readonly log: ProcessLog,
  ) {}

  onApplicationBootstrap(): void {
    this.#work = this.#run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    await this.#work;
  }

  async #run(): Promise<void> {
    do {
      await this.round.go().catch((error: unknown) => {
        this.log.warn('a round of reminders failed; the next one is in five minutes', { error });
      });
    } while (await this.#sleep());
  }

  /** False when the service stops meanwhile. */
  #sleep(): Promise<boolean> {
    return this.clock.sleep(EVERY_MS, this.#stop.signal).then(
      () => true,
      () => false,
    );
  }
}
