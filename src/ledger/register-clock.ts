import type pg from 'pg';
import { SimulatedClock, SystemClock } from '../platform/clock.js';
import type { Clock } from '../platform/clock.js';
import { readHeads } from './reader.sql.js';

/**
 * The clock that a database's ledgers are kept by. Their first lines fix it: a register that was lived on a simulated
 * clock, as the demonstration is, goes on from its newest line at the pace of real time; every other one has the machine's.
 */
export async function clockOfRegister(pool: pg.Pool): Promise<Clock> {
  const heads = await readHeads(pool);
  const simulated = heads.filter(({ clock }) => clock === 'simulated');
  const newest = simulated
    .map(({ lastAt }) => lastAt)
    .filter((at) => at !== null)
    .sort()
    .at(-1);
  return newest === undefined ? new SystemClock() : new SimulatedClock(newest, 'ticks');
}
