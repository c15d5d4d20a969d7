import { LICENSE_CLASSES } from '../../domain/person.js';
import type { LicenseClass } from '../../domain/person.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Choice, Choices, Line, Part } from '../../platform/http/members.js';
import { NewPassword, Pin, SignInName } from '../../platform/http/secret-members.js';
import { SiteFactsDto } from '../site-facts.dto.js';

/** The first person: administrator and registrant, until they grant otherwise. */
export class FirstPersonDto {
  @Line({ says: 'Printed name', max: 120 })
  name!: string;

  @Line({ says: 'Printed initials', max: 8 })
  initials!: string;

  @Choice({ says: 'Class of the professional license', of: LICENSE_CLASSES })
  licenseClass!: LicenseClass;

  @SignInName({ says: 'Sign-in name' })
  signInName!: string;

  @NewPassword({ says: 'Password' })
  password!: string;

  @Pin({ says: 'PIN for signatures' })
  pin!: string;
}

export class SetupDto {
  @Line({ says: 'The code that the service printed', max: 40, example: 'ABCD-EFGH-JKMN-PQRS-TVWX' })
  code!: string;

  @Line({ says: 'Name of the organisation', max: 200 })
  organisation!: string;

  @Part({ says: 'The first person' }, () => FirstPersonDto)
  person!: FirstPersonDto;

  @Part({ says: 'The first site' }, () => SiteFactsDto)
  site!: SiteFactsDto;

  @Choices({
    says: 'Codes of the questions that were answered with yes',
    of: ['registration.dea-letter-unusual'],
    optional: true,
  })
  confirmed?: string[] | null;
}

/** How far the set-up is. */
export class SetupStateDto {
  @ApiProperty({ enum: ['needed', 'begun', 'finished'] })
  state: 'needed' | 'begun' | 'finished';

  constructor(state: SetupStateDto['state']) {
    this.state = state;
  }
}

/** What the set-up made. */
export class SetupDoneDto {
  @ApiProperty({ description: 'Id of the organisation’s ledger' })
  organisation: string;
  @ApiProperty({ description: 'Id of the first site, and of its ledger' })
  site: string;
  @ApiProperty({ description: 'Id of the first person', example: 'person-1' })
  person: string;

  constructor(done: { organisation: string; site: string; person: string }) {
    this.organisation = done.organisation;
    this.site = done.site;
    this.person = done.person;
  }
}
