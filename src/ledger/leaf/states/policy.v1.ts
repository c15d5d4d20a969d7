import type { PublishedPolicy, PolicyTimeline } from '../../../domain/policy.js';
import { as, list, nullable, oneOf, record } from '../codec.js';
import type { Codec } from '../codec.js';
import { line } from '../ids.js';
import { policySettingsV3 } from '../policy-settings.js';
import { instant } from '../values.js';

/** Its settings are those of the newest version, of which the earlier ones are parts: what was not published is left out. */
const published: Codec<PublishedPolicy> = record<PublishedPolicy>({
  line: as('line', nullable(line)),
  effectiveFrom: as('effective_from', instant),
  settings: as('settings', policySettingsV3),
});

export const policyStateV1: Codec<PolicyTimeline> = record<PolicyTimeline>({
  noun: as('noun', oneOf('policy')),
  id: as('id', oneOf('timeline')),
  policies: as('policies', list(published)),
});
