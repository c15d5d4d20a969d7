/**
 * Facts about processes of this machine, by number. A number alone means little: it is given to another process once
 * its owner has ended, so it is always taken together with the moment at which the process began.
 */
import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';
import { codeOf } from './start-error.js';

const run = promisify(execFile);

/** A text that differs for two processes that had the same number; undefined if no such process runs. */
export async function startTokenOf(processId: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const stat = await readStat(processId);
    return stat === undefined || stat.state === 'Z' ? undefined : stat.startTicks;
  }
  try {
    const { stdout } = await run('ps', ['-o', 'stat=,lstart=', '-p', String(processId)]);
    const line = stdout.trim();
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
  } catch {
    // ps ends with status 1 when there is no such process.
    return undefined;
  }
}

/** Whether a process runs; one that has ended and was not yet waited for does not. */
export async function isRunning(processId: number): Promise<boolean> {
  try {
    process.kill(processId, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
    // EPERM: it runs, as somebody else.
  }
  return (await startTokenOf(processId)) !== undefined;
}

/** The processes that a process has started itself, as far as they run still. */
export async function childrenOf(processId: number): Promise<readonly number[]> {
  const pairs =
    process.platform === 'linux'
      ? await Promise.all(
          (await readdir('/proc'))
            .filter((name) => /^\d+$/.test(name))
            .map(async (name) => [Number(name), (await readStat(Number(name)))?.parent]),
        )
      : (await run('ps', ['-A', '-o', 'pid=,ppid='])).stdout
          .split('\n')
          .map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([child, parent]) =>
    child !== undefined && parent === processId ? [child] : [],
  );
}

/** The folder that a process works in; undefined where the system does not tell. */
export async function workingFolderOf(processId: number): Promise<string | undefined> {
  try {
    if (process.platform === 'linux') return await readlink(`/proc/${processId}/cwd`);
    const { stdout } = await run('lsof', ['-a', '-p', String(processId), '-d', 'cwd', '-Fn']);
    return /^n(.*)$/m.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}

/**
 * Names the space in which process numbers mean something: this host since it was started, and on Linux this process
 * namespace (a container has its own). Two processes with the same text can look each other up.
 */
export async function processSpace(): Promise<string> {
  const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
  return [hostname(), bootId.trim(), namespace].join(' ').trim();
}

async function readStat(
  processId: number,
): Promise<
  { readonly state: string; readonly parent: number; readonly startTicks: string } | undefined
> {
  let text: string;
  try {
    text = await readFile(`/proc/${processId}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The name of the program stands in parentheses and may hold anything; fields are counted after the last one.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, parent, startTicks] = [fields[0], fields[1], fields[19]];
  if (state === undefined || parent === undefined || startTicks === undefined) return undefined;
  return { state, parent: Number(parent), startTicks };
}
