import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
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
import { figuresOf, PLACE_NAMES } from '../counted-lines.js';
import { RunningCounts } from '../running-counts.js';
import type { Tally } from '../running-counts.js';
import { countForm } from './count-form.js';
import { CountDto, RunningCountDto, TallyAnswerDto, TallyDto } from './counts.dto.js';

/** Blind counts: what people find, compared with the book only after they have finished. */
@ApiTags('counts')
@Controller('api/sites/:site/counts')
export class CountsController {
  readonly #count: ActForm<'count', TallyDto>;
  readonly #recount: ActForm<'recount', TallyDto>;

  constructor(
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(RunningCounts) private readonly running: RunningCounts,
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
    const begun = await this.running.begin(site, person, scope);
    return { ...begun, ...(await this.running.toCount(site, location)) };
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
}
