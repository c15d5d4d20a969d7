import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Entry } from '../../domain/entry.js';
import type { ReportIssuedRequest } from '../../domain/issued-report.js';
import { LARGEST_PAGE, LedgerReader } from '../../ledger/ledger-reader.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf, lineOf, nextLine, PageQueryDto } from '../../platform/http/page.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { ActForms } from '../act-form.js';
import { Recorder } from '../recorder.js';
import { Desk } from './desk.js';
import {
  askedToIssue,
  IssuedDto,
  IssueDto,
  issueForm,
  IssuePageDto,
  LineSinceDto,
  ListedIssueDto,
  SincePageDto,
} from './issues.dto.js';

/** Lines that one answer looks through for what belongs to a period. */
const MOST_LOOKED_AT = LARGEST_PAGE;

/** Documents that were issued: each is a line of the ledger, with the hash of its file. */
@ApiTags('reports')
@Controller('api/sites/:site/reports/issued')
export class IssuesController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(issueForm((dto, site) => this.desk.hash(askedToIssue(dto, site))));
  }

  @Post()
  @RecordsEntry({
    says: 'Issue a document: record what it is with the hash of its file',
    more:
      'The document itself is then had from its own address with the same period and `size`: the same bytes, whoever asks and ' +
      'whenever. What a job printed in the last day is not printed again; what is long must have been printed so, with this ' +
      '`size`, and is refused with `report.long` before. Looking at documents without issuing them leaves a line in the access journal only.',
    params: SITE_PARAM,
    body: IssueDto,
    answers: IssuedDto,
  })
  async record(@AskedToRecord() asking: AskingToRecord, @Body() dto: IssueDto): Promise<IssuedDto> {
    const asked = askedToIssue(dto, asking.site);
    await this.desk.refuseWithoutRight(asking, asked);
    const form = issueForm(() => this.desk.hash(asked));
    const recorded = await this.recorder.atSite(asking, form, dto);
    const { request } = recorded.entry;
    if (request.kind !== 'report-issued') throw new Error('expected an issued document');
    return new IssuedDto(recorded, { request });
  }

  @Get()
  @Endpoint({
    says: 'Issued documents, the newest first',
    params: SITE_PARAM,
    answers: IssuePageDto,
  })
  async list(@Asked() { site }: Asking, @Query() page: PageQueryDto): Promise<IssuePageDto> {
    const limit = limitOf(page);
    const before = lineOf(page);
    const found = await this.reader.entries(site, {
      kinds: ['report-issued'],
      order: 'newest',
      limit: limit + 1,
      ...(before === undefined ? {} : { to: before }),
    });
    const items = found.flatMap(({ entry }) => listed(entry));
    return { items: items.slice(0, limit), next: nextLine(items, limit) };
  }

  @Get(':line/since')
  @Endpoint({
    says: 'Why an issued document would be another one today',
    more:
      'Lines that were recorded after it and fall into its period, or are about a line of it. Pages go by lines looked at: ' +
      'one may have fewer items than asked for, and `next` says where the next begins.',
    params: { ...SITE_PARAM, line: 'The line that issued it' },
    answers: SincePageDto,
  })
  async since(
    @Asked() { site }: Asking,
    @Param('line') line: string,
    @Query() page: PageQueryDto,
  ): Promise<SincePageDto> {
    const issuing = /^\d{1,15}$/.test(line)
      ? await this.reader.entry(site, Number(line))
      : undefined;
    const [issued] = issuing === undefined ? [] : listed(issuing.entry);
    const request = issuing?.entry.request;
    if (issued === undefined || request?.kind !== 'report-issued') {
      throw Problem.of('report.not-found');
    }
    const size = (await this.reader.head(site))?.size ?? 0;
    const from = lineOf(page) ?? request.size;
    const looked = await this.reader.entries(site, { from, limit: MOST_LOOKED_AT });
    const items = looked
      .filter(({ entry }) => isOfPeriod(entry, request))
      .map(({ entry }) => new LineSinceDto(entry));
    const limit = limitOf(page);
    const last = items.length > limit ? items[limit - 1]?.line : looked.at(-1)?.entry.seq;
    const next = last === undefined || last + 1 >= size ? null : String(last + 1);
    return { issued, size, items: items.slice(0, limit), next };
  }
}

const listed = (entry: Entry): readonly ListedIssueDto[] =>
  entry.request.kind === 'report-issued' ? [new ListedIssueDto(entry, entry.request)] : [];

/** What is of the period, or is about a line that the document may show. Issues and disclosures change no document. */
function isOfPeriod({ businessDate, request }: Entry, issued: ReportIssuedRequest): boolean {
  if (request.kind === 'report-issued' || request.kind === 'disclosure') return false;
  const isAboutEarlier =
    (request.kind === 'correction' || request.kind === 'countersign') && request.line < issued.size;
  return isAboutEarlier || (businessDate >= issued.from && businessDate <= issued.to);
}
