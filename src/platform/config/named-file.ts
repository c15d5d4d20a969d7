import { readFileSync } from 'node:fs';
import { messageOf } from '../start-error.js';
import type { SettingName } from './settings.js';

/** The file that a setting names; where it cannot be read, that is added to the problems. */
export function readNamedFile(
  name: SettingName,
  path: string,
  problems: string[],
): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    problems.push(
      `${name} names a file that cannot be read (${messageOf(error)}): correct the path or its mode.`,
    );
    return undefined;
  }
}
