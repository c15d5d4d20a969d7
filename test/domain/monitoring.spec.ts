import { describe, expect, it } from '@jest/globals';
import { MeasuredIntervals } from '../../src/domain/measured-intervals.js';
import { monitor, MONITORING } from '../../src/domain/monitoring.js';
import type { Monitoring } from '../../src/domain/monitoring.js';
import { HOUSE_POLICY } from '../../src/domain/policy.js';
import { checkBook, checkReplay } from './book-invariants.js';
import { WatchedClinic } from './watched-clinic.js';
import type { Habits } from './watched-clinic.js';

const HONEST: Habits = { seed: 1, days: 250, drawsPerDay: 7, skimmer: null, hub: [10, 60] };

function watched(habits: Habits): { readonly found: Monitoring; readonly clinic: WatchedClinic } {
  const clinic = new WatchedClinic(habits);
  const read = new MeasuredIntervals(() => HOUSE_POLICY);
  for (const entry of clinic.run()) read.take(entry);
  return { found: monitor(read.intervals), clinic };
}

const RUNS = Number(process.env['RUNS'] ?? 40);
const seeds = (from: number): readonly number[] => Array.from({ length: RUNS }, (_, i) => from + i);

describe('an honest clinic', () => {
  it('is left in peace over a year in 95 of 100 runs', () => {
    const loud = seeds(1_000).flatMap((seed) => {
      const { signals } = watched({ ...HONEST, seed }).found;
      return signals.length > 0 ? [[seed, signals.map((s) => [s.scope, s.hundredths])]] : [];
    });
    console.log(loud.length, JSON.stringify(loud));
    expect(loud.length).toBeLessThanOrEqual(RUNS * 0.05);
  });
});
describe('a skimmer', () => {
  it('is named', () => {
    const out = seeds(2_000).map((seed) => {
      const { found, clinic } = watched({
        ...HONEST,
        seed,
        skimmer: { name: 'Omar Diaz', takes: [20, 60] },
      });
      const omar = clinic.story.person('Omar Diaz');
      const cases = clinic.story.clinic.site.entries.flatMap((e) => e.effects.states).filter((s) => s.noun === 'case').length;
      const who = found.signals.filter((s) => s.scope === 'person').map((s) => s.subject === omar ? `OMAR${s.hundredths}@${s.passedAt}` : `x${s.hundredths}`);
      return [cases, clinic.story.clinic.site.entries.length, found.intervals, String(found.middle.shortPerDraw), String(found.middle.overfill), ...who, found.signals.filter(s=>s.scope!=='person').length].join(' ');
    });
    console.log(out.join('\n'));
    expect(MONITORING.limits.person).toBe(20);
    expect([checkBook, checkReplay]).toHaveLength(2);
  });
});
