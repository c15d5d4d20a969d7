/**
 * What people sign in with: kept beside the ledger, because it is nobody's business but theirs. Who they are, what they
 * are called and what they may do stands in the organisation's ledger.
 */
import type { PersonId } from '../../domain/ids.js';
import { minus } from '../../domain/measures/instant.js';
import type { Instant } from '../../domain/measures/instant.js';
import type { Clock } from '../clock.js';
import type { Statements } from '../database/statements.js';
import { Problem } from '../http/problem.js';
import {
  CHANGE_SECRETS,
  CREDENTIAL_OF_ENTRY,
  CREDENTIAL_OF_NAME,
  CREDENTIAL_OF_PERSON,
  FORGET_DEVICES,
  GIVE_CREDENTIAL,
  RELEASE_CREDENTIAL,
  RESERVE_CREDENTIAL,
  SIGN_IN_NAMES,
  TEMPORARY_SECRETS,
} from './identity.sql.js';
import { refuseWeakSecrets } from './secrets.js';
import type { SecretHashes, Secrets } from './secrets.js';

/** One person's credential. Hashes only. */
export interface Credential {
  readonly person: PersonId;
  readonly signInName: string;
  readonly passwordHash: string;
  readonly pinHash: string | null;
  /** Set by somebody else: good for choosing new ones only. */
  readonly isTemporary: boolean;
}

/** What others may know of it. */
export interface SignInName {
  readonly person: PersonId;
  readonly signInName: string;
  readonly isTemporary: boolean;
  readonly hasPin: boolean;
}

/** A credential to be made together with the entry that adds its person. */
export interface NewCredential {
  /** Id of that entry. */
  readonly entry: string;
  readonly signInName: string;
  readonly secrets: Secrets;
  readonly chosenBy: 'the-person' | 'somebody-else';
}

interface CredentialRow {
  readonly entry: string;
  readonly person: PersonId | null;
  readonly sign_in_name: string;
  readonly password_hash: string;
  readonly pin_hash: string | null;
  readonly is_temporary: boolean;
}
interface SignInNameRow {
  readonly person: PersonId;
  readonly sign_in_name: string;
  readonly is_temporary: boolean;
  readonly has_pin: boolean;
}

export class Credentials {
  constructor(
    private readonly statements: Statements,
    private readonly hashes: SecretHashes,
    private readonly clock: Clock,
  ) {}

  /**
   * Reserves the sign-in name for the person whom an entry will add. Repeated for the same entry it does nothing, unless
   * it names other secrets: then it is another request, and refused as such.
   */
  async reserve({ entry, signInName, secrets, chosenBy }: NewCredential): Promise<void> {
    refuseWeakSecrets(secrets, signInName);
    const key = signInKey(signInName);
    const made = await this.statements.change(RESERVE_CREDENTIAL, [
      entry,
      signInName,
      key,
      await this.hashes.make(secrets.password),
      secrets.pin === null ? null : await this.hashes.make(secrets.pin),
      chosenBy === 'somebody-else',
      this.clock.now(),
    ]);
    if (made === 1) return;
    const existing = await this.statements.row<CredentialRow & { readonly sign_in_key: string }>(
      CREDENTIAL_OF_ENTRY,
      [entry],
    );
    if (existing === undefined) throw Problem.of('person.sign-in-name-taken');
    const isSame =
      existing.sign_in_key === key &&
      (await this.hashes.matches(existing.password_hash, secrets.password)) &&
      (secrets.pin === null
        ? existing.pin_hash === null
        : await this.hashes.matches(existing.pin_hash, secrets.pin));
    // A person who has changed their password since was added long ago: only the name can be compared.
    const isUntouched = existing.person === null || existing.is_temporary;
    if (existing.sign_in_key !== key || (isUntouched && !isSame)) {
      throw Problem.of('request.key-reused');
    }
  }

  /** The entry is recorded: from now on the person can sign in. */
  async give(entry: string, person: PersonId): Promise<void> {
    await this.statements.change(GIVE_CREDENTIAL, [entry, person]);
  }

  /** The entry was refused: nobody has the name, and another person may get it. */
  async release(entry: string): Promise<void> {
    await this.statements.change(RELEASE_CREDENTIAL, [entry]);
  }

  async ofSignInName(signInName: string): Promise<Credential | undefined> {
    return toCredential(
      await this.statements.row<CredentialRow>(CREDENTIAL_OF_NAME, [signInKey(signInName)]),
    );
  }

  async ofPerson(person: PersonId): Promise<Credential | undefined> {
    return toCredential(await this.statements.row<CredentialRow>(CREDENTIAL_OF_PERSON, [person]));
  }

  /** Everybody's sign-in name. An organisation has some dozens or hundreds of people. */
  async signInNames(): Promise<readonly SignInName[]> {
    const rows = await this.statements.rows<SignInNameRow>(SIGN_IN_NAMES);
    return rows.map((row) => ({
      person: row.person,
      signInName: row.sign_in_name,
      isTemporary: row.is_temporary,
      hasPin: row.has_pin,
    }));
  }

  /** Whoever still has the secrets that somebody else chose, and since when. */
  async temporary(): Promise<readonly { readonly person: PersonId; readonly since: Instant }[]> {
    const rows = await this.statements.rows<{ person: PersonId; changed_at: Instant }>(
      TEMPORARY_SECRETS,
    );
    return rows.map(({ person, changed_at }) => ({ person, since: changed_at }));
  }

  /** Removes devices that nobody signed in on for as long as their cookies last. */
  async forgetDevices(): Promise<void> {
    await this.statements.change(FORGET_DEVICES, [minus(this.clock.now(), { days: 400 })]);
  }

  /** Sets new secrets; a PIN that is not given stays. */
  async change(
    credential: Credential,
    secrets: Secrets,
    chosenBy: NewCredential['chosenBy'],
  ): Promise<void> {
    refuseWeakSecrets(secrets, credential.signInName);
    await this.statements.change(CHANGE_SECRETS, [
      credential.person,
      await this.hashes.make(secrets.password),
      secrets.pin === null ? null : await this.hashes.make(secrets.pin),
      chosenBy === 'somebody-else',
      this.clock.now(),
    ]);
  }
}

/** Sign-in names that look the same are the same: capitals and the width of characters do not count. */
export const signInKey = (signInName: string): string =>
  signInName.normalize('NFKC').trim().toLowerCase();

function toCredential(row: CredentialRow | undefined): Credential | undefined {
  if (row?.person == null) return undefined;
  return {
    person: row.person,
    signInName: row.sign_in_name,
    passwordHash: row.password_hash,
    pinHash: row.pin_hash,
    isTemporary: row.is_temporary,
  };
}
