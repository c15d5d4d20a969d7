import { now, recordTogether, until } from '../clinic.js';
import type { Clinic } from '../clinic.js';
import type { Act, Answered, Second } from '../way-in.js';

/** Drug leaves the clinic for good, or comes back, before two people. */
export async function depart(
  clinic: Clinic,
  { kind, door, body }: Act,
  second: Second,
): Promise<Answered> {
  await until(clinic, clinic.minute + 4);
  const act = { kind, door, body: { ...now(clinic), ...body } };
  return recordTogether(clinic, 'custodian', act, second);
}
