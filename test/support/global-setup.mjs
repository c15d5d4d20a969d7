/** Makes the folder of this test run and starts its keeper. Everything that tests start lies in that folder. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MEMORY = '/dev/shm';
const ROOM_NEEDED_BYTES = 2 * 1024 ** 3;
const KEEPER_LIMIT_MS = 10_000;

export default async function setUp() {
  // 0755: the account that runs PostgreSQL for root passes through.
  const runFolder = mkdtempSync(join(roomyFolder(), 'countersign-test-'));
  const { chmodSync } = await import('node:fs');
  chmodSync(runFolder, 0o755);
  mkdirSync(join(runFolder, 'processes'));
  const keeper = spawn(
    process.execPath,
    [join(dirname(fileURLToPath(import.meta.url)), 'keeper.mjs'), runFolder],
    { stdio: ['pipe', 'inherit', 'inherit'], detached: true },
  );
  keeper.unref();
  keeper.stdin.on('error', () => undefined);
  // The pipe must not keep the runner alive; its end does not need to be flushed.
  keeper.stdin.unref?.();
  globalThis.countersignKeeper = keeper;
  process.env['TEST_RUN_FOLDER'] = runFolder;
  const deadlineMs = Date.now() + KEEPER_LIMIT_MS;
  while (!existsSync(join(runFolder, 'keeper.sock'))) {
    if (keeper.exitCode !== null || Date.now() > deadlineMs)
      throw new Error('the keeper of the test run did not start');
    await delay(10);
  }
}

function roomyFolder() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize >= ROOM_NEEDED_BYTES) return MEMORY;
  } catch {
    // No such folder on this system.
  }
  return realpathSync(tmpdir());
}
