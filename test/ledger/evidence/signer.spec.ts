import { randomBytes } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { encodeBase64 } from '../../../src/evidence/bytes.js';
import { rootOf } from '../../../src/evidence/tree.js';
import { verifyCheckpoint } from '../../../src/evidence/checkpoint.js';
import { freshDatabase, newFolder } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';
import { Instance, RecordedClinic, SITE_ID } from './recorded-clinic.js';

it('signs what was recorded, with the key that line 0 names', async () => {
  const database = await freshDatabase();
  const instance = await Instance.open(database.serviceUrl, await newFolder());
  const clinic = await RecordedClinic.open(instance, 3);
  const head = await instance.checkpoints.now(SITE_ID);
  expect(head?.size).toBeGreaterThan(10);
  console.log(head);
  await clinic.close();
  await instance.close();
  await database.drop();
});
