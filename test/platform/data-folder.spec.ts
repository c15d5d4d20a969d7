import { spawn } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { deploymentOrigin, openDataFolder } from '../../src/platform/data-folder/data-folder.js';
import { processSpace, startTokenOf } from '../../src/platform/running-process.js';
import { newFolder } from '../support/database.js';

const isRoot = process.getuid?.() === 0;

async function refusal(path: string): Promise<string> {
  try {
    const folder = await openDataFolder(path);
    await folder.close();
  } catch (error) {
    if (error instanceof Error && error.name === 'StartError') return error.message;
    throw error;
  }
  return 'not refused';
}

describe('a data folder', () => {
  test('is made, with the folders above it, and left clean', async () => {
    const path = join(await newFolder(), 'a', 'b');
    const folder = await openDataFolder(path);
    expect((await stat(path)).mode & 0o077).toBe(isRoot ? 0o011 : 0);
    expect(await readdir(path)).toEqual(['service.lock']);
    await folder.close();
    expect(await readdir(path)).toEqual([]);
  });

  test('that is a file is refused', async () => {
    const path = join(await newFolder(), 'data');
    await writeFile(path, '');
    expect(await refusal(path)).toMatch(
      /^The data folder .*cannot be made, because a file stands in its way/,
    );
    expect(await refusal(join(path, 'below'))).toMatch(/a file stands in its way/);
  });

  // Root may write everywhere; the same test runs as an ordinary user in service.spec.ts.
  (isRoot ? test.skip : test)('that cannot be written to is refused', async () => {
    const path = await newFolder();
    await chmod(path, 0o500);
    expect(await refusal(path)).toMatch(
      /^User \S+ may not write to the data folder .*COUNTERSIGN_DATA\.$/,
    );
  });
});

describe('the lock of a data folder', () => {
  test('admits one', async () => {
    const path = await newFolder();
    const first = await openDataFolder(path);
    expect(await refusal(path)).toMatch(
      new RegExp(
        `^Another Countersign service \\(process ${process.pid}\\) is using the data folder`,
      ),
    );
    await first.close();
    expect(await refusal(path)).toBe('not refused');
  });

  test('admits one of many that come at once to a folder whose owner died', async () => {
    const path = await newFolder();
    await writeFile(
      join(path, 'service.lock'),
      await lockOf({ processId: 2 ** 22 + 1, startToken: '1' }),
    );
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, () => openDataFolder(path)),
    );
    const admitted = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(admitted).toHaveLength(1);
    for (const { value } of admitted) await value.close();
    expect(await readdir(path)).toEqual([]);
  });

  test('is taken from a process whose number was given to another', async () => {
    const path = await newFolder();
    await writeFile(
      join(path, 'service.lock'),
      await lockOf({ processId: process.pid, startToken: '1' }),
    );
    expect(await refusal(path)).toBe('not refused');
  });

  test('is taken when it was torn by a power cut', async () => {
    const path = await newFolder();
    await writeFile(join(path, 'service.lock'), '{"processId":');
    expect(await refusal(path)).toBe('not refused');
  });

  test('of another machine holds while it shows life, and not longer', async () => {
    const path = await newFolder();
    const lock = join(path, 'service.lock');
    const content = await lockOf({ processId: 1, startToken: '1', space: 'another machine' });
    await writeFile(lock, content);
    const beating = setInterval(() => void writeFile(lock, content), 500);
    expect(await refusal(path)).toMatch(/^Another Countersign service/);
    clearInterval(beating);
    await delay(600);
    expect(await refusal(path)).toBe('not refused');
  });
});

describe('the name of a deployment', () => {
  test('is random under .invalid, made once and kept', async () => {
    const folder = await newFolder();
    const made = await deploymentOrigin(folder, undefined);
    expect(made).toMatch(/^[0-9a-f]{16}\.countersign\.invalid$/);
    expect(await deploymentOrigin(folder, undefined)).toBe(made);
    expect((await readFile(join(folder, 'origin'), 'utf8')).trim()).toBe(made);
    expect(await deploymentOrigin(await newFolder(), undefined)).not.toBe(made);
  });

  test('is the one that was set', async () => {
    const folder = await newFolder();
    expect(await deploymentOrigin(folder, 'ledger.example.com')).toBe('ledger.example.com');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a process', () => {
  test('is told from another with its number, and from one that has ended', async () => {
    const child = spawn('sleep', ['60']);
    const processId = child.pid ?? 0;
    const token = await startTokenOf(processId);
    expect(token).toBeDefined();
    expect(await startTokenOf(process.pid)).not.toBe(token);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(await startTokenOf(processId)).toBeUndefined();
  });
});

async function lockOf(owner: {
  readonly processId: number;
  readonly startToken: string;
  readonly space?: string;
}): Promise<string> {
  return `${JSON.stringify({ space: await processSpace(), ...owner })}\n`;
}

test('folders above the data folder that are missing are made', async () => {
  const above = await newFolder();
  await mkdir(join(above, 'x'));
  expect(await refusal(join(above, 'x', 'y', 'z'))).toBe('not refused');
});
