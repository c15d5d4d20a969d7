/** What the screens read, with the names under which it is kept. */
import { queryOptions } from '@tanstack/react-query';
import { get } from './client.js';
import type { At, PathOf } from './client.js';

/** A reading of the register; kept under its address, so that everything of one site can be asked anew at once. */
export const reading = <P extends PathOf<'get'>>(path: P, at: At = {}) =>
  queryOptions({
    queryKey: [path, at.params?.['site'] ?? null, at] as const,
    queryFn: ({ signal }) => get(path, at, signal),
  });

/** The clock of the service. A demonstration lives by a simulated one, and a browser's clock may be wrong. */
export const serverTime = async (): Promise<string> => {
  const answer = await fetch('/api/health/live', { cache: 'no-store' });
  const { at } = (await answer.json()) as { at: string };
  return at;
};

/** Milliseconds that the service's clock is ahead of this browser's. */
export const clockAhead = queryOptions({
  queryKey: ['clock'],
  queryFn: async () => Date.parse(await serverTime()) - Date.now(),
});
