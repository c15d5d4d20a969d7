import type { Command } from 'commander';
import { settingsHelp } from './settings-help.js';

/** `countersign migrate`: brings the database to this release's schema and ends. */
export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database to the schema of this release')
    .addHelpText('after', settingsHelp())
    .action(migrateOnce);
}

async function migrateOnce(): Promise<void> {
  const [{ openDatabase }, { createProcessLog }] = await Promise.all([
    import('./with-database.js'),
    import('../platform/process-log.js'),
  ]);
  const database = await openDatabase({
    environment: process.env,
    log: createProcessLog({ level: 'warn' }),
    say,
  });
  await database.close();
  say(
    database.migrated.length === 0
      ? 'The schema is up to date.'
      : `The schema is up to date; ran ${database.migrated.join(', ')}.`,
  );
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
