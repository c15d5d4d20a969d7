/** A cluster: the files of the embedded database. Made once, whole or not at all. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { privateFolder, diskFull } from '../data-folder/data-folder.js';
import { readIfThere, syncFolder, writeDurably } from '../data-folder/durable-file.js';
import { codeOf, messageOf, StartError } from '../start-error.js';
import { giveTo, spawnAs } from './account.js';
import { POSTGRES_MAJOR, type Binaries } from './binaries.js';
import type { Home } from './home.js';

const run = promisify(execFile);

/** Passwords of the three roles of an embedded server. They lie in the data folder, mode 0600. */
export interface Passwords {
  readonly superuser: string;
  readonly owner: string;
  readonly service: string;
}

/** The role that initdb makes. Nothing but this folder's code ever connects as it. */
export const SUPERUSER = 'countersign_superuser';

const PASSWORD_BYTES = 24;
const ROLES = ['superuser', 'owner', 'service'] as const;
const INITDB_LIMIT_MS = 120_000;

/** The passwords of the cluster in a home, which is made if there is none. */
export async function openCluster({
  home,
  binaries,
  dataFolder,
}: {
  home: Home;
  binaries: Binaries;
  dataFolder: string;
}): Promise<{ readonly passwords: Passwords; readonly isNew: boolean }> {
  const secrets = await privateFolder(dataFolder, 'secrets');
  const unfinished = await findUnfinished(home);
  const removeUnfinished = async (): Promise<void> => {
    for (const name of unfinished)
      await rm(join(home.path, name), { recursive: true, force: true });
  };
  const version = await readIfThere(join(home.cluster, 'PG_VERSION'));
  if (version !== undefined) {
    refuseOtherVersion(version, home);
    await removeUnfinished();
    return { passwords: await readPasswords(secrets, home), isNew: false };
  }
  await refuseLostCluster({ home, secrets, unfinished });
  await removeUnfinished();
  return { passwords: await makeCluster(home, binaries, secrets), isNew: true };
}

async function makeCluster(home: Home, binaries: Binaries, secrets: string): Promise<Passwords> {
  const passwords: Passwords = { superuser: secret(), owner: secret(), service: secret() };
  const part = join(home.path, `new-${randomBytes(6).toString('hex')}`);
  const passwordFile = join(home.path, `new-${randomBytes(6).toString('hex')}.password`);
  await writeFile(passwordFile, `${passwords.superuser}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await giveTo(home.account, passwordFile);
    await runInitdb({ home, binaries, part, passwordFile });
    for (const role of ROLES)
      await writeDurably(join(secrets, `postgres-${role}`), `${passwords[role]}\n`);
    await rename(part, home.cluster);
    await syncFolder(home.path);
    // From here on the cluster exists, with passwords that are on disk.
    return passwords;
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function runInitdb({
  home,
  binaries,
  part,
  passwordFile,
}: {
  home: Home;
  binaries: Binaries;
  part: string;
  passwordFile: string;
}): Promise<void> {
  const { uid, gid, cwd, env } = spawnAs(home.account);
  const options = { uid, gid, cwd: String(cwd), env, timeout: INITDB_LIMIT_MS };
  try {
    // initdb syncs all files at its end. Text is ordered by code point, which no update of the system can change.
    await run(
      binaries.initdb,
      [
        '--pgdata',
        part,
        '--username',
        SUPERUSER,
        '--pwfile',
        passwordFile,
        '--auth',
        'scram-sha-256',
        '--encoding',
        'UTF8',
        '--locale',
        'C',
        '--locale-provider',
        'builtin',
        '--builtin-locale',
        'C.UTF-8',
        '--data-checksums',
        '--no-instructions',
        '--set',
        'max_connections=100',
        '--set',
        'shared_buffers=128MB',
      ],
      options,
    );
  } catch (error) {
    const output = String(Reflect.get(Object(error), 'stderr') ?? '');
    if (/No space left on device|Disk quota exceeded/.test(output) || codeOf(error) === 'ENOSPC') {
      throw diskFull(home.path, { cause: error });
    }
    const line = output.split('\n').find((each) => /error|fatal|could not/i.test(each));
    throw new StartError(
      'database-start',
      `PostgreSQL could not make a database in ${home.path}: ${line?.trim() ?? messageOf(error)}.`,
      { cause: error },
    );
  }
}

export async function readPasswords(secrets: string, home: Home): Promise<Passwords> {
  const found = await Promise.all(
    ROLES.map((role) => readIfThere(join(secrets, `postgres-${role}`))),
  );
  const [superuser, owner, service] = found;
  if (superuser === undefined || owner === undefined || service === undefined) {
    throw new StartError(
      'cluster-missing',
      `The passwords of the database in ${home.path} are not in ${secrets}: restore that folder from a backup.`,
    );
  }
  return { superuser, owner, service };
}

function refuseOtherVersion(version: string, home: Home): void {
  if (version === String(POSTGRES_MAJOR)) return;
  throw new StartError(
    'cluster-version',
    `The database in ${home.cluster} was made by PostgreSQL ${version} and this release of Countersign runs PostgreSQL ` +
      `${POSTGRES_MAJOR}: start the release that made it and export from there, or name another folder with ` +
      'COUNTERSIGN_DATA.',
  );
}

/** A folder with passwords and no cluster once had one: making an empty ledger in its place would hide a loss. */
async function refuseLostCluster({
  home,
  secrets,
  unfinished,
}: {
  home: Home;
  secrets: string;
  unfinished: readonly string[];
}): Promise<void> {
  const password = await readIfThere(join(secrets, 'postgres-superuser'));
  // A first start that ended between writing the passwords and naming the cluster leaves both.
  if (password === undefined || unfinished.length > 0) return;
  throw new StartError(
    'cluster-missing',
    `The database that belongs to the passwords in ${secrets} is not in ${home.cluster}: restore it from a backup, or ` +
      'name an empty folder with COUNTERSIGN_DATA to begin anew.',
  );
}

async function findUnfinished(home: Home): Promise<readonly string[]> {
  return (await readdir(home.path)).filter((name) => name.startsWith('new-'));
}

function secret(): string {
  return randomBytes(PASSWORD_BYTES).toString('base64url');
}
