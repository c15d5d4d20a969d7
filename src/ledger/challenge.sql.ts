/** The SQL of challenges: what people were asked to sign, until an entry carries their signatures. */
import type pg from 'pg';
import type { EntryId, LeafHash, LedgerId, PersonId } from '../domain/ids.js';
import type { Instant } from '../domain/measures/instant.js';
import type { Meaning, Seen, ProvenMethod } from '../domain/person.js';

/** A challenge as it is stored. */
export interface Challenge {
  readonly ledger: LedgerId;
  readonly id: string;
  readonly entry: EntryId;
  readonly signer: PersonId;
  readonly meaning: Meaning;
  readonly seen: readonly Seen[];
  readonly words: string;
  /** Hash of the content that the signer was shown. */
  readonly hash: LeafHash;
  readonly expiresAt: Instant;
  readonly signedAt: Instant | null;
  readonly method: ProvenMethod | null;
  readonly usedAt: Instant | null;
}

export interface SealedChallenge extends Challenge {
  readonly salts: { readonly key: string; readonly bytes: Buffer };
}

interface ChallengeRow {
  readonly ledger_id: LedgerId;
  readonly id: string;
  readonly entry_id: EntryId;
  readonly signer: PersonId;
  readonly meaning: Meaning;
  readonly seen: readonly Seen[];
  readonly words: string;
  readonly content_hash: Buffer;
  readonly key_id: string;
  readonly salts: Buffer;
  readonly expires_at: Instant;
  readonly signed_at: Instant | null;
  readonly method: ProvenMethod | null;
  readonly used_at: Instant | null;
}

const COLUMNS = `challenge.ledger_id, challenge.id, challenge.entry_id, challenge.signer, challenge.meaning, challenge.seen,
       challenge.words, challenge.content_hash, challenge.key_id, challenge.salts,
       ledger.instant(challenge.expires_at) AS expires_at, ledger.instant(challenge.signed_at) AS signed_at,
       challenge.method, ledger.instant(challenge.used_at) AS used_at`;

const LOCK_SIGNED = {
  name: 'ledger-lock-challenges',
  text: `
SELECT ${COLUMNS}
  FROM ledger.challenge
  JOIN unnest($1::text[], $2::uuid[]) AS asked(ledger_id, id)
    ON challenge.ledger_id = asked.ledger_id AND challenge.id = asked.id
 ORDER BY challenge.ledger_id, challenge.id
   FOR UPDATE OF challenge`,
};

const FIND = `SELECT ${COLUMNS} FROM ledger.challenge WHERE ledger_id = $1 AND id = $2`;
const OF_ENTRY = `SELECT ${COLUMNS} FROM ledger.challenge WHERE ledger_id = $1 AND entry_id = $2 ORDER BY id`;

// Two people asked at the same moment must sign the same salts.
const LOCK_ENTRY = `SELECT pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 0))`;

const INSERT = `
INSERT INTO ledger.challenge (ledger_id, id, entry_id, signer, meaning, seen, words, content_hash, key_id, salts, expires_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

const SIGN = `
UPDATE ledger.challenge
   SET signed_at = $3, method = $4
 WHERE ledger_id = $1 AND id = $2 AND signed_at IS NULL AND expires_at > $3`;

const ORIGIN = `SELECT origin FROM ledger.head WHERE ledger_id = $1`;

/** The challenges that submissions name, locked until the end of the transaction. */
export async function lockChallenges(
  client: pg.ClientBase,
  asked: readonly { readonly ledger: LedgerId; readonly challenge: string }[],
): Promise<readonly SealedChallenge[]> {
  const { rows } = await client.query<ChallengeRow>({
    ...LOCK_SIGNED,
    values: [asked.map(({ ledger }) => ledger), asked.map(({ challenge }) => challenge)],
  });
  return rows.map(challengeOf);
}

export async function findChallenge(
  pool: pg.Pool,
  ledger: LedgerId,
  id: string,
): Promise<SealedChallenge | undefined> {
  const { rows } = await pool.query<ChallengeRow>(FIND, [ledger, id]);
  return rows.map(challengeOf)[0];
}

/** The earlier challenges of an entry, after waiting for whoever is opening another one for it. */
export async function challengesOfEntry(
  client: pg.ClientBase,
  ledger: LedgerId,
  entry: EntryId,
): Promise<readonly SealedChallenge[]> {
  await client.query(LOCK_ENTRY, [ledger, entry]);
  const { rows } = await client.query<ChallengeRow>(OF_ENTRY, [ledger, entry]);
  return rows.map(challengeOf);
}

export async function insertChallenge(
  client: pg.ClientBase,
  { salts, ...challenge }: SealedChallenge,
): Promise<void> {
  const { ledger, id, entry, signer, meaning, seen, words, hash, expiresAt } = challenge;
  await client.query(INSERT, [
    ledger,
    id,
    entry,
    signer,
    meaning,
    [...seen],
    words,
    Buffer.from(hash, 'base64'),
    salts.key,
    Buffer.from(salts.bytes),
    expiresAt,
  ]);
}

/** Whether the challenge was there, unsigned and unexpired, and is signed now. */
export async function markSigned(
  pool: pg.Pool,
  signed: {
    readonly ledger: LedgerId;
    readonly id: string;
    readonly at: Instant;
    readonly method: ProvenMethod;
  },
): Promise<boolean> {
  const { ledger, id, at, method } = signed;
  const { rowCount } = await pool.query(SIGN, [ledger, id, at, method]);
  return rowCount === 1;
}

export async function originOf(
  client: pg.ClientBase,
  ledger: LedgerId,
): Promise<string | undefined> {
  const { rows } = await client.query<{ origin: string }>(ORIGIN, [ledger]);
  return rows[0]?.origin;
}

function challengeOf(row: ChallengeRow): SealedChallenge {
  return {
    ledger: row.ledger_id,
    id: row.id,
    entry: row.entry_id,
    signer: row.signer,
    meaning: row.meaning,
    seen: row.seen,
    words: row.words,
    hash: row.content_hash.toString('base64') as LeafHash,
    salts: { key: row.key_id, bytes: row.salts },
    expiresAt: row.expires_at,
    signedAt: row.signed_at,
    method: row.method,
    usedAt: row.used_at,
  };
}
