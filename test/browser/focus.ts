/** The focus as somebody sees it who works without a mouse. */
import type { Page } from 'playwright-core';

/** What is wrong with where the focus is now; null where somebody sees it. Runs in the page. */
const FOCUS_FLAW = `(() => {
  const at = document.activeElement;
  if (!document.hasFocus()) return 'the focus has left the page';
  if (at === null || at === document.body) return 'the focus is lost';
  const { top, bottom, left, right, width, height } = at.getBoundingClientRect();
  const told = at.outerHTML.slice(0, 160);
  if (width === 0 || height === 0) return 'nothing is seen of ' + told;
  const isInSight = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  if (!isInSight) return 'out of sight: ' + told;
  const x = Math.min(Math.max((left + right) / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max((top + bottom) / 2, 0), innerHeight - 1);
  const head = document.elementFromPoint(x, y)?.closest('.top') ?? null;
  return head === null || head.contains(at) ? null : 'under the head of the page: ' + told;
})()`;

/** Fails where Tab or an act has taken the focus out of sight, off the page, or away altogether. */
export async function focusIsSeen(page: Page): Promise<void> {
  const flaw = await page.evaluate<string | null>(FOCUS_FLAW);
  if (flaw !== null) throw new Error(flaw);
}

/**
 * Stops of the keyboard on which no line is drawn around what has the focus, beside what stands there without it: a twin that
 * has none is looked at. Of stops that are styled alike, and stand in what is styled alike, one is looked at. Runs in the page.
 */
const undrawnIn = (look: string): string => `(() => {
  const seen = (globalThis.stopsSeen ??= new Set());
  const styleOf = (each) => each.localName + '.' + [...each.classList].filter((name) => !name.startsWith('__')).join('.');
  const outlineOf = (each) => {
    const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(each);
    const isThere = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    return isThere ? [outlineWidth, outlineOffset, outlineColor].join(' ') : 'none';
  };
  const stops = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const undrawn = [];
  for (const at of document.querySelectorAll(stops)) {
    if (at.tabIndex < 0) continue;
    const style = ['${look}', styleOf(at.parentElement), styleOf(at), at.disabled, at.ariaPressed].join(' ');
    if (seen.has(style)) continue;
    seen.add(style);
    at.focus({ preventScroll: true });
    if (document.activeElement !== at) continue;
    const twin = at.cloneNode(false);
    for (const name of ['id', 'name']) twin.removeAttribute(name);
    at.after(twin);
    const [drawn, without] = [outlineOf(at), outlineOf(twin)];
    twin.remove();
    if (drawn === 'none' || drawn === without) undrawn.push(at.outerHTML.slice(0, 120));
  }
  document.activeElement.blur();
  return undrawn;
})()`;
const LOOKS = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

/** Every stop of the screen that does not show the focus: by day, by night, and in the colours that a system forces. */
export async function focusUndrawn(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  // What follows a key is a focus that is shown.
  await page.keyboard.press('Tab');
  for (const look of LOOKS) {
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
    const named = Object.values(look).join(' ');
    const undrawn = await page.evaluate<readonly string[]>(undrawnIn(named));
    found.push(...undrawn.map((each) => `${named}: ${each}`));
  }
  await page.emulateMedia({ forcedColors: 'none' });
  return found;
}
