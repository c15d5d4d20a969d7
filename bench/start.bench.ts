/** Seconds from the command until the service says that it is ready: on a new embedded database, and on one that is there. */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spread } from './rounds.js';
import type { Comparison } from './rounds.js';

const ROUNDS = 5;
const MOST_ON_EXISTING = 2;
const MOST_ON_NEW = 6;
// From dist/bench.
const COMMAND = fileURLToPath(new URL('../../scripts/countersign.mjs', import.meta.url));

export async function startBench(): Promise<readonly Comparison[]> {
  const found = { new: [] as number[], existing: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
    // The account that runs the server for root passes through.
    await chmod(folder, 0o711);
    try {
      const data = join(folder, 'data');
      found.new.push(await secondsToReady(data));
      found.existing.push(await secondsToReady(data));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return [
    {
      part: 'start',
      compares: 'until ready, on an embedded database that is there',
      found: spread(found.existing),
      unit: 'seconds',
      goal: { most: MOST_ON_EXISTING },
    },
    {
      part: 'start',
      compares: 'until ready, on a new embedded database',
      found: spread(found.new),
      unit: 'seconds',
      goal: { most: MOST_ON_NEW },
    },
  ];
}

/** Starts the service as `npm start` does, waits for its word, and stops it. */
async function secondsToReady(dataFolder: string): Promise<number> {
  const beganMs = performance.now();
  const service = spawn(process.execPath, [COMMAND, 'serve'], {
    env: { ...process.env, COUNTERSIGN_DATA: dataFolder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => service.once('exit', resolve));
  let said = '';
  for (const stream of [service.stdout, service.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
  const readyMs = await new Promise<number>((resolve, reject) => {
    service.stdout.on('data', () => {
      if (said.includes(' is ready at ')) resolve(performance.now());
    });
    void ended.then(() => {
      reject(new Error(`expected a service that is ready, found: ${said}`));
    });
  });
  service.kill('SIGTERM');
  await ended;
  return (readyMs - beganMs) / 1000;
}
