/** Says what is wrong now; undefined where nothing is. */
export type Warner = () => string | undefined;

/** What whoever runs the service must see to, while the service still serves. */
export class Warnings {
  readonly #warners: Warner[] = [];

  /** Asks this one as well, whenever somebody wants to know. */
  also(warner: Warner): void {
    this.#warners.push(warner);
  }

  now(): readonly string[] {
    return this.#warners.flatMap((warner) => warner() ?? []);
  }
}
