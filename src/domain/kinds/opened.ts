import type { Register } from '../entry.js';
import { NOTHING } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { HOUSE_POLICY } from '../policy.js';
import type { PolicyTimeline } from '../policy.js';

/** Line 0: freezes what a ledger is for ever. The writer sees to it that there is only one. */
export const opened: KindRules<'opened'> = {
  right: null,
  reads: () => NOTHING,
  decide: (request, context) => {
    const register: Register = {
      noun: 'register',
      id: 'register',
      origin: request.origin,
      clock: request.clock,
      verifierKey: request.verifierKey,
      site:
        request.site === null
          ? null
          : { noun: 'site', id: request.ledger, openedAt: context.recordedAt, ...request.site },
      inventoryLine: null,
    };
    const policy: PolicyTimeline = {
      noun: 'policy',
      id: 'timeline',
      policies: [{ line: null, effectiveFrom: request.occurredAt, settings: HOUSE_POLICY }],
    };
    return {
      accepted: true,
      effects: { movements: [], states: [register, policy], flags: [], policy: null },
    };
  },
};
