import { Module } from '@nestjs/common';
import type { Clock } from '../../platform/clock.js';
import { Statements } from '../../platform/database/statements.js';
import { Keyring } from '../../platform/keys/keyring.js';
import { CLOCK } from '../../platform/platform.module.js';
import { NotesController } from './notes.controller.js';
import { Notes } from './notes.store.js';

@Module({
  controllers: [NotesController],
  providers: [
    {
      provide: Notes,
      useFactory: (statements: Statements, keyring: Keyring, clock: Clock) =>
        new Notes(statements, keyring, clock),
      inject: [Statements, Keyring, CLOCK],
    },
  ],
})
export class NotesModule {}
