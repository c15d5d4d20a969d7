/** A clinic with ten chairs that has lived for more than two years: its last two have 100,000 lines and more. */
import { existsSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lived } from '../../src/cli/demo/life.js';
import type { Life } from '../../src/cli/demo/life.js';
import { firstMorning } from '../../src/cli/demo/opening.js';
import { openDatabase } from '../../src/cli/with-database.js';
import { startService } from '../../src/main.js';
import { SimulatedClock } from '../../src/platform/clock.js';
import { SetupCode } from '../../src/platform/identity/setup-code.js';
import { createProcessLog } from '../../src/platform/process-log.js';

/** 560 business days of about 200 lines: 522 of them are two years. */
const LIFE: Life = {
  seed: 7,
  days: 560,
  size: { chairs: 10, infusions: [36, 44], stock: 5 },
  entry: 'straight',
};
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
    await lived(LIFE, { service, clock, code });
  } finally {
    await service.close();
    await database.close();
  }
  await mkdir(join(folder, LIVED));
  return dataFolder;
}
