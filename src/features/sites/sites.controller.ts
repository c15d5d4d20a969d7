import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { rightsOf } from '../../domain/organisation.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { headOf } from '../../platform/http/act.dto.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { derivedEntryId, derivedLedgerId } from '../../platform/identity/derived-id.js';
import { CLOCK } from '../../platform/platform.module.js';
import { LedgerOpening } from '../ledger-opening.js';
import { OrganisationBook } from '../organisation-book.js';
import { Recorder } from '../recorder.js';
import { PremisesDto, readPremises } from '../premises.dto.js';
import { readSiteFacts } from '../site-facts.dto.js';
import { RecordedSiteDto, SiteDto, SiteRequestDto, SitesDto } from './sites.dto.js';

/** Registered locations: each has its own DEA registration and its own ledger. */
@ApiTags('sites')
@Controller('api/sites')
export class SitesController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(LedgerOpening) private readonly opening: LedgerOpening,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Endpoint({ says: 'Sites at which the person has any right, by name', answers: SitesDto })
  async list(@Asked() { person }: Asking): Promise<SitesDto> {
    const organisation = await this.organisation.organisation();
    const at = this.clock.now();
    const own = [...organisation.sites.values()].filter(
      ({ id }) => rightsOf(organisation, { person, site: id, at }).size > 0,
    );
    own.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
    return new SitesDto(own.map((site) => new SiteDto(site)));
  }

  @Post()
  @RecordsEntry({
    says: 'Add a site and open its ledger',
    body: SiteRequestDto,
    answers: RecordedSiteDto,
  })
  async add(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: SiteRequestDto,
  ): Promise<RecordedSiteDto> {
    const site = derivedLedgerId(asking.entry, 'site');
    const facts = readSiteFacts(dto.facts);
    const premises = readPremises(dto.premises);
    const request = { ...headOf(dto), kind: 'site', site, facts, premises } as const;
    const recorded = await this.recorder.inOrganisation(asking, dto, request);
    // If the service stops here, the site has no ledger yet: the same request opens it.
    const entry = derivedEntryId(asking.entry, 'opened');
    await this.opening.open({
      ledger: site,
      entry,
      performer: asking.person,
      site: facts,
      organisation: null,
    });
    return new RecordedSiteDto(recorded, site);
  }

  @Get(':site')
  @Endpoint({ says: 'One site', params: SITE_PARAM, answers: SiteDto })
  async one(@Asked() asking: Asking): Promise<SiteDto> {
    const { sites } = await this.organisation.organisation();
    const site = sites.get(asking.site);
    if (site === undefined) throw Problem.of('site.not-found');
    return new SiteDto(site);
  }

  @Get(':site/premises')
  @Endpoint({
    says: 'State licenses, who holds keys and codes, and where older records lie',
    more: 'Empty until it is stated with the registration.',
    params: SITE_PARAM,
    answers: PremisesDto,
  })
  async premises(@Asked() { site }: Asking): Promise<PremisesDto> {
    const ledger = await this.organisation.ledger();
    const stated = await this.reader.cell(ledger, 'premises', site);
    return PremisesDto.of(stated ?? { licenses: [], keyHolders: [], earlierRecords: null });
  }

  @Post(':site/registration')
  @RecordsEntry({
    says: 'State the site’s registration and storage locations anew',
    more: 'Lines that were recorded keep what was true on their day. Premises that are left out stay as they were stated.',
    params: SITE_PARAM,
    body: SiteRequestDto,
    answers: RecordedSiteDto,
  })
  async register(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: SiteRequestDto,
  ): Promise<RecordedSiteDto> {
    const { site } = asking;
    const request = {
      ...headOf(dto),
      kind: 'site',
      site,
      facts: readSiteFacts(dto.facts),
      premises: readPremises(dto.premises),
    } as const;
    return new RecordedSiteDto(await this.recorder.inOrganisation(asking, dto, request), site);
  }
}
