/** The ledger as a long list: what is drawn of it, and how one walks through it without a mouse. */
import { expect, test } from '@jest/globals';
import { orderInfusion } from '../support/http-clinic.js';
import { signIn } from './scene.js';
import type { Scene } from './scene.js';

const LOW = { width: 1280, height: 420 };
const WIDE = { width: 1280, height: 900 };
/** In sight on a low screen, and drawn beside them. */
const MOST_DRAWN = 9 + 8 + 2;
const ADDED = 12;

export function longLedger(scene: () => Scene): void {
  test('the ledger draws the rows in sight alone, and keys reach every line of it', async () => {
    const here = scene();
    const { page, service, clinic, nurse } = here;
    for (let added = 0; added < ADDED; added += 1) await orderInfusion(clinic, nurse);
    await signIn(here, clinic.rita);
    await page.setViewportSize(LOW);
    await page.goto(`${service.url}/ledger`);
    const grid = page.getByRole('grid', { name: 'Ledger' });
    await grid.getByRole('row').nth(1).focus();
    const size = Number(await grid.getAttribute('aria-rowcount')) - 1;
    expect(size).toBeGreaterThan(MOST_DRAWN);
    expect(await grid.getByRole('row').count()).toBeLessThanOrEqual(MOST_DRAWN);

    const focused = page.locator('[role="row"]:focus');
    await page.keyboard.press('End');
    await page.locator(`[role="row"]:focus[aria-rowindex="${size + 1}"]`).waitFor();
    expect(await focused.innerText()).toMatch(/^0\b[^]*Opened/);
    expect(await grid.getByRole('row').count()).toBeLessThanOrEqual(MOST_DRAWN);

    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Line 1', exact: true }).waitFor();
    // Whoever comes back finds the line in sight, where Tab leads to it.
    await page.goBack();
    const left = grid.locator('[role="row"][tabindex="0"]');
    await left.waitFor();
    expect(await left.getAttribute('aria-rowindex')).toBe(String(size));
    await page.setViewportSize(WIDE);
  });

  test('the ledger of the organisation is narrowed as that of a site', async () => {
    const { page, service } = scene();
    await page.goto(`${service.url}/ledger?of=organisation`);
    const table = page.getByRole('group', { name: 'The organisation' });
    await table.getByRole('cell', { name: 'Grant', exact: true }).first().waitFor();
    await page.getByLabel('Show').selectOption('product');
    await table
      .getByRole('cell', { name: 'Grant', exact: true })
      .first()
      .waitFor({ state: 'detached' });
    const kinds = await table.locator('tbody tr td:nth-child(3)').allInnerTexts();
    expect(new Set(kinds)).toEqual(new Set(['Product']));
    await page.getByLabel('From').fill('2031-01-01');
    await table
      .getByRole('cell', { name: 'Product', exact: true })
      .first()
      .waitFor({ state: 'detached' });
    // The address keeps it, and the other ledger begins anew.
    expect(page.url()).toContain('kind=product&firstDay=2031-01-01');
    await page.getByLabel('Ledger of').selectOption('site');
    await page.getByRole('grid', { name: 'Ledger' }).getByRole('row').nth(1).waitFor();
  });
}
