/**
 * The hands of whoever fills in a form: an act that comes back to its form, refused or to be changed, finds the focus where
 * it was; one that lacks a second person, where that person is chosen; and a form that is shown again, at its first field.
 */
import { useEffect, useRef } from 'react';
import type { Stage } from './act-state.js';

const FIELDS = 'input:not([type=checkbox]), select, textarea';
/** The field in which a second person is chosen. */
export const SIGNER = 'signer';

export function useReturn(stage: Stage) {
  const form = useRef<HTMLFormElement>(null);
  const left = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const here = form.current;
    if (here === null || left.current === null) return;
    if (stage.is !== 'form' && stage.is !== 'recorded') return;
    // Whoever has gone on to something else meanwhile stays there.
    const now = document.activeElement;
    if (now !== document.body && !here.contains(now)) return;
    const place =
      stage.is === 'recorded' ? here.querySelector<HTMLElement>(FIELDS) : lacking(stage, here);
    const next = place ?? left.current;
    left.current = null;
    next.focus();
  }, [stage]);
  return {
    form,
    leave: () => {
      const now = document.activeElement;
      left.current =
        now instanceof HTMLElement && form.current?.contains(now) === true ? now : null;
    },
  };
}

/** The field of the second person, where the act was refused and nobody has been chosen. */
function lacking(stage: Extract<Stage, { is: 'form' }>, form: HTMLFormElement): HTMLElement | null {
  const signer = form.querySelector<HTMLSelectElement>(`select[name=${SIGNER}]`);
  const isAsked = stage.problem?.class === 'signature' || stage.problem?.class === 'practice';
  return signer?.value === '' && isAsked ? signer : null;
}
