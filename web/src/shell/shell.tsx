/** What stands around every screen: where one can go, the scan field, who is signed in. */
import { Button, NativeSelect, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Refused, remove, Unreachable } from '../api/client.js';
import { reading } from '../api/queries.js';
import { readScanned } from '../scan/codes.js';
import type { Scanned } from '../scan/codes.js';
import { useScan } from '../scan/wedge.js';
import { useHere, useNow } from '../session/session.js';
import { span, timeOfDay } from '../words/times.js';
import { words } from '../words/words.js';
import { Connection } from './connection.js';
import { PLACES } from './places.js';

export function Shell(props: { children: ReactNode }) {
  const { session, zone } = useHere();
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  const [path, go] = useLocation();
  const menu = useRef<HTMLButtonElement>(null);
  useShortcuts(go);
  // The new screen begins at its top.
  useEffect(() => {
    setOpen(false);
    window.scrollTo(0, 0);
  }, [path]);
  return (
    <div
      className="shell"
      inert={session.isLocked}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        setOpen(false);
        menu.current?.focus();
      }}
    >
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header className="top">
        <button
          ref={menu}
          type="button"
          className="menu-button"
          aria-expanded={isOpen}
          aria-controls="places"
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <span aria-hidden="true">☰</span> {words.menu}
        </button>
        <Link href="/" className="brand">
          <img src="/mark.svg" alt="" width="22" height="22" /> {words.product}
        </Link>
        <ScanField />
        <p className="who">
          <Link href="/account">{session.name}</Link>
          <span className="quiet small num">
            {timeOfDay(new Date(now).toISOString(), zone)} · {words.session.locksIn}{' '}
            {span(Date.parse(session.locksAt) - now)}
          </span>
        </p>
      </header>
      <Places isOpen={isOpen} />
      <main id="content" tabIndex={-1}>
        <Connection />
        {props.children}
      </main>
    </div>
  );
}

