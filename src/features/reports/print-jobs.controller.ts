import { Readable } from 'node:stream';
import { Body, Controller, Get, Inject, Param, Post, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiProduces, ApiTags } from '../../platform/http/described.js';
import { Endpoint, NeedsKey, SITE_PARAM } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import type { Job } from '../../platform/jobs/job.js';
import { Desk } from './desk.js';
import { PageCheckJobs } from './page-check-jobs.js';
import { PageCheckDto, PageCheckQueryDto, readCode } from './page-check.dto.js';
import { PrintJobDto, PrintDto } from './print-jobs.dto.js';
import { PrintJobs } from './print-jobs.js';
import { askedOf, readFileName } from './reports.dto.js';

const JOB_PARAM = { ...SITE_PARAM, job: 'Id of the job: only who asked for it finds it' } as const;

/** Documents that take longer than a person waits: printed by a job, watched, cancelled, fetched. */
@ApiTags('reports')
@Controller('api/sites/:site/reports/jobs')
export class PrintJobsController {
  constructor(
    @Inject(PrintJobs) private readonly jobs: PrintJobs,
    @Inject(Desk) private readonly desk: Desk,
    @Inject(PageCheckJobs) private readonly checks: PageCheckJobs,
  ) {}

  @Post()
  @NeedsKey()
  @Endpoint({
    says: 'Have a document printed meanwhile',
    more: 'The same document as under its own address; whatever is wrong with what is asked is said at once.',
    params: SITE_PARAM,
    body: PrintDto,
    answers: PrintJobDto,
    status: 201,
  })
  async ask(@AskedToRecord() asking: AskingToRecord, @Body() dto: PrintDto): Promise<PrintJobDto> {
    const named = readFileName(dto.file);
    if (named === undefined) throw Problem.of('report.not-found');
    const report = await this.desk.open(asking, askedOf(dto, { site: asking.site, ...named }));
    return new PrintJobDto(await this.jobs.ask(asking, report));
  }

  @Post('page-checks')
  @NeedsKey()
  @Endpoint({
    says: 'Have a page on paper held against the ledger meanwhile',
    more:
      'For a page of a document that `GET reports/page-check` refuses as too long. The job is watched like one that prints; what ' +
      'it says of the page stands at its `page`.',
    params: SITE_PARAM,
    body: PageCheckQueryDto,
    answers: PrintJobDto,
    status: 201,
  })
  async askPage(
    @AskedToRecord() asking: AskingToRecord,
    @Body() { code }: PageCheckQueryDto,
  ): Promise<PrintJobDto> {
    await this.desk.openPage(asking, readCode(code));
    return new PrintJobDto(await this.checks.ask(asking, code));
  }

  @Get(':job/page')
  @Endpoint({
    says: 'What a job says of its page, for a day',
    params: JOB_PARAM,
    answers: PageCheckDto,
  })
  async page(@Asked() asking: Asking, @Param('job') id: string): Promise<PageCheckDto> {
    const { code, checked } = await this.checks.fetch(await this.jobs.find(asking, id));
    await this.desk.refuseWithoutRight(asking, code);
    return new PageCheckDto(code, checked);
  }

  @Get(':job')
  @Endpoint({ says: 'How far it is', params: JOB_PARAM, answers: PrintJobDto })
  async find(@Asked() asking: Asking, @Param('job') job: string): Promise<PrintJobDto> {
    return new PrintJobDto(await this.jobs.find(asking, job));
  }

  @Get(':job/events')
  @ApiProduces('text/event-stream')
  @Endpoint({
    says: 'How far it is, told as it goes on (server-sent events)',
    more:
      'Each event `job` has the job as JSON; the stream ends with the job, with the session, or when that locks. Watching is no ' +
      'activity: it does not put off the lock.',
    params: JOB_PARAM,
  })
  async events(
    @Asked() asking: Asking,
    @Param('job') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    await this.jobs.find(asking, id);
    reply.header('cache-control', 'no-store');
    const events = Readable.from(eventsOf(this.jobs.watch(asking, id)));
    reply.raw.once('close', () => events.destroy());
    return new StreamableFile(events, { type: 'text/event-stream; charset=utf-8' });
  }

  @Post(':job/cancellation')
  @Endpoint({ says: 'End it', params: JOB_PARAM, answers: PrintJobDto })
  async cancel(@Asked() asking: Asking, @Param('job') job: string): Promise<PrintJobDto> {
    return new PrintJobDto(await this.jobs.cancel(asking, job));
  }

  @Get(':job/file')
  @ApiProduces('application/octet-stream')
  @Endpoint({ says: 'The printed document, for a day', params: JOB_PARAM })
  async file(
    @Asked() asking: Asking,
    @Param('job') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { printed, file } = await this.jobs.fetch(await this.jobs.find(asking, id));
    await this.desk.tellFetched(asking, printed);
    if (!printed.signed) reply.header('etag', `"${printed.identity}"`);
    return new StreamableFile(file, {
      type: printed.contentType,
      disposition: `attachment; filename="${printed.fileName}"`,
      length: printed.bytes,
    });
  }
}

async function* eventsOf(jobs: AsyncIterable<Job>): AsyncGenerator<string> {
  for await (const job of jobs) {
    yield `event: job\ndata: ${JSON.stringify(new PrintJobDto(job))}\n\n`;
  }
}
