/**
 * Builds dist/ when it is missing or older than its sources: the service from src, reports and migrations, each file by
 * itself and all that the operator's command needs together in dist/program, and the application for the browser from
 * web. What each was built from is told by a hash of the sources in dist/.stamp and dist/.web-stamp, not by times: a
 * fresh clone or a copied image has any times.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { bundle } from './bundle.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, 'dist');
/** Names the process that builds. */
const LOCK = join(DIST, '.building');
const LOCK_WAIT_MS = 100;
/** Longer takes no build: the lock of a killed one may name a process that came later. */
const LOCK_LIMIT_MS = 120_000;

/** What is built apart: a change of one part leaves the other as it is. */
const PARTS = [
  {
    stamp: join(DIST, '.stamp'),
    settings: ['.swcrc', 'package-lock.json', 'scripts/build.mjs', 'scripts/bundle.mjs'],
    sources: ['src', 'reports', 'migrations'],
    built: ['src', 'reports', 'migrations', 'program'],
    compile: compileService,
  },
  {
    stamp: join(DIST, '.web-stamp'),
    settings: ['package-lock.json', 'scripts/build.mjs'],
    // Codes are read in the browser by the functions of the domain.
    sources: ['web', 'src/domain'],
    built: ['web'],
    compile: compileWeb,
  },
];
/** Kinds of files that are worth sending compressed. */
const COMPRESSIBLE = /[.](?:js|css|svg|html)$/;

/**
 * Builds if it must, after saying so.
 *
 * @param {(sentence: string) => void} say
 * @returns {boolean} whether it built
 */
export function buildIfStale(say) {
  // An installation may come without sources; then dist/ is all there is.
  if (!existsSync(join(ROOT, 'src')) || staleParts().length === 0) return false;
  const why = existsSync(DIST)
    ? 'the sources have changed since the last build'
    : 'there is no build yet';
  say(`Building, because ${why} (a few seconds) …`);
  return alone(() => {
    const stale = staleParts();
    for (const { part, wanted } of stale) build(part, wanted);
    return stale.length > 0;
  });
}

/** @returns {{ part: (typeof PARTS)[number]; wanted: string }[]} what must be built, and the hash of its sources */
function staleParts() {
  return PARTS.flatMap((part) => {
    const wanted = hashOf(part);
    const built = existsSync(part.stamp) ? readFileSync(part.stamp, 'utf8').trim() : undefined;
    return built === wanted || !existsSync(join(ROOT, part.sources[0])) ? [] : [{ part, wanted }];
  });
}

/**
 * Does it while no other process builds here; waits for one that does.
 *
 * @template T
 * @param {() => T} work
 * @returns {T}
 */
function alone(work) {
  mkdirSync(DIST, { recursive: true });
  const deadlineMs = Date.now() + LOCK_LIMIT_MS;
  while (!takeLock()) {
    if (!isRunning(builderNow()) || Date.now() > deadlineMs) rmSync(LOCK, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_WAIT_MS);
  }
  try {
    return work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** @returns {number} the process that the lock names; this one, while that is being written or the lock is going */
function builderNow() {
  try {
    return Number(readFileSync(LOCK, 'utf8')) || process.pid;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return process.pid;
  }
}

/**
 * @param {(typeof PARTS)[number]} part
 * @param {string} hash
 */
function build({ built, stamp, compile }, hash) {
  const fresh = join(DIST, `.new-${process.pid}`);
  const old = join(DIST, `.old-${process.pid}`);
  mkdirSync(DIST, { recursive: true });
  removeLeftovers();
  mkdirSync(fresh);
  mkdirSync(old);
  try {
    compile(fresh);
    // Whoever starts while the folders change places finds no stamp, and waits for this build.
    rmSync(stamp, { force: true });
    for (const name of built.filter((each) => existsSync(join(fresh, each)))) {
      if (existsSync(join(DIST, name))) renameSync(join(DIST, name), join(old, name));
      renameSync(join(fresh, name), join(DIST, name));
    }
    writeFileSync(join(fresh, 'stamp'), `${hash}\n`);
    renameSync(join(fresh, 'stamp'), stamp);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

/** Removes what builds left that were killed: folders that name a process which no longer runs, or this one. */
function removeLeftovers() {
  for (const name of readdirSync(DIST)) {
    const builder = /^\.(?:new|old)-(\d+)$/.exec(name)?.[1];
    if (builder === undefined || (Number(builder) !== process.pid && isRunning(Number(builder))))
      continue;
    rmSync(join(DIST, name), { recursive: true, force: true });
  }
}

/** @param {number} processId */
function isRunning(processId) {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}

/** @param {string} out */
function compileService(out) {
  const sources = PARTS[0].sources.filter((name) => existsSync(join(ROOT, name)));
  run('@swc/cli', 'bin/swc.js', [
    ...[...sources, '--config-file', '.swcrc', '--out-dir', out],
    ...['--copy-files', '--quiet'],
  ]);
  try {
    bundle(out);
  } catch (failure) {
    if (!Array.isArray(failure.errors)) throw failure;
    throw new BuildError(`The build failed:\n${failure.message}`);
  }
}

/**
 * The application in the browser, each file beside its compressed form.
 *
 * @param {string} out
 */
function compileWeb(out) {
  const folder = join(out, 'web');
  run('vite', 'bin/vite.js', [
    ...['build', '--config', 'web/vite.config.mjs', '--outDir', folder, '--logLevel', 'error'],
  ]);
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!COMPRESSIBLE.test(entry)) continue;
    const content = readFileSync(join(folder, entry));
    const settings = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    writeFileSync(join(folder, `${entry}.br`), brotliCompressSync(content, settings));
  }
}

/**
 * @param {string} library
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(library, command, args) {
  const require = createRequire(import.meta.url);
  const path = join(dirname(require.resolve(`${library}/package.json`)), command);
  const { status, stderr, stdout, error } = spawnSync(process.execPath, [path, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (error) throw error;
  if (status !== 0) throw new BuildError(`The build failed:\n${stdout}${stderr}`);
}

/** A build that failed because of the sources. */
export class BuildError extends Error {}

/** @param {(typeof PARTS)[number]} part */
function hashOf({ settings, sources }) {
  const hash = createHash('sha256');
  for (const name of [...settings, ...sources.flatMap(listFiles)]) {
    const content = readFileSync(join(ROOT, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder relative to the root
 * @returns {string[]} files in it, at any depth, in a fixed order
 */
function listFiles(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return listFiles(path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    if (!buildIfStale((sentence) => process.stdout.write(`${sentence}\n`))) {
      process.stdout.write('The build is up to date.\n');
    }
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
