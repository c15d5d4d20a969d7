import { ApiProperty } from '../../platform/http/described.js';
import { Coded } from '../../platform/http/members.js';
import { JOB_STATES } from '../../platform/jobs/job.js';
import type { Job, JobState } from '../../platform/jobs/job.js';
import { printedBy } from './print-jobs.js';
import { ReportQueryDto } from './reports.dto.js';

/** A document that is to be printed meanwhile. */
export class PrintDto extends ReportQueryDto {
  @Coded({
    says: 'Document and form, as in the address of the document',
    pattern: /^[a-z-]{1,40}[.][a-z]{3,4}$/,
    form: 'a document and its form, such as ledger.pdf',
    example: 'packet.zip',
  })
  file!: string;
}

/** A document that is being printed. */
export class PrintJobDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: JOB_STATES, description: '`done`: the file can be fetched for a day' })
  state: JobState;
  @ApiProperty({ description: 'Entries of the period that are printed', minimum: 0 })
  done: number;
  @ApiProperty({
    description: 'Entries of the period; null before it has begun',
    type: Number,
    nullable: true,
  })
  total: number | null;
  @ApiProperty({ description: 'Why it failed; null otherwise', type: String, nullable: true })
  failure: string | null;
  @ApiProperty({
    description: 'Name of the file; null before it is done',
    type: String,
    nullable: true,
  })
  fileName: string | null;
  @ApiProperty({ description: 'Size of the file in bytes', type: Number, nullable: true })
  bytes: number | null;
  @ApiProperty({
    description: 'SHA-256 of the file, in hexadecimal',
    type: String,
    nullable: true,
  })
  sha256: string | null;
  @ApiProperty({
    description:
      'SHA-256 of a signed PDF without its signature, as `report-issued` has it; null where it has none',
    type: String,
    nullable: true,
  })
  unsignedSha256: string | null;

  constructor(job: Job) {
    const printed = printedBy(job);
    this.id = job.id;
    this.state = job.state;
    this.done = job.progress.done;
    this.total = job.progress.total;
    this.failure = job.state === 'failed' ? job.failure : null;
    this.fileName = printed?.fileName ?? null;
    this.bytes = printed?.bytes ?? null;
    this.sha256 = printed?.sha256 ?? null;
    this.unsignedSha256 = printed?.unsignedSha256 ?? null;
  }
}
