/** Hands that never leave the keyboard. */
import type { Locator, Page } from 'playwright-core';
import { scan } from '../support/browser.js';
import { focusIsSeen } from './focus.js';

type Name = string | RegExp;

/** What has a name is focused, and keys do the rest. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Fills a field that is named. */
  async fill(name: Name, text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name, exact: true });
    await field.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
  }

  /** Chooses in a list that is named: by value, or by what is shown. */
  async choose(name: string, wanted: string | { readonly label: string | RegExp }): Promise<void> {
    const list = this.page.getByRole('combobox', { name, exact: true });
    if (typeof wanted === 'string') await list.selectOption(wanted);
    else if (typeof wanted.label === 'string') await list.selectOption({ label: wanted.label });
    else {
      const shown = await list.getByRole('option').filter({ hasText: wanted.label }).innerText();
      await list.selectOption({ label: shown });
    }
  }

  press = (name: Name): Promise<void> => this.#enter(this.#button(name).first());
  /** Where the act and its form have one name, the form's button is the last. */
  pressLast = (name: Name): Promise<void> => this.#enter(this.#button(name).last());

  /** Enabled: a form that still reads what it needs lets nobody press yet. */
  readonly #button = (name: Name): Locator =>
    this.page.getByRole('button', { name, exact: true, disabled: false });

  async #enter(button: Locator): Promise<void> {
    await button.focus();
    await this.page.keyboard.press('Enter');
  }
}

/** Keys and scans alone, which are counted: the focus is wherever the application has put it. */
export class CountedHands {
  keys = 0;
  scans = 0;

  constructor(private readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      if (key.includes('Tab')) await focusIsSeen(this.page);
    }
    this.keys += keys.length;
  }

  async type(text: string, pace?: { readonly delay: number }): Promise<void> {
    await this.page.keyboard.type(text, pace);
    this.keys += text.length;
  }

  async scan(code: string): Promise<void> {
    await scan(this.page, code);
    this.scans += 1;
  }

  /** Waits until the focus is on what is named, as a person sees before the next key. */
  async see(name: Name): Promise<void> {
    const focused = this.page.locator(':focus');
    const named = this.page
      .getByRole('textbox', { name })
      .or(this.page.getByRole('button', { name }))
      .or(this.page.getByRole('combobox', { name }));
    await named.and(focused).waitFor();
  }
}
