import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { settingsHelp } from './settings-help.js';

interface ExportOptions {
  readonly site: string;
  readonly out: string;
  readonly withPersonal?: boolean;
}

/** `countersign export`: a site's ledger as files that anyone can verify without this program. */
export function registerExport(program: Command): void {
  program
    .command('export')
    .description('write a ledger as a C2SP tlog-tiles log, with its checkpoint and key')
    .requiredOption('--site <id>', 'the site whose ledger it is')
    .requiredOption('--out <folder>', 'a new or empty folder')
    .option('--with-personal', 'also names and addresses, in personal.jsonl (mode 0600)')
    .addHelpText('after', settingsHelp())
    .action(exportSite);
}

async function exportSite(options: ExportOptions): Promise<void> {
  const [{ VisitedRegister }, { exportLedger }, { tellingErrors }, { progressBar }] =
    await Promise.all([
      import('./visited-register.js'),
      import('../ledger/export.js'),
      import('./telling-errors.js'),
      import('./progress-bar.js'),
    ]);
  const { ORGANISATION_FOLDER } = await import('../ledger/offline/verify-folder.js');
  const folder = resolve(options.out);
  const personal = options.withPersonal === true ? 'included' : 'left-out';
  await tellingErrors(() =>
    VisitedRegister.visit(async (register) => {
      const { site, organisation } = await register.ledgersOf(options.site);
      await register.journal({ kind: 'exported', site, act: `export-personal-${personal}` });
      const logs = [
        { ledger: site, folder, what: 'ledger' },
        { ledger: organisation, folder: join(folder, ORGANISATION_FOLDER), what: 'organisation' },
      ];
      for (const { what, ...log } of logs) {
        const bar = progressBar(what);
        const onProgress = (lines: number, of: number): void => {
          bar.reach(lines, of);
        };
        const head = await exportLedger(register, { ...log, personal, onProgress }).finally(() => {
          bar.end();
        });
        process.stdout.write(`${head.size} lines of ${head.origin} are in ${log.folder}.\n`);
      }
      process.stdout.write(`Check them anywhere with "countersign verify ${options.out}".\n`);
    }),
  );
}