function Places({ isOpen }: { isOpen: boolean }) {
  const { roles, sites, site, choose } = useHere();
  const [path] = useLocation();
  return (
    <nav id="places" className={isOpen ? 'places is-open' : 'places'} aria-label={words.menu}>
      {sites.length > 1 ? (
        <NativeSelect
          aria-label={words.session.site}
          value={site.site}
          data={sites.map((each) => ({ value: each.site, label: each.facts.name }))}
          onChange={(event) => {
            choose(event.currentTarget.value);
          }}
        />
      ) : (
        <p className="site-name">{site.facts.name}</p>
      )}
      {PLACES.map(({ title, places }) => {
        const shown = places.filter(
          (place) => place.roles === 'all' || place.roles.some((role) => roles.has(role)),
        );
        return shown.length === 0 ? null : (
          <div key={title} className="place-group">
            <p className="place-title">{title}</p>
            <ul>
              {shown.map(({ href, name, key }) => (
                <li key={href}>
                  <Link
                    href={href}
                    aria-current={
                      (href === '/' ? path === '/' : path.startsWith(href)) ? 'page' : undefined
                    }
                  >
                    {name} {key !== undefined && <kbd aria-hidden="true">g {key}</kbd>}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <div className="place-group place-end">
        <Appearance />
        <SignOut />
      </div>
    </nav>
  );
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { label, ...schemes } = words.theme;
  return (
    <NativeSelect
      label={label}
      value={colorScheme}
      size="xs"
      data={Object.entries(schemes).map(([value, text]) => ({ value, label: text }))}
      onChange={(event) => {
        setColorScheme(event.currentTarget.value as 'light' | 'dark' | 'auto');
      }}
    />
  );
}

/** What the doors ask, whoever stands before them. */
const DOORS: ReadonlySet<unknown> = new Set(['session', 'setup']);

/** Whoever comes next begins at Today, not where somebody else has left off. */
function SignOut() {
  const queries = useQueryClient();
  const [, go] = useLocation();
  return (
    <Button
      variant="default"
      size="xs"
      onClick={() =>
        void remove('/api/session').finally(() => {
          // The session itself stays in the cache: who watches it must hear that it is over.
          queries.setQueryData(['session'], null);
          queries.removeQueries({ predicate: ({ queryKey }) => !DOORS.has(queryKey[0]) });
          go('/');
        })
      }
    >
      {words.session.signOut}
    </Button>
  );
}

function ScanField() {
  const [, go] = useLocation();
  const [text, setText] = useState('');
  const [isUnknown, setUnknown] = useState(false);
  const findBag = useFindBag();
  const follow = (scanned: Scanned, code: string): boolean => {
    void placeOf(scanned, () => findBag(code)).then((place) => {
      setUnknown(place === null);
      if (place === null) return;
      setText('');
      go(place);
    });
    return true;
  };
  useScan(follow);
  return (
    <form
      className="scan"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        follow(readScanned(text), text.trim());
      }}
    >
      <label className="only-read" htmlFor="scan">
        {words.scan.label}
      </label>
      <input
        id="scan"
        value={text}
        placeholder={words.scan.label}
        autoComplete="off"
        aria-describedby="scan-hint"
        aria-invalid={isUnknown}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setUnknown(false);
        }}
      />
      <kbd aria-hidden="true">/</kbd>
      <span id="scan-hint" className="only-read">
        {words.scan.hint}. {words.scan.shortcut}
      </span>
      {isUnknown && (
        <p className="scan-unknown" role="alert">
          {words.scan.unknown}
        </p>
      )}
    </form>
  );
}

/** A scan starts the right act: a vial or a bag opens, a carton is received, a line is shown. */
async function placeOf(
  scanned: Scanned,
  findBag: () => Promise<string | undefined>,
): Promise<string | null> {
  switch (scanned.is) {
    case 'container':
      return `/vials/${scanned.container}`;
    case 'bag':
      return bagPlace(scanned.bag);
    case 'package': {
      const { gtin, lot, expires } = scanned;
      const told = Object.entries({ gtin, lot, expires }).filter(
        (pair): pair is [string, string] => pair[1] !== null,
      );
      return `/receive?${new URLSearchParams(told).toString()}`;
    }
    case 'line':
    case 'nothing': {
      // A number that stands on a bag is the bag's, whatever it looks like.
      const bag = await findBag();
      if (bag !== undefined) return bagPlace(bag);
      return scanned.is === 'line' ? `/ledger/${scanned.line}` : null;
    }
  }
}

const bagPlace = (bag: string): string => `/bags/${encodeURIComponent(bag)}`;

/** The bag of that number, if it awaits its witness. */
function useFindBag(): (text: string) => Promise<string | undefined> {
  const queries = useQueryClient();
  const { site } = useHere();
  const custody = reading('/api/sites/{site}/custody', { params: { site: site.site } });
  return async (text) => {
    try {
      const { sealed } = await queries.query(custody);
      return sealed.find(({ bag }) => bag === text)?.bag;
    } catch (error) {
      // Whoever may not see the bags finds none.
      if (error instanceof Refused || error instanceof Unreachable) return undefined;
      throw error;
    }
  };
}

/** "/" for the scan field; "g" and a letter for a screen; Escape leaves a field, so that letters are shortcuts again. */
function useShortcuts(go: (path: string) => void): void {
  useEffect(() => {
    let isGoing = false;
    const hear = (event: KeyboardEvent): void => {
      const target = event.target;
      const isTyping = target instanceof HTMLElement && target.matches('input, textarea, select');
      if (isTyping && event.key === 'Escape') document.querySelector<HTMLElement>('h1')?.focus();
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '/') {
        event.preventDefault();
        document.getElementById('scan')?.focus();
      } else if (isGoing) {
        const place = PLACES.flatMap(({ places }) => places).find(({ key }) => key === event.key);
        if (place !== undefined) go(place.href);
      }
      isGoing = event.key === 'g';
    };
    window.addEventListener('keydown', hear);
    return () => {
      window.removeEventListener('keydown', hear);
    };
  }, [go]);
}
