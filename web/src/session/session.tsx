/** Who is signed in, at which site, and the clock of the service. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { get, Refused } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { useLive } from '../api/live.js';
import { clockAhead, reading } from '../api/queries.js';

export type Session = Schemas['SessionDto'];

export interface Here {
  readonly session: Session;
  readonly site: Schemas['SiteDto'];
  readonly sites: readonly Schemas['SiteDto'][];
  readonly zone: string;
  readonly people: ReadonlyMap<string, Schemas['PersonDto']>;
  readonly roles: ReadonlySet<string>;
  /** Milliseconds that the service's clock is ahead of this browser's. */
  readonly offsetMs: number;
  readonly choose: (site: string) => void;
}

const HereContext = createContext<Here | null>(null);
const SITE_KEPT = 'countersign.site';
const CLOCK_EVERY_MS = 600_000;

export function useHere(): Here {
  const here = useContext(HereContext);
  if (here === null) throw new Error('nobody is signed in here');
  return here;
}

export const useName = (): ((person: string | null | undefined) => string) => {
  const { people } = useHere();
  return (person) => (person == null ? '' : (people.get(person)?.name ?? person));
};

export const useLocationName = (): ((location: string) => string) => {
  const { locations } = useHere().site.facts;
  return (location) => locations.find(({ id }) => id === location)?.name ?? location;
};

/** The session; null when nobody is signed in. Asking does not keep it open. */
export function useSession() {
  const queries = useQueryClient();
  const session = useQuery({
    queryKey: ['session'],
    queryFn: async (): Promise<Session | null> => {
      try {
        return await get('/api/session');
      } catch (error) {
        if (error instanceof Refused && error.problem.status === 401) return null;
        throw error;
      }
    },
    refetchInterval: 60_000,
    refetchOnWindowFocus: true,
  });
  useEffect(() => {
    const ask = (): void => void queries.invalidateQueries({ queryKey: ['session'] });
    window.addEventListener('session.locked', ask);
    window.addEventListener('session.missing', ask);
    return () => {
      window.removeEventListener('session.locked', ask);
      window.removeEventListener('session.missing', ask);
    };
  }, [queries]);
  return session;
}

export function HereProvider(props: { session: Session; children: ReactNode; without: ReactNode }) {
  const { session } = props;
  const isOpen = !session.isLocked;
  const sites = useQuery({ ...reading('/api/sites'), enabled: isOpen });
  const people = useQuery({ ...reading('/api/people'), enabled: isOpen });
  const clock = useQuery({ ...clockAhead, refetchInterval: CLOCK_EVERY_MS });
  const [chosen, choose] = useState(() => sessionStorage.getItem(SITE_KEPT));
  // Which day it is, and what people are called, is known before a screen asks for anything.
  const isKnown = !people.isPending && !clock.isPending;
  const here = useMemo<Here | null>(() => {
    if (!isKnown) return null;
    const all = sites.data?.items ?? [];
    const granted = all.filter(({ site }) =>
      session.grants.some((grant) => grant.site === site || grant.site === 'organisation'),
    );
    const site = granted.find((each) => each.site === chosen) ?? granted[0];
    if (site === undefined) return null;
    const roles = session.grants.filter(
      (grant) => grant.site === site.site || grant.site === 'organisation',
    );
    return {
      session,
      site,
      sites: granted,
      zone: site.facts.zone,
      people: new Map((people.data?.items ?? []).map((person) => [person.person, person])),
      roles: new Set(roles.flatMap((grant) => grant.roles)),
      offsetMs: clock.data ?? 0,
      choose: (next) => {
        sessionStorage.setItem(SITE_KEPT, next);
        choose(next);
      },
    };
  }, [session, sites.data, people.data, clock.data, chosen, isKnown]);
  useLive(isOpen ? (here?.site.site ?? null) : null);
  if (here === null) return sites.isSuccess && isKnown ? props.without : null;
  return <HereContext value={here}>{props.children}</HereContext>;
}

/** The service's time, told anew every `everyMs`. */
export function useNow(everyMs = 15_000): number {
  const { offsetMs } = useHere();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return now + offsetMs;
}
