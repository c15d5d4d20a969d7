import { LICENSE_CLASSES } from '../../domain/person.js';
import { as, nullable, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { personId } from './ids.js';

export const personV1: Codec<BodyOf<'person'>> = record<BodyOf<'person'>>({
  ...HEAD,
  act: as('act', oneOf('added', 'renamed', 'disabled')),
  person: as('person', nullable(personId)),
  licenseClass: as('license_class', oneOf(...LICENSE_CLASSES)),
});
