/** Libraries that we are compared with. They are not among the service's dependencies: `npm ci --prefix bench` installs them. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// From dist/bench.
const BENCH = fileURLToPath(new URL('../../bench', import.meta.url));

export const isPeerThere = (name: string): boolean =>
  existsSync(join(BENCH, 'node_modules', name, 'package.json'));

/** The module as the library has it; its types are not here when it is not installed. */
export async function importPeer(name: string): Promise<unknown> {
  const path = createRequire(join(BENCH, 'package.json')).resolve(name);
  return import(pathToFileURL(path).href);
}
