/** Somebody without a mouse: what is wanted is reached by Tab, and the focus is seen wherever it goes. */
import type { Page } from 'playwright-core';
import type { Member } from '../support/http-clinic.js';
import { recordedLine } from './scene.js';
import type { Scene } from './scene.js';

type Name = string | RegExp;
/** More than any screen has on the way from its top to what is wanted. */
const MOST_TABS = 90;
const MOST_CHOICES = 40;

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

export class Walker {
  readonly #here: Scene;
  readonly #page: Page;

  constructor(scene: Scene) {
    this.#here = scene;
    this.#page = scene.page;
  }

  async signIn({ signInName, password }: Member): Promise<void> {
    await this.#page.context().clearCookies();
    await this.#page.goto(this.#here.service.url);
    await this.#page.getByRole('textbox', { name: 'Sign-in name' }).waitFor();
    await this.#page.keyboard.type(signInName);
    await this.press('Tab');
    await this.#page.keyboard.type(password);
    await this.#page.keyboard.press('Enter');
    await this.#arrive('Today');
  }

  /** To a screen by its shortcut. */
  async go(key: string, title: string): Promise<void> {
    await this.#page.keyboard.press('g');
    await this.#page.keyboard.press(key);
    await this.#arrive(title);
  }

  /** To what has a number, by the field that takes any code. */
  async find(code: string, title: string): Promise<void> {
    await this.press('/');
    await this.#page.keyboard.type(code, { delay: 60 });
    await this.#page.keyboard.press('Enter');
    await this.#arrive(title);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#page.keyboard.press(key);
      if (key.includes('Tab')) await focusIsSeen(this.#page);
    }
  }

  /** Presses Tab until what is named has the focus. */
  async tabTo(name: Name): Promise<void> {
    // As somebody looks before they press: what is still being read has no place yet.
    await this.#page.locator('[data-reading]').first().waitFor({ state: 'detached' });
    for (let pressed = 0; pressed <= MOST_TABS; pressed += 1) {
      if (isNamed(await this.#focused(), name)) return;
      await this.press('Tab');
    }
    throw new Error(`Tab does not lead to ${String(name)}`);
  }

  /** Waits until a field that is named has taken the focus by itself. */
  async see(name: string): Promise<void> {
    const field = this.#page.getByRole('textbox', { name, exact: true });
    await field.and(this.#page.locator(':focus')).waitFor();
  }

  async enter(name: Name): Promise<void> {
    await this.tabTo(name);
    await this.press('Enter');
  }

  async fill(name: Name, text: string): Promise<void> {
    await this.tabTo(name);
    await this.#page.keyboard.type(text);
  }

  /** Goes down a list until what is chosen begins with a text. */
  async choose(name: Name, wanted: string): Promise<void> {
    await this.tabTo(name);
    const choice = this.#page.locator(':focus option').filter({ hasText: wanted });
    await choice.first().waitFor({ state: 'attached' });
    for (let pressed = 0; pressed < MOST_CHOICES; pressed += 1) {
      const chosen = await this.#page.evaluate<string>(
        'document.activeElement.selectedOptions?.[0]?.text ?? ""',
      );
      if (chosen.startsWith(wanted)) return;
      await this.#page.keyboard.press('ArrowDown');
    }
    throw new Error(`${String(name)} has no choice ${wanted}`);
  }

  /** The second person signs by PIN, in the field that has the focus by itself. */
  async sign({ pin }: Member): Promise<void> {
    await this.#page.getByText('This is what is signed').waitFor();
    await focusIsSeen(this.#page);
    await this.#page.keyboard.type(pin);
    await this.#page.keyboard.press('Enter');
  }

  /** The line that was recorded; the focus has gone on to where it is told, or to what comes next. */
  async recorded(): Promise<string> {
    const line = await recordedLine(this.#here);
    await focusIsSeen(this.#page);
    return line;
  }

  async #arrive(title: string): Promise<void> {
    await this.#page.getByRole('heading', { name: title, exact: true, level: 1 }).waitFor();
    await this.#page.waitForFunction('document.activeElement !== document.body');
    await focusIsSeen(this.#page);
  }

  /** Role and name of what has the focus, as it is told to those who do not see. */
  async #focused(): Promise<string> {
    const focused = this.#page.locator(':focus');
    // What opens the calendar of a date is a part of its field, and no place of its own.
    if ((await focused.count()) === 0) return '';
    return (await focused.ariaSnapshot()).split('\n')[0] ?? '';
  }
}

/** The snapshot tells `- button "Move"`; what is inside stands below it. */
function isNamed(told: string, wanted: Name): boolean {
  const name = /^- '?[a-z]+ "((?:[^"\\]|\\.)*)"/.exec(told)?.[1] ?? '';
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
}
