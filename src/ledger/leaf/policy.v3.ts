import { as, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { policySettingsV3 } from './policy-settings.js';
import { instant } from './values.js';

export const policyV3: Codec<BodyOf<'policy'>> = record<BodyOf<'policy'>>({
  ...HEAD,
  effectiveFrom: as('effective_from', instant),
  settings: as('settings', policySettingsV3),
});
