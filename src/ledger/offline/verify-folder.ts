/**
 * Verifies an export: the log in a folder, and the organisation's log beside it where there is one. With checkpoints that
 * were kept elsewhere it also tells a log that was shortened, or built anew under another key.
 */
import { join } from 'node:path';
import { decodeUtf8 } from '../../evidence/bytes.js';
import { readCheckpoint } from '../../evidence/checkpoint.js';
import { EvidenceError } from '../../evidence/error.js';
import { CHECKPOINT_PATH } from '../../evidence/file-store.js';
import { parseVkey } from '../../evidence/note.js';
import { folderStore } from './folder-store.js';
import { type KeptCheckpoint, type LogVerification, verifyLog } from './verify-log.js';

/** Where the log of the organisation lies, beside that of a site. */
export const ORGANISATION_FOLDER = 'organisation';

export interface FolderToVerify {
  readonly folder: string;
  readonly kept?: readonly KeptCheckpoint[];
  /** Verifier keys that were handed over before: a log with the name of one must be signed by it. */
  readonly vkeys?: readonly string[];
  readonly onProgress?: (log: LogName, lines: number, of: number) => void;
}

export type LogName = 'ledger' | 'organisation';

export interface VerifiedLog extends LogVerification {
  readonly name: LogName;
}

/** What was found in each log of the folder, or a sentence about what was asked. */
export async function verifyFolder(
  asked: FolderToVerify,
): Promise<readonly VerifiedLog[] | string> {
  const logs = [{ name: 'ledger' as LogName, folder: asked.folder, origin: '' }];
  const organisation = join(asked.folder, ORGANISATION_FOLDER);
  if ((await originOf(organisation)) !== null)
    logs.push({ name: 'organisation', folder: organisation, origin: '' });
  for (const log of logs) log.origin = (await originOf(log.folder)) ?? '';
  const origins = new Set(logs.map(({ origin }) => origin));
  for (const { name, note } of asked.kept ?? []) {
    const origin = claimedOrigin(note);
    if (origin === null) return `${name} is not a checkpoint`;
    if (!origins.has(origin)) return `${name} is a checkpoint of ${origin}, which is not here`;
  }
  const verified: VerifiedLog[] = [];
  for (const { name, folder, origin } of logs) {
    const vkey = asked.vkeys?.find((each) => parseVkey(each).name === origin);
    const log = await verifyLog({
      folder,
      kept: (asked.kept ?? []).filter(({ note }) => claimedOrigin(note) === origin),
      ...(vkey === undefined ? {} : { vkey }),
      onProgress: (lines, of) => {
        asked.onProgress?.(name, lines, of);
      },
    });
    verified.push({ name, ...log });
  }
  return verified;
}

/** The origin that a folder's checkpoint claims, before anything is verified; null where there is no checkpoint. */
async function originOf(folder: string): Promise<string | null> {
  const bytes = await folderStore(folder).read(CHECKPOINT_PATH);
  if (bytes === null) return null;
  return claimedOrigin(decodeUtf8(bytes) ?? '') ?? '';
}

function claimedOrigin(note: string): string | null {
  try {
    return readCheckpoint(note).origin;
  } catch (error) {
    if (error instanceof EvidenceError) return null;
    throw error;
  }
}
