/** Somebody without a mouse: what is wanted is reached by Tab, and the focus is seen wherever it goes. */
import type { Page } from 'playwright-core';
import type { Member } from '../support/http-clinic.js';
import { focusIsSeen } from './focus.js';
import { CountedHands } from './keyboard.js';
import { recordedLine } from './scene.js';
import type { Scene } from './scene.js';

type Name = string | RegExp;
/** More than any screen has on the way from its top to what is wanted. */
const MOST_TABS = 90;
const MOST_CHOICES = 40;

export class Walker {
  /** Who has pressed every key so far. */
  readonly hands: CountedHands;
  readonly #here: Pick<Scene, 'service' | 'page'>;
  readonly #page: Page;

  constructor(scene: Pick<Scene, 'service' | 'page'>) {
    this.hands = new CountedHands(scene.page);
    this.#here = scene;
    this.#page = scene.page;
  }

  async signIn(member: Pick<Member, 'signInName' | 'password'>): Promise<void> {
    await this.#page.context().clearCookies();
    await this.#page.goto(this.#here.service.url);
    await this.enterDoor(member);
    await this.arrive('Today');
  }

  /** At the door where one signs in, which has the focus by itself. */
  async enterDoor({
    signInName,
    password,
  }: Pick<Member, 'signInName' | 'password'>): Promise<void> {
    await this.see('Sign-in name');
    await this.hands.type(signInName);
    await this.press('Tab');
    await this.hands.type(password);
    await this.press('Enter');
  }

  /** To a screen by its shortcut. */
  async go(key: string, title: string): Promise<void> {
    await this.press('g', key);
    await this.arrive(title);
  }

  /** To what has a number, by the field that takes any code. */
  async find(code: string, title: string): Promise<void> {
    await this.press('/');
    await this.hands.type(code, { delay: 60 });
    await this.press('Enter');
    await this.arrive(title);
  }

  press = (...keys: readonly string[]): Promise<void> => this.hands.press(...keys);

  /** Presses Tab until what is named has the focus. */
  tabTo = (name: Name): Promise<void> => this.#step('Tab', name);
  /** The same, backwards. */
  tabBackTo = (name: Name): Promise<void> => this.#step('Shift+Tab', name);

  async #step(key: 'Tab' | 'Shift+Tab', name: Name): Promise<void> {
    // As somebody looks before they press: what is still being read has no place yet.
    await this.#page.locator('[data-reading]').first().waitFor({ state: 'detached' });
    for (let pressed = 0; pressed <= MOST_TABS; pressed += 1) {
      if (isNamed(await this.#focused(), name)) return;
      await this.press(key);
    }
    throw new Error(`${key} does not lead to ${String(name)}`);
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
    await this.hands.type(text);
  }

  /** A date as one types it, month first; more slowly than a scanner, whose keys are a code wherever they come. */
  async fillDate(name: Name, date: string): Promise<void> {
    const [year = '', month = '', day = ''] = date.split('-');
    await this.tabTo(name);
    await this.hands.type(`${month}${day}${year}`, { delay: 60 });
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
      await this.press('ArrowDown');
    }
    throw new Error(`${String(name)} has no choice ${wanted}`);
  }

  /** The second person signs by PIN, in the field that has the focus by itself. */
  async sign({ pin }: Pick<Member, 'pin'>): Promise<void> {
    await this.#page.getByText('This is what is signed').waitFor();
    await focusIsSeen(this.#page);
    await this.hands.type(pin);
    await this.press('Enter');
  }

  /** The line that was recorded; the focus has gone on to where it is told, or to what comes next. */
  async recorded(): Promise<string> {
    const line = await recordedLine(this.#here);
    await focusIsSeen(this.#page);
    return line;
  }

  /** Waits for a screen, and that the focus is on it. */
  async arrive(title: string): Promise<void> {
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
