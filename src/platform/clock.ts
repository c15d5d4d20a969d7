/**
 * The only code that asks for the time. Everything else is given a clock, so that a demonstration or a test can live
 * through sixty days in a minute, sessions and deadlines included.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Instant } from '../domain/measures/instant.js';

/** Where the time comes from. */
export interface Clock {
  /** What is printed beside times made by this clock. */
  readonly kind: 'ok' | 'simulated';
  /** The time of day, which may jump when somebody sets the clock. */
  now(): Instant;
  /** Milliseconds since some moment, never going back: for measuring how long something took or may take. */
  monotonicMs(): number;
  /** Waits; rejects when the signal is aborted. */
  sleep(durationMs: number, signal?: AbortSignal): Promise<void>;
}

const MICROSECONDS_PER_MS = 1_000n;

/** The clock of this machine. */
export class SystemClock implements Clock {
  readonly kind = 'ok';
  #anchorMs = Number.NEGATIVE_INFINITY;
  #anchorMonotonicMs = 0;

  now(): Instant {
    // The engine tells wall time in milliseconds only; the digits below come from the monotonic clock, counted from the
    // moment at which we first saw the current millisecond. A step of the wall clock shows at once.
    const wallMs = Date.now();
    const monotonicMs = this.monotonicMs();
    const elapsedMs = monotonicMs - this.#anchorMonotonicMs;
    const estimateUs = Math.floor((this.#anchorMs + elapsedMs) * 1000);
    if (estimateUs >= wallMs * 1000 && estimateUs < (wallMs + 1) * 1000) {
      return instantOfParts(wallMs, estimateUs - wallMs * 1000);
    }
    this.#anchorMs = wallMs;
    this.#anchorMonotonicMs = monotonicMs;
    return instantOfParts(wallMs, 0);
  }

  monotonicMs(): number {
    return performance.now();
  }

  async sleep(durationMs: number, signal?: AbortSignal): Promise<void> {
    await delay(durationMs, undefined, signal === undefined ? {} : { signal });
  }
}

/** How a simulated clock moves: only when told, or also with real time from where it was last set. */
export type Ticking = 'stands' | 'ticks';

interface Sleeper {
  readonly wakeAtMs: number;
  readonly wake: () => void;
}

/** A clock that is moved by hand. */
export class SimulatedClock implements Clock {
  readonly kind = 'simulated';
  readonly #ticking: Ticking;
  #wallUs: bigint;
  #advancedMs = 0;
  #setAtMs: number;
  readonly #startedAtMs: number;
  #sleepers: readonly Sleeper[] = [];

  constructor(start: Instant, ticking: Ticking = 'stands') {
    this.#ticking = ticking;
    this.#wallUs = microsecondsOf(start);
    this.#setAtMs = performance.now();
    this.#startedAtMs = this.#setAtMs;
  }

  now(): Instant {
    const tickedUs = BigInt(Math.floor(this.#tickedMs(this.#setAtMs) * 1000));
    return instantOfMicroseconds(this.#wallUs + tickedUs);
  }

  monotonicMs(): number {
    return this.#advancedMs + this.#tickedMs(this.#startedAtMs);
  }

  /** Sets the wall clock, forwards or back, as a person would; what measures durations does not notice. */
  set(to: Instant): void {
    this.#wallUs = microsecondsOf(to);
    this.#setAtMs = performance.now();
  }

  /** Lets time pass: both clocks move and whoever slept long enough wakes. */
  advance(durationMs: number): void {
    if (!(durationMs >= 0)) throw new RangeError(`time cannot pass by ${durationMs} ms`);
    this.#wallUs += BigInt(Math.round(durationMs * 1000));
    this.#advancedMs += durationMs;
    const reachedMs = this.monotonicMs();
    const due = this.#sleepers.filter((sleeper) => sleeper.wakeAtMs <= reachedMs);
    this.#sleepers = this.#sleepers.filter((sleeper) => sleeper.wakeAtMs > reachedMs);
    for (const sleeper of due) sleeper.wake();
  }

  /** Sleeps until `advance` (or ticking) has passed the duration. */
  async sleep(durationMs: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const timer =
        this.#ticking === 'ticks'
          ? setTimeout(() => {
              finish(resolve);
            }, durationMs)
          : undefined;
      const sleeper: Sleeper = {
        wakeAtMs: this.monotonicMs() + durationMs,
        wake: () => {
          finish(resolve);
        },
      };
      const abandon = (): void => {
        finish(() => {
          reject(signal?.reason as Error);
        });
      };
      const finish = (then: () => void): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abandon);
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        then();
      };
      signal?.addEventListener('abort', abandon, { once: true });
      this.#sleepers = [...this.#sleepers, sleeper];
      if (durationMs <= 0) sleeper.wake();
    });
  }

  #tickedMs(sinceMs: number): number {
    return this.#ticking === 'ticks' ? performance.now() - sinceMs : 0;
  }
}

function microsecondsOf(at: Instant): bigint {
  const wholeMs = BigInt(Date.parse(`${at.slice(0, 23)}Z`));
  return wholeMs * MICROSECONDS_PER_MS + BigInt(at.slice(23, 26));
}

function instantOfMicroseconds(microseconds: bigint): Instant {
  const wholeMs = microseconds / MICROSECONDS_PER_MS;
  return instantOfParts(Number(wholeMs), Number(microseconds - wholeMs * MICROSECONDS_PER_MS));
}

/** Whole milliseconds since 1970 and 0 to 999 microseconds. */
function instantOfParts(wholeMs: number, microseconds: number): Instant {
  const iso = new Date(wholeMs).toISOString();
  return `${iso.slice(0, 23)}${String(microseconds).padStart(3, '0')}Z` as Instant;
}
