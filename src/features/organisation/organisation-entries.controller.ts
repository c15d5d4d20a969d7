import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { entryPage } from '../entry-page.js';
import { EntriesQueryDto, EntryPageDto } from '../entry.dto.js';
import { OrganisationBook } from '../organisation-book.js';
import { OrganisationEntryDto } from './organisation-entries.dto.js';

const LINE = /^\d{1,15}$/;

/** The lines of the organisation's own ledger: people and their grants, sites, products and suppliers. */
@ApiTags('register')
@Controller('api/organisation/entries')
export class OrganisationEntriesController {
  constructor(
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
  ) {}

  @Get()
  @Endpoint({
    says: 'Lines of the organisation’s ledger',
    more: 'Who was given access, which sites, products and suppliers there are, and who wrote it down.',
    answers: EntryPageDto,
  })
  async list(@Query() query: EntriesQueryDto): Promise<EntryPageDto> {
    return entryPage(this.reader, await this.organisation.ledger(), query);
  }

  @Get(':line')
  @Endpoint({
    says: 'One line of the organisation’s ledger, as it was written',
    params: { line: 'Number of the line' },
    answers: OrganisationEntryDto,
  })
  async one(@Param('line') line: string): Promise<OrganisationEntryDto> {
    if (!LINE.test(line)) throw Problem.of('record.not-found');
    const ledger = await this.organisation.ledger();
    const [found, leaf] = await Promise.all([
      this.reader.entry(ledger, Number(line)),
      this.reader.leaf(ledger, Number(line)),
    ]);
    if (found === undefined || leaf === undefined) throw Problem.of('record.not-found');
    return new OrganisationEntryDto(found, leaf);
  }
}
