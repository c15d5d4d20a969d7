import type { Command } from 'commander';
import { settingsHelp } from './settings-help.js';
import { waitForEnd } from './wait-for-end.js';

/** `countersign serve`: runs the service until it is told to stop. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('start the service, with the embedded database unless another is set')
    .addHelpText('after', settingsHelp())
    .action(serve);
}

async function serve(): Promise<void> {
  const [{ openDatabase }, { createProcessLog }] = await Promise.all([
    import('./with-database.js'),
    import('../platform/process-log.js'),
  ]);
  const log = createProcessLog();
  const ending = waitForEnd();
  const opening = openDatabase({
    environment: process.env,
    log,
    say,
    onLost: (error) => {
      say(error.message);
      process.exitCode = 1;
      ending.end('database lost');
    },
  });
  // Loading the application takes longer than starting the database, so both happen at once.
  const loading = import('../main.js');
  loading.catch(() => undefined);
  const database = await opening;
  try {
    const { startService } = await loading;
    const service = await startService(database.config, database, { log });
    if (service.clock === 'simulated')
      say('Its ledgers are kept by a simulated clock, which goes on from their newest line.');
    say(`Countersign is ready at ${service.url}`);
    if (service.setupCode !== undefined) {
      say(`It is not set up yet. Set-up code, good for one use: ${service.setupCode}`);
      say(
        `Open ${service.url} in a browser and enter it there; the README shows how a program sends it.`,
      );
    }
    log.info('service stops', { signal: await ending.reason });
    await service.close();
  } finally {
    await database.close();
  }
  say('Countersign has stopped.');
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
