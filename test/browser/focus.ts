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
