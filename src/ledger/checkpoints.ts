/**
 * The signed heads of ledgers. Soon after lines are recorded, by any instance, the one instance that signs makes a
 * checkpoint of them; whoever needs the present size covered (a print, an export) asks for it here and waits.
 *
 * A checkpoint note has no time of its own. Its time is when the last line under it was recorded, so that a page printed
 * twice from one checkpoint is the same page.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { LedgerId } from '../domain/ids.js';
import type { Instant } from '../domain/measures/instant.js';
import { verifyCheckpoint } from '../evidence/checkpoint.js';
import { keyIdOf, parseVkey } from '../evidence/note.js';
import { silentLog } from '../platform/process-log.js';
import type { ProcessLog } from '../platform/process-log.js';
import { decodeLeaf } from './leaf/leaf.js';
import { readHeads, readLeaves } from './reader.sql.js';
import type { Signer } from './signer.js';
import { SignerRefusal } from './signer-reading.js';
import { readNote, readUnsigned } from './signer.sql.js';

/** A checkpoint that was verified with the ledger's own key. */
export interface SignedHead {
  readonly ledger: LedgerId;
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** The signed note, as C2SP tlog-checkpoint has it. */
  readonly note: string;
  /** The verifier key that line 0 names. */
  readonly vkey: string;
  /** Its key id: 8 hexadecimal digits. */
  readonly keyId: string;
  /** When the last line that it covers was recorded. */
  readonly recordedAt: Instant;
}

/** Nobody signs, or the signer refuses (then that is the cause). The message says why, as far as this instance knows. */
export class CheckpointUnavailable extends Error {
  override readonly name = 'CheckpointUnavailable';
}

export interface CheckpointsParts {
  readonly pool: pg.Pool;
  /** Absent on an instance that has no keys: it waits for the one that has. */
  readonly signer?: Signer;
  readonly log?: ProcessLog;
  /** How long somebody waits for another instance to sign. */
  readonly longestWaitMs?: number;
}

/** How soon after a commit the signing instance looks; one query for all ledgers. */
const LOOK_EVERY_MS = 500;
/** How many looks later every ledger is compared with the signer's memory, also those without new lines. */
const LOOKS_PER_ROUND = 60;
const LONGEST_WAIT_MS = 10_000;
const WAIT_STEP_MS = 100;

export class Checkpoints {
  readonly #parts: CheckpointsParts;
  readonly #log: ProcessLog;
  readonly #vkeys = new Map<LedgerId, string>();
  /** What was last said about a ledger that cannot be signed, so that it is said once. */
  readonly #said = new Map<LedgerId, string>();
  readonly #stopped = new AbortController();
  #looking: Promise<void> | undefined;
  #isDatabaseAway = false;

  constructor(parts: CheckpointsParts) {
    this.#parts = parts;
    this.#log = parts.log ?? silentLog;
  }

  /** Signs from now on whatever is recorded, until `stop`. */
  start(): void {
    this.#looking ??= this.#look();
  }

  /** Signs what is there and then no more. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#looking;
  }

  /** The newest checkpoint of a ledger; undefined where it has none yet. */
  async latest(ledger: LedgerId): Promise<SignedHead | undefined> {
    const stored = await readNote(this.#parts.pool, ledger);
    return stored === undefined ? undefined : this.#verified(ledger, stored);
  }

  /** The checkpoint of exactly this size; undefined where none was signed. */
  async ofSize(ledger: LedgerId, size: number): Promise<SignedHead | undefined> {
    const stored = await readNote(this.#parts.pool, ledger, size);
    return stored === undefined ? undefined : this.#verified(ledger, stored);
  }

  /**
   * A checkpoint that covers every line recorded so far; undefined where there is no such ledger, or no line in it.
   * @throws CheckpointUnavailable where the signer must not sign, or nobody does.
   */
  async now(ledger: LedgerId): Promise<SignedHead | undefined> {
    // Asked first, also where every line is covered: only the signer knows whether the ledger was longer before.
    const isOurs = await this.#signHere(ledger).catch((error: unknown) => {
      if (!(error instanceof SignerRefusal)) throw error;
      this.#alarm(ledger, error);
      throw new CheckpointUnavailable(error.message, { cause: error });
    });
    const [head] = await readHeads(this.#parts.pool, ledger);
    if (head === undefined || head.size === 0) return undefined;
    const { longestWaitMs = LONGEST_WAIT_MS } = this.#parts;
    for (let waitedMs = 0; ; waitedMs += WAIT_STEP_MS) {
      const latest = await this.latest(ledger);
      // Lines that came in between have a later checkpoint.
      if (latest !== undefined && (isOurs || latest.size >= head.size)) return latest;
      if (waitedMs >= longestWaitMs) break;
      await delay(WAIT_STEP_MS);
    }
    throw new CheckpointUnavailable(
      `no instance of this deployment has signed line ${head.size - 1} of ledger ${ledger}: ` +
        'start the one that has its key and its signer’s memory, or run "countersign signer adopt"',
    );
  }

  /** Whether this instance is the signer, and has signed. */
  async #signHere(ledger: LedgerId): Promise<boolean> {
    const { signer } = this.#parts;
    return (await signer?.standing(ledger)) === 'signs' && (await signer?.sign(ledger)) === true;
  }

