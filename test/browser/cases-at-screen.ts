/** A theft, from the suspicion to the form and the letter, at the registrant's screen. */
import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { violations } from '../support/browser.js';
import { prove, sitePath } from '../support/http-clinic.js';
import { Keyboard } from './keyboard.js';
import { openCase } from './keyboard-alone.js';
import { PRINTED_MS, recordedLine, secondSigns, signIn, visit } from './scene.js';
import type { Scene } from './scene.js';

const FACTORS = 6;

export function casesAtScreen(scene: () => Scene): void {
  test('a theft is discovered, determined by six factors, told to the office, and put on the form', async () => {
    const here = scene();
    const { page, clinic, vials } = here;
    const keyboard = new Keyboard(page);
    await signIn(here, clinic.rita);
    await visit(here, 'losses', 'Loss cases');
    await page.getByText('Next step of this case').click();

    /** Each step says in which line it stands; the next one is then chosen. */
    const step = async (name: string, fill: () => Promise<void>): Promise<void> => {
      await keyboard.choose('Next step', name);
      await fill();
      await keyboard.press('Record');
      await page
        .locator('details')
        .getByText(/Recorded, line/)
        .waitFor();
    };
    await step('discovered', () => Promise.resolve());
    const clocks = page.getByRole('group', { name: 'Clocks' });
    await clocks.getByRole('row', { name: /Form 106|Form-106/i }).waitFor();
    await step('determined', async () => {
      await keyboard.choose('What the registrant has determined', 'theft');
      const why = page.getByRole('textbox', { name: 'Why; kept confidential' });
      expect(await why.count()).toBe(FACTORS);
      for (const each of await why.all()) await each.fill('seen on the camera');
      await keyboard.fill('Vial', vials[7] ?? '');
      await keyboard.fill('Missing', '10.000');
      await page.getByText('500.000 mg').waitFor();
      // The discrepancy was closed first: its line has taken the vial out of the book.
      await keyboard.fill('Line that settled it as unexplained', await settledIn(here));
      expect(await violations(page)).toEqual([]);
    });
    await step('notified', async () => {
      await keyboard.fill('Name of the office', 'DEA Miami Field Division');
      await keyboard.choose('How it was told', 'email');
    });
    await step('form-106', async () => {
      await keyboard.choose('Type of theft or loss', 'employee-pilferage');
      await keyboard.fill('County', 'Lee');
      await keyboard.fill('Telephone of the registrant', '239 555 0100');
      await keyboard.fill('Purchase value', '45');
      await keyboard.fill('What happened; kept confidential', 'A vial was taken from the cart.');
      await keyboard.fill('Reference of the submission, once submitted', 'TLR-1');
    });
    await clocks.getByText(/Open$/).first().waitFor({ state: 'detached' });
    expect(await clocks.getByText(/Done$/).count()).toBe(2);
    await prove(clinic.rita);
    const { device } = clinic.rita;
    const loss = await device.get(sitePath(clinic, 'losses?limit=1'));
    const form = await device.get(sitePath(clinic, `losses/${loss.textAt('items.0.id')}/form-106`));
    const products = [{ quantity: '10.000', unit: 'mL' }];
    expect(form.body).toMatchObject({ reference: 'TLR-1', products });

    // The letter to the office is printed of this loss.
    await visit(here, 'reports', 'Reports');
    await keyboard.choose('Document', 'loss-notice');
    await keyboard.choose('Loss case', loss.textAt('items.0.id'));
    await keyboard.press('Print as PDF');
    const save = page.getByRole('link', { name: 'Save' });
    await save.waitFor({ timeout: PRINTED_MS });
    const [saved] = await Promise.all([page.waitForEvent('download'), save.click()]);
    const file = await saved.path();
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    expect(text).toContain('DEA Miami Field Division');
  }, 120_000);

  test('a vial too many is taken into the book as it is labelled, and set apart', async () => {
    const here = scene();
    const { page, clinic, custodian } = here;
    const keyboard = new Keyboard(page);
    await visit(here, 'count', 'Count');
    await keyboard.choose('Location', 'cart');
    await keyboard.press('Begin to count');
    // The book has nothing in the cart: what differs is asked for once more.
    for (const asked of ['Sealed containers', 'Please count these once more']) {
      await page.getByText(asked, { exact: true }).waitFor();
      await keyboard.fill('Sealed containers', '1');
      await keyboard.press('Hand in the count');
    }
    await page.getByText('A discrepancy was opened').waitFor();

    const id = await openCase(here);
    await visit(here, `discrepancies/${id}`, `Discrepancy ${id}`);
    await keyboard.choose('Next step', 'closed');
    await keyboard.choose('Outcome', 'explained');
    await keyboard.choose('Sealed vials too many, as they are labelled', { label: /0409-2053/ });
    await keyboard.fill('Lot', 'F4');
    await page.getByLabel('Expires').fill('2028-06-30');
    await keyboard.fill('Containers', '1');
    expect(await violations(page)).toEqual([]);
    await keyboard.choose('Who signs', custodian.signInName);
    await keyboard.press('Record');
    await secondSigns(here, custodian);
    const line = await recordedLine(here);
    const found = await clinic.rita.device.get(sitePath(clinic, `containers/${line}-1`));
    expect(found.body).toMatchObject({
      ...{ location: 'cart', status: 'sealed', quarantine: 'suspect', lot: 'F4' },
      remaining: { value: '10.000', unit: 'mL' },
    });
  }, 120_000);
}

/** The line that closed the discrepancy of the case. */
async function settledIn({ clinic }: Scene): Promise<string> {
  const { device } = clinic.rita;
  await prove(clinic.rita);
  const losses = await device.get(sitePath(clinic, 'losses?limit=1'));
  const id = losses.textAt('items.0.cases.0');
  const standing = await device.get(sitePath(clinic, `discrepancies/${id}`));
  return String((standing.at('lines') as readonly number[]).at(-1));
}
