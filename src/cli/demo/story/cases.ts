import { now, recordAlone, recordTogether, until } from '../clinic.js';
import type { Clinic } from '../clinic.js';
import type { Json } from '../desk.js';
import { lineOf } from '../way-in.js';

/** Somebody of the office takes a discrepancy on. */
export async function assign(clinic: Clinic, id: string): Promise<void> {
  await recordAlone(clinic, 'compliance', {
    kind: 'discrepancy',
    door: 'discrepancies',
    body: {
      ...now(clinic),
      act: 'assigned',
      case: id,
      owner: clinic.people.get('compliance') ?? '',
      due: clinic.today,
      note: 'All entries since the last agreed count are read again.',
    },
  });
  await until(clinic, clinic.minute + 9);
}

/** Two people close it. Gives the line. */
export async function close(
  clinic: Clinic,
  id: string,
  outcome: { readonly [key: string]: Json },
): Promise<number> {
  const answer = await recordTogether(
    clinic,
    'compliance',
    {
      kind: 'discrepancy',
      door: 'discrepancies',
      body: { ...now(clinic), act: 'closed', case: id, ...outcome },
    },
    { who: 'registrant', meaning: 'closed', seen: ['papers'] },
  );
  return lineOf(answer).line;
}

/** What is said where nobody finds a reason. */
export const GIVEN_UP = {
  cause: 'unknown',
  outcome: 'could-not-be-reconciled',
  note: 'No entry, paper or person explains the difference. The book takes over what was counted.',
} as const;
