/** Proving who one is: with the password to sign in, and again with password or PIN for a signature. */
import { createHash, randomBytes } from 'node:crypto';
import type { LedgerId, PersonId } from '../../domain/ids.js';
import type { ProvenMethod } from '../../domain/person.js';
import type { Clock } from '../clock.js';
import type { Statements } from '../database/statements.js';
import { Problem } from '../http/problem.js';
import type { AccessJournal, JournalKind } from '../journal/access-journal.js';
import { sourceOf } from './attempts.js';
import type { Attempt, Attempts } from './attempts.js';
import { signInKey } from './credentials.js';
import type { Credential, Credentials } from './credentials.js';
import { KNOW_DEVICE, KNOWS_DEVICE } from './identity.sql.js';
import type { SecretHashes } from './secrets.js';

/** Who is at the door, before we know them. */
export interface Visitor {
  /** Network address. */
  readonly address: string | null;
  /** What the device cookie says: a number that a person's earlier sign-in left on this device. */
  readonly device: string | null;
}

/** A person who has proved who they are. */
export interface ProvedPerson {
  readonly credential: Credential;
  /** For the device cookie. */
  readonly device: string;
}

/** A password, or a PIN; exactly one. */
export type Proof =
  | { readonly method: 'password'; readonly secret: string }
  | { readonly method: 'pin'; readonly secret: string };

/** Whether a person's access has ended. The organisation's ledger knows. */
export type IsActive = (person: PersonId) => Promise<boolean>;

/** For whom no account is: takes as long as for anybody. */
const NOBODY = 'nobody';
const DEVICE_BYTES = 32;

export class SignIn {
  constructor(
    private readonly parts: {
      readonly statements: Statements;
      readonly credentials: Credentials;
      readonly hashes: SecretHashes;
      readonly attempts: Attempts;
      readonly journal: AccessJournal;
      readonly clock: Clock;
      readonly isActive: IsActive;
    },
  ) {}

  /**
   * Takes a sign-in name and a password. Whether the name is unknown, the password wrong or the person's access ended is
   * told to nobody, by words or by the time it takes.
   */
  async signIn(
    asked: { readonly signInName: string; readonly password: string },
    visitor: Visitor,
  ): Promise<ProvedPerson> {
    const { credentials, attempts, hashes, journal } = this.parts;
    const credential = await credentials.ofSignInName(asked.signInName);
    const person = credential?.person ?? null;
    const address = visitor.address;
    const refused = (error: unknown): Promise<never> =>
      this.#turnAway(error, { kind: 'sign-in-failed', person, address });
    const source = await attempts.take({ kind: 'source', of: sourceOf(address) }).catch(refused);
    const attempt = await this.#attemptAt(asked.signInName, credential, visitor).catch(refused);
    const matches = await hashes.matches(credential?.passwordHash, asked.password);
    const isActive = credential !== undefined && (await this.parts.isActive(credential.person));
    if (!matches || !isActive) return refused(Problem.of('sign-in.refused'));
    await source.succeeded();
    await attempt.succeeded();
    await attempts.clear({ kind: 'pin', of: credential.person });
    const device = visitor.device ?? randomBytes(DEVICE_BYTES).toString('base64url');
    await this.#know(device, credential.person);
    await journal.write({ kind: 'signed-in', person, address });
    return { credential, device };
  }

  /** A signed-in person proves again who they are. */
  async prove(person: PersonId, proof: Proof, address: string | null): Promise<Credential> {
    return this.#check({ person, proof, address, failed: 'proof-failed' });
  }

  /** A second person proves who they are on somebody else's device, for one signature. */
  async proveForSignature(
    person: PersonId,
    proof: Proof,
    where: { readonly site: LedgerId; readonly act: string; readonly address: string | null },
  ): Promise<Exclude<ProvenMethod, 'session'>> {
    const credential = await this.#check({ ...where, person, proof, failed: 'signature-refused' });
    if (credential.isTemporary) {
      const code = 'session.secrets-temporary';
      await this.parts.journal.write({ ...where, kind: 'signature-refused', person, code });
      throw Problem.of(code);
    }
    return proof.method;
  }

  async #check(asked: {
    readonly person: PersonId;
    readonly proof: Proof;
    readonly address: string | null;
    readonly failed: 'proof-failed' | 'signature-refused';
    readonly site?: LedgerId;
    readonly act?: string;
  }): Promise<Credential> {
    const { attempts, credentials, hashes } = this.parts;
    const { person, proof, address, failed, site = null, act = null } = asked;
    const refused = (error: unknown): Promise<never> =>
      this.#turnAway(error, { kind: failed, person, address, site, act });
    const taken = await this.#takeAttempts(person, proof, failed).catch(refused);
    const credential = await credentials.ofPerson(person);
    const kept = proof.method === 'pin' ? credential?.pinHash : credential?.passwordHash;
    const matches = await hashes.matches(kept, proof.secret);
    if (!matches || credential === undefined || !(await this.parts.isActive(person))) {
      return refused(Problem.of(failed === 'proof-failed' ? 'proof.refused' : 'signature.refused'));
    }
    for (const attempt of taken) await attempt.succeeded();
    if (proof.method === 'password') await attempts.clear({ kind: 'pin', of: person });
    return credential;
  }

  /** A try at any secret of the person, and one at their PIN, where that is what is tried. */
  async #takeAttempts(
    person: PersonId,
    { method }: Proof,
    failed: 'proof-failed' | 'signature-refused',
  ): Promise<readonly Attempt[]> {
    const { attempts } = this.parts;
    // Counted apart: colleagues who mistype somebody's PIN do not keep them from their own session.
    const kind = failed === 'proof-failed' ? 'proof' : 'signature';
    if (method === 'password') return [await attempts.take({ kind, of: person })];
    const pin = await attempts.take({ kind: 'pin', of: person });
    try {
      return [pin, await attempts.take({ kind, of: person })];
    } catch (error) {
      await pin.giveBack();
      throw error;
    }
  }

  /** Tries from a device that the person has used before are counted apart from those of strangers. */
  async #attemptAt(
    signInName: string,
    credential: Credential | undefined,
    { device }: Visitor,
  ): Promise<Attempt> {
    const { attempts, statements } = this.parts;
    const person = credential?.person ?? NOBODY;
    const known =
      device === null
        ? undefined
        : await statements.row(KNOWS_DEVICE, [deviceHash(device), person]);
    return known === undefined || device === null
      ? attempts.take({ kind: 'account', of: signInKey(signInName) })
      : attempts.take({ kind: 'device', of: `${device} ${person}` });
  }

  async #know(device: string, person: PersonId): Promise<void> {
    await this.parts.statements.change(KNOW_DEVICE, [
      deviceHash(device),
      person,
      this.parts.clock.now(),
    ]);
  }

  async #turnAway(
    error: unknown,
    access: {
      readonly kind: JournalKind;
      readonly person: PersonId | null;
      readonly address: string | null;
      readonly site?: LedgerId | null;
      readonly act?: string | null;
    },
  ): Promise<never> {
    // Throttled tries at the front door are not written down: there is no end to them, and the failures before them are.
    const isFlood = error instanceof Problem && error.status === 429 && access.site === undefined;
    if (error instanceof Problem && !isFlood) {
      await this.parts.journal.write({ ...access, code: error.code });
    }
    throw error;
  }
}

const deviceHash = (device: string): Buffer => createHash('sha256').update(device).digest();
