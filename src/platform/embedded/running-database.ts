import { join } from 'node:path';
import { DATABASE, OWNER_ROLE, SERVICE_ROLE } from '../database/names.js';
import { readPasswords } from './cluster.js';
import { Address } from './embedded-database.js';
import { openHome, socketFolder } from './home.js';
import { findPostmaster } from './postmaster.js';

/** Where the embedded database of a data folder answers while another process of ours has it in use. */
export interface RunningDatabase {
  readonly serviceUrl: string;
  readonly ownerUrl: string;
}

/** The database that runs on a data folder, for a command that only visits it: nothing is started, stopped or locked. */
export async function findRunningDatabase(
  dataFolder: string,
): Promise<RunningDatabase | undefined> {
  const home = await openHome(dataFolder);
  if ((await findPostmaster(home)) === undefined) return undefined;
  const passwords = await readPasswords(join(dataFolder, 'secrets'), home);
  const address = new Address(await socketFolder(home), passwords);
  return {
    serviceUrl: address.url(SERVICE_ROLE, passwords.service, DATABASE),
    ownerUrl: address.url(OWNER_ROLE, passwords.owner, DATABASE),
  };
}
