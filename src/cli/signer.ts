import type { Command } from 'commander';
import { settingsHelp } from './settings-help.js';

interface AdoptOptions {
  readonly yes?: boolean;
}

/** `countersign signer`: what an operator does about the signer of this machine. */
export function registerSigner(program: Command): void {
  const signer = program.command('signer').description('look after the signer of this machine');
  signer
    .command('adopt')
    .description('let this machine sign ledgers that have lines and that its signer does not know')
    .option('--yes', 'vouch for the sizes and roots that are shown')
    .addHelpText('after', settingsHelp())
    .action(adopt);
}

async function adopt(options: AdoptOptions): Promise<void> {
  const [{ VisitedRegister }, { tellingErrors }, { encodeBase64 }] = await Promise.all([
    import('./visited-register.js'),
    import('./telling-errors.js'),
    import('../evidence/bytes.js'),
  ]);
  await tellingErrors(() =>
    VisitedRegister.visit(async ({ reader, signer }) => {
      let unknown = 0;
      for (const { ledger, origin } of await reader.heads()) {
        const standing = await signer.standing(ledger);
        if (standing === 'signs') continue;
        unknown += 1;
        if (standing === 'lacks-key') {
          say(`${origin}: its key is not on this machine, so it cannot be signed here.`);
          continue;
        }
        const isAdopted = await signer.adopt(ledger, ({ size, root }) => {
          say(`${origin}: ${size} lines under root ${encodeBase64(root)}.`);
          return options.yes === true;
        });
        if (isAdopted) say(`This machine signs ${origin} from now on, and no other history of it.`);
        else process.exitCode = 1;
      }
      if (unknown === 0) say('The signer knows every ledger.');
      else if (options.yes !== true)
        say('Compare sizes and roots with the last printed pages; then repeat with --yes.');
    }),
  );
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
