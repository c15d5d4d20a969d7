import type { Commitment } from '../domain/entry.js';
import { contentFor } from './challenges.js';
import { commitTo, openField } from './confidential.js';
import type { Sealer } from './confidential.js';
import { recorded } from './desk.js';
import type { StoredEntry } from './replay.sql.js';
import { performersHash } from './signed-content.js';
import type { Prepared, Recorded } from './submission.js';

/** The first answer again, where the submission asks for what the entry says; a conflict where it does not. */
export function replay(item: Prepared, stored: StoredEntry, sealer: Sealer): Recorded {
  const commitments = commitAgain(item, stored, sealer);
  if (commitments === undefined) return { outcome: 'conflict' };
  const content = contentFor(item, stored.entry.log, commitments);
  if (performersHash(content) !== stored.requestHash) return { outcome: 'conflict' };
  const { entry, leafHash, balances } = stored;
  return recorded(item, { entry, leafHash, balances, replayed: true });
}

/**
 * The commitments of the submission's personal fields with the salts of the entry. The value of a field that was erased
 * can no longer be compared: it counts as the same.
 */
function commitAgain(
  { submission, personal }: Prepared,
  { entry, confidential }: StoredEntry,
  sealer: Sealer,
): readonly Commitment[] | undefined {
  const salts = new Map(
    confidential.map((row) => [row.field, openField(sealer, row).salt] as const),
  );
  const commitments: Commitment[] = [];
  for (const field of personal) {
    const salt = salts.get(field.field);
    const kept = entry.commitments.find((commitment) => commitment.field === field.field);
    if (kept === undefined) return undefined;
    commitments.push(
      ...(salt === undefined ? [kept] : commitTo(submission.id, [{ ...field, salt }])),
    );
  }
  return commitments;
}
