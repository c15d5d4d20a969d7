/**
 * Pictures of every screen, as desktop and tablet, light and dark, in screenshots/. Of a clinic that is open for it:
 *   npm run demo -- --days 3 --stay
 *   npm run screenshots -- http://127.0.0.1:3000
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const SIZES = {
  desktop: { width: 1360, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 360, height: 760 },
};
const [
  url = 'http://127.0.0.1:3000',
  only = '',
  signInName = 'rita.vance',
  password = 'Vance-keeps-the-register-7',
] = process.argv.slice(2);
const SCREENS = [
  '',
  'infusions',
  'vials',
  'receive',
  'count',
  'ledger',
  'ledger/3',
  'discrepancies',
  'losses',
  'reconciliation',
  'reports',
  'inspection',
  'people',
  'products',
  'suppliers',
  'policies',
  'account',
];
const folder = join(import.meta.dirname, '../screenshots');

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark']) {
    if (only !== '' && !`${size} ${colorScheme}`.includes(only.split(':')[0])) continue;
    const page = await browser.newPage({ viewport, colorScheme });
    page.on('pageerror', (error) => {
      process.stderr.write(`${error.stack}\n`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') process.stderr.write(`${message.text()}\n`);
    });
    await page.goto(url);
    await page.getByLabel('Sign-in name').waitFor();
    await page.screenshot({ path: join(folder, `sign-in-${size}-${colorScheme}.png`) });
    await page.getByLabel('Sign-in name').fill(signInName);
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.keyboard.press('Enter');
    await page.locator('#content').waitFor();
    for (const screen of SCREENS) {
      const wanted = only.split(':')[1];
      if (wanted !== undefined && !wanted.split(',').includes(screen)) continue;
      await page.goto(`${url}/${screen}`);
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
      const name = `${screen.replace('/', '-') || 'today'}-${size}-${colorScheme}.png`;
      await page.screenshot({ path: join(folder, name), fullPage: true });
    }
    await page.close();
  }
}
await browser.close();
