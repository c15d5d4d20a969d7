import { ApiProperty } from '../../platform/http/described.js';
import { Choice } from '../../platform/http/members.js';
import { PageDto, PageQueryDto } from '../../platform/http/page.dto.js';
import { JOB_STATES } from '../../platform/jobs/job.js';
import type { Job } from '../../platform/jobs/job.js';

const ENDS = ['failed', 'cancelled', 'done'] as const;

export class JobsQueryDto extends PageQueryDto {
  @Choice({ says: 'How they ended; `failed` if left out', of: ENDS, optional: true })
  state?: (typeof ENDS)[number];
}

/** One job. */
export class JobDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 'reminder' })
  kind: string;
  @ApiProperty({ nullable: true, type: String, description: 'Site that it is about' })
  site: string | null;
  @ApiProperty({
    nullable: true,
    type: String,
    example: 'person-7',
    description: 'Who asked for it; null where the service did by itself',
  })
  person: string | null;
  @ApiProperty({
    enum: JOB_STATES,
    description: '`failed`: nobody tries it any more unless a person asks for it again',
  })
  state: string;
  @ApiProperty({ format: 'date-time' })
  askedAt: string;
  @ApiProperty({ format: 'date-time', description: 'When it is tried, or tried again' })
  dueAt: string;
  @ApiProperty()
  attempts: number;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' })
  endedAt: string | null;
  @ApiProperty({
    nullable: true,
    type: String,
    description: 'Code of why the last attempt failed',
    example: 'webhook.status-503',
  })
  failure: string | null;

  constructor(job: Job) {
    this.id = job.id;
    this.kind = job.kind;
    this.site = job.site;
    this.person = job.person;
    this.state = job.state;
    this.askedAt = job.askedAt;
    this.dueAt = job.dueAt;
    this.attempts = job.attempts;
    this.endedAt = job.endedAt;
    this.failure = job.failure;
  }
}

/** Jobs that have ended, the newest end first. */
export class JobPageDto extends PageDto {
  @ApiProperty({ type: JobDto, isArray: true })
  items: readonly JobDto[];

  constructor(jobs: readonly Job[], next: string | null) {
    super(next);
    this.items = jobs.map((job) => new JobDto(job));
  }
}
