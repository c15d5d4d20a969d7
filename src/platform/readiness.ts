import type { DataSource } from 'typeorm';

/** What a load balancer is told. */
export type ReadinessState = 'ready' | 'stopping' | 'database-unavailable';

const ANSWER_LIMIT_MS = 2_000;

/** Knows whether requests should be sent here. */
export class Readiness {
  #isStopping = false;

  constructor(private readonly source: DataSource) {}

  /** From now on, no new requests. */
  stop(): void {
    this.#isStopping = true;
  }

  async check(): Promise<ReadinessState> {
    if (this.#isStopping) return 'stopping';
    return (await this.#databaseAnswers()) ? 'ready' : 'database-unavailable';
  }

  async #databaseAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => {
        resolve(false);
      }, ANSWER_LIMIT_MS);
    });
    const answer = this.source.query('SELECT 1').then(
      () => true,
      () => false,
    );
    const answered = await Promise.race([answer, tooLate]);
    clearTimeout(timer);
    return answered;
  }
}
