/**
 * Who runs the embedded database. PostgreSQL refuses to run as root, so a service that runs as root hands its server to
 * an unprivileged account; everybody else runs it themselves.
 */
import { execFile, type SpawnOptions } from 'node:child_process';
import { promisify } from 'node:util';
import { chown, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { codeOf, StartError } from '../start-error.js';

const run = promisify(execFile);

/** An account of the operating system. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** Whether this process has to become somebody else to run as it. */
  readonly isAnother: boolean;
}

/** In order of preference. The last owns nothing by custom, yet other services share it: `isShared`. */
const CANDIDATES = ['postgres', '_postgres', 'countersign', 'node', 'nobody'];

/** An account that other services of a machine use as well. */
export function isShared(account: Account): boolean {
  return account.isAnother && account.name === 'nobody';
}

/** The account that must run a cluster: the owner of the one that exists, if any. */
export async function chooseAccount(existingCluster: string | undefined): Promise<Account> {
  const self = process.getuid?.();
  if (self !== 0) return ourselves();
  if (existingCluster !== undefined) {
    const { uid, gid } = await stat(existingCluster);
    if (uid !== 0) return { name: (await nameOf(uid)) ?? String(uid), uid, gid, isAnother: true };
  }
  for (const name of CANDIDATES) {
    const found = await lookUp(name);
    if (found !== undefined) return found;
  }
  throw new StartError(
    'no-account',
    'PostgreSQL does not run as root, and this machine has no account to run it as: create one with ' +
      '"useradd --system countersign", or start as an ordinary user, or set DATABASE_URL and DATABASE_OWNER_URL to ' +
      'use an existing server.',
  );
}

/** What makes a spawned program run as the account; it starts in the root folder, which everybody can reach. */
export function spawnAs(account: Account): Pick<SpawnOptions, 'uid' | 'gid' | 'cwd' | 'env'> {
  return {
    cwd: '/',
    // Nothing of our own environment, which may hold passwords. The language fixes the words of messages.
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...(account.isAnother ? { uid: account.uid, gid: account.gid } : {}),
  };
}

/** Gives a file or folder to the account. */
export async function giveTo(account: Account, path: string): Promise<void> {
  if (account.isAnother) await chown(path, account.uid, account.gid);
}

/** The topmost folder on the way to a folder that the account cannot enter; undefined if it gets there. */
export async function findObstacle(account: Account, folder: string): Promise<string | undefined> {
  if (!account.isAnother || (await canEnter(account, folder))) return undefined;
  const parent = dirname(folder);
  return parent === folder ? folder : ((await findObstacle(account, parent)) ?? folder);
}

async function canEnter(account: Account, folder: string): Promise<boolean> {
  // The account itself tries: modes, access lists and mounts are the system's business.
  const { uid, gid, cwd, env } = spawnAs(account);
  try {
    await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { uid, gid, cwd: String(cwd), env });
    return true;
  } catch (error) {
    if (typeof codeOf(error) === 'string') throw error;
    return false;
  }
}

function ourselves(): Account {
  const { uid, gid, username } = whoWeAre();
  return { name: username, uid, gid, isAnother: false };
}

function whoWeAre(): { readonly uid: number; readonly gid: number; readonly username: string } {
  try {
    return userInfo();
  } catch (error) {
    throw new StartError(
      'no-account',
      `User number ${process.getuid?.() ?? 'unknown'} has no entry in this system's list of users, without which ` +
        'PostgreSQL cannot make a database: start as a user that has one, or set DATABASE_URL and ' +
        'DATABASE_OWNER_URL to use an existing server.',
      { cause: error },
    );
  }
}

async function lookUp(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    const account = { name, uid: Number(uid.stdout), gid: Number(gid.stdout), isAnother: true };
    return account.uid === 0 ? undefined : account;
  } catch {
    // id ends with status 1 for an unknown name.
    return undefined;
  }
}

async function nameOf(uid: number): Promise<string | undefined> {
  try {
    return (await run('id', ['-un', String(uid)])).stdout.trim();
  } catch {
    return undefined;
  }
}
