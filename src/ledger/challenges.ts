/**
 * Signatures of other people. Each is asked for by a challenge, which fixes the entry, the signer, the meaning and the
 * exact content; the identity side has the person prove who they are and marks it signed; the entry then carries it.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { LeafHash, LedgerId, PersonId } from '../domain/ids.js';
import { plus } from '../domain/measures/instant.js';
import type { Instant } from '../domain/measures/instant.js';
import type { Meaning, Seen, ProvenMethod } from '../domain/person.js';
import {
  challengesOfEntry,
  findChallenge,
  insertChallenge,
  markSigned,
  originOf,
} from './challenge.sql.js';
import type { Challenge, SealedChallenge } from './challenge.sql.js';
import { commitTo, openSalts, saltFields, sealSalts } from './confidential.js';
import type { Sealer } from './confidential.js';
import { contentHash, wordsFor } from './signed-content.js';
import type { Content } from './signed-content.js';
import { isUuid, prepare } from './submission.js';
import type { Prepared, Submission } from './submission.js';

/** Who is asked to sign what, and since when. */
export interface ChallengeRequest {
  readonly ledger: LedgerId;
  readonly submission: Omit<Submission, 'provedAt' | 'challenges'>;
  readonly signer: PersonId;
  readonly meaning: Meaning;
  readonly seen: readonly Seen[];
  readonly at: Instant;
}

export type { Challenge } from './challenge.sql.js';

/** A signature is made while the content is on the screen; after this the person is asked anew. */
const MINUTES_TO_SIGN = 10;

export class Challenges {
  constructor(
    private readonly pool: pg.Pool,
    private readonly sealer: Sealer,
  ) {}

  /** Asks a person to sign; undefined where there is no such ledger. */
  async open(asked: ChallengeRequest): Promise<Challenge | undefined> {
    const { ledger, submission, at } = asked;
    const prepared = prepare(ledger, { ...submission, provedAt: at, challenges: [] });
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const log = await originOf(client, ledger);
      if (log === undefined) {
        await client.query('ROLLBACK');
        client.release();
        return undefined;
      }
      const earlier = await challengesOfEntry(client, ledger, submission.id);
      const challenge = this.#challenge(asked, { prepared, log, earlier });
      await insertChallenge(client, challenge);
      await client.query('COMMIT');
      client.release();
      return challenge;
    } catch (error) {
      // Whatever state the connection is in, nobody else gets it.
      client.release(true);
      throw error;
    }
  }

  /** The challenge, for whoever verifies the signer's credential. */
  async find(ledger: LedgerId, id: string): Promise<Challenge | undefined> {
    return isUuid(id) ? findChallenge(this.pool, ledger, id) : undefined;
  }

  /** Marks a challenge signed; false where it is unknown, expired or signed already. */
  async sign(signed: {
    readonly ledger: LedgerId;
    readonly id: string;
    readonly method: ProvenMethod;
    readonly at: Instant;
  }): Promise<boolean> {
    return isUuid(signed.id) && markSigned(this.pool, signed);
  }

  #challenge(
    { ledger, submission, signer, meaning, seen, at }: ChallengeRequest,
    made: {
      readonly prepared: Prepared;
      readonly log: string;
      readonly earlier: readonly SealedChallenge[];
    },
  ): SealedChallenge {
    if (meaning === 'performed' && seen.length > 0)
      throw new RangeError('the performer signs the act, not what they saw');
    const place = { ledger, entry: submission.id };
    const fields = saltFields(
      made.prepared.personal,
      mergeSalts(made.earlier.map(({ salts }) => openSalts(this.sealer, place, salts))),
    );
    const content = contentFor(made.prepared, made.log, commitTo(submission.id, fields));
    const words = wordsFor(submission.request.kind);
    const sealed = sealSalts(this.sealer, place, fields);
    return {
      ...place,
      id: randomUUID(),
      signer,
      meaning,
      seen,
      words,
      hash: contentHash(content, { signer, meaning, seen, words }),
      expiresAt: plus(at, { minutes: MINUTES_TO_SIGN }),
      signedAt: null,
      method: null,
      usedAt: null,
      salts: { key: sealed.key, bytes: Buffer.from(sealed.bytes) },
    };
  }
}

/** The content of a submission, once its personal fields are committed to. */
export function contentFor(
  { submission, request }: Prepared,
  log: string,
  commitments: Content['commitments'],
): Content {
  const { id, performer, transcriber, source } = submission;
  const { kind, occurredAt } = submission.request;
  return { log, entry: id, kind, performer, transcriber, source, occurredAt, commitments, request };
}

/** All salts; of a field that has several, the first. */
export function mergeSalts(
  all: readonly ReadonlyMap<string, Uint8Array>[],
): ReadonlyMap<string, Uint8Array> {
  const merged = new Map<string, Uint8Array>();
  for (const salts of all)
    for (const [field, salt] of salts) if (!merged.has(field)) merged.set(field, salt);
  return merged;
}

/** A challenge that is good for this submission at this time, with the method by which it was signed. */
export interface GoodChallenge extends Challenge {
  readonly signedAt: Instant;
  readonly method: ProvenMethod;
}

/**
 * Whether a challenge was signed, in time, for exactly this content, and is still unused. `content` was made with the
 * salts of the challenges, so any difference in words, people, times or personal data shows in the hash.
 */
export function isGood(
  challenge: Challenge | undefined,
  content: Content,
  at: { readonly ledger: LedgerId; readonly recordedAt: Instant },
): challenge is GoodChallenge {
  if (challenge === undefined) return false;
  const { ledger, entry, signer, meaning, seen, words, hash } = challenge;
  if (ledger !== at.ledger || entry !== content.entry) return false;
  if (challenge.signedAt === null || challenge.method === null) return false;
  if (challenge.usedAt !== null || challenge.expiresAt < at.recordedAt) return false;
  const expected: LeafHash = contentHash(content, { signer, meaning, seen, words });
  return words === wordsFor(content.kind) && hash === expected;
}
