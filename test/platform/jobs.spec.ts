/** The job queue on a real database, with two instances of the runner: what one begins, the other may have to end. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { instant } from '../../src/domain/measures/instant.js';
import { SimulatedClock } from '../../src/platform/clock.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { Statements } from '../../src/platform/database/statements.js';
import { JobFailed } from '../../src/platform/jobs/job.js';
import type { Job, JobKind, JobRun } from '../../src/platform/jobs/job.js';
import { JobLeases } from '../../src/platform/jobs/job-leases.js';
import { JobQueue } from '../../src/platform/jobs/job-queue.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { silentLog } from '../../src/platform/process-log.js';
import { freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

const SECOND_MS = 1_000;

let database: TestDatabase;
let source: DataSource;
let statements: Statements;
let owner: pg.Client;
const clock = new SimulatedClock(instant('2026-03-02T14:00:00Z'));
const runners: JobRunner[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  source = createDataSource({ url: database.serviceUrl, poolSize: 10 });
  await source.initialize();
  statements = new Statements(source);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
});
afterAll(async () => {
  await owner.end();
  await source.destroy();
  await database.drop();
});

/** An instance that does one kind of job. */
function instance<Content extends object>(kind: JobKind<Content>): JobQueue {
  const queue = new JobQueue(statements, clock);
  const leases = new JobLeases(statements, clock);
  const runner = new JobRunner({ queue, leases, log: silentLog });
  runner.define(kind);
  runner.start();
  runners.push(runner);
  return queue;
}

interface Named {
  readonly name: string;
}
let kinds = 0;
/** A kind of its own for each test, so that none does the jobs of another. */
const kindOf = (
  run: (content: Named, run: JobRun) => Promise<object | null>,
  parts: Partial<JobKind<Named>> = {},
): JobKind<Named> => {
  kinds += 1;
  const letters = String.fromCharCode(96 + kinds);
  return { name: `try-${letters}`, atOnce: 4, mostAttempts: 3, run, ...parts };
};

/** Something that happens once, and can be waited for. */
function moment<T = void>(): { readonly come: Promise<T>; readonly tell: (value: T) => void } {
  let tell: (value: T) => void = () => undefined;
  const come = new Promise<T>((resolve) => {
    tell = resolve;
  });
  return { come, tell };
}

