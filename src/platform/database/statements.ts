import type { DataSource, QueryResult, QueryRunner } from 'typeorm';

/** Values of a statement's parameters. Never put a value into the text of a statement. */
export type Parameters = readonly unknown[];

/** Runs the hand-written statements of the `*.sql.ts` files. */
export class Statements {
  readonly #source: DataSource;
  readonly #runner: QueryRunner | undefined;

  constructor(source: DataSource, runner?: QueryRunner) {
    this.#source = source;
    this.#runner = runner;
  }

  /** The rows that a statement returns. The caller names the type of what its own text selects. */
  async rows<Row>(text: string, parameters: Parameters = []): Promise<readonly Row[]> {
    return (await this.#run(text, parameters)).records as readonly Row[];
  }

  /** The one row of a statement that returns one or none. */
  async row<Row>(text: string, parameters: Parameters = []): Promise<Row | undefined> {
    return (await this.rows<Row>(text, parameters))[0];
  }

  /** How many rows a statement changed. */
  async change(text: string, parameters: Parameters = []): Promise<number> {
    return (await this.#run(text, parameters)).affected ?? 0;
  }

  /** Runs statements in one transaction: all of them hold, or none. */
  async transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.#source.transaction((manager) => {
      // TypeORM gives the runner of a transaction to its manager.
      if (manager.queryRunner === undefined) throw new Error('a transaction without a connection');
      return work(new Statements(this.#source, manager.queryRunner));
    });
  }

  async #run(text: string, parameters: Parameters): Promise<QueryResult<unknown>> {
    if (this.#runner !== undefined) return this.#runner.query(text, [...parameters], true);
    const runner = this.#source.createQueryRunner();
    try {
      return await runner.query(text, [...parameters], true);
    } finally {
      await runner.release();
    }
  }
}
