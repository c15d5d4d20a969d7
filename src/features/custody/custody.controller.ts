import { Controller, Get, Inject } from '@nestjs/common';
import { inProcessAccount } from '../../domain/custody.js';
import { compare } from '../../domain/measures/instant.js';
import { ZERO } from '../../domain/measures/quantity.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { CLOCK } from '../../platform/platform.module.js';
import { CustodyDto, InHandDto, SealedBagDto } from './custody.dto.js';

const IN_PROCESS = 'in-process:';
const HELD = 'held:';

/** What left containers and has not come to an end: in somebody's hands, or in a sealed bag. */
@ApiTags('custody')
@Controller('api/sites/:site/custody')
export class CustodyController {
  constructor(
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Endpoint({
    says: 'Who holds what now',
    more: 'Drug in containers is not here: see the balances.',
    params: SITE_PARAM,
    answers: CustodyDto,
  })
  async now(@Asked() { site }: Asking): Promise<CustodyDto> {
    const now = this.clock.now();
    const unfinished = await this.reader.gather(site, 'unfinished');
    const named = (prefix: string): readonly string[] =>
      unfinished.filter(({ id }) => id.startsWith(prefix)).map(({ id }) => id.slice(prefix.length));
    const quantities = new Map(unfinished.map(({ id, quantity }) => [id, quantity] as const));
    const bags = await this.reader.cellsNamed(site, 'hold', named(HELD));
    const draws = await this.reader.cellsNamed(site, 'draw', named(IN_PROCESS));
    const inHand = [...draws.values()].sort((a, b) => compare(a.drawnAt, b.drawnAt));
    return new CustodyDto(
      inHand.map(
        (draw) => new InHandDto(draw, quantities.get(inProcessAccount(draw.id)) ?? ZERO, now),
      ),
      [...bags.values()]
        .sort((a, b) => compare(a.sealedAt, b.sealedAt))
        .map((bag) => new SealedBagDto(bag, now)),
    );
  }
}
