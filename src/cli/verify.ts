import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { settingsHelp } from './settings-help.js';

interface VerifyOptions {
  readonly checkpoint?: readonly string[];
  readonly vkey?: readonly string[];
}

/** `countersign verify`: an export without any database, or the register in the database. */
export function registerVerify(program: Command): void {
  const more = (text: string, before: readonly string[] = []): readonly string[] => [
    ...before,
    text,
  ];
  const verifying = program
    .command('verify')
    .description('verify an exported ledger, or without a folder the whole database')
    .argument('[folder]', 'an export; needs no database')
    .option('--checkpoint <file>', 'a checkpoint that was kept elsewhere; may be repeated', more)
    .option('--vkey <file>', 'the key of a log as it was handed over; may be repeated', more)
    .addHelpText('after', settingsHelp())
    .action(verify);
  verifying
    .command('page')
    .description('check one printed page by its QR code, against the database or an export')
    .argument('<code>', 'what the QR code of the page holds: CSP1/…')
    .option(
      '--export <folder>',
      'an export; needs no database, and tells whether the page is of this ledger',
    )
    .addHelpText('after', settingsHelp())
    .action(verifyPage);
}

async function verifyPage(code: string, { export: folder }: { export?: string }): Promise<void> {
  const { verifyPageInDatabase, verifyPageInExport } = await import('./verify-page.js');
  await (folder === undefined ? verifyPageInDatabase(code) : verifyPageInExport(code, folder));
}

async function verify(folder: string | undefined, options: VerifyOptions): Promise<void> {
  const kept = await readAll(options.checkpoint ?? []);
  const vkeys = (await readAll(options.vkey ?? [])).map(({ note }) => note.trim());
  if (folder === undefined) {
    const { verifyDatabase } = await import('./verify-database.js');
    await verifyDatabase(kept);
    return;
  }
  const { verifyExportedFolder } = await import('./verify-export.js');
  await verifyExportedFolder({ folder: resolve(folder), kept, vkeys });
}

function readAll(
  paths: readonly string[],
): Promise<{ readonly name: string; readonly note: string }[]> {
  return Promise.all(
    paths.map(async (name) => ({ name, note: await readFile(resolve(name), 'utf8') })),
  );
}
