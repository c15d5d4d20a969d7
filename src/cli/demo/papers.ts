import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { colleagueOf } from './cast.js';
import { deskOf, sitePath } from './clinic.js';
import type { Clinic } from './clinic.js';

const DOCUMENTS = ['ledger', 'dispensing', 'discrepancies'] as const;
const FORMATS = ['pdf', 'csv'] as const;

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
  for (const document of DOCUMENTS) {
    for (const format of FORMATS) {
      const path = join(folder, `${document}.${format}`);
      const query = `from=${from}&to=${clinic.today}`;
      await writeFile(
        path,
        await deskOf(clinic, 'compliance').download(
          sitePath(clinic, `reports/${document}.${format}?${query}`),
        ),
      );
      kept.push(path);
    }
  }
  return kept;
}
