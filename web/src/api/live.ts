/**
 * Hears that something was recorded. Windows of one browser share one connection: the window that holds the lock listens
 * to the service and tells the others, and when it closes another takes over. A stream that breaks comes back by itself
 * and then says how large the ledger is now, so that nothing is missed.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addressOf } from './client.js';

const AGAIN_MS = 10_000;

interface Told {
  readonly ledger: string;
  readonly size: number;
}

/** Reads everything of the site anew when its ledger has grown. */
export function useLive(site: string | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (site === null) return undefined;
    const leaving = new AbortController();
    let known: number | undefined;
    const hear = ({ size }: Told): void => {
      const hasGrown = known !== undefined && size > known;
      known = Math.max(size, known ?? 0);
      // The first size says where the ledger stands: what is on the screen was read just before.
      if (!hasGrown) return;
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === site });
    };
    const others = new BroadcastChannel(`countersign.live.${site}`);
    // A window that listens to another has read before it was told anything: whatever it is told first is news.
    const follow = (): void => {
      known ??= 0;
    };
    others.onmessage = ({ data }: MessageEvent<Told>) => {
      follow();
      hear(data);
    };
    const onSize = (told: Told): void => {
      hear(told);
      others.postMessage(told);
    };
    const onEnd = (): void => void queries.invalidateQueries({ queryKey: ['session'] });
    const { signal } = leaving;
    const address = addressOf('/api/sites/{site}/events', { params: { site } });
    const run = (): Promise<void> => listen(address, { onSize, onEnd, signal });
    void lead(site, { signal, run, onWait: follow });
    return () => {
      leaving.abort();
      others.close();
    };
  }, [site, queries]);
}

/** Runs in one window at a time, and says when another has come first; where the browser cannot say which, in each. */
async function lead(
  site: string,
  on: {
    readonly signal: AbortSignal;
    readonly onWait: () => void;
    readonly run: () => Promise<void>;
  },
): Promise<void> {
  // Only pages that are served securely, or from this machine, have locks.
  const locks = navigator.locks as LockManager | undefined;
  if (locks === undefined) return on.run();
  const name = `countersign.live.${site}`;
  try {
    const isFirst = await locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock === null) return false;
      await on.run();
      return true;
    });
    if (isFirst) return;
    on.onWait();
    await locks.request(name, { signal: on.signal }, on.run);
  } catch (error) {
    if (!on.signal.aborted) throw error;
  }
}

/** Listens until told to stop. */
function listen(
  address: string,
  on: {
    readonly onSize: (told: Told) => void;
    readonly onEnd: () => void;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = (): void => {
      const stream = new EventSource(address);
      source = stream;
      stream.onmessage = ({ data }: MessageEvent<string>) => {
        on.onSize(JSON.parse(data) as Told);
      };
      stream.onerror = () => {
        // While it tries again by itself there is nothing to do; it gives up when it is refused.
        if (stream.readyState !== EventSource.CLOSED) return;
        on.onEnd();
        timer = setTimeout(open, AGAIN_MS);
      };
    };
    on.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      source?.close();
      resolve();
    });
    if (on.signal.aborted) resolve();
    else open();
  });
}
