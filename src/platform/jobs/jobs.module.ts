import { Global, Inject, Injectable, Module } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from '../clock.js';
import { Statements } from '../database/statements.js';
import { CLOCK, PROCESS_LOG } from '../platform.module.js';
import type { ProcessLog } from '../process-log.js';
import { JobLeases } from './job-leases.js';
import { JobQueue } from './job-queue.js';
import { JobRunner } from './job-runner.js';

/** Begins with the jobs once every feature has defined its kinds, and ends before the database goes. */
@Injectable()
class JobLifetime implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(@Inject(JobRunner) private readonly runner: JobRunner) {}

  onApplicationBootstrap(): void {
    this.runner.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.runner.stop();
  }
}

/** Work that is done apart from the request that asked for it. */
@Global()
@Module({
  providers: [
    JobLifetime,
    {
      provide: JobQueue,
      useFactory: (statements: Statements, clock: Clock) => new JobQueue(statements, clock),
      inject: [Statements, CLOCK],
    },
    {
      provide: JobRunner,
      useFactory: (queue: JobQueue, statements: Statements, clock: Clock, log: ProcessLog) =>
        new JobRunner({ queue, leases: new JobLeases(statements, clock), log }),
      inject: [JobQueue, Statements, CLOCK, PROCESS_LOG],
    },
  ],
  exports: [JobQueue, JobRunner],
})
export class JobsModule {}
