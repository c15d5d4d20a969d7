import { SimulatedClock } from '../../platform/clock.js';
import { SetupCode } from '../../platform/identity/setup-code.js';
import { createProcessLog } from '../../platform/process-log.js';
import type { RunningService } from '../../main.js';
import { openDatabase } from '../with-database.js';
import { waitForEnd } from '../wait-for-end.js';
import { COLLEAGUES } from './cast.js';
import type { Clinic, ClinicSize } from './clinic.js';
import { Doors } from './doors.js';
import { StraightToTheWriter } from './straight.js';
import { liveOneDay, nextMorning } from './days.js';
import type { Pending } from './days.js';
import { firstMorning, firstStock, openClinic } from './opening.js';
import { keepPapers } from './papers.js';
import { progressOf } from './progress.js';
import { Chance } from './random.js';
import { firstInventory } from './stockroom.js';

export interface Life {
  readonly seed: number;
  readonly days: number;
  readonly dataFolder: string;
  readonly papers: string;
  /** How large the clinic is, and whether its acts go through the doors or straight to the writer. */
  readonly size: ClinicSize;
  readonly entry: 'doors' | 'straight';
  /** Whether the service goes on afterwards, until it is told to stop. */
  readonly stays: boolean;
}

/** Starts the service on a fresh embedded database and a simulated clock, and lives the clinic's days through its doors. */
export async function live(life: Life): Promise<void> {
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
      await report(await lived(life, service, clock), life);
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

async function lived(life: Life, service: RunningService, clock: SimulatedClock): Promise<Clinic> {
  const code = await new SetupCode(life.dataFolder).make();
  const chance = new Chance(life.seed);
  const { size, entry } = life;
  const clinic = await openClinic({
    url: service.url,
    clock,
    chance,
    code,
    size,
    way: ({ site, people, desks }) =>
      entry === 'doors'
        ? new Doors(desks, site)
        : new StraightToTheWriter({ app: service.app, site, people, clock, chance }),
  });
  await firstInventory(clinic, (product) => firstStock(product) * size.stock);
  const pending: Pending = { unwitnessed: [], cases: [], receipts: [] };
  const progress = progressOf(life.days, 'business days');
  for (let day = 1; day <= life.days; day += 1) {
    nextMorning(clinic);
    await liveOneDay(clinic, pending);
    progress.reach(day);
  }
  progress.end();
  return clinic;
}

async function report(clinic: Clinic, life: Life): Promise<void> {
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
