import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { asId } from '../../domain/ids.js';
import type { LedgerId } from '../../domain/ids.js';
import { plus } from '../../domain/instant.js';
import { policyAt } from '../../domain/policy.js';
import { shelfId } from '../../domain/container.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { CLOCK } from '../../platform/platform.module.js';
import { MovingDto } from '../moved.dto.js';
import { OrganisationBook } from '../organisation-book.js';
import { auditItemOf } from '../../domain/product.js';
import { Recorder } from '../recorder.js';
import { CountDrafts } from './count-drafts.store.js';
import type { CountAgain, CountDraft } from './count-drafts.store.js';
import { countForm, figuresOf, openLine, quarantinedLine, sealedLine } from './count-form.js';
import { CountDto, RunningCountDto, TallyAnswerDto, TallyDto } from './counts.dto.js';

/** Blind counts: what people find, compared with the book only after they have finished. */
@ApiTags('counts')
@Controller('api/sites/:site/counts')
export class CountsController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
    @Inject(CountDrafts) private readonly drafts: CountDrafts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Endpoint({
    says: 'Begin a count of a storage location',
    params: SITE_PARAM,
    body: CountDto,
    answers: RunningCountDto,
    status: 201,
  })
  async begin(@Asked() asking: Asking, @Body() dto: CountDto): Promise<RunningCountDto> {
    const { site, person } = asking;
    const startedAt = this.clock.now();
    const minutes = await this.#lockMinutes(site);
    const expiresAt = plus(startedAt, { minutes });
    const size = (await this.reader.head(site))?.size ?? 0;
    const location = asId(dto.location);
    const id = await this.drafts.begin({
      site,
      location,
      type: dto.type,
      counter: person,
      startedAt,
      expiresAt,
      size,
    });
    if (id === undefined) throw Problem.of('count.running');
    return { id, startedAt, expiresAt, ...(await this.#toCount(site, dto.location)) };
  }

  @Post(':count/tally')
  @RecordsEntry({
    says: 'Hand in what was counted',
    more: 'The first figures stand. Lines that differ are asked for once more before the count is recorded.',
    params: { ...SITE_PARAM, count: 'Id of the running count' },
    body: TallyDto,
    answers: TallyAnswerDto,
  })
  async tally(
    @AskedToRecord() asking: AskingToRecord,
    @Param('count') id: string,
    @Body() dto: TallyDto,
  ): Promise<TallyAnswerDto> {
    const { site, person } = asking;
    const draft = await this.drafts.find({ site, id, counter: person, at: this.clock.now() });
    if (draft === undefined) throw Problem.of('count.not-found');
    // Sent again because the answer was lost: the same answer, not a recount that nobody made.
    if (draft.firstKey === asking.entry) return askedAgain(Object.keys(draft.again));
    try {
      const entry = new MovingDto(await this.recorder.atSite(asking, countForm(draft), dto));
      await this.drafts.finish({ site, id }, entry.line);
      return { status: 'recorded', again: [], entry };
    } catch (error) {
      const lines = linesToRepeat(error);
      if (lines === undefined) throw error;
      await this.#askAgain(asking, draft, dto, lines);
      if (lines.because === 'touched') throw error;
      return askedAgain(lines.names);
    }
  }

  async #askAgain(
    { site, entry }: AskingToRecord,
    draft: CountDraft,
    dto: TallyDto,
    lines: LinesToRepeat,
  ): Promise<void> {
    const at = (await this.reader.head(site))?.size ?? draft.size;
    const again = Object.fromEntries(
      lines.names.map((name): [string, CountAgain] => [name, { at, because: lines.because }]),
    );
    const figures = figuresOf(dto);
    await this.drafts.askAgain({ site, id: draft.id }, { key: entry, figures, again });
  }

  async #lockMinutes(site: LedgerId): Promise<number> {
    const timeline = await this.reader.cell(site, 'policy', 'timeline');
    if (timeline === undefined) throw Problem.of('site.not-found');
    return policyAt(timeline, this.clock.now()).settings.countLockMinutes;
  }

  /** Every audit item that is approved or ever stood there, so that the list itself tells nothing. */
  async #toCount(
    site: LedgerId,
    location: string,
  ): Promise<{ items: readonly string[]; open: readonly string[] }> {
    const organisation = await this.organisation.get();
    const stood = (await this.reader.cell(site, 'place', location))?.items ?? [];
    const approved = [...(organisation?.products.values() ?? [])].map(auditItemOf);
    const items = [...new Set([...stood, ...approved])].sort();
    const shelves = await this.reader.cellsNamed(
      site,
      'shelf',
      items.map((item) => shelfId(asId(location), item)),
    );
    return { items, open: [...shelves.values()].flatMap(({ open }) => open).sort() };
  }
}

const askedAgain = (again: readonly string[]): TallyAnswerDto => ({
  status: 'recount',
  again,
  entry: null,
});

interface LinesToRepeat {
  readonly names: readonly string[];
  readonly because: CountAgain['because'];
}

/** Which lines a refusal asks for again; undefined where it refuses for another reason. */
function linesToRepeat(error: unknown): LinesToRepeat | undefined {
  if (!(error instanceof Problem)) return undefined;
  const { code, facts } = error.document;
  if (code === 'count.needs-recount') return { names: namesIn(facts.lines), because: 'differs' };
  if (code !== 'count.line-stale') return undefined;
  const items = namesIn(facts.items);
  const names = [
    ...namesIn(facts.containers).map(openLine),
    ...items.map(sealedLine),
    ...items.map(quarantinedLine),
  ];
  return { names, because: 'touched' };
}

const namesIn = (fact: unknown): readonly string[] => (Array.isArray(fact) ? fact.map(String) : []);
