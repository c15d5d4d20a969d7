/**
 * A lock file that says which process uses a folder. Node has no file locks, so the file names its owner, and an owner
 * that no longer runs is told by its process number and the moment it began. An owner in another process namespace (a
 * second container on the same volume) cannot be looked up: it shows that it lives by writing to its file.
 *
 * Not handled: a folder on a network file system that hides the writes of another machine for longer than we wait.
 */
import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { processSpace, startTokenOf } from '../running-process.js';
import { codeOf, StartError } from '../start-error.js';

/** A lock that is held. */
export interface FolderLock {
  release(): Promise<void>;
}

interface Owner {
  readonly processId: number;
  readonly startToken: string;
  readonly space: string;
}

const HEARTBEAT_MS = 3_000;
const SILENCE_MS = 4 * HEARTBEAT_MS;
const HALF_WRITTEN_WAIT_MS = 500;
const ATTEMPTS = 5;

/** Takes the lock, or throws a `StartError` that names who holds it. */
export async function lockFolder(path: string, folder: string): Promise<FolderLock> {
  const owner: Owner = {
    processId: process.pid,
    startToken: (await startTokenOf(process.pid)) ?? '',
    space: await processSpace(),
  };
  const content = `${JSON.stringify(owner)}\n`;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const file = await createFile(path);
    if (file !== undefined) return hold(file, path, content);
    const found = await readFile(path, 'utf8').catch(() => undefined);
    // Undefined: its owner has just released it.
    if (found === undefined) continue;
    if (await isHeld(path, found, owner)) {
      throw new StartError(
        'data-folder-busy',
        `Another Countersign service (process ${parseOwner(found)?.processId ?? 'unknown'}) is using the data folder ` +
          `${folder}: stop it first, or give this one a folder of its own with COUNTERSIGN_DATA.`,
      );
    }
    await removeStale(path, found);
  }
  throw new StartError(
    'data-folder-busy',
    `The data folder ${folder} is being taken by other processes at this moment: start again, one service only.`,
  );
}

async function createFile(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  }
}

async function hold(file: FileHandle, path: string, content: string): Promise<FolderLock> {
  try {
    await file.write(content, 0);
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  let beating: Promise<unknown> = Promise.resolve();
  const heartbeat = setInterval(() => {
    // The same bytes at the same place: only the time of the last change moves. A full disk cannot stop this; an error
    // here changes nothing for us, it only lets another machine think that we ended.
    beating = file.write(content, 0).catch(() => undefined);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    release: async () => {
      clearInterval(heartbeat);
      await beating;
      await file.close();
      if ((await readFile(path, 'utf8').catch(() => '')) === content)
        await rm(path, { force: true });
    },
  };
}

async function isHeld(path: string, content: string, self: Owner): Promise<boolean> {
  const owner = parseOwner(content);
  if (owner === undefined) {
    // Created and not yet written, or torn by a power cut.
    await delay(HALF_WRITTEN_WAIT_MS);
    const again = await readFile(path, 'utf8').catch(() => content);
    return again !== content;
  }
  if (owner.space === self.space) {
    return (await startTokenOf(owner.processId)) === owner.startToken;
  }
  return changesWithin(path, SILENCE_MS);
}

async function changesWithin(path: string, waitMs: number): Promise<boolean> {
  const before = await lastChange(path);
  for (let waitedMs = 0; waitedMs < waitMs; waitedMs += HEARTBEAT_MS / 4) {
    await delay(HEARTBEAT_MS / 4);
    if ((await lastChange(path)) !== before) return true;
  }
  return false;
}

async function lastChange(path: string): Promise<bigint> {
  const facts = await stat(path, { bigint: true }).catch(() => undefined);
  return facts?.mtimeNs ?? 0n;
}

/** Takes a dead owner's file away, unless somebody else did and put their own there in the meantime. */
async function removeStale(path: string, content: string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) === content) {
    await rm(aside, { force: true });
    return;
  }
  await rename(aside, path);
}

function parseOwner(content: string): Owner | undefined {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return undefined;
  }
  if (value === null || typeof value !== 'object') return undefined;
  const { processId, startToken, space } = value as Partial<Record<keyof Owner, unknown>>;
  if (typeof processId !== 'number' || typeof startToken !== 'string') return undefined;
  return typeof space === 'string' ? { processId, startToken, space } : undefined;
}
