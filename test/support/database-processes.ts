/** The processes of a database server that a service runs itself, as the system sees them. */
import { readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** The processes that run programs of PostgreSQL on the cluster in this folder. */
export async function databaseProcesses(home: string): Promise<readonly number[]> {
  const cluster = join(home, 'cluster');
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const folders = await Promise.all(numbers.map((n) => readlink(`/proc/${n}/cwd`).catch(() => '')));
  return numbers.filter((_, index) => folders[index] === cluster);
}
