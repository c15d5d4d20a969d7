import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { Statements } from '../database/statements.js';
import { FileStore } from '../files/file-store.js';
import { AccessJournal } from '../journal/access-journal.js';
import { Keyring } from '../keys/keyring.js';
import { LogKeys } from '../keys/log-keys.js';
import { CLOCK, CONFIG, HASHING, PROCESS_LOG } from '../platform.module.js';
import type { ProcessLog } from '../process-log.js';
import { Attempts } from './attempts.js';
import { Credentials } from './credentials.js';
import { CurrentOrganisation } from './current-organisation.js';
import { SecretHashes } from './secrets.js';
import type { HashCost } from './secrets.js';
import { Sessions } from './sessions.js';
import { Tidying } from './tidying.js';
import { SetupCode } from './setup-code.js';
import { SignIn } from './sign-in.js';

const PEPPER = 'passwords and PINs';

/** Credentials, sessions, keys and the access journal. */
@Global()
@Module({
  providers: [
    Tidying,
    {
      provide: Statements,
      useFactory: (source: DataSource) => new Statements(source),
      inject: [DataSource],
    },
    {
      provide: Keyring,
      useFactory: (config: Config) => Keyring.open(config.dataFolder),
      inject: [CONFIG],
    },
    {
      provide: LogKeys,
      useFactory: (config: Config) => LogKeys.open(config.dataFolder),
      inject: [CONFIG],
    },
    {
      provide: SetupCode,
      useFactory: (config: Config) => new SetupCode(config.dataFolder),
      inject: [CONFIG],
    },
    {
      provide: SecretHashes,
      useFactory: (keyring: Keyring, cost: HashCost) =>
        new SecretHashes(keyring.secretFor(PEPPER), cost),
      inject: [Keyring, HASHING],
    },
    {
      provide: AccessJournal,
      useFactory: (statements: Statements, clock: Clock) => new AccessJournal(statements, clock),
      inject: [Statements, CLOCK],
    },
    {
      provide: FileStore,
      useFactory: (statements: Statements, keyring: Keyring, clock: Clock) =>
        new FileStore(statements, keyring, clock),
      inject: [Statements, Keyring, CLOCK],
    },
    {
      provide: Attempts,
      useFactory: (statements: Statements, clock: Clock) => new Attempts(statements, clock),
      inject: [Statements, CLOCK],
    },
    {
      provide: Credentials,
      useFactory: (statements: Statements, hashes: SecretHashes, clock: Clock) =>
        new Credentials(statements, hashes, clock),
      inject: [Statements, SecretHashes, CLOCK],
    },
    {
      provide: Sessions,
      useFactory: (statements: Statements, clock: Clock, log: ProcessLog, config: Config) =>
        new Sessions({ statements, clock, log, idleMinutes: config.idleMinutes }),
      inject: [Statements, CLOCK, PROCESS_LOG, CONFIG],
    },
    {
      provide: SignIn,
      useFactory: (
        statements: Statements,
        credentials: Credentials,
        hashes: SecretHashes,
        attempts: Attempts,
        journal: AccessJournal,
        clock: Clock,
        organisation: CurrentOrganisation,
      ) =>
        new SignIn({
          statements,
          credentials,
          hashes,
          attempts,
          journal,
          clock,
          isActive: async (person) =>
            (await organisation.get())?.persons.get(person)?.status === 'active',
        }),
      inject: [
        Statements,
        Credentials,
        SecretHashes,
        Attempts,
        AccessJournal,
        CLOCK,
        CurrentOrganisation,
      ],
    },
  ],
  exports: [
    Statements,
    Keyring,
    LogKeys,
    SecretHashes,
    AccessJournal,
    Attempts,
    Credentials,
    FileStore,
    Sessions,
    SetupCode,
    SignIn,
    Tidying,
  ],
})
export class IdentityModule {}
