/**
 * Who is signed in. A session is an opaque number of 256 bits that the browser keeps in a cookie and the database keeps
 * as its hash. It is read again at least every second, so that ending it counts everywhere within one, and costs no
 * query per request.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { PersonId } from '../../domain/ids.js';
import { isAfter, latest, minus, plus } from '../../domain/measures/instant.js';
import type { Instant } from '../../domain/measures/instant.js';
import type { Clock } from '../clock.js';
import type { Statements } from '../database/statements.js';
import type { ProcessLog } from '../process-log.js';
import {
  END_SESSION,
  END_SESSIONS_OF_PERSON,
  FIND_SESSION,
  FORGET_SESSIONS,
  OPEN_SESSION,
  SEE_SESSION,
} from './identity.sql.js';

/** One signed-in person on one device. */
export interface Session {
  readonly hash: Buffer;
  readonly person: PersonId;
  readonly openedAt: Instant;
  /** When the person last proved who they are. */
  readonly provedAt: Instant;
  /** When it locks by itself if nobody does anything. */
  readonly locksAt: Instant;
  readonly endsAt: Instant;
  readonly isLocked: boolean;
  /** The password was set by somebody else; nothing can be done but to choose another. */
  readonly hasTemporarySecrets: boolean;
}

/** A session just opened, and the number that goes into the cookie. */
export interface OpenedSession {
  readonly token: string;
  readonly session: Session;
}

interface SessionRow {
  readonly person: PersonId;
  readonly opened_at: Instant;
  readonly proved_at: Instant;
  readonly seen_at: Instant;
  readonly is_temporary: boolean;
}
interface Kept {
  readonly row: Promise<SessionRow | undefined>;
  readonly readAtMs: number;
  seenAt: Instant | undefined;
  writtenAt: Instant | undefined;
}

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const LONGEST_HOURS = 12;
const CACHED_MS = 1_000;
const MOST_CACHED = 5_000;
/** Activity is written down at most this often. */
const SEEN_EVERY_SECONDS = 30;

export class Sessions {
  readonly #cache = new Map<string, Kept>();

  constructor(
    private readonly parts: {
      readonly statements: Statements;
      readonly clock: Clock;
      readonly log: ProcessLog;
      readonly idleMinutes: number;
    },
  ) {}

  /** Opens a session for a person who has just proved who they are. `openedAt` is the sign-in that it continues. */
  async open(person: PersonId, openedAt?: Instant): Promise<OpenedSession> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const hash = hashOf(token);
    const now = this.parts.clock.now();
    await this.parts.statements.change(OPEN_SESSION, [hash, person, openedAt ?? now, now]);
    const session = await this.find(token, 'activity');
    if (session === undefined) throw new Error('the session that was just opened is not there');
    return { token, session };
  }

  /**
   * The session of a token; undefined when there is none, or it has ended. `activity` postpones its lock, `presence`
   * does not: a page that asks every minute whether it is still signed in must not keep the session open.
   */
  async find(token: string, as: 'activity' | 'presence'): Promise<Session | undefined> {
    return TOKEN.test(token) ? this.#find(hashOf(token), as) : undefined;
  }

  /** Whether a session is still there and not locked. Asking is no activity. */
  async isOpen({ hash }: Session): Promise<boolean> {
    const found = await this.#find(hash, 'presence');
    return found !== undefined && !found.isLocked;
  }

  async #find(hash: Buffer, as: 'activity' | 'presence'): Promise<Session | undefined> {
    const kept = this.#keep(hash);
    const row = await kept.row;
    if (row === undefined) return undefined;
    const now = this.parts.clock.now();
    const endsAt = plus(row.opened_at, { hours: LONGEST_HOURS });
    if (!isAfter(endsAt, now)) return undefined;
    const seenAt = latest(row.seen_at, kept.seenAt ?? row.seen_at);
    const isLocked = !isAfter(this.#locksAt(seenAt), now);
    const isSeen = as === 'activity' && !isLocked;
    if (isSeen) this.#see(kept, { hash, now, writtenAt: row.seen_at });
    return {
      hash,
      person: row.person,
      openedAt: row.opened_at,
      provedAt: row.proved_at,
      locksAt: this.#locksAt(isSeen ? latest(now, seenAt) : seenAt),
      endsAt,
      isLocked,
      hasTemporarySecrets: row.is_temporary,
    };
  }

  /** Ends a session and opens its successor under a new number: after every proof of identity. */
  async renew(session: Session): Promise<OpenedSession> {
    await this.end(session);
    return this.open(session.person, session.openedAt);
  }

  async end(session: Session): Promise<void> {
    await this.parts.statements.change(END_SESSION, [session.hash, this.parts.clock.now()]);
    this.#cache.delete(cacheKey(session.hash));
  }

  /** Ends every session of a person, except the one they are using, if it is named. */
  async endAllOf(person: PersonId, except: Session | null = null): Promise<void> {
    const ended = await this.parts.statements.rows<{ hash: Buffer }>(END_SESSIONS_OF_PERSON, [
      person,
      this.parts.clock.now(),
      except?.hash ?? null,
    ]);
    for (const { hash } of ended) this.#cache.delete(cacheKey(hash));
    if (except !== null) this.#cache.delete(cacheKey(except.hash));
  }

  /** Removes sessions that ended long ago. */
  async forget(): Promise<void> {
    const before = minus(this.parts.clock.now(), { hours: 2 * LONGEST_HOURS });
    await this.parts.statements.change(FORGET_SESSIONS, [before]);
  }

  #locksAt(seenAt: Instant): Instant {
    return plus(seenAt, { minutes: this.parts.idleMinutes });
  }

  #keep(hash: Buffer): Kept {
    const key = cacheKey(hash);
    const nowMs = this.parts.clock.monotonicMs();
    const kept = this.#cache.get(key);
    if (kept !== undefined && nowMs - kept.readAtMs < CACHED_MS) return kept;
    // The oldest goes first: a map keeps the order in which its keys came.
    const oldest = this.#cache.keys().next();
    if (this.#cache.size >= MOST_CACHED && oldest.done !== true) this.#cache.delete(oldest.value);
    const row = this.parts.statements.row<SessionRow>(FIND_SESSION, [hash]);
    const fresh: Kept = {
      row,
      readAtMs: nowMs,
      seenAt: kept?.seenAt,
      writtenAt: kept?.writtenAt,
    };
    this.#cache.delete(key);
    this.#cache.set(key, fresh);
    // What failed or is not there is asked again by the next request.
    row.then(
      (found) => {
        if (found === undefined && this.#cache.get(key) === fresh) this.#cache.delete(key);
      },
      () => {
        if (this.#cache.get(key) === fresh) this.#cache.delete(key);
      },
    );
    return fresh;
  }

  #see(kept: Kept, seen: { hash: Buffer; now: Instant; writtenAt: Instant }): void {
    kept.seenAt = latest(seen.now, kept.seenAt ?? seen.now);
    const written = kept.writtenAt ?? seen.writtenAt;
    if (!isAfter(seen.now, plus(written, { seconds: SEEN_EVERY_SECONDS }))) return;
    kept.writtenAt = seen.now;
    this.parts.statements.change(SEE_SESSION, [seen.hash, seen.now]).catch((error: unknown) => {
      this.parts.log.warn('activity of a session was not written down', { error });
    });
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
const cacheKey = (hash: Buffer): string => hash.toString('base64');
