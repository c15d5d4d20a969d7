import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from './clock.js';

/** What a service does again and again while it runs, by the clock of the register. A stop waits for the round that is going on. */
export abstract class Recurring implements OnApplicationBootstrap, OnApplicationShutdown {
  protected abstract readonly clock: Clock;
  readonly #stop = new AbortController();
  #work: Promise<void> = Promise.resolve();

  /** The first round is at once, or after the first pause. */
  protected constructor(
    private readonly everyMs: number,
    private readonly begins: 'at once' | 'after a pause',
  ) {}

  /** One round. */
  protected abstract go(): Promise<unknown>;
  /** Says that a round failed; the next one comes all the same. */
  protected abstract failed(error: unknown): void;

  onApplicationBootstrap(): void {
    this.#work = this.#run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    await this.#work;
  }

  protected get isStopping(): boolean {
    return this.#stop.signal.aborted;
  }

  async #run(): Promise<void> {
    if (this.begins === 'after a pause' && !(await this.#pause())) return;
    do
      await this.go().catch((error: unknown) => {
        this.failed(error);
      });
    while (await this.#pause());
  }

  /** False when the service stops meanwhile. */
  #pause(): Promise<boolean> {
    return this.clock.sleep(this.everyMs, this.#stop.signal).then(
      () => true,
      () => false,
    );
  }
}
