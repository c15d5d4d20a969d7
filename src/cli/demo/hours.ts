interface Sleeper {
  readonly minute: number;
  readonly wake: () => void;
}

/**
 * The hours of one day in which several people work at once. Time moves on when everybody waits for it, so that what falls
 * into one minute is asked for together.
 */
export class Hours {
  #working = 0;
  #sleepers: Sleeper[] = [];

  /** `reach` moves the clinic's clock to a minute of the day. */
  constructor(private readonly reach: (minute: number) => void) {}

  /** Waits until a minute of the day. Nobody outside `work` may wait. */
  until(minute: number): Promise<void> {
    return new Promise((wake) => {
      this.#sleepers.push({ minute, wake });
      this.#passTime();
    });
  }

  /** Lets everybody work side by side, and resolves when all have finished. */
  async work(people: readonly (() => Promise<void>)[]): Promise<void> {
    this.#working = people.length;
    await Promise.all(
      people.map(async (person) => {
        await person();
        this.#working -= 1;
        this.#passTime();
      }),
    );
  }

  #passTime(): void {
    if (this.#sleepers.length === 0 || this.#sleepers.length < this.#working) return;
    const next = Math.min(...this.#sleepers.map(({ minute }) => minute));
    const due = this.#sleepers.filter(({ minute }) => minute === next);
    this.#sleepers = this.#sleepers.filter(({ minute }) => minute !== next);
    this.reach(next);
    for (const { wake } of due) wake();
  }
}
