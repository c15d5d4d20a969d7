import { parseInstant, type Instant } from '../../src/domain/measures/instant.js';
import { SimulatedClock, SystemClock } from '../../src/platform/clock.js';

const START = '2026-11-01T05:59:59.999999Z' as Instant;

describe('the clock of the machine', () => {
  const clock = new SystemClock();

  test('tells instants that the domain reads, near to what the system says', () => {
    for (let reading = 0; reading < 1000; reading += 1) {
      const before = Date.now();
      const now = clock.now();
      const after = Date.now();
      expect(parseInstant(now)).toBe(now);
      const ms = Date.parse(`${now.slice(0, 23)}Z`);
      expect(ms).toBeGreaterThanOrEqual(before);
      expect(ms).toBeLessThanOrEqual(after);
    }
  });

  test('has digits below the millisecond', () => {
    const readings = new Set<string>();
    for (let reading = 0; reading < 20_000; reading += 1) readings.add(clock.now().slice(23, 26));
    expect(readings.size).toBeGreaterThan(10);
  });

  test('shows a step of the system clock at once', () => {
    clock.now();
    const real = Date.now;
    try {
      Date.now = () => real() - 3_600_000;
      const back = Date.parse(`${clock.now().slice(0, 23)}Z`);
      expect(Math.abs(back - Date.now())).toBeLessThan(1000);
    } finally {
      Date.now = real;
    }
  });

  test('measures durations and sleeps', async () => {
    const beforeMs = clock.monotonicMs();
    await clock.sleep(20);
    expect(clock.monotonicMs() - beforeMs).toBeGreaterThan(15);
    await expect(clock.sleep(10_000, AbortSignal.abort())).rejects.toThrow();
  });
});

describe('a simulated clock', () => {
  test('stands until it is moved', () => {
    const clock = new SimulatedClock(START);
    expect(clock.kind).toBe('simulated');
    expect(clock.now()).toBe(START);
    clock.advance(0.001);
    expect(clock.now()).toBe('2026-11-01T06:00:00.000000Z');
    clock.advance(86_400_000);
    expect(clock.now()).toBe('2026-11-02T06:00:00.000000Z');
    expect(clock.monotonicMs()).toBeCloseTo(86_400_000.001);
    expect(() => {
      clock.advance(-1);
    }).toThrow(RangeError);
  });

  test('can be set back without durations noticing', () => {
    const clock = new SimulatedClock(START);
    clock.set('2020-01-01T00:00:00.000001Z' as Instant);
    expect(clock.now()).toBe('2020-01-01T00:00:00.000001Z');
    expect(clock.monotonicMs()).toBe(0);
  });

  test('wakes those who slept long enough, in no less time', async () => {
    const clock = new SimulatedClock(START);
    const woken: string[] = [];
    const short = clock.sleep(1_000).then(() => woken.push('short'));
    const long = clock.sleep(60_000).then(() => woken.push('long'));
    clock.advance(999);
    await Promise.resolve();
    expect(woken).toEqual([]);
    clock.advance(1);
    await short;
    expect(woken).toEqual(['short']);
    clock.advance(59_000);
    await long;
    await clock.sleep(0);
    expect(woken).toEqual(['short', 'long']);
  });

  test('lets a sleeper be called off', async () => {
    const clock = new SimulatedClock(START);
    const abort = new AbortController();
    const sleeping = clock.sleep(1_000, abort.signal);
    abort.abort(new Error('called off'));
    await expect(sleeping).rejects.toThrow('called off');
    clock.advance(2_000);
  });

  test('may tick with real time from where it was set', async () => {
    const clock = new SimulatedClock(START, 'ticks');
    await clock.sleep(20);
    expect(clock.monotonicMs()).toBeGreaterThan(15);
    expect(clock.now() > START).toBe(true);
    clock.set(START);
    clock.advance(60_000);
    expect(clock.now() >= '2026-11-01T06:00:59.999999Z').toBe(true);
    expect(clock.now() < '2026-11-01T06:01:10.000000Z').toBe(true);
  });
});
