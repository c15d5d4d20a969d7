import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { keyOf, Slice } from '../../domain/book.js';
import type { Cell } from '../../domain/entry.js';
import type { LedgerId } from '../../domain/ids.js';
import { parseBusinessDate } from '../../domain/measures/instant.js';
import type { BusinessDate } from '../../domain/measures/instant.js';
import { drawsInProcess, standingOn } from '../../domain/standing.js';
import type { Standing } from '../../domain/standing.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf, PageQueryDto } from '../../platform/http/page.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { CLOCK } from '../../platform/platform.module.js';
import { ActForms } from '../act-form.js';
import { OrganisationBook } from '../organisation-book.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import { SiteCalendar } from '../site-calendar.js';
import {
  ClosedDayDto,
  ClosedDayPageDto,
  DAY_CLOSE,
  DayCloseDto,
  DayStandingDto,
  StandingDto,
} from './days.dto.js';

/** Business days: what is still open, and their close. */
@ApiTags('days')
@Controller('api/sites/:site/days')
export class DaysController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(DAY_CLOSE);
  }

  @Post()
  @RecordsEntry({
    says: 'Close a business day',
    more: 'Refused while anything is in process, held or unwitnessed that is not excused with a reason.',
    params: SITE_PARAM,
    body: DayCloseDto,
    answers: RecordedDto,
  })
  async close(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: DayCloseDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, DAY_CLOSE, dto));
  }

  @Get()
  @Endpoint({
    says: 'Closed days, the earliest first',
    params: SITE_PARAM,
    answers: ClosedDayPageDto,
  })
  async list(@Asked() { site }: Asking, @Query() page: PageQueryDto): Promise<ClosedDayPageDto> {
    const limit = limitOf(page);
    const found = await this.reader.cells(site, 'day', {
      limit: limit + 1,
      ...(page.cursor === undefined ? {} : { after: page.cursor }),
    });
    const items = found.slice(0, limit).map((day) => new ClosedDayDto(day));
    return { items, next: found.length > limit ? (items.at(-1)?.date ?? null) : null };
  }

  @Get(':date')
  @Endpoint({
    says: 'Whether a day can be closed, and what stands in the way',
    params: { ...SITE_PARAM, date: 'The business day: 2026-11-22' },
    answers: DayStandingDto,
  })
  async one(@Asked() { site }: Asking, @Param('date') text: string): Promise<DayStandingDto> {
    const date = parseBusinessDate(text);
    if (date === undefined) throw Problem.of('record.not-found');
    const calendar = await SiteCalendar.of(site, {
      reader: this.reader,
      organisation: this.organisation,
    });
    const closed = await this.reader.cell(site, 'day', date);
    const standing = await this.#standing(site, date, calendar);
    const hasBegun = date <= calendar.dateOf(this.clock.now());
    return {
      date,
      canClose: closed === undefined && hasBegun && standing.length === 0,
      standing: standing.map((each) => new StandingDto(each)),
      closed: closed === undefined ? null : new ClosedDayDto(closed),
    };
  }

  /** The same question that the rules ask under the lock, of what is committed now. */
  async #standing(
    site: LedgerId,
    date: BusinessDate,
    calendar: SiteCalendar,
  ): Promise<readonly Standing[]> {
    const book = new Slice('whole');
    const load = (cells: Iterable<Cell>): void => {
      for (const cell of cells) book.load(keyOf(cell), cell);
    };
    load(await this.reader.gather(site, 'unfinished'));
    load(await this.reader.gather(site, 'awaiting'));
    load((await this.reader.cellsNamed(site, 'draw', drawsInProcess(book))).values());
    return standingOn(book, date, (at) => calendar.dateOf(at));
  }
}
