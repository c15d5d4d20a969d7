import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DOCUMENTS, isOfWholeSite } from '../../features/reports/documents.js';
import { colleagueOf } from './cast.js';
import { deskOf, sitePath } from './clinic.js';
import type { Clinic } from './clinic.js';
import { progressOf } from './progress.js';

const FORMATS = ['pdf', 'csv'] as const;
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
      const path = join(folder, `${document}.${format}`);
      const query = `from=${from}&to=${clinic.today}`;
      await writeFile(
        path,
        await deskOf(clinic, 'compliance').download(
          sitePath(clinic, `reports/${document}.${format}?${query}`),
        ),
      );
      kept.push(path);
      progress.reach(kept.length);
    }
  }
  progress.end();
  return kept;
}
