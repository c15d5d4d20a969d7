import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../data-folder/durable-file.js';
import { codeOf, StartError } from '../start-error.js';

const OTHERS_MAY = 0o077;

/**
 * Writes a key file that did not exist, mode 0600, so that after a power cut it is there whole or not at all. A key is
 * never overwritten: answers false, and changes nothing, when a file of that name exists.
 */
export async function createKeyFile(path: string, content: string): Promise<boolean> {
  const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.new`);
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
    // A link fails where the name is taken; a rename would replace the other key.
    await link(temporary, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await file.close();
    await rm(temporary, { force: true });
  }
  await syncFolder(dirname(path));
  return true;
}

/** The text of a key file; undefined if there is none. Refuses a file that others on this machine can read. */
export async function readKeyFile(path: string): Promise<string | undefined> {
  try {
    const { mode } = await stat(path);
    if ((mode & OTHERS_MAY) !== 0) {
      throw new StartError(
        'data-folder',
        `The key file ${path} can be read by others on this machine: give it mode 0600, and consider its key known.`,
      );
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
