/** Passwords and PINs: which are good enough, and how they are kept. */
import { hash, verify } from '@node-rs/argon2';
import { availableParallelism } from 'node:os';
import { Problem } from '../http/problem.js';

/** What a person proves who they are with. */
export interface Secrets {
  readonly password: string;
  readonly pin: string | null;
}

/** What one hash costs whoever makes it, and whoever tries. */
export interface HashCost {
  readonly memoryKibibytes: number;
  readonly passes: number;
}

/** OWASP's minimum for argon2id, with one lane: some 20 ms of a core. Every service that people use hashes at this cost. */
export const HASH_COST: HashCost = { memoryKibibytes: 19_456, passes: 2 };

const HASH_BYTES = 32;

/** Each hash takes a thread of the pool that files and cryptography use as well. */
const MOST_AT_ONCE = Math.max(1, Math.min(3, availableParallelism()));
const MOST_WAITING = 64;
const BUSY_RETRY_SECONDS = 2;

export const PASSWORD_LIMITS = { min: 12, max: 200 } as const;
export const PIN_LIMITS = { min: 6, max: 12 } as const;

/**
 * Makes and checks hashes, a few at a time: each takes 19 MiB and some 20 ms of a core, so an unlimited number at once
 * would be a way to stop the service. `pepper` is a secret of the data folder: a stolen database alone lets nobody try
 * the million PINs there are.
 */
export class SecretHashes {
  readonly #pepper: Buffer;
  readonly #cost: HashCost;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #dummy: Promise<string> | undefined;

  constructor(pepper: Buffer, cost: HashCost) {
    this.#pepper = pepper;
    this.#cost = cost;
  }

  make(secret: string): Promise<string> {
    const { memoryKibibytes: memoryCost, passes: timeCost } = this.#cost;
    const options = { memoryCost, timeCost, parallelism: 1, outputLen: HASH_BYTES };
    return this.#inTurn(() => hash(secret, { ...options, secret: this.#pepper }));
  }

  /**
   * Whether a secret is the one that was hashed. Without a hash, because there is no such person or they have no PIN, it
   * works as long and says no: the time it takes tells nobody who exists.
   */
  async matches(kept: string | null | undefined, secret: string): Promise<boolean> {
    const against = kept ?? (await (this.#dummy ??= this.make('nobody has this secret')));
    const matched = await this.#inTurn(() => verify(against, secret, { secret: this.#pepper }));
    return matched && kept !== null && kept !== undefined;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= MOST_AT_ONCE) {
      if (this.#waiting.length >= MOST_WAITING) {
        throw Problem.of('service.busy', { retryAfterSeconds: BUSY_RETRY_SECONDS });
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#running += 1;
    }
    try {
      return await work();
    } finally {
      // The place is handed over, not given back, while others wait.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}

/** Refuses secrets that would be among the first tried. Length is checked where the request is read. */
export function refuseWeakSecrets(secrets: Secrets, signInName: string): void {
  const weak = [
    ...(isWeakPassword(secrets.password, signInName) ? ['password'] : []),
    ...(secrets.pin !== null && isWeakPin(secrets.pin) ? ['pin'] : []),
  ];
  if (weak.length > 0) throw Problem.of('secret.too-weak', { facts: { weak } });
}

// What is left of the lists of most used passwords once they must have 12 characters, as beginnings.
const COMMON = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'qwerty',
  'qwertz',
  'azerty',
  'asdf',
  '1q2w3e',
  '1qaz2wsx',
  'letmein',
  'welcome',
  'iloveyou',
  'admin',
  'changeme',
  'football',
  'monkey',
  'ketamine',
  'countersign',
];
const LEAST_DIFFERENT_CHARACTERS = 5;
const LEAST_BESIDE_COMMON = 8;

/** Not handled: a list of breached passwords, which would have to be shipped and kept up to date. */
export function isWeakPassword(password: string, signInName: string): boolean {
  const plain = password.toLowerCase();
  const name = signInName.toLowerCase();
  if (new Set(plain).size < LEAST_DIFFERENT_CHARACTERS) return true;
  if (isPeriodic(plain) || isRun(plain)) return true;
  if (name.length >= 4 && plain.includes(name)) return true;
  return COMMON.some(
    (common) => plain.startsWith(common) && plain.length - common.length < LEAST_BESIDE_COMMON,
  );
}

/** Six equal digits, 123456, 987654, 121212, 123123 and their like; years and dates cannot be told from others. */
export function isWeakPin(pin: string): boolean {
  return isPeriodic(pin) || isRun(pin) || new Set(pin).size < 3;
}

/** "abcabcabc": a short piece over and over, the last one perhaps cut off. */
function isPeriodic(text: string): boolean {
  const longest = Math.floor(text.length / 2);
  for (let period = 1; period <= longest; period += 1) {
    if (text.slice(period) === text.slice(0, text.length - period)) return true;
  }
  return false;
}

/** "123456", "fedcba": every character follows its neighbour, upwards or downwards; 0 follows 9. */
function isRun(text: string): boolean {
  const steps = Array.from({ length: text.length - 1 }, (_, index) => {
    const step = text.charCodeAt(index + 1) - text.charCodeAt(index);
    return step === -9 ? 1 : step === 9 ? -1 : step;
  });
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
