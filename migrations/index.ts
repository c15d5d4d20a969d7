/**
 * Every migration of the schema, oldest first. The list is written by hand: a migration that is not named here does not
 * run, and none is found by looking through a folder.
 */
import type { MigrationInterface } from 'typeorm';
import { Ledger1764000000001 } from './0001-ledger.js';
import { Identity1764000000002 } from './0002-identity.js';
import { Counts1764000000003 } from './0003-counts.js';
import { Gatherings1764000000010 } from './0010-gatherings.js';
import { Inventories1764000000011 } from './0011-inventories.js';
import { Work1764000000030 } from './0030-work.js';
import { Jobs1764000000031 } from './0031-jobs.js';
import { Reminders1764000000032 } from './0032-reminders.js';
import { CountsApart1764000000040 } from './0040-counts-apart.js';
import { Prints1764000000060 } from './0060-prints.js';
import { Unsettled1764000000080 } from './0080-unsettled.js';
import { UnclosedOrders1764000000090 } from './0090-unclosed-orders.js';
import { Notes1764000000100 } from './0100-notes.js';
import { EntriesOfPerson1764000000110 } from './0110-entries-of-person.js';

export const migrations: readonly (new () => MigrationInterface)[] = [
  Ledger1764000000001,
  Identity1764000000002,
  Counts1764000000003,
  Gatherings1764000000010,
  Inventories1764000000011,
  Work1764000000030,
  Jobs1764000000031,
  Reminders1764000000032,
  CountsApart1764000000040,
  Prints1764000000060,
  Unsettled1764000000080,
  UnclosedOrders1764000000090,
  Notes1764000000100,
  EntriesOfPerson1764000000110,
];
