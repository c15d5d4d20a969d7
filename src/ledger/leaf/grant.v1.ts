import { ROLES } from '../../domain/person.js';
import type { Role } from '../../domain/person.js';
import { as, list, nullable, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { ledgerOrOrganisation } from './facts.js';
import { personId } from './ids.js';
import { instant } from './values.js';

// The keys of the table of roles are the roles.
export const role: Codec<Role> = oneOf(...(Object.keys(ROLES) as Role[]));

export const grantV1: Codec<BodyOf<'grant'>> = record<BodyOf<'grant'>>({
  ...HEAD,
  person: as('person', personId),
  site: as('site', ledgerOrOrganisation),
  roles: as('roles', list(role)),
  until: as('until', nullable(instant)),
});
