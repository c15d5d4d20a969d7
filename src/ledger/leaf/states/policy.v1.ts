import type { PolicyInForce, PolicyTimeline } from '../../../domain/policy.js';
import { as, list, nullable, oneOf, record } from '../codec.js';
import type { Codec } from '../codec.js';
import { policySettings } from '../facts.js';
import { line } from '../ids.js';
import { instant } from '../values.js';

const policyInForce: Codec<PolicyInForce> = record<PolicyInForce>({
  line: as('line', nullable(line)),
  effectiveFrom: as('effective_from', instant),
  settings: as('settings', policySettings),
});

export const policyStateV1: Codec<PolicyTimeline> = record<PolicyTimeline>({
  noun: as('noun', oneOf('policy')),
  id: as('id', oneOf('timeline')),
  policies: as('policies', list(policyInForce)),
});
