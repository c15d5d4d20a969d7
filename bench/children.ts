/** Processes of our own that are asked something and answer, one question at a time. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export class Child {
  readonly #process: ChildProcess;

  /**
   * `script` lies beside `from`, which is the URL of the module that asks. What a service says in its log goes to a file,
   * as it would in production.
   */
  constructor(
    script: string,
    from: string,
    options: {
      readonly parameters?: readonly string[];
      readonly logFile?: string;
      readonly environment?: NodeJS.ProcessEnv;
    } = {},
  ) {
    const { parameters = [], logFile, environment = process.env } = options;
    const log = logFile === undefined ? undefined : openSync(logFile, 'a');
    this.#process = fork(fileURLToPath(new URL(script, from)), [...parameters], {
      stdio: ['ignore', 'ignore', log ?? 'inherit', 'ipc'],
      env: environment,
    });
    if (log !== undefined) closeSync(log);
  }

  /** The next thing that it says. */
  next<Answer>(): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const settle = (done: () => void): void => {
        this.#process.removeAllListeners();
        done();
      };
      this.#process.once('message', (answer) => {
        // Both ends are built together, and the asker says what it asked for.
        settle(() => {
          resolve(answer as Answer);
        });
      });
      this.#process.once('exit', (code) => {
        settle(() => {
          reject(new Error(`expected an answer, found the exit ${code ?? 'by a signal'}`));
        });
      });
    });
  }

  ask<Answer>(question: object): Promise<Answer> {
    const answer = this.next<Answer>();
    this.#process.send(question);
    return answer;
  }

  /** Closes the line, upon which it ends by itself. */
  async end(): Promise<void> {
    if (this.#process.exitCode !== null || !this.#process.connected) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.disconnect();
    await ended;
  }
}

/** Answers each question of the process that started this one; ends when it closes the line. */
export function answerQuestions(
  answer: (question: unknown) => Promise<object>,
  end: () => Promise<void>,
): void {
  process.on('message', (question) => {
    void answer(question).then(
      (said) => process.send?.(said),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  process.once('disconnect', () => {
    void end().finally(() => process.exit());
  });
}
