/** The server process of a cluster: found if it runs, started, waited for, stopped. */
import { spawn } from 'node:child_process';
import { open, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { diskFull } from '../data-folder/data-folder.js';
import { childrenOf, isRunning, workingFolderOf } from '../running-process.js';
import { codeOf, StartError } from '../start-error.js';
import { spawnAs } from './account.js';
import type { Binaries } from './binaries.js';
import { SOCKET_LOCK_NAME, socketFolder, type Home } from './home.js';

/** A server process of this cluster. */
export interface Postmaster {
  readonly processId: number;
  /** Whether it was running before us. */
  readonly isAdopted: boolean;
}

const POLL_MS = 10;
/** A server that was killed reads its log again first, at some hundred megabytes a second, and the log is at most 1 GB. */
const READY_LIMIT_MS = 300_000;
/** Children notice the end of their server within seconds, and hold its memory until then. */
const LEFTOVER_LIMIT_MS = 15_000;
const FAST_STOP_LIMIT_MS = 60_000;
const IMMEDIATE_STOP_LIMIT_MS = 10_000;

interface PidFile {
  readonly processId: number;
  readonly status: string;
}

/** The process that serves the cluster, if one does. Removes what one left behind that ended without doing so. */
export async function findPostmaster(home: Home): Promise<Postmaster | undefined> {
  const found = await readPidFile(home);
  if (found !== undefined && (await servesCluster(home, found.processId)))
    return { processId: found.processId, isAdopted: true };
  // Both name a process. While its number is another process's, or its parent has not taken note of its end, PostgreSQL
  // believes that it runs, and does not start.
  await rm(join(home.cluster, 'postmaster.pid'), { force: true });
  await rm(join(await socketFolder(home), SOCKET_LOCK_NAME), { force: true });
  return undefined;
}

/** A server always works in the folder of its cluster; a process that works elsewhere only has the number of one. */
async function servesCluster(home: Home, processId: number): Promise<boolean> {
  if (!(await isRunning(processId))) return false;
  const folder = await workingFolderOf(processId);
  if (folder === undefined) {
    throw new StartError(
      'database-busy',
      `Process ${processId} may be a PostgreSQL server that uses ${home.cluster}, and this user may not look: ` +
        'stop it, or start as the user it belongs to.',
    );
  }
  return folder === (await realpath(home.cluster));
}

/** Starts the server and waits until it takes connections. */
export async function startPostmaster(home: Home, binaries: Binaries): Promise<Postmaster> {
  const deadlineMs = performance.now() + LEFTOVER_LIMIT_MS;
  for (;;) {
    const outcome = await tryStart(home, binaries);
    if (typeof outcome !== 'string') return outcome;
    const isHeldByLeftovers = /pre-existing shared memory block|is still in use/.test(outcome);
    if (!isHeldByLeftovers || performance.now() > deadlineMs) throw explainStart(outcome, home);
    await delay(100);
  }
}

/** Waits until the server takes connections; false if it ended instead. */
export async function waitUntilReady(home: Home, processId: number): Promise<boolean> {
  const deadlineMs = performance.now() + READY_LIMIT_MS;
  while (performance.now() < deadlineMs) {
    const file = await readPidFile(home);
    if (file?.processId === processId && file.status === 'ready') return true;
    if (!(await isRunning(processId))) return false;
    await delay(POLL_MS);
  }
  throw new StartError(
    'database-start',
    `PostgreSQL (process ${processId}) has not become ready within ${READY_LIMIT_MS / 60_000} minutes; it may still be ` +
      `recovering after a crash: see ${home.log}, and start again.`,
  );
}

/** Stops the server: sessions are cut, everything is written. Falls back to a stop that leaves recovery to the next start. */
export async function stopPostmaster(processId: number): Promise<void> {
  const children = await childrenOf(processId);
  const hasEnded =
    (await signalAndWait(processId, 'SIGINT', FAST_STOP_LIMIT_MS)) ||
    (await signalAndWait(processId, 'SIGQUIT', IMMEDIATE_STOP_LIMIT_MS));
  if (!hasEnded) throw new Error(`PostgreSQL process ${processId} does not stop`);
  // It waits for its children, but not for the one that writes its log: that one ends once nobody can tell it anything.
  await Promise.all(children.map((child) => waitForEnd(child, LEFTOVER_LIMIT_MS)));
}

/** A server, or what it said before it ended. */
async function tryStart(home: Home, binaries: Binaries): Promise<Postmaster | string> {
  const output = await open(join(home.log, 'start.log'), 'w', 0o600);
  let processId: number | undefined;
  const ended = { failure: undefined as Error | undefined };
  try {
    const child = spawn(binaries.postgres, ['-D', home.cluster], {
      ...spawnAs(home.account),
      // A session of its own: Ctrl-C in the terminal must reach the service only, which stops the server last.
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    });
    child.on('error', (error) => {
      ended.failure = error;
    });
    child.unref();
    processId = child.pid;
  } finally {
    await output.close();
  }
  if (processId !== undefined && (await waitUntilReady(home, processId))) {
    return { processId, isAdopted: false };
  }
  // The failure of a spawn is told in a later turn of the event loop.
  if (processId === undefined) await delay(0);
  if (ended.failure !== undefined) return `FATAL: ${ended.failure.message}`;
  return lastWords(home);
}

async function lastWords(home: Home): Promise<string> {
  const first = await readFile(join(home.log, 'start.log'), 'utf8');
  // Once the server writes its own log, the reason stands there.
  if (!first.includes('redirecting log output')) return first;
  const logs = (await readdir(home.log)).filter((name) => name.startsWith('postgres-')).sort();
  const newest = logs.at(-1);
  return newest === undefined ? first : first + (await readFile(join(home.log, newest), 'utf8'));
}

function explainStart(output: string, home: Home): StartError {
  const lines = output.split('\n').filter((line) => /\b(FATAL|PANIC|ERROR)\b/.test(line));
  const reason = (lines.at(-1) ?? output.trim().split('\n').at(-1) ?? '').replace(
    /^.*?(FATAL|PANIC|ERROR):\s*/,
    '',
  );
  if (/No space left on device|Disk quota exceeded/.test(output)) return diskFull(home.path);
  if (/could not (create|map|resize|open) .*shared memory|Cannot allocate memory/.test(output)) {
    return new StartError(
      'database-start',
      `PostgreSQL did not get the memory it needs, about 200 MB (${reason}): free some, or raise this container’s limits.`,
    );
  }
  if (
    /checkpoint record|could not read file|invalid (data in|checksum)|control file|is corrupt|incompatible with server/i.test(
      output,
    )
  ) {
    return new StartError(
      'cluster-damaged',
      `The database in ${home.cluster} is damaged (${reason}): keep a copy of it, restore the data folder from a backup, ` +
        'and compare with "countersign verify".',
    );
  }
  return new StartError(
    'database-start',
    `PostgreSQL did not start (${reason}): see ${join(home.log, 'start.log')} and the newest log beside it.`,
  );
}

async function readPidFile(home: Home): Promise<PidFile | undefined> {
  let text: string;
  try {
    text = await readFile(join(home.cluster, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n');
  const processId = Number(lines[0]);
  // Half written: looked at again by whoever waits.
  if (!Number.isSafeInteger(processId) || processId <= 0) return undefined;
  return { processId, status: (lines[7] ?? '').trim() };
}

async function signalAndWait(
  processId: number,
  signal: NodeJS.Signals,
  limitMs: number,
): Promise<boolean> {
  try {
    process.kill(processId, signal);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return true;
    throw error;
  }
  return waitForEnd(processId, limitMs);
}

/** False if it still runs at the end of the limit. */
async function waitForEnd(processId: number, limitMs: number): Promise<boolean> {
  const deadlineMs = performance.now() + limitMs;
  while (performance.now() < deadlineMs) {
    if (!(await isRunning(processId))) return true;
    await delay(POLL_MS);
  }
  return false;
}
