/**
 * A lock file that says which process uses a folder. Node has no file locks, so the file names its owner, and an owner
 * that no longer runs is told by its process number and the moment it began. An owner in another process namespace (a
 * second container on the same volume) cannot be looked up: it shows that it lives by writing to its file.
 *
 * Not handled: a folder on a network file system that hides the writes of another machine for longer than we wait.
 */
import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
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
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];
const ATTEMPTS = 100;
const ATTEMPT_PAUSE_MS = 20;
/** A dead owner's file is removed under a guard, which is a lock of the same kind; so is the guard of a guard. */
const DEEPEST_GUARD = 3;

/** Takes the lock, or throws a `StartError` that names who holds it. */
export async function lockFolder(path: string, folder: string): Promise<FolderLock> {
  const self: Owner = {
    processId: process.pid,
    startToken: (await startTokenOf(process.pid)) ?? '',
    space: await processSpace(),
  };
  const outcome = await acquire(path, self, 0);
  if (outcome.kind === 'taken') return hold(path, contentOf(self));
  throw new StartError(
    'data-folder-busy',
    `Another Countersign service (process ${outcome.owner?.processId ?? 'unknown'}) is using the data folder ` +
      `${folder}: stop it first, or give this one a folder of its own with COUNTERSIGN_DATA.`,
  );
}

type Outcome =
  { readonly kind: 'taken' } | { readonly kind: 'held'; readonly owner: Owner | undefined };

async function acquire(path: string, self: Owner, depth: number): Promise<Outcome> {
  let owner: Owner | undefined;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (await create(path, contentOf(self))) return { kind: 'taken' };
    const found = await readFile(path, 'utf8').catch(() => undefined);
    // Undefined: its owner has just released it.
    if (found === undefined) continue;
    owner = parseOwner(found);
    if (await isHeld(path, found, self)) return { kind: 'held', owner };
    if (depth === DEEPEST_GUARD) break;
    if (!(await removeDead({ path, found, self, depth }))) await delay(ATTEMPT_PAUSE_MS);
  }
  return { kind: 'held', owner };
}

/**
 * Removes the file of a dead owner. Who does so holds the guard, and looks again under it: so nobody removes the file of
 * somebody who took the lock in the meantime. False if another process is at it.
 */
async function removeDead(dead: {
  readonly path: string;
  readonly found: string;
  readonly self: Owner;
  readonly depth: number;
}): Promise<boolean> {
  const guard = `${dead.path}.takeover`;
  const outcome = await acquire(guard, dead.self, dead.depth + 1);
  if (outcome.kind === 'held') return false;
  try {
    const now = await readFile(dead.path, 'utf8').catch(() => undefined);
    if (now === dead.found) await rm(dead.path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
  return true;
}

/** Makes the file with its content in one step; false if there is one. */
async function create(path: string, content: string): Promise<boolean> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, content, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (NO_LINKS.includes(codeOf(error) ?? '')) return await createInTwoSteps(path, content);
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** For file systems without links. Whoever reads between the steps waits and reads again. */
async function createInTwoSteps(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function hold(path: string, content: string): Promise<FolderLock> {
  const file = await open(path, 'r+');
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
    // Torn by a power cut, unless it changes.
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

function contentOf(owner: Owner): string {
  return `${JSON.stringify(owner)}\n`;
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
