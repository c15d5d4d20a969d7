import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Discrepancy } from '../../domain/findings/discrepancy.js';
import type { Entry } from '../../domain/entry.js';
import type { EntryId, LedgerId } from '../../domain/ids.js';
import { rightsOf } from '../../domain/organisation.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf, PageQueryDto } from '../../platform/http/page.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { AccessJournal } from '../../platform/journal/access-journal.js';
import { CLOCK } from '../../platform/platform.module.js';
import { ActForms } from '../act-form.js';
import { MovingDto } from '../moved.dto.js';
import { OrganisationBook } from '../organisation-book.js';
import { Recorder } from '../recorder.js';
import { CaseFile } from './case-file.js';
import { CaseEventDto, CaseTimelineDto, ExplanationsDto } from './case-file.dto.js';
import { DISCREPANCY, DiscrepancyDto } from './discrepancies.dto.js';
import { DiscrepancyPageDto, DiscrepancyStandingDto } from './discrepancy-standing.dto.js';

const CASE_PARAM = { ...SITE_PARAM, case: 'Id of the discrepancy' };

/** The life of a discrepancy after it was opened. */
@ApiTags('discrepancies')
@Controller('api/sites/:site/discrepancies')
export class DiscrepanciesController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
    @Inject(AccessJournal) private readonly journal: AccessJournal,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(DISCREPANCY);
  }

  @Post()
  @RecordsEntry({
    says: 'Assign, note or close',
    params: SITE_PARAM,
    body: DiscrepancyDto,
    answers: MovingDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: DiscrepancyDto,
  ): Promise<MovingDto> {
    return new MovingDto(await this.recorder.atSite(asking, DISCREPANCY, dto));
  }

  @Get()
  @Endpoint({ says: 'All discrepancies, by id', params: SITE_PARAM, answers: DiscrepancyPageDto })
  async list(@Asked() { site }: Asking, @Query() page: PageQueryDto): Promise<DiscrepancyPageDto> {
    const limit = limitOf(page);
    const found = await this.reader.cells(site, 'case', {
      limit: limit + 1,
      ...(page.cursor === undefined ? {} : { after: page.cursor }),
    });
    const items = found.slice(0, limit).map((each) => new DiscrepancyStandingDto(each));
    return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  @Get(':case')
  @Endpoint({
    says: 'A discrepancy as it stands',
    params: CASE_PARAM,
    answers: DiscrepancyStandingDto,
  })
  async one(@Asked() { site }: Asking, @Param('case') id: string): Promise<DiscrepancyStandingDto> {
    return new DiscrepancyStandingDto(await this.#case(site, id));
  }

  @Get(':case/timeline')
  @Endpoint({
    says: 'The case file: counts, steps, notes and signatures in their order',
    more: 'Notes are shown to whoever may read about patients, and the journal says that they were read.',
    params: CASE_PARAM,
    answers: CaseTimelineDto,
  })
  async timeline(@Asked() asking: Asking, @Param('case') id: string): Promise<CaseTimelineDto> {
    const { site } = asking;
    const file = new CaseFile(this.reader, site, await this.#case(site, id));
    const lines = await file.timeline();
    const notes = await this.#notes(
      asking,
      lines.map(({ line }) => line.entry),
    );
    const items = lines.map(
      ({ line, part }) => new CaseEventDto(line, part, notes.get(line.entry.id) ?? null),
    );
    return { items };
  }

  @Get(':case/explanations')
  @Endpoint({
    says: 'Single mistakes since the last agreed count that would explain it, with the arithmetic',
    more: 'Proposals, the likeliest first: people look, and a correction names what was wrong.',
    params: CASE_PARAM,
    answers: ExplanationsDto,
  })
  async explanations(
    @Asked() { site }: Asking,
    @Param('case') id: string,
  ): Promise<ExplanationsDto> {
    const file = new CaseFile(this.reader, site, await this.#case(site, id));
    const { window, found } = await file.explanations();
    return new ExplanationsDto(window, found);
  }

  async #case(site: LedgerId, id: string): Promise<Discrepancy> {
    const found = await this.reader.cell(site, 'case', id);
    if (found === undefined) throw Problem.of('record.not-found');
    return found;
  }

  /** Looking at what is personal is written into the journal before it is shown. */
  async #notes(
    { person, site, address }: Asking,
    entries: readonly Entry[],
  ): Promise<ReadonlyMap<EntryId, string>> {
    const organisation = await this.organisation.organisation();
    const rights = rightsOf(organisation, { person, site, at: this.clock.now() });
    const noted = entries.filter(({ commitments }) =>
      commitments.some(({ field }) => field === 'note'),
    );
    if (noted.length === 0 || !rights.has('read-patients')) return new Map();
    const about = noted.map(({ seq }) => String(seq));
    await this.journal.write({ kind: 'entries-seen', person, site, about, address });
    const fields = await this.reader.personal(
      site,
      noted.map(({ id }) => id),
    );
    return new Map(
      [...fields].flatMap(([id, all]) =>
        all.flatMap(({ field, value }) => (field === 'note' ? [[id, value] as const] : [])),
      ),
    );
  }
}
