import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DOCUMENTS, isOfWholeSite } from '../../features/reports/documents.js';
import { colleagueOf } from './cast.js';
import { deskOf, sitePath } from './clinic.js';
import type { Clinic } from './clinic.js';
import { UnexpectedAnswer } from './desk.js';
import { progressOf } from './progress.js';

const FORMATS = ['pdf', 'csv'] as const;
/** How often a job is asked whether it has ended: it ends by itself, after some attempts. */
const LOOK_MS = 100;
/** Those about one of something are asked for by whoever looks at one. */
const WHOLE_SITE = DOCUMENTS.filter(isOfWholeSite);

/** Asks for every report of the whole time and keeps it. Gives the paths. */
export async function keepPapers(
  clinic: Clinic,
  folder: string,
  from: string,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  // It is evening: whoever pulls the reports signs in for it.
  await deskOf(clinic, 'compliance').signIn(colleagueOf('compliance'));
  const kept: string[] = [];
  const progress = progressOf(WHOLE_SITE.length * FORMATS.length, 'papers');
  for (const document of WHOLE_SITE) {
    for (const format of FORMATS) {
      clinic.stop.throwIfAborted();
      const file = `${document}.${format}`;
      const path = join(folder, file);
      await writeFile(path, await paperOf(clinic, file, { from, to: clinic.today }));
      kept.push(path);
      progress.reach(kept.length);
    }
  }
  progress.end();
  return kept;
}

interface Days {
  readonly from: string;
  readonly to: string;
}

/** What is too long to be printed while it is sent, a job prints. */
async function paperOf(clinic: Clinic, file: string, days: Days): Promise<Uint8Array> {
  const query = `from=${days.from}&to=${days.to}`;
  try {
    const path = sitePath(clinic, `reports/${file}?${query}`);
    return await deskOf(clinic, 'compliance').download(path);
  } catch (error) {
    if (!(error instanceof UnexpectedAnswer) || error.code !== 'report.long') throw error;
    return printedByJob(clinic, { file, ...days });
  }
}

async function printedByJob(
  clinic: Clinic,
  asked: Days & { readonly file: string },
): Promise<Uint8Array> {
  const desk = deskOf(clinic, 'compliance');
  const { id } = await desk.post(sitePath(clinic, 'reports/jobs'), { ...asked });
  const job = sitePath(clinic, `reports/jobs/${String(id)}`);
  for (;;) {
    clinic.stop.throwIfAborted();
    const { state, failure } = await desk.get(job);
    if (state === 'done') return desk.download(`${job}/file`);
    if (state === 'failed' || state === 'cancelled') {
      throw new UnexpectedAnswer(`The service did not print ${asked.file} (${String(failure)}).`);
    }
    await wait(LOOK_MS);
  }
}
