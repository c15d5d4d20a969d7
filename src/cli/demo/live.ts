import { SimulatedClock, SystemClock } from '../../platform/clock.js';
import { SetupCode } from '../../platform/identity/setup-code.js';
import { createProcessLog } from '../../platform/process-log.js';
import { openDatabase } from '../with-database.js';
import { waitForEnd } from '../wait-for-end.js';
import { COLLEAGUES } from './cast.js';
import type { Clinic } from './clinic.js';
import { lived } from './life.js';
import type { Life } from './life.js';
import { liveAMorning, nextMorning } from './days.js';
import { firstMorning } from './opening.js';
import { signalsOf } from './monitored.js';
import { keepPapers } from './papers.js';

const MS_PER_SECOND = 1_000;

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
  const stop = new AbortController();
  void ending.reason.then((signal) => {
    stop.abort(new Stopped(signal));
  });
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
      const real = new SystemClock();
      const beganMs = real.monotonicMs();
      const clinic = await lived(life, { service, clock, code, stop: stop.signal });
      const seconds = Math.round((real.monotonicMs() - beganMs) / MS_PER_SECOND);
      await report(clinic, life, seconds);
      // Whoever comes in finds people at work.
      if (life.stays && life.entry === 'doors') {
        nextMorning(clinic);
        await liveAMorning(clinic);
      }
    } finally {
      await service.close();
    }
    if (!life.stays) return;
    // Started anew, on a clock that goes by itself.
    const open = await startService(database.config, database, { log });
    say(`\nThe clinic is open for you at ${open.url}. Press Ctrl-C to end.`);
    await ending.reason;
    await open.close();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    say(`\n${error.message} What was recorded until then lies in ${life.dataFolder}.`);
    process.exitCode = 1;
  } finally {
    await database.close();
  }
}

/** The demonstration was told to end before its last day. */
class Stopped extends Error {
  constructor(signal: string) {
    super(`The demonstration was stopped (${signal}).`);
  }
}

async function report(clinic: Clinic, life: Demonstration, seconds: number): Promise<void> {
  say(`\nThe clinic has lived ${life.days} business days, to ${clinic.today}, in ${seconds} s.`);
  const papers = await keepPapers(clinic, life.papers, firstMorning().slice(0, 10));
  say('');
  say('Sign-in name     Password                           Role');
  for (const { signInName, password, roles } of COLLEAGUES) {
    say(`${signInName.padEnd(16)} ${password.padEnd(34)} ${roles.join(', ')}`);
  }
  say(`\nSite     ${clinic.site}`);
  await tellSignals(clinic);
  say('\nPapers');
  for (const path of papers) say(`  ${path}`);
  say(`\nThe data lie in ${life.dataFolder}. Open the clinic again with`);
  say(`  COUNTERSIGN_DATA=${life.dataFolder} npm start`);
}

/** Somebody at the clinic takes a little of each draw; whether monitoring has noticed is told. */
async function tellSignals(clinic: Clinic): Promise<void> {
  const named = await signalsOf(clinic);
  say('\nMonitoring asks about');
  for (const { who, sum, limit, lines } of named)
    say(`  ${who}: ${sum} where ${limit} is the limit, over ${lines} counts and close-outs`);
  if (named.length === 0) say('  nobody yet: small differences need some weeks to add up');
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
