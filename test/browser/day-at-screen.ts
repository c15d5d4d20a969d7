/** The day after: what still stands open is excused, the day is closed, and its lines are read and signed. */
import { expect, test } from '@jest/globals';
import { prove, sitePath } from '../support/http-clinic.js';
import { Keyboard } from './keyboard.js';
import { recordedLine, signIn, visit } from './scene.js';
import type { Scene } from './scene.js';

const DATE = '2026-03-02';

export function dayAtScreen(scene: () => Scene): void {
  test('a day is closed with its excuses, and reviewed line by line', async () => {
    const here = scene();
    const { page, clinic } = here;
    const keyboard = new Keyboard(page);
    await signIn(here, clinic.rita);
    await visit(here, `days/${DATE}`, 'Business day Mar 02, 2026');
    const excuses = page.getByRole('combobox', { name: 'Why the day is closed all the same' });
    await excuses.first().waitFor();
    const close = page.getByRole('button', { name: 'Close the day' });
    expect(await close.isDisabled()).toBe(true);
    for (const each of await excuses.all()) await each.selectOption({ index: 1 });
    await keyboard.press('Close the day');
    const closed = await recordedLine(here);
    await page.getByRole('link', { name: closed }).first().waitFor();

    await page.getByRole('heading', { name: 'Review' }).waitFor();
    await keyboard.press('Sign these lines and the day');
    await page.getByText('Reviewed').waitFor();
    await prove(clinic.rita);
    const day = await clinic.rita.device.get(sitePath(clinic, `days/${DATE}`));
    expect(day.at('closed')).toMatchObject({ status: 'reviewed', unreviewed: [] });
  });
}
