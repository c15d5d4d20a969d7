import type { Command } from 'commander';
import { settingsHelp } from './settings-help.js';

/** `countersign setup`: makes a new set-up code, also while the service runs. */
export function registerSetup(program: Command): void {
  program
    .command('setup')
    .description('make a new code for setting the deployment up; an earlier one is good no longer')
    .addHelpText('after', settingsHelp())
    .action(makeCode);
}

async function makeCode(): Promise<void> {
  const [{ readConfig }, { SetupCode }, { explainFolderError }, { codeOf, StartError }] =
    await Promise.all([
      import('../platform/config/config.js'),
      import('../platform/identity/setup-code.js'),
      import('../platform/data-folder/data-folder.js'),
      import('../platform/start-error.js'),
    ]);
  const { dataFolder } = readConfig(process.env, process.cwd());
  try {
    const code = await new SetupCode(dataFolder).make();
    process.stdout.write(`Set-up code, good for one use: ${code}\n`);
    process.stdout.write('A deployment that is set up already takes no code.\n');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw explainFolderError(error, dataFolder);
    throw new StartError(
      'data-folder',
      `There is no data folder ${dataFolder} yet: start the service first, which makes it and prints a code, or name ` +
        'the folder of a running service with COUNTERSIGN_DATA.',
    );
  }
}
