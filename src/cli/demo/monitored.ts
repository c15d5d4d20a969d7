import { COLLEAGUES, colleagueOf } from './cast.js';
import { deskOf, sitePath } from './clinic.js';
import type { Clinic } from './clinic.js';

/** What monitoring has noticed about somebody. */
export interface NamedSignal {
  readonly who: string;
  readonly sum: string;
  readonly limit: number;
  /** Counts and close-outs that add up to it. */
  readonly lines: number;
}

interface SignalBody {
  readonly scope: string;
  readonly subject: string;
  readonly sum: string;
  readonly limit: number;
  readonly lines: readonly unknown[];
}

/** Whom the monitoring of small differences names, asked as the compliance officer asks. */
export async function signalsOf(clinic: Clinic): Promise<readonly NamedSignal[]> {
  const desk = deskOf(clinic, 'compliance');
  await desk.signIn(colleagueOf('compliance'));
  const { signals } = await desk.get(sitePath(clinic, 'monitoring'));
  // The service's own published form.
  const found = signals as readonly SignalBody[];
  return found
    .filter(({ scope }) => scope === 'person')
    .map(({ subject, sum, limit, lines }) => ({
      who: nameOf(clinic, subject),
      sum,
      limit,
      lines: lines.length,
    }));
}

function nameOf({ people }: Clinic, id: string): string {
  const found = COLLEAGUES.find(({ key }) => people.get(key) === id);
  return found?.name ?? id;
}
