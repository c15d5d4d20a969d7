import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { rightsOf } from '../../domain/organisation.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { RecordedEntry } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { AccessJournal } from '../../platform/journal/access-journal.js';
import { CLOCK } from '../../platform/platform.module.js';
import { entryPage } from '../entry-page.js';
import { EntryPageDto } from '../entry.dto.js';
import { OrganisationBook } from '../organisation-book.js';
import { PersonalFieldDto, SiteEntriesQueryDto, WholeEntryDto } from './entries.dto.js';

const LINE = /^\d{1,15}$/;

/** The lines of a site's ledger as they were written. */
@ApiTags('register')
@Controller('api/sites/:site/entries')
export class EntriesController {
  constructor(
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
    @Inject(AccessJournal) private readonly journal: AccessJournal,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Endpoint({ says: 'Lines of the ledger', params: SITE_PARAM, answers: EntryPageDto })
  async list(
    @Asked() { site }: Asking,
    @Query() query: SiteEntriesQueryDto,
  ): Promise<EntryPageDto> {
    return entryPage(this.reader, site, query);
  }

  @Get(':line')
  @Endpoint({
    says: 'One line, with what later lines said of it',
    params: { ...SITE_PARAM, line: 'Number of the line' },
    answers: WholeEntryDto,
  })
  async one(@Asked() asking: Asking, @Param('line') line: string): Promise<WholeEntryDto> {
    const { site } = asking;
    const found = LINE.test(line) ? await this.reader.entry(site, Number(line)) : undefined;
    if (found === undefined) throw Problem.of('record.not-found');
    const standing = await this.reader.cell(site, 'line', line);
    return new WholeEntryDto(found, standing, await this.#personal(asking, found));
  }

  /** Looking at what is personal is written into the journal before it is shown. */
  async #personal(asking: Asking, { entry }: RecordedEntry): Promise<readonly PersonalFieldDto[]> {
    const { person, site, address } = asking;
    const organisation = await this.organisation.organisation();
    const rights = rightsOf(organisation, { person, site, at: this.clock.now() });
    if (entry.commitments.length === 0 || !rights.has('read-patients')) return [];
    const about = [String(entry.seq)];
    await this.journal.write({ kind: 'entries-seen', person, site, about, address });
    const fields = (await this.reader.personal(site, [entry.id])).get(entry.id) ?? [];
    return fields.map(({ field, value }) => ({ field, value }));
  }
}
