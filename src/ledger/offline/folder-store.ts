import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '../../evidence/file-store.js';
import { codeOf } from '../../platform/start-error.js';

/** The files of a log in a folder. Paths come from the layout of the log, never from what its files say. */
export function folderStore(folder: string): FileStore {
  return {
    read: async (path) => {
      try {
        return await readFile(join(folder, path));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
  };
}

/** Whether an error says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}
