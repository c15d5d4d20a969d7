import { asId } from '../domain/ids.js';
import { businessDate, zone } from '../domain/measures/instant.js';
import type { SiteFacts } from '../domain/product.js';
import { LocationIdText } from '../platform/http/ids.dto.js';
import { Choices, Coded, Day, Line, Parts, Text, Zoned } from '../platform/http/members.js';

const SCHEDULES = ['II', 'IIN', 'III', 'IIIN', 'IV', 'V'] as const;
const MOST_LOCATIONS = 50;

/** A safe, cabinet or room inside the site. */
export class StorageLocationDto {
  @LocationIdText({ says: 'Id of the storage location' })
  id!: string;

  @Line({ says: 'What people call it', max: 80 })
  name!: string;
}

/** A registered location as its DEA registration and its people have it. */
export class SiteFactsDto {
  @Line({ says: 'What people call the site', max: 120 })
  name!: string;

  @Line({ says: 'Registrant as the certificate names it', max: 200 })
  registrant!: string;

  @Text({ says: 'Registered address', max: 500 })
  address!: string;

  @Coded({
    says: 'DEA number of the location',
    pattern: /^[A-Z][A-Z9]\d{7}$/,
    form: 'two letters and seven digits',
    example: 'BV1234563',
  })
  deaNumber!: string;

  @Day({ says: 'Last day of the registration' })
  registrationExpires!: string;

  @Line({ says: 'Business activity of the registration', max: 80, example: 'Practitioner' })
  businessActivity!: string;

  @Choices({ says: 'Schedules of the registration', of: SCHEDULES, min: 1 })
  schedules!: string[];

  @Zoned({ says: 'IANA time zone', example: 'America/New_York' })
  zone!: string;

  @Parts({ says: 'Storage locations', min: 1, max: MOST_LOCATIONS }, () => StorageLocationDto)
  locations!: StorageLocationDto[];
}

export const readSiteFacts = (dto: SiteFactsDto): SiteFacts => ({
  name: dto.name,
  registrant: dto.registrant,
  address: dto.address,
  deaNumber: dto.deaNumber,
  registrationExpires: businessDate(dto.registrationExpires),
  businessActivity: dto.businessActivity,
  schedules: [...dto.schedules].sort(),
  zone: zone(dto.zone),
  locations: dto.locations.map(({ id, name }) => ({ id: asId(id), name })),
});
