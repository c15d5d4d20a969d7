/** Every screen as somebody sees it who may do everything: in both themes, and on the narrowest phone. */
import { expect, test } from '@jest/globals';
import { violations } from '../support/browser.js';
import { prove, sitePath } from '../support/http-clinic.js';
import { signIn } from './scene.js';
import type { Scene } from './scene.js';

const NARROWEST = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 900 };

export function everyScreen(scene: () => Scene): void {
  test('every screen is accessible in both themes, and fits the narrowest phone', async () => {
    const here = scene();
    const { page, clinic } = here;
    await signIn(here, clinic.rita);
    const wrong: string[] = [];
    for (const path of await addresses(here)) {
      // As a link inside the application goes, without starting it anew.
      await page.evaluate(`history.pushState(null, '', '/${path}')`);
      await page.locator('h1').waitFor();
      await page.locator('[data-reading]').first().waitFor({ state: 'detached' });
      wrong.push(...(await violations(page)).map((each) => `${path}: ${each}`));
      await page.setViewportSize(NARROWEST);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      if (Number(width) > NARROWEST.width) wrong.push(`${path}: is ${String(width)} wide`);
      await page.setViewportSize(WIDE);
    }
    expect(wrong).toEqual([]);
  }, 600_000);
}

async function addresses({ clinic, vials }: Scene): Promise<readonly string[]> {
  // Days may have passed since she signed in.
  await prove(clinic.rita);
  const { device } = clinic.rita;
  const orders = await device.get(sitePath(clinic, 'infusion-orders'));
  const cases = await device.get(sitePath(clinic, 'discrepancies'));
  return [
    '',
    'infusions',
    `infusions/${orders.textAt('items.0.order')}`,
    'vials',
    `vials/${vials[1] ?? ''}`,
    'receive',
    'inventory',
    'count',
    'ledger',
    'ledger/5',
    'days/2026-03-02',
    'discrepancies',
    `discrepancies/${cases.textAt('items.0.id')}`,
    'losses',
    'reconciliation',
    'trends',
    'reports',
    'inspection',
    'people',
    'products',
    'suppliers',
    'policies',
    'service',
    'account',
  ];
}
