import { Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { instantOfMicroseconds, microsecondsOf } from '../../domain/measures/instant.js';
import { isUuid } from '../../ledger/submission.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { limitOf } from '../../platform/http/page.dto.js';
import { Problem } from '../../platform/http/problem.js';
import type { Job } from '../../platform/jobs/job.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import type { EndedBefore } from '../../platform/jobs/job-queue.js';
import { AccessJournal } from '../../platform/journal/access-journal.js';
import { JobDto, JobPageDto, JobsQueryDto } from './jobs.dto.js';

const PARAMS = { job: 'Id of the job' };
const CURSOR = /^(\d{1,18})_([0-9a-f-]{36})$/;

/** Work of the service that is done apart from requests: what could not be done, and to have it tried again. */
@ApiTags('jobs')
@Controller('api/jobs')
export class JobsController {
  constructor(
    @Inject(JobQueue) private readonly queue: JobQueue,
    @Inject(AccessJournal) private readonly journal: AccessJournal,
  ) {}

  @Get()
  @Endpoint({ says: 'Jobs that have ended, the newest end first', answers: JobPageDto })
  async list(@Query() query: JobsQueryDto): Promise<JobPageDto> {
    const limit = limitOf(query);
    const before = readCursor(query);
    const found = await this.queue.ended(query.state ?? 'failed', {
      limit: limit + 1,
      ...(before === undefined ? {} : { before }),
    });
    const last = found[limit - 1];
    const next = found.length > limit && last !== undefined ? cursorOf(last) : null;
    return new JobPageDto(found.slice(0, limit), next);
  }

  @Get(':job')
  @Endpoint({ says: 'One job', params: PARAMS, answers: JobDto })
  async one(@Param('job') id: string): Promise<JobDto> {
    return new JobDto(await this.#find(id));
  }

  @Post(':job/again')
  @Endpoint({
    says: 'Have a job tried again that failed or was cancelled',
    params: PARAMS,
    answers: JobDto,
  })
  async again(@Asked() { person, address }: Asking, @Param('job') id: string): Promise<JobDto> {
    const { kind } = await this.#find(id);
    if (!(await this.queue.askAgain(id))) throw Problem.of('job.not-ended');
    await this.journal.write({ kind: 'job-asked-again', person, address, act: kind, about: [id] });
    return new JobDto(await this.#find(id));
  }

  async #find(id: string): Promise<Job> {
    const job = isUuid(id) ? await this.queue.find(id) : undefined;
    if (job === undefined) throw Problem.of('job.not-found');
    return job;
  }
}

const cursorOf = ({ endedAt, askedAt, id }: Job): string =>
  `${microsecondsOf(endedAt ?? askedAt)}_${id}`;

function readCursor({ cursor }: JobsQueryDto): EndedBefore | undefined {
  if (cursor === undefined) return undefined;
  const [, microseconds, id] = CURSOR.exec(cursor) ?? [];
  if (microseconds === undefined || id === undefined || !isUuid(id)) {
    throw Problem.of('request.invalid', {
      errors: [{ field: 'cursor', says: 'must be the cursor that the page before gave' }],
    });
  }
  return { endedAt: instantOfMicroseconds(BigInt(microseconds)), id };
}
