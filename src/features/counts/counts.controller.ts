import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { asId } from '../../domain/ids.js';
import { rejection } from '../../domain/rejection.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { ActForms } from '../act-form.js';
import type { ActForm } from '../act-form.js';
import type { CountDraft } from '../count-drafts.store.js';
import { figuresOf, PLACE_NAMES } from '../counted-lines.js';
import { TallyAnswerDto, unitsOfOpen } from '../counted-place.dto.js';
import { RunningCounts } from '../running-counts.js';
import type { Tally } from '../running-counts.js';
import { sideOf } from '../second-counts.js';
import { Units } from '../units.js';
import { countForm } from './count-form.js';
import {
  CountDto,
  FiguresDto,
  ListedCountDto,
  RunningCountDto,
  RunningCountsDto,
  TallyDto,
} from './counts.dto.js';

/** Blind counts: what people find, compared with the book only after they have finished. */
@ApiTags('counts')
@Controller('api/sites/:site/counts')
export class CountsController {
  readonly #count: ActForm<'count', TallyDto>;
  readonly #recount: ActForm<'recount', TallyDto>;

  constructor(
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(RunningCounts) private readonly running: RunningCounts,
    @Inject(Units) private readonly units: Units,
    @Inject(ActForms) forms: ActForms,
  ) {
    this.#count = countForm('count', running);
    this.#recount = countForm('recount', running);
    forms.define(this.#count);
    forms.define(this.#recount);
  }

  @Post()
  @Endpoint({
    says: 'Begin a count of a storage location, or count a recorded one again',
    params: SITE_PARAM,
    body: CountDto,
    answers: RunningCountDto,
    status: 201,
  })
  async begin(@Asked() asking: Asking, @Body() dto: CountDto): Promise<RunningCountDto> {
    const { site, person } = asking;
    const location = asId(dto.location);
    const recounts = dto.recounts ?? null;
    const counted = recounts === null ? null : await this.reader.cell(site, 'count', `${recounts}`);
    if (counted === undefined)
      throw Problem.rejected(rejection('count.recounts-unknown', { line: recounts ?? 0 }));
    const scope = { location, type: dto.type, plan: null, recounts };
    const { id } = await this.running.begin(site, person, scope);
    return this.#shown(asking, await this.running.draft(site, id));
  }

  @Get('running')
  @Endpoint({
    says: 'Counts of storage locations that are running',
    more: 'A second person finds there the count that two people are to make.',
    params: SITE_PARAM,
    answers: RunningCountsDto,
  })
  async list(@Asked() { site }: Asking): Promise<RunningCountsDto> {
    const running = await this.running.running(site);
    return { items: running.map((draft) => new ListedCountDto(draft)) };
  }

  @Get(':count')
  @Endpoint({
    says: 'A running count as it stands for the asking person',
    params: { ...SITE_PARAM, count: 'Id of the running count' },
    answers: RunningCountDto,
  })
  async show(@Asked() asking: Asking, @Param('count') id: string): Promise<RunningCountDto> {
    return this.#shown(asking, await this.running.draft(asking.site, id));
  }

  @Post(':count/figures')
  @Endpoint({
    says: 'Hand in what one of two people found who count apart',
    more:
      'The first hands in as whoever began it, the second as anybody else who may count. Neither learns what the other ' +
      'found, or what the book says: only whether both found the same. Volumes are the same within what the coarser ' +
      'measure can tell. Where they differ, both count everything again.',
    params: { ...SITE_PARAM, count: 'Id of the running count' },
    body: FiguresDto,
    answers: RunningCountDto,
  })
  async handIn(
    @Asked() asking: Asking,
    @Param('count') id: string,
    @Body() dto: FiguresDto,
  ): Promise<RunningCountDto> {
    await this.units.check(asking.site, unitsOfOpen(dto.open, 'open'));
    const handed = { round: dto.round, figures: figuresOf(dto, PLACE_NAMES) };
    return this.#shown(asking, await this.running.handIn(asking, id, handed));
  }

  @Post(':count/tally')
  @RecordsEntry({
    says: 'Hand in what was counted',
    more:
      'The first figures stand. Lines that differ are asked for once more before the count is recorded. A second counter ' +
      'signs beforehand, as kind `count` or `recount`, with the id of the running count in the body.',
    params: { ...SITE_PARAM, count: 'Id of the running count' },
    body: TallyDto,
    answers: TallyAnswerDto,
  })
  async tally(
    @AskedToRecord() asking: AskingToRecord,
    @Param('count') id: string,
    @Body() dto: TallyDto,
  ): Promise<TallyAnswerDto> {
    const { recounts } = await this.running.draft(asking.site, id);
    const told = Object.assign(dto, { count: id });
    const what = { dto: told, figures: figuresOf(dto, PLACE_NAMES), names: [PLACE_NAMES] };
    return recounts === null
      ? this.running.tally(asking, id, { ...what, form: this.#count } satisfies Tally<
          'count',
          TallyDto
        >)
      : this.running.tally(asking, id, { ...what, form: this.#recount });
  }

  async #shown({ site, person }: Asking, draft: CountDraft): Promise<RunningCountDto> {
    const side = sideOf(draft, person);
    if (side === undefined || draft.location === null) throw Problem.of('count.not-found');
    return new RunningCountDto(draft, side, await this.running.toCount(site, draft.location));
  }
}
