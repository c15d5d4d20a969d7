/** The service as people run it: a process of its own, started by the operator's command. */
import { spawn, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startTokenOf } from '../../src/platform/running-process.js';
import { runFolder } from './database.js';

/** How to run it. */
export interface ProcessOptions {
  /** Settings, beside PORT=0 (any free port). Nothing else of the tests' environment is passed on. */
  readonly environment: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  /** The checkout to run; this one by default. */
  readonly root?: string;
  /** The folder that the operator stands in; the checkout by default. */
  readonly workingFolder?: string;
  /** Run as this user; only root can. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A running service, or one that is about to be. */
export interface ServiceProcess {
  readonly processId: number;
  /** Where it answers. Rejects with all it said if it ends before it is ready. */
  readonly ready: Promise<string>;
  readonly ended: Promise<Ending>;
  /** What it wrote to standard output and standard error so far. */
  output(): string;
  /** Stops it as an operator does, and waits. */
  stop(signal?: NodeJS.Signals): Promise<Ending>;
  /** kill -9, and waits. */
  kill(): Promise<Ending>;
}

/** The folder of this checkout. */
export const ROOT = process.cwd();

/** Starts `countersign serve`, or another command. */
export async function startProcess(options: ProcessOptions): Promise<ServiceProcess> {
  const root = options.root ?? ROOT;
  const child = spawn(
    process.execPath,
    [join(root, 'scripts/countersign.mjs'), ...(options.command ?? ['serve'])],
    {
      cwd: options.workingFolder ?? root,
      env: { PATH: process.env['PATH'], PORT: '0', ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.user ?? {}),
    },
  );
  const processId = child.pid;
  if (processId === undefined) throw new Error('the service was not started');
  // So that the keeper of the run finds it.
  const token = await startTokenOf(processId);
  try {
    await writeFile(join(runFolder(), 'processes', String(processId)), token ?? '');
  } catch (error) {
    // The run has ended and its folder is gone.
    child.kill('SIGKILL');
    throw error;
  }
  return watch(child, processId);
}

/** Runs a command to its end. */
export async function runCommand(
  options: ProcessOptions,
): Promise<Ending & { readonly output: string }> {
  const started = await startProcess(options);
  started.ready.catch(() => undefined);
  const ending = await started.ended;
  return { ...ending, output: started.output() };
}

function watch(child: ChildProcess, processId: number): ServiceProcess {
  let output = '';
  const ended = new Promise<Ending>((resolve) => {
    child.once('close', (code, signal) => {
      resolve({ code, signal });
    });
  });
  const ready = new Promise<string>((resolve, reject) => {
    const take = (part: Buffer): void => {
      output += part.toString('utf8');
      const url = /is ready at (\S+)/.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    void ended.then(({ code, signal }) => {
      reject(
        new Error(`the service ended (${code ?? signal ?? 'unknown'}) after saying:\n${output}`),
      );
    });
  });
  ready.catch(() => undefined);
  const end = (signal: NodeJS.Signals): Promise<Ending> => {
    child.kill(signal);
    return ended;
  };
  return {
    processId,
    ready,
    ended,
    output: () => output,
    stop: (signal = 'SIGTERM') => end(signal),
    kill: () => end('SIGKILL'),
  };
}
