import { Controller, Get, Inject, Param } from '@nestjs/common';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { CountSheetDto } from './count-sheet.dto.js';

/** Recorded counts, for those who review them and not for those who count. */
@ApiTags('counts')
@Controller('api/sites/:site/counts/recorded')
export class CountSheetsController {
  constructor(@Inject(LedgerReader) private readonly reader: LedgerReader) {}

  @Get(':line')
  @Endpoint({
    says: 'A count as its reviewer reads it: what each person found, first and last, beside the book',
    params: { ...SITE_PARAM, line: 'Line of a count or recount' },
    answers: CountSheetDto,
  })
  async sheet(@Asked() { site }: Asking, @Param('line') line: string): Promise<CountSheetDto> {
    const found = /^\d{1,15}$/.test(line) ? await this.reader.entry(site, Number(line)) : undefined;
    const request = found?.entry.request;
    const count = found?.entry.effects.states.find((state) => state.noun === 'count');
    if (found === undefined || count?.noun !== 'count') throw Problem.of('record.not-found');
    if (request?.kind !== 'count' && request?.kind !== 'recount')
      throw Problem.of('record.not-found');
    return new CountSheetDto(found.entry, request, count);
  }
}
