/** The data folder: the one place on this machine where the service keeps anything. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { codeOf, messageOf, StartError } from '../start-error.js';
import { readIfThere, writeDurably } from './durable-file.js';
import { lockFolder } from './folder-lock.js';

/** A data folder that this process alone uses until it is closed. */
export interface DataFolder {
  /** Absolute. */
  readonly path: string;
  close(): Promise<void>;
}

const SECRET_BYTES = 8;

/** Makes the folder if it is missing, checks that it can be written to, and locks it. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  try {
    // 0711 as root: the account that runs the embedded database must pass through, and cannot look around.
    await mkdir(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    await probe(path);
    const lock = await lockFolder(join(path, 'service.lock'), path);
    return { path, close: () => lock.release() };
  } catch (error) {
    throw explainFolderError(error, path);
  }
}

/** A folder inside the data folder, of mode 0700. */
export async function privateFolder(dataFolder: string, name: string): Promise<string> {
  const path = join(dataFolder, name);
  await mkdir(path, { recursive: true, mode: 0o700 });
  return path;
}

/**
 * The name of this deployment: the one that was set, else a random one that is made once. It cannot be resolved
 * (RFC 2606), so it never claims to be somebody's.
 */
export async function deploymentOrigin(
  dataFolder: string,
  set: string | undefined,
): Promise<string> {
  if (set !== undefined) return set;
  const path = join(dataFolder, 'origin');
  const kept = await readIfThere(path);
  if (kept !== undefined && kept !== '') return kept;
  const made = `${randomBytes(SECRET_BYTES).toString('hex')}.countersign.invalid`;
  await writeDurably(path, `${made}\n`, 0o644);
  return made;
}

/** Turns an error of the file system into a sentence; anything else stays as it is. */
export function explainFolderError(error: unknown, path: string): unknown {
  const cause = { cause: error };
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return new StartError(
        'data-folder',
        `User ${userName()} may not write to the data folder ${path}: change its owner or mode, or name another ` +
          'folder with COUNTERSIGN_DATA.',
        cause,
      );
    case 'EROFS':
      return new StartError(
        'data-folder',
        `The data folder ${path} is on a read-only file system: name another folder with COUNTERSIGN_DATA.`,
        cause,
      );
    case 'EEXIST':
    case 'ENOTDIR':
      return new StartError(
        'data-folder',
        `The data folder ${path} cannot be made, because a file stands in its way (${messageOf(error)}): move it, ` +
          'or name another folder with COUNTERSIGN_DATA.',
        cause,
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(path, cause);
    default:
      return error;
  }
}

/** The sentence for a full disk. */
export function diskFull(path: string, options?: ErrorOptions): StartError {
  return new StartError(
    'disk-full',
    `No space is left on the disk that holds ${path}: free at least 200 MB, or name a folder on another disk with ` +
      'COUNTERSIGN_DATA, and start again.',
    options,
  );
}

async function probe(folder: string): Promise<void> {
  const path = join(folder, `.${randomBytes(6).toString('hex')}.probe`);
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile('x');
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A number without an entry in the list of users, as containers have it.
    return String(process.getuid?.() ?? 'unknown');
  }
}
