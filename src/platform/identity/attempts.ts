/**
 * Tries at guessing a secret, counted in the database so that several instances count together. A try is taken before
 * the secret is checked and given back when it was right, so a thousand tries at once are still counted one by one.
 *
 * Nobody is locked out for good: waits are bounded, and a device on which a person has signed in before has a count of
 * its own, which strangers cannot use up.
 */
import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import type { Clock } from '../clock.js';
import type { Statements } from '../database/statements.js';
import { Problem } from '../http/problem.js';
import {
  ATTEMPT_WAIT,
  CLEAR_ATTEMPTS,
  FORGET_ATTEMPTS,
  RETURN_ATTEMPT,
  RETURN_AND_HALVE_ATTEMPTS,
  TAKE_ATTEMPT,
} from './identity.sql.js';
import { minus } from '../../domain/measures/instant.js';

/** How many failures are free, how long one waits after more, and when they are forgotten. */
interface Throttle {
  readonly free: number;
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
  readonly forgottenAfterSeconds: number;
}

const DAY_SECONDS = 86_400;
const YEAR_SECONDS = 365 * DAY_SECONDS;

/** At most nine tries in a quarter of an hour: five at once, then after 30 s, 1, 2 and 4 minutes. */
const PERSON: Throttle = {
  free: 5,
  firstWaitSeconds: 30,
  longestWaitSeconds: 900,
  forgottenAfterSeconds: DAY_SECONDS,
};
/** Many people share an address, so more is free; it slows down one try each at everybody's account. */
const SOURCE: Throttle = {
  free: 40,
  firstWaitSeconds: 30,
  longestWaitSeconds: 900,
  forgottenAfterSeconds: 3600,
};
/** A PIN is one of a million: after so many failures it sleeps until its person has entered their password. */
const PIN: Throttle = {
  free: 20,
  firstWaitSeconds: YEAR_SECONDS,
  longestWaitSeconds: YEAR_SECONDS,
  forgottenAfterSeconds: 10 * YEAR_SECONDS,
};

const THROTTLES = {
  source: SOURCE,
  account: PERSON,
  device: PERSON,
  proof: PERSON,
  signature: PERSON,
  pin: PIN,
};

/** What tries are counted for. */
export interface Subject {
  readonly kind: keyof typeof THROTTLES;
  /** Whom or what: kept as its hash, because people type passwords where their name belongs. */
  readonly of: string;
}

/** A try that was taken. */
export interface Attempt {
  /** It was right. */
  succeeded(): Promise<void>;
  /** It was not made after all. */
  giveBack(): Promise<void>;
}

export class Attempts {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Takes a try; refuses with 429 when the wait after earlier failures is not over. */
  async take(subject: Subject): Promise<Attempt> {
    const key = keyOf(subject);
    const limits = limitsOf(subject);
    const now = this.clock.now();
    const taken = await this.statements.row(TAKE_ATTEMPT, [key, now, ...limits]);
    if (taken === undefined) {
      const wait = await this.statements.row<{ seconds: number }>(ATTEMPT_WAIT, [
        key,
        now,
        ...limits.slice(0, 3),
      ]);
      const seconds = Math.max(1, wait?.seconds ?? 1);
      throw Problem.of('sign-in.throttled', {
        facts: { seconds },
        retryAfterSeconds: seconds,
      });
    }
    return {
      succeeded: async () => {
        await this.statements.change(AFTER_SUCCESS[subject.kind], [key]);
      },
      giveBack: async () => {
        await this.statements.change(RETURN_ATTEMPT, [key]);
      },
    };
  }

  /** Forgets the failures of a subject: its person has proved otherwise who they are. */
  async clear(subject: Subject): Promise<void> {
    await this.statements.change(CLEAR_ATTEMPTS, [keyOf(subject)]);
  }

  /** Removes rows that count for nothing any more. */
  async forget(): Promise<void> {
    await this.statements.change(FORGET_ATTEMPTS, [
      minus(this.clock.now(), { seconds: PIN.forgottenAfterSeconds }),
      minus(this.clock.now(), { seconds: DAY_SECONDS }),
    ]);
  }
}

const AFTER_SUCCESS: Readonly<Record<Subject['kind'], string>> = {
  // Halved, so that a house full of people does not add up its slips for ever.
  source: RETURN_AND_HALVE_ATTEMPTS,
  account: RETURN_ATTEMPT,
  device: CLEAR_ATTEMPTS,
  proof: CLEAR_ATTEMPTS,
  signature: CLEAR_ATTEMPTS,
  pin: CLEAR_ATTEMPTS,
};

const keyOf = ({ kind, of }: Subject): string =>
  `${kind}:${createHash('sha256').update(of).digest('base64url')}`;

function limitsOf({ kind }: Subject): readonly number[] {
  const throttle = THROTTLES[kind];
  return [
    throttle.free,
    throttle.firstWaitSeconds,
    throttle.longestWaitSeconds,
    throttle.forgottenAfterSeconds,
  ];
}

/** What counts as one source: an IPv4 address, or the /64 network that one IPv6 host can choose addresses from. */
export function sourceOf(address: string | null): string {
  if (address === null || isIP(address) !== 6) return address ?? 'unknown';
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.padStart(4, '0'))
    .join(':')}::/64`;
}
