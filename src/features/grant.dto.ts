import type { PersonId } from '../domain/ids.js';
import type { Organisation } from '../domain/organisation.js';
import { ROLES } from '../domain/person.js';
import type { Grant, Role } from '../domain/person.js';
import { ApiProperty } from '../platform/http/described.js';

export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];

/** What a person may do at one site, or for the organisation. */
export class GrantDto {
  @ApiProperty({ description: 'Id of the site, or `organisation`' })
  site: string;
  @ApiProperty({ enum: ROLE_NAMES, isArray: true })
  roles: readonly Role[];
  @ApiProperty({
    description: 'Access ends then by itself',
    nullable: true,
    type: String,
    format: 'date-time',
  })
  until: string | null;

  constructor(grant: Grant) {
    this.site = grant.site;
    this.roles = grant.roles;
    this.until = grant.until;
  }
}

/** The grants of a person that give any role. */
export const grantsOf = ({ grants }: Organisation, person: PersonId): readonly GrantDto[] =>
  [...grants.values()]
    .filter((grant) => grant.person === person && grant.roles.length > 0)
    .map((grant) => new GrantDto(grant));