  async #verified(
    ledger: LedgerId,
    { note, recordedAt }: { readonly note: string; readonly recordedAt: Instant },
  ): Promise<SignedHead> {
    const vkey = await this.#vkey(ledger);
    const { origin, size, root } = verifyCheckpoint({ note, vkey });
    return { ledger, origin, size, root, note, vkey, keyId: keyIdOf(parseVkey(vkey)), recordedAt };
  }

  /** The verifier key of a ledger, which its first line fixed for ever; undefined where there is no such ledger. */
  async verifierKey(ledger: LedgerId): Promise<string | undefined> {
    const known = this.#vkeys.get(ledger);
    if (known !== undefined) return known;
    const range = { from: 0, to: 1, limit: 1 };
    const [first] = await readLeaves(this.#parts.pool, ledger, range);
    const request = first === undefined ? undefined : decodeLeaf(first.leaf).request;
    if (request?.kind !== 'opened') return undefined;
    this.#vkeys.set(ledger, request.verifierKey);
    return request.verifierKey;
  }

  async #vkey(ledger: LedgerId): Promise<string> {
    const vkey = await this.verifierKey(ledger);
    if (vkey === undefined) throw new Error(`ledger ${ledger} has a checkpoint and no first line`);
    return vkey;
  }

  async #look(): Promise<void> {
    let isLast = false;
    for (let looks = 0; !isLast; looks += 1) {
      isLast = this.#stopped.signal.aborted;
      try {
        await this.#signUnsigned(looks % LOOKS_PER_ROUND === 0);
        this.#isDatabaseAway = false;
      } catch (error) {
        // The next look is soon, and says nothing new.
        if (!this.#isDatabaseAway) this.#log.warn('checkpoints wait for the database', { error });
        this.#isDatabaseAway = true;
      }
      await this.#pause();
    }
  }

  async #pause(): Promise<void> {
    const { signal } = this.#stopped;
    if (!signal.aborted) await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }

  /** Ledgers with new lines; now and then also all others, so that one that was cut short is noticed. */
  async #signUnsigned(isRound: boolean): Promise<void> {
    const { pool, signer } = this.#parts;
    if (signer === undefined) return;
    const unsigned = await readUnsigned(pool);
    const ledgers = isRound ? [...unsigned, ...(await signer.remembered())] : unsigned;
    for (const ledger of new Set(ledgers)) await this.#signOrSay(ledger, signer);
  }

  async #signOrSay(ledger: LedgerId, signer: Signer): Promise<void> {
    try {
      // Without its key, the ledger is another instance's to sign.
      if ((await signer.standing(ledger)) !== 'lacks-key') await signer.sign(ledger);
      this.#said.delete(ledger);
    } catch (error) {
      if (!(error instanceof SignerRefusal)) throw error;
      this.#alarm(ledger, error);
    }
  }

  /** What the signer refuses is said loudly, and once. */
  #alarm(ledger: LedgerId, refusal: SignerRefusal): void {
    if (this.#said.get(ledger) === refusal.message) return;
    this.#said.set(ledger, refusal.message);
    const sequence = refusal.line === null ? {} : { sequence: refusal.line };
    this.#log.error('signer refuses', { ledger, ...sequence, detail: refusal.what });
  }
}
