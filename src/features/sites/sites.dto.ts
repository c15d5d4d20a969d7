import type { Site } from '../../domain/product.js';
import type { RecordedEntry } from '../../ledger/ledger-reader.js';
import { ActDto } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Part } from '../../platform/http/members.js';
import { RecordedDto } from '../recorded.dto.js';
import { PremisesDto } from '../premises.dto.js';
import { SiteFactsDto } from '../site-facts.dto.js';

/** A new site, or new facts of one. */
export class SiteRequestDto extends ActDto {
  @Part({ says: 'The registration and the storage locations, as a whole' }, () => SiteFactsDto)
  facts!: SiteFactsDto;

  @Part(
    {
      says: 'State licenses, key holders, older records, as a whole; as they were stated before if left out',
      optional: true,
    },
    () => PremisesDto,
  )
  premises?: PremisesDto | null;
}

/** A site as the organisation has it now. */
export class SiteDto {
  @ApiProperty({ description: 'Id of the site, and of its ledger', example: 'k3v9q0zt1m5a' })
  site: string;
  @ApiProperty({ type: SiteFactsDto })
  facts: SiteFactsDto;
  @ApiProperty({ format: 'date-time' })
  openedAt: string;

  constructor({ id, openedAt, ...facts }: Site) {
    this.site = id;
    this.openedAt = openedAt;
    this.facts = Object.assign(new SiteFactsDto(), {
      name: facts.name,
      registrant: facts.registrant,
      address: facts.address,
      deaNumber: facts.deaNumber,
      registrationExpires: facts.registrationExpires,
      businessActivity: facts.businessActivity,
      schedules: [...facts.schedules],
      zone: facts.zone,
      locations: [...facts.locations],
    });
  }
}

/** Sites by name. */
export class SitesDto {
  @ApiProperty({ type: SiteDto, isArray: true })
  items: readonly SiteDto[];

  constructor(items: readonly SiteDto[]) {
    this.items = items;
  }
}

/** The answer to an entry about a site. */
export class RecordedSiteDto extends RecordedDto {
  @ApiProperty({ example: 'k3v9q0zt1m5a' })
  site: string;

  constructor(recorded: RecordedEntry, site: string) {
    super(recorded);
    this.site = site;
  }
}
