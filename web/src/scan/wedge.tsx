/**
 * Hears a scanner that types like a keyboard. Its keys come faster than any hand and end with Enter; what it reads goes to
 * the screen that asked for scans last, wherever the focus is, and nothing of it is left in a field.
 */
import { createContext, useCallback, useContext, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { readScanned } from './codes.js';
import type { Scanned } from './codes.js';

/** Says whether the scan was for it; else whoever listened before is asked. */
type Listener = (scanned: Scanned, text: string) => boolean;
const WedgeContext = createContext<((listener: Listener) => () => void) | null>(null);

/** Mean time between keys. One of them may be late where the machine is busy. */
const FASTEST_HAND_MS = 50;
/** Whatever comes after a longer pause begins anew. */
const LONGEST_PAUSE_MS = 200;
const SHORTEST_CODE = 3;

export function WedgeProvider(props: { children: ReactNode }) {
  const listeners = useRef<Listener[]>([]);
  useEffect(() => {
    let keys: string[] = [];
    let [beganAt, lastAt] = [0, 0];
    let origin: EventTarget | null = null;
    let field: { element: HTMLInputElement; before: string } | null = null;
    const hear = (event: KeyboardEvent): void => {
      const isNew = event.timeStamp - lastAt > LONGEST_PAUSE_MS;
      lastAt = event.timeStamp;
      if (isNew) {
        keys = [];
        beganAt = event.timeStamp;
        const target = event.target;
        origin = target;
        field =
          target instanceof HTMLInputElement ? { element: target, before: target.value } : null;
      }
      if (event.key === 'Enter') {
        const read = keys.join('');
        const isFast = lastAt - beganAt < FASTEST_HAND_MS * read.length;
        keys = [];
        // What comes next is no part of it, however soon.
        lastAt = 0;
        // A scanner types where the focus is; whoever moves it between the keys has hands.
        if (!isFast || read.length < SHORTEST_CODE || event.target !== origin) return;
        const scanned = readScanned(read);
        const keepsItself = field?.element.dataset['scan'] === 'own';
        // What is no code of anything is what somebody typed, where there is a field to type in.
        if (keepsItself || (scanned.is === 'nothing' && isField(event.target))) return;
        event.preventDefault();
        event.stopPropagation();
        if (field !== null) restore(field.element, field.before);
        [...listeners.current].reverse().some((listener) => listener(scanned, read));
        return;
      }
      if (event.key.length === 1 && !event.altKey && !event.metaKey) {
        keys.push(event.ctrlKey && event.key === ']' ? '\u001d' : event.key);
      }
    };
    window.addEventListener('keydown', hear, true);
    return () => {
      window.removeEventListener('keydown', hear, true);
    };
  }, []);
  const listen = useCallback((listener: Listener) => {
    listeners.current.push(listener);
    return () => {
      listeners.current = listeners.current.filter((each) => each !== listener);
    };
  }, []);
  return <WedgeContext value={listen}>{props.children}</WedgeContext>;
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select');

/** What a field held before the scanner typed into it; told to the field's owner as if somebody had typed it. */
function restore(element: HTMLInputElement, value: string): void {
  const property = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  property?.set?.call(element, value);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Takes scans while the screen is there. */
export function useScan(listener: Listener): void {
  const listen = useContext(WedgeContext);
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => listen?.((scanned, text) => latest.current(scanned, text)), [listen]);
}
