/** Verifies the register in the database and says in sentences what was found. */
import { readCheckpoint } from '../evidence/checkpoint.js';
import { EvidenceError } from '../evidence/error.js';
import type { LedgerAudit } from '../ledger/audit.js';
import { verifyRegister } from '../ledger/signer-audit.js';
import { CommandRefused } from './command-refused.js';
import { tellingErrors } from './telling-errors.js';
import { VisitedRegister } from './visited-register.js';

export async function verifyDatabase(
  kept: readonly { readonly name: string; readonly note: string }[],
): Promise<void> {
  await tellingErrors(async () => {
    for (const { name, note } of kept) requireCheckpoint(name, note);
    const audits = await VisitedRegister.visit((register) =>
      verifyRegister({
        pool: register.pool,
        checkpoints: register.checkpoints,
        memory: register.memory,
        sealer: register.keyring,
        kept: kept.map(({ note }) => note),
      }),
    );
    if (audits.length === 0) process.stdout.write('There is no ledger yet.\n');
    for (const audit of audits) say(audit);
  });
}

function say({ origin, size, root, finding }: LedgerAudit): void {
  if (finding === null) {
    process.stdout.write(`The ledger ${origin} holds: ${size} lines under root ${root}.\n`);
    return;
  }
  const where = finding.line === null ? '' : `line ${finding.line}: `;
  process.stderr.write(`The ledger ${origin} does not hold: ${where}${finding.what}.\n`);
  process.exitCode = 1;
}

function requireCheckpoint(name: string, note: string): void {
  try {
    readCheckpoint(note);
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    throw new CommandRefused(`${name} is not a checkpoint: ${error.message}`);
  }
}
