/** The operator's command: `countersign <command>`. Each command is a file of its own and loads its machinery when run. */
import { Command } from 'commander';
import { StartError } from '../platform/start-error.js';
import { registerDemo } from './demo.js';
import { registerExport } from './export.js';
import { registerMigrate } from './migrate.js';
import { registerReport } from './report.js';
import { registerServe } from './serve.js';
import { registerSigner } from './signer.js';
import { registerVerify } from './verify.js';
import { registerSetup } from './setup.js';

/** Every command, in the order in which help shows them. A command adds itself to the program. */
const COMMANDS: readonly ((program: Command) => void)[] = [
  registerServe,
  registerSetup,
  registerDemo,
  registerMigrate,
  registerReport,
  registerExport,
  registerVerify,
  registerSigner,
];

/** Runs the command that the arguments name, and sets the exit status. */
export async function main(argumentList: readonly string[]): Promise<void> {
  const program = new Command('countersign')
    .description('Controlled-substance inventory and regulatory log for infusion clinics')
    .showHelpAfterError('(run with --help for the commands and settings)');
  for (const register of COMMANDS) register(program);
  try {
    await program.parseAsync([...argumentList], { from: 'user' });
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    process.stderr.write(`countersign: ${error.message.replaceAll('\n', '\ncountersign: ')}\n`);
    process.exitCode = 1;
  }
}
