/** A clinic with eight chairs that has lived for two and a half years: 100,000 lines and more. */
import { existsSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LARGE, lived } from '../../src/cli/demo/life.js';
import { firstMorning } from '../../src/cli/demo/opening.js';
import { openDatabase } from '../../src/cli/with-database.js';
import { startService } from '../../src/main.js';
import { SimulatedClock } from '../../src/platform/clock.js';
import { SetupCode } from '../../src/platform/identity/setup-code.js';
import { createProcessLog } from '../../src/platform/process-log.js';

const SEED = 7;
/** Business days of about 160 lines. */
const DAYS = 640;
/** A life that was ended before its last day leaves no such file, and is not taken for the whole. */
const LIVED = 'lived';

/** The data folder of the clinic in `folder`: made there, unless a run before kept it. */
export async function clinicIn(folder: string): Promise<string> {
  const dataFolder = join(folder, 'data');
  if (existsSync(join(folder, LIVED))) return dataFolder;
  // The account that runs the server for root passes through.
  await chmod(folder, 0o711);
  const log = createProcessLog({ level: 'error' });
  const environment = { ...process.env, COUNTERSIGN_DATA: dataFolder, PORT: '0' };
  const database = await openDatabase({ environment, log, say: () => undefined });
  const clock = new SimulatedClock(firstMorning());
  const service = await startService(database.config, database, { log, clock });
  try {
    const code = await new SetupCode(database.config.dataFolder).make();
    await lived({ seed: SEED, days: DAYS, ...LARGE }, { service, clock, code });
  } finally {
    await service.close();
    await database.close();
  }
  await mkdir(join(folder, LIVED));
  return dataFolder;
}
