import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Entry } from '../../domain/entry.js';
import type { LedgerId } from '../../domain/ids.js';
import type { Draw } from '../../domain/bedside/infusion.js';
import type { Instant } from '../../domain/measures/instant.js';
import { isWitnessLate } from '../../domain/bedside/waste-gaps.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf, lineOf, nextLine, PageQueryDto } from '../../platform/http/page.dto.js';
import { CLOCK } from '../../platform/platform.module.js';
import { OrganisationBook } from '../organisation-book.js';
import { SiteCalendar } from '../site-calendar.js';
import { WastedDto, WastedPageDto } from './wasted.dto.js';

/** Who attested a waste, and when; both null while nobody has. */
interface Attested {
  readonly witness: string | null;
  readonly at: Instant | null;
}

/** Wastes as they are reviewed: how long drug was in hands before, and how long nobody had attested it after. */
@ApiTags('waste')
@Controller('api/sites/:site/waste')
export class WastedController {
  constructor(
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Endpoint({
    says: 'Wastes, newest first, with the minutes from draw to waste and from waste to witness',
    more: 'A witness is late by the policy that was in force when the waste was recorded. The printed waste record has the same.',
    params: SITE_PARAM,
    answers: WastedPageDto,
  })
  async list(@Asked() { site }: Asking, @Query() page: PageQueryDto): Promise<WastedPageDto> {
    const limit = limitOf(page);
    const to = lineOf(page);
    const found = await this.reader.entries(site, {
      kinds: ['waste'],
      order: 'newest',
      limit: limit + 1,
      ...(to === undefined ? {} : { to }),
    });
    const wastes = found.map(({ entry }) => entry);
    const { reader, organisation } = this;
    const [calendar, draws] = await Promise.all([
      SiteCalendar.of(site, { reader, organisation }),
      reader.cellsNamed(site, 'draw', wastes.flatMap(drawsOf)),
    ]);
    const now = this.clock.now();
    const items = await Promise.all(
      wastes.map(async (entry) => {
        const { witness, at } = await this.#attested(site, entry);
        const times = {
          drawnAt: firstDrawn(entry, draws),
          wastedAt: entry.occurredAt,
          attestedAt: at,
        };
        const allowedMinutes = calendar.settingsAt(entry.recordedAt).witnessWindowMinutes;
        const isLate = isWitnessLate(times, { allowedMinutes, now });
        return new WastedDto(entry, { times, witness, isWitnessLate: isLate });
      }),
    );
    return { items: items.slice(0, limit), next: nextLine(items, limit) };
  }

  /** By the line itself, or by the one that countersigned it. */
  async #attested(site: LedgerId, entry: Entry): Promise<Attested> {
    const own = entry.signatures.find(({ meaning }) => meaning === 'witnessed');
    if (own !== undefined) return { witness: own.person, at: own.signedAt };
    const standing = await this.reader.cell(site, 'line', String(entry.seq));
    const settledBy = standing?.settledBy ?? null;
    const later = settledBy === null ? undefined : await this.reader.entry(site, settledBy);
    return later === undefined
      ? { witness: null, at: null }
      : { witness: later.entry.performer, at: later.entry.recordedAt };
  }
}

const drawsOf = ({ effects }: Entry): readonly string[] =>
  effects.states.flatMap((state) =>
    state.noun === 'waste' ? state.lines.flatMap(({ draw }) => draw ?? []) : [],
  );

function firstDrawn(entry: Entry, draws: ReadonlyMap<string, Draw>): Instant | null {
  const times = drawsOf(entry).flatMap((id) => draws.get(id)?.drawnAt ?? []);
  return times.sort()[0] ?? null;
}
