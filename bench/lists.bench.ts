/** How long a year of a clinic with eight chairs takes to load, and how long its lists and its ledger as CSV then take. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { colleagueOf } from '../src/cli/demo/cast.js';
import { deskOf } from '../src/cli/demo/clinic.js';
import type { Desk } from '../src/cli/demo/desk.js';
import { DAYS_OF_A_YEAR, LARGE, lived } from '../src/cli/demo/life.js';
import { firstMorning } from '../src/cli/demo/opening.js';
import { openDatabase } from '../src/cli/with-database.js';
import { startService } from '../src/main.js';
import { SimulatedClock } from '../src/platform/clock.js';
import { SetupCode } from '../src/platform/identity/setup-code.js';
import { createProcessLog } from '../src/platform/process-log.js';
import { COPY_STREAMS, measureCsv } from './lists/csv.js';
import { listsOf } from './lists/lists.js';
import { isPeerThere } from './peers.js';
import { spread } from './rounds.js';
import type { Comparison } from './rounds.js';

const SEED = 7;
const ROUNDS = 15;
const MOST_MS = 50;
const MOST_SECONDS = 300;

export async function listsBench(): Promise<readonly Comparison[]> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
  // The account that runs the server for root passes through.
  await chmod(folder, 0o711);
  const log = createProcessLog({ level: 'error' });
  const environment = { ...process.env, COUNTERSIGN_DATA: join(folder, 'data'), PORT: '0' };
  const database = await openDatabase({ environment, log, say: () => undefined });
  const clock = new SimulatedClock(firstMorning());
  const service = await startService(database.config, database, { log, clock });
  try {
    const code = await new SetupCode(database.config.dataFolder).make();
    const beganMs = performance.now();
    const life = { seed: SEED, days: DAYS_OF_A_YEAR, ...LARGE };
    const clinic = await lived(life, { service, clock, code });
    const seconds = (performance.now() - beganMs) / 1000;
    const desk = deskOf(clinic, 'registrant');
    await desk.signIn(colleagueOf('registrant'));
    return [
      {
        part: 'lists',
        compares: 'until a year of eight chairs is loaded',
        found: spread([seconds]),
        unit: 'seconds',
        goal: { most: MOST_SECONDS },
      },
      ...(await measureLists(desk, clinic.site)),
      ...(isPeerThere(COPY_STREAMS) ? await measureCsv(desk, clinic.site, database.ownerUrl) : []),
    ];
  } finally {
    await service.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Asks for every list again and again, in turns. */
async function measureLists(desk: Desk, site: string): Promise<readonly Comparison[]> {
  const lists = await listsOf(desk, site);
  const found = lists.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, { address }] of lists.entries()) {
      const beganMs = performance.now();
      await desk.download(address);
      // The first round warms up.
      if (round > 0) found[index]?.push(performance.now() - beganMs);
    }
  }
  return lists.map(({ name }, index) => ({
    part: 'lists',
    compares: `GET ${name}`,
    found: spread(found[index] ?? []),
    unit: 'milliseconds',
    goal: { most: MOST_MS },
  }));
}
