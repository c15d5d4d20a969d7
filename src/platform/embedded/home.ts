/**
 * Where the embedded database lives. Ordinarily in the data folder; when the account that runs it cannot get there (a
 * checkout under /root, say), in a folder of the system, and the data folder remembers which.
 *
 *     <home>/cluster    the database itself
 *     <home>/run        its socket
 *     <home>/log        its log
 *     <home>/binaries-… a copy of PostgreSQL, where the installed one cannot be used
 */
import { randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readIfThere, writeDurably } from '../data-folder/durable-file.js';
import { StartError } from '../start-error.js';
import { chooseAccount, findObstacle, giveTo, type Account } from './account.js';

/** A home, its account, and what a person should know about the choice. */
export interface Home {
  readonly path: string;
  readonly cluster: string;
  readonly log: string;
  readonly account: Account;
  readonly notices: readonly string[];
}

const SYSTEM_FOLDER =
  process.platform === 'darwin' ? '/usr/local/var/countersign' : '/var/lib/countersign';
/** The kernel's room for the name of a socket, without the byte that ends it. */
const LONGEST_SOCKET_PATH = process.platform === 'darwin' ? 103 : 107;
const SOCKET_NAME = '.s.PGSQL.5432';
/** Beside the socket; names the process that made it. */
export const SOCKET_LOCK_NAME = `${SOCKET_NAME}.lock`;

/** Finds the home of a data folder, or makes one. */
export async function openHome(dataFolder: string): Promise<Home> {
  const remembered = join(dataFolder, 'postgres.place');
  const elsewhere = await readIfThere(remembered);
  const path = elsewhere ?? join(dataFolder, 'postgres');
  const exists = await isFolder(path);
  if (elsewhere !== undefined && !exists) {
    throw new StartError(
      'cluster-missing',
      `The database of the data folder ${dataFolder} was in ${elsewhere}, which is gone: restore it from a backup, ` +
        'or name an empty folder with COUNTERSIGN_DATA to begin anew.',
    );
  }
  const account = await chooseAccount(exists ? path : undefined);
  if (exists) {
    await refuseObstacle(account, path);
    return furnish({ path, account, notices: [] });
  }
  const obstacle = await findObstacle(account, dataFolder);
  if (obstacle === undefined) return furnish({ path, account, notices: [] });

  const made = join(SYSTEM_FOLDER, randomBytes(8).toString('hex'));
  await mkdir(SYSTEM_FOLDER, { recursive: true, mode: 0o711 });
  await makePrivate(account, made);
  await refuseObstacle(account, made);
  await writeDurably(join(made, 'belongs-to'), `${dataFolder}\n`, 0o644);
  // Remembered before anything is kept there, so that no start can lose it.
  await writeDurably(remembered, `${made}\n`, 0o644);
  const notice =
    `User ${account.name}, who runs the database, cannot enter ${obstacle}: the database is kept in ${made} ` +
    `(remembered in ${remembered}; back up both).`;
  return furnish({ path: made, account, notices: [notice] });
}

/** A private folder for the socket: in the home, or a short one where the home's path is too long for a socket. */
export async function socketFolder(home: Home): Promise<string> {
  const inHome = join(home.path, 'run');
  if (Buffer.byteLength(join(inHome, SOCKET_NAME)) <= LONGEST_SOCKET_PATH) {
    await makePrivate(home.account, inHome);
    return inHome;
  }
  const remembered = join(home.path, 'run.place');
  const known = await readIfThere(remembered);
  if (known !== undefined && (await isPrivateTo(home.account, known))) return known;
  const made = await mkdtemp(join(tmpdir(), 'countersign-'));
  await chmod(made, 0o700);
  await giveTo(home.account, made);
  await writeDurably(remembered, `${made}\n`);
  return made;
}

async function furnish(facts: Pick<Home, 'path' | 'account' | 'notices'>): Promise<Home> {
  const log = join(facts.path, 'log');
  await makePrivate(facts.account, facts.path);
  await makePrivate(facts.account, log);
  return { ...facts, cluster: join(facts.path, 'cluster'), log };
}

async function refuseObstacle(account: Account, path: string): Promise<void> {
  const obstacle = await findObstacle(account, path);
  if (obstacle === undefined) return;
  throw new StartError(
    'data-folder',
    `The database in ${path} belongs to user ${account.name}, who cannot enter ${obstacle}: let that user pass with ` +
      `"chmod o+x ${obstacle}", or move the data folder and name its new place with COUNTERSIGN_DATA.`,
  );
}

/** Makes a folder of mode 0700 that belongs to the account; one that exists must already be so. */
async function makePrivate(account: Account, path: string): Promise<void> {
  if (await isFolder(path)) return;
  await mkdir(path, { mode: 0o700 });
  await giveTo(account, path);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

async function isPrivateTo(account: Account, path: string): Promise<boolean> {
  // lstat: a link in a folder that everybody can write to may have been put there by anybody.
  const facts = await lstat(path).catch(() => undefined);
  return (
    facts?.isDirectory() === true && facts.uid === account.uid && (facts.mode & 0o777) === 0o700
  );
}
