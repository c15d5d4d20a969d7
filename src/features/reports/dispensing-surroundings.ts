import { inProcessAccount } from '../../domain/custody.js';
import type { Entry } from '../../domain/entry.js';
import type { ContainerId } from '../../domain/ids.js';
import { drawsOf } from './dispensing-lines.js';
import { stateOf } from './line-detail.js';
import type { Reading } from './reading.js';
import { loadSurroundings } from './surroundings.js';
import type { Surroundings } from './surroundings.js';

/** What administrations need beside themselves: their draws, with all that became of them. */
export function loadDoses(reading: Reading, entries: readonly Entry[]): Promise<Surroundings> {
  const draws = entries.flatMap((entry) => {
    const administration = stateOf(entry, 'administration');
    return administration === undefined ? [] : drawsOf(entry, administration);
  });
  return loadSurroundings(reading, {
    entries,
    draws: [...new Set(draws)].map(inProcessAccount),
    containers: drawnFrom,
  });
}

function drawnFrom(entries: Iterable<Entry>): ReadonlySet<ContainerId> {
  const containers = new Set<ContainerId>();
  for (const { effects } of entries) {
    for (const state of effects.states) if (state.noun === 'draw') containers.add(state.container);
  }
  return containers;
}
