import { SimulatedClock } from '../../platform/clock.js';
import { SetupCode } from '../../platform/identity/setup-code.js';
import { createProcessLog } from '../../platform/process-log.js';
import { openDatabase } from '../with-database.js';
import { waitForEnd } from '../wait-for-end.js';
import { COLLEAGUES } from './cast.js';
import type { Clinic } from './clinic.js';
import { lived } from './life.js';
import type { Life } from './life.js';
import { firstMorning } from './opening.js';
import { keepPapers } from './papers.js';

export interface Demonstration extends Life {
  readonly dataFolder: string;
  readonly papers: string;
  /** Whether the service goes on afterwards, until it is told to stop. */
  readonly stays: boolean;
}

/** Starts the service on a fresh embedded database and a simulated clock, and lives the clinic's days through its doors. */
export async function live(life: Demonstration): Promise<void> {
  const { startService } = await import('../../main.js');
  const log = createProcessLog({ level: 'error' });
  const ending = waitForEnd();
  const clock = new SimulatedClock(firstMorning());
  const database = await openDatabase({
    environment: { ...process.env, COUNTERSIGN_DATA: life.dataFolder },
    log,
    say,
  });
  try {
    const service = await startService(database.config, database, { log, clock });
    try {
      const code = await new SetupCode(life.dataFolder).make();
      await report(await lived(life, { service, clock, code }), life);
    } finally {
      await service.close();
    }
    if (!life.stays) return;
    // Started anew, on a clock that goes by itself.
    const open = await startService(database.config, database, { log });
    say(`\nThe clinic is open for you at ${open.url}/api/docs. Press Ctrl-C to end.`);
    await ending.reason;
    await open.close();
  } finally {
    await database.close();
  }
}

async function report(clinic: Clinic, life: Demonstration): Promise<void> {
  const papers = await keepPapers(clinic, life.papers, firstMorning().slice(0, 10));
  say(`\nThe clinic has lived ${life.days} business days, to ${clinic.today}.\n`);
  say('Sign-in name     Password                           Role');
  for (const { signInName, password, roles } of COLLEAGUES) {
    say(`${signInName.padEnd(16)} ${password.padEnd(34)} ${roles.join(', ')}`);
  }
  say(`\nSite     ${clinic.site}`);
  say('\nPapers');
  for (const path of papers) say(`  ${path}`);
  say(`\nThe data lie in ${life.dataFolder}. Open the clinic again with`);
  say(`  COUNTERSIGN_DATA=${life.dataFolder} npm start`);
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
