import { now, recordTogether, until } from '../clinic.js';
import type { Clinic } from '../clinic.js';
import type { Colleague } from '../cast.js';
import type { Json } from '../desk.js';
import { lineOf } from '../way-in.js';
import type { Second, WrittenLine } from '../way-in.js';

interface Mistake {
  readonly performer: Colleague['key'];
  /** The wrong line, or the newest of its chain, and the first one. */
  readonly wrong: WrittenLine;
  readonly original: number;
  readonly note: string;
  readonly change: Json;
  readonly approvedBy: Pick<Second, 'who' | 'seen'>;
}

/** A new line about a wrong one, approved at once. */
export async function correct(clinic: Clinic, mistake: Mistake): Promise<WrittenLine> {
  const { wrong, original, note, change, approvedBy } = mistake;
  const answer = await recordTogether(
    clinic,
    mistake.performer,
    {
      kind: 'correction',
      door: 'corrections',
      body: {
        ...now(clinic),
        reason: 'mistake-noticed',
        note,
        line: wrong.line,
        original,
        leaf: wrong.leaf,
        change,
      },
    },
    { ...approvedBy, meaning: 'approved' },
  );
  return lineOf(answer);
}

/** A slip that its performer sees within the minute; a custodian approves what it should have said. */
export async function correctAtOnce(
  clinic: Clinic,
  { seen, ...slip }: Omit<Mistake, 'original' | 'approvedBy'> & Pick<Second, 'seen'>,
): Promise<void> {
  await until(clinic, clinic.minute + 1);
  const approvedBy = { who: 'custodian', seen } as const;
  await correct(clinic, { ...slip, original: slip.wrong.line, approvedBy });
}
