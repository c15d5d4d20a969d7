/** Says in sentences what the offline verifier found. */
import type { ItemBalance } from '../domain/entry.js';
import { formatQuantity } from '../domain/measures/quantity.js';
import { encodeBase64 } from '../evidence/bytes.js';
import { keyIdOf, parseVkey } from '../evidence/note.js';
import { verifyFolder } from '../ledger/offline/verify-folder.js';
import type { FolderToVerify, VerifiedLog } from '../ledger/offline/verify-folder.js';
import { progressBar } from './progress-bar.js';

export async function verifyExportedFolder(asked: FolderToVerify): Promise<void> {
  const bar = progressBar('verifying');
  const found = await verifyFolder({
    ...asked,
    onProgress: (_, lines, of) => {
      bar.reach(lines, of);
    },
  }).finally(() => {
    bar.end();
  });
  if (typeof found === 'string') {
    fail(`${found}.`);
    return;
  }
  for (const log of found) {
    if (log.wrong === null) process.stdout.write(sentencesOf(log));
    else fail(`The ${log.name} does not hold: ${log.wrong}.`);
  }
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

function sentencesOf(log: VerifiedLog): string {
  const { name, checkpoint, vkey, items, personal, lines } = log;
  const key = vkey === null ? '' : keyIdOf(parseVkey(vkey));
  const root = checkpoint === null ? '' : encodeBase64(checkpoint.root);
  return [
    `The ${name} ${checkpoint?.origin ?? ''} holds: ${lines} lines under root ${root}.`,
    ...(items ?? []).map(balanceSentence),
    personal === null
      ? '  Personal data are not in this export.'
      : `  Personal data: ${personal.opened} of ${personal.committed} fields are here, and each is what its line committed to.`,
    `  Signed by key ${key}: compare it with the one on a printed page (${vkey ?? ''}).`,
    '',
  ].join('\n');
}

function balanceSentence({ id, onHand, inProcess, held }: ItemBalance): string {
  const parts = [`on hand ${formatQuantity(onHand)}`, `in process ${formatQuantity(inProcess)}`];
  return `  ${id}: ${[...parts, `held ${formatQuantity(held)}`].join(', ')}.`;
}
