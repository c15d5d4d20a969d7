import { policyAt } from '../../domain/policy.js';
import type { PolicyInForce } from '../../domain/policy.js';
import type { DocumentParts } from './ledger-document.js';

/** The policy in force at the checkpoint, of those that were published below the size. */
export async function policyThen({ reading, head }: DocumentParts): Promise<PolicyInForce> {
  const timeline = await reading.reader.cell(reading.ledger, 'policy', 'timeline');
  if (timeline === undefined) throw new Error('expected a policy, found none');
  const policies = timeline.policies.filter(({ line }) => line === null || line < reading.size);
  return policyAt({ ...timeline, policies }, head.checkpoint.notedAt);
}
