/**
 * Keeps what a test run starts, in a process of its own, and clears it away when the run ends in any way: finished,
 * interrupted with Ctrl-C, or killed. It knows by its standard input, whose other end only the test runner holds.
 *
 * The database server that tests share is started when the first test asks for it, so that runs of pure tests do not
 * wait for one. Its folder lies in memory where the machine has room there, which makes its fsync free; it is on, as in
 * life.
 *
 *     node test/support/keeper.mjs <run folder>
 */
import { readdirSync, readFileSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const SEARCH_DEPTH = 4;
const STOP_LIMIT_MS = 10_000;
const SETTLE_MS = 1_000;
const END_LIMIT_MS = 25_000;

const runFolder = process.argv[2];
if (runFolder === undefined) throw new Error('the run folder is missing');

/** @type {Promise<string> | undefined} */
let shared;
const doorway = createServer((visitor) => {
  visitor.on('error', () => undefined);
  shared ??= startShared().then(
    (answer) => JSON.stringify(answer),
    (error) =>
      JSON.stringify({
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  );
  void shared.then((answer) => visitor.end(answer));
});
doorway.listen(join(runFolder, 'keeper.sock'));

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
process.stdin.resume();
process.stdin.on('end', () => void end());
process.stdin.on('close', () => void end());

async function startShared() {
  const { buildIfStale } = await import(join(ROOT, 'scripts/build.mjs'));
  buildIfStale(() => undefined);
  const [{ startEmbeddedDatabase }, { migrate }, { migrations }] = await Promise.all([
    import(join(ROOT, 'dist/src/platform/embedded/embedded-database.js')),
    import(join(ROOT, 'dist/src/platform/database/migrate.js')),
    import(join(ROOT, 'dist/migrations/index.js')),
  ]);
  const { mkdir } = await import('node:fs/promises');
  const dataFolder = join(runFolder, 'shared');
  await mkdir(dataFolder, { mode: 0o711 });
  const server = await startEmbeddedDatabase({ dataFolder });
  const { ownerUrl, serviceUrl, superuserUrl } = server;
  // The database that comes with the server is the template: migrated once, never connected to again.
  await migrate({ ownerUrl, serviceUrl, migrations });
  return { ownerUrl, serviceUrl, superuserUrl };
}

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  doorway.close();
  // A worker of a killed runner goes on: it finds its folder gone, and can start nothing more.
  const ended = `${runFolder}-ended`;
  renameSync(runFolder, ended);
  // What it was just starting is found when we look again.
  const deadlineMs = Date.now() + END_LIMIT_MS;
  while (await stopAll(ended)) {
    if (Date.now() > deadlineMs) break;
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  }
  for (const place of placesElsewhere(ended)) rmSync(place, { recursive: true, force: true });
  rmSync(ended, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.exit(0);
}

/**
 * Ends everything that runs in the folder.
 *
 * @param {string} folder
 * @returns {Promise<boolean>} whether there was anything
 */
async function stopAll(folder) {
  const services = serviceProcesses(folder);
  for (const processId of services) signal(processId, 'SIGKILL');
  const servers = clusters(folder).flatMap(postmasterOf).filter(isRunning);
  for (const processId of servers) signal(processId, 'SIGINT');
  const deadlineMs = Date.now() + STOP_LIMIT_MS;
  while (servers.some(isRunning) && Date.now() < deadlineMs) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  for (const processId of servers.filter(isRunning)) signal(processId, 'SIGQUIT');
  return services.length + servers.length > 0;
}

/** Services that tests started: one file each, named by the process and holding the moment it began. */
function serviceProcesses(folder) {
  return list(join(folder, 'processes'))
    .filter((name) => {
      const processId = Number(name);
      return startOf(processId) === readFileSync(join(folder, 'processes', name), 'utf8');
    })
    .map(Number);
}

/** @param {string} folder @returns {string[]} */
function clusters(folder) {
  const inside = foldersWith('postmaster.pid', folder, SEARCH_DEPTH);
  return [...inside, ...placesElsewhere(folder).map((place) => join(place, 'cluster'))];
}

/** Homes that were made outside of the run folder, because the database's account could not enter it. */
function placesElsewhere(folder) {
  return foldersWith('postgres.place', folder, SEARCH_DEPTH).map(placeIn);
}

/** @param {string} name @param {string} folder @param {number} depth @returns {string[]} */
function foldersWith(name, folder, depth) {
  const here = list(folder);
  const below = here.filter((each) => each !== 'node_modules');
  return [
    ...(here.includes(name) ? [folder] : []),
    ...(depth === 0
      ? []
      : below.flatMap((each) => foldersWith(name, join(folder, each), depth - 1))),
  ];
}

/** @param {string} folder */
function placeIn(folder) {
  return readFileSync(join(folder, 'postgres.place'), 'utf8').trim();
}

/** @param {string} cluster @returns {number[]} */
function postmasterOf(cluster) {
  try {
    const processId = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    // A number that was given to another process is not ours to end: a server works in the folder of its cluster.
    return readlinkSync(`/proc/${processId}/cwd`) === cluster ? [processId] : [];
  } catch {
    return [];
  }
}

/** @param {string} folder @returns {string[]} */
function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** @param {number} processId */
function startOf(processId) {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/** @param {number} processId */
function isRunning(processId) {
  return signal(processId, 0);
}

/** @param {number} processId @param {NodeJS.Signals | 0} name */
function signal(processId, name) {
  try {
    return process.kill(processId, name);
  } catch {
    return false;
  }
}
