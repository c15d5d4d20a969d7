/**
 * Every migration of the schema, oldest first. The list is written by hand: a migration that is not named here does not
 * run, and none is found by looking through a folder.
 */
import type { MigrationInterface } from 'typeorm';

export const migrations: readonly (new () => MigrationInterface)[] = [];
