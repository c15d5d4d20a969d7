import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one person has recorded is found without reading what everybody else has. */
export class EntriesOfPerson1764000000110 implements MigrationInterface {
  readonly name = 'EntriesOfPerson1764000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX entry_performer ON ledger.entry (ledger_id, performer, seq)');
  }

  down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
