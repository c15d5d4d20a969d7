import { CheckpointUnavailable } from '../ledger/checkpoints.js';
import { ExportRefused } from '../ledger/export.js';
import { SignerRefusal } from '../ledger/signer-reading.js';
import { CommandRefused } from './command-refused.js';

const TOLD = [CommandRefused, CheckpointUnavailable, ExportRefused, SignerRefusal];

/** Runs a command's work; tells in a sentence why it could not be done, and ends with status 1. */
export async function tellingErrors(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Error) || !TOLD.some((kind) => error instanceof kind)) throw error;
    process.stderr.write(`countersign: ${error.message}\n`);
    process.exitCode = 1;
  }
}