/** Waits until a job is as it should be; the test's own limit ends it. */
async function becomes(queue: JobQueue, id: string, is: (job: Job) => boolean): Promise<Job> {
  for (;;) {
    const job = await queue.find(id);
    if (job !== undefined && is(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const reaches = (queue: JobQueue, { id }: Job, state: Job['state']): Promise<Job> =>
  becomes(queue, id, (job) => job.state === state);

const ask = (queue: JobQueue, kind: JobKind<Named>, name: string, key = name): Promise<Job> =>
  queue.ask(kind, { key, content: { name } });

/** As an instance leaves a job that took it over and was killed: its lease has run out, and nobody keeps it up. */
const letLeaseRunOut = async ({ id }: Job): Promise<void> => {
  await owner.query(
    `UPDATE beside.job SET lease = $2, leased_until = clock_timestamp() - interval '1 second' WHERE id = $1`,
    [id, randomUUID()],
  );
};

describe('a job', () => {
  test('is done once, however often it is asked for and whoever looks', async () => {
    const done: string[] = [];
    const kind = kindOf(({ name }) => {
      done.push(name);
      return Promise.resolve({ told: name });
    });
    const [first, second] = [instance(kind), instance(kind)];
    const names = Array.from({ length: 20 }, (_, index) => `job ${index}`);
    const asked = await Promise.all(
      names.flatMap((name) => [ask(first, kind, name), ask(second, kind, name)]),
    );
    expect(new Set(asked.map(({ id }) => id)).size).toBe(names.length);
    const ended = await Promise.all(asked.map((job) => reaches(first, job, 'done')));
    expect(done.toSorted()).toEqual(names.toSorted());
    expect(ended[0]).toMatchObject({ attempts: 1, failure: null, result: { told: 'job 0' } });
  });

  test('asked for within a transaction is there if the transaction holds', async () => {
    const kind = kindOf(() => Promise.resolve(null));
    const queue = instance(kind);
    const request = (key: string) => ({ key, content: { name: key } });
    const lost = moment<Job>();
    const broken = statements.transaction(async (within) => {
      lost.tell(await queue.ask(kind, request('lost'), within));
      throw new Error('the transaction does not hold');
    });
    await expect(broken).rejects.toThrow('does not hold');
    expect(await queue.find((await lost.come).id)).toBeUndefined();
    const kept = await statements.transaction((within) => queue.ask(kind, request('kept'), within));
    expect(await reaches(queue, kept, 'done')).toMatchObject({ result: null });
  });

  test('waits until it is due', async () => {
    const kind = kindOf(() => Promise.resolve(null));
    const queue = instance(kind);
    const dueAt = instant('2026-03-02T18:00:00Z');
    const late = await queue.ask(kind, { key: 'late', content: { name: 'late' }, dueAt });
    const now = await ask(queue, kind, 'now');
    await reaches(queue, now, 'done');
    expect((await queue.find(late.id))?.state).toBe('waiting');
    clock.set(dueAt);
    await reaches(queue, late, 'done');
  });
});

describe('a job that fails', () => {
  test('is tried again later each time, then kept for a person who asks again', async () => {
    let isMended = false;
    const kind = kindOf(({ name }) =>
      isMended ? Promise.resolve({ name }) : Promise.reject(new Error('not foreseen')),
    );
    const queue = instance(kind);
    const job = await ask(queue, kind, 'breaks');
    for (const [attempt, seconds] of [30, 60].entries()) {
      const waiting = await becomes(
        queue,
        job.id,
        ({ attempts, state }) => attempts === attempt + 1 && state === 'waiting',
      );
      expect(waiting.failure).toBe('job.error');
      expect(Date.parse(waiting.dueAt) - Date.parse(clock.now())).toBe(seconds * SECOND_MS);
      clock.advance(seconds * SECOND_MS);
    }
    expect(await reaches(queue, job, 'failed')).toMatchObject({
      attempts: 3,
      failure: 'job.error',
    });
    const dead = await queue.ended('failed', { limit: 10 });
    expect(dead.map(({ id }) => id)).toEqual([job.id]);
    // Asked for under its key it stays what it is; only a person brings it back.
    expect(await ask(queue, kind, 'breaks')).toMatchObject({ id: job.id, state: 'failed' });
    isMended = true;
    expect(await queue.askAgain(job.id)).toBe(true);
    expect(await reaches(queue, job, 'done')).toMatchObject({ attempts: 1, failure: null });
    expect(await queue.askAgain(job.id)).toBe(false);
  });

  test('in a way that no attempt mends is not tried again', async () => {
    const kind = kindOf(() => Promise.reject(new JobFailed('place.gone', 'give-up')));
    const queue = instance(kind);
    const job = await ask(queue, kind, 'hopeless');
    expect(await reaches(queue, job, 'failed')).toMatchObject({
      attempts: 1,
      failure: 'place.gone',
    });
  });
});

describe('an instance that dies', () => {
  test('loses its jobs to another, and changes nothing when it comes back', async () => {
    const begun = moment();
    const revived = moment();
    const runs: string[] = [];
    const slow = kindOf(
      async () => {
        runs.push('first');
        begun.tell();
        await revived.come;
        return { by: 'first' };
      },
      // So that it does not take the job anew.
      { atOnce: 1 },
    );
    const first = instance(slow);
    const job = await ask(first, slow, 'handed over');
    await begun.come;
    await letLeaseRunOut(job);
    const second = instance({
      ...slow,
      run: () => {
        runs.push('second');
        return Promise.resolve({ by: 'second' });
      },
    });
    expect(await reaches(second, job, 'done')).toMatchObject({ attempts: 2 });
    revived.tell();
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    expect(await second.find(job.id)).toMatchObject({ state: 'done', result: { by: 'second' } });
    expect(runs).toEqual(['first', 'second']);
  });

  test('in each attempt does not drag the others along for ever', async () => {
    const kind = kindOf(() => Promise.resolve(null), { mostAttempts: 2 });
    const id = randomUUID();
    await owner.query(
      `INSERT INTO beside.job (id, kind, key, content, state, asked_at, due_at, attempts, lease, leased_until)
       VALUES ($1, $2, 'deadly', '{}', 'running', $3, $3, 2, $1, clock_timestamp() - interval '1 second')`,
      [id, kind.name, clock.now()],
    );
    const queue = instance(kind);
    const ended = await becomes(queue, id, ({ endedAt }) => endedAt !== null);
    expect(ended).toMatchObject({ state: 'failed', failure: 'job.never-ended' });
  });
});

describe('a running job', () => {
  test('tells how far it is, and ends when it is cancelled', async () => {
    const begun = moment();
    const kind = kindOf(async (_, { progress, signal }) => {
      progress({ done: 3, total: 10 });
      begun.tell();
      return new Promise<null>((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('told to end'));
        });
      });
    });
    const queue = instance(kind);
    const job = await ask(queue, kind, 'long');
    await begun.come;
    await becomes(queue, job.id, ({ progress }) => progress.done === 3 && progress.total === 10);
    expect(await queue.cancel(job.id)).toBe(true);
    expect(await reaches(queue, job, 'cancelled')).toMatchObject({ failure: null });
    expect(await queue.cancel(job.id)).toBe(false);
  });

  test('is given back untried when its instance stops, and a short one ends first', async () => {
    const begun = [moment(), moment()];
    let long = 0;
    const kind = kindOf(async ({ name }, { signal }) => {
      if (name === 'short') {
        begun[0]?.tell();
        await new Promise((resolve) => setTimeout(resolve, 200));
        return { name };
      }
      long += 1;
      begun[1]?.tell();
      if (long > 1) return { name };
      return new Promise<null>((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('told to end'));
        });
      });
    });
    const first = instance(kind);
    const jobs = [await ask(first, kind, 'short'), await ask(first, kind, 'long')] as const;
    await Promise.all(begun.map(({ come }) => come));
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    expect(await first.find(jobs[0].id)).toMatchObject({ state: 'done' });
    expect(await first.find(jobs[1].id)).toMatchObject({ state: 'waiting', attempts: 0 });
    const second = instance(kind);
    expect(await reaches(second, jobs[1], 'done')).toMatchObject({ attempts: 1 });
  });

  test('that waits is cancelled at once', async () => {
    const kind = kindOf(() => Promise.resolve(null));
    const queue = instance(kind);
    const dueAt = instant('2027-01-01T00:00:00Z');
    const job = await queue.ask(kind, { key: 'never', content: { name: 'never' }, dueAt });
    expect(await queue.cancel(job.id)).toBe(true);
    expect((await queue.find(job.id))?.state).toBe('cancelled');
  });
});
