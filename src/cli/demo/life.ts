import type { SimulatedClock } from '../../platform/clock.js';
import type { RunningService } from '../../main.js';
import type { Clinic, ClinicSize } from './clinic.js';
import { liveOneDay, nextMorning } from './days.js';
import { Doors } from './doors.js';
import { looseEnds } from './loose-ends.js';
import { firstStock, openClinic } from './opening.js';
import { closeToday } from './paperwork.js';
import { progressOf } from './progress.js';
import { Chance } from './random.js';
import { firstInventory } from './stockroom.js';

/** How long a clinic lives, how large it is, and whether its acts go through the doors or straight to the writer. */
export interface Life {
  readonly seed: number;
  readonly days: number;
  readonly size: ClinicSize;
  readonly entry: 'doors' | 'straight';
}

export const DAYS_OF_A_YEAR = 252;

/** A few infusions a day, one after the other. */
export const SMALL: Pick<Life, 'size' | 'entry'> = {
  size: { chairs: 1, infusions: [4, 12], stock: 1 },
  entry: 'doors',
};

/** Eight chairs: about 160 lines a day. */
export const LARGE: Pick<Life, 'size' | 'entry'> = {
  size: { chairs: 8, infusions: [28, 36], stock: 4 },
  entry: 'straight',
};

/** Where it lives: a service that is not set up yet, its clock, and the code that sets it up. */
export interface Surroundings {
  readonly service: Pick<RunningService, 'url' | 'app'>;
  readonly clock: SimulatedClock;
  readonly code: string;
  /** Ends the life before its last day; whoever lives then throws the reason. */
  readonly stop?: AbortSignal;
}

/** Opens a clinic in a service that is not set up yet, and lives its days. */
export async function lived(life: Life, surroundings: Surroundings): Promise<Clinic> {
  const { service, clock, code, stop = new AbortController().signal } = surroundings;
  const chance = new Chance(life.seed);
  const { size, entry } = life;
  // The service is there: what reads its forms may be loaded now, and only where it is needed.
  const { StraightToTheWriter } = await import('./straight.js');
  const clinic = await openClinic({
    url: service.url,
    clock,
    chance,
    code,
    size,
    stop,
    way: ({ site, people, desks }) =>
      entry === 'doors'
        ? new Doors(desks, site)
        : new StraightToTheWriter({ app: service.app, site, people, clock, seed: life.seed }),
  });
  const first = await firstInventory(clinic, (product) => firstStock(product) * size.stock);
  const ends = looseEnds(first);
  await closeToday(clinic, ends);
  const progress = progressOf(life.days, 'business days');
  for (let day = 1; day <= life.days; day += 1) {
    nextMorning(clinic);
    await liveOneDay(clinic, ends);
    progress.reach(day);
  }
  progress.end();
  return clinic;
}
