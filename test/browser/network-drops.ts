/** What happens when the network drops at the bedside, and that a colleague's line is seen at once. */
import { expect, test } from '@jest/globals';
import { scan } from '../support/browser.js';
import { orderInfusion, sitePath } from '../support/http-clinic.js';
import { recordedLine, signIn } from './scene.js';
import type { Scene } from './scene.js';

export function networkDrops(scene: () => Scene): void {
  const drawButton = () => scene().page.getByRole('button', { name: 'Draw', exact: true }).last();

  /** The draw form of a new order, filled in and not yet sent. */
  async function fillDraw(): Promise<void> {
    const { page, service, clinic, nurse, vials } = scene();
    const order = await orderInfusion(clinic, nurse);
    await page.goto(`${service.url}/infusions/${order}`);
    await page.getByRole('textbox', { name: 'Vial, scanned or typed' }).waitFor();
    await scan(page, vials[1] ?? '');
    await page.getByText('35.000 mg').first().waitFor();
  }

  test('an act is held while the network is away, and sent once when it is back', async () => {
    const here = scene();
    const { page, nurse } = here;
    await signIn(here, nurse);
    await fillDraw();
    const before = await draws(here);
    await page.context().setOffline(true);
    await drawButton().click();
    await page.getByText('Not yet known whether it was recorded').waitFor();
    await page.locator('.connection').waitFor();
    expect(await draws(here)).toBe(before);
    await page.context().setOffline(false);
    await recordedLine(here);
    await page.locator('.connection').waitFor({ state: 'detached' });
    expect(await draws(here)).toBe(before + 1);
  });

  test('an act whose answer was lost is sent again and recorded once', async () => {
    const here = scene();
    const { page } = here;
    await fillDraw();
    const before = await draws(here);
    await page.route(
      '**/draws',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await drawButton().click();
    await page.getByText('Not yet known whether it was recorded').waitFor();
    expect(await draws(here)).toBe(before + 1);
    await page.getByRole('button', { name: 'Send again' }).click();
    await recordedLine(here);
    expect(await draws(here)).toBe(before + 1);
  });

  test('what a colleague records is seen without asking', async () => {
    const { page, service, clinic, nurse } = scene();
    await page.goto(`${service.url}/ledger`);
    await page.getByRole('gridcell', { name: 'Draw' }).first().waitFor();
    const line = await orderInfusion(clinic, nurse);
    await page.getByRole('link', { name: line, exact: true }).waitFor();
  });
}

async function draws({ clinic, nurse }: Scene): Promise<number> {
  const entries = await nurse.device.get(sitePath(clinic, 'entries?kind=draw&limit=200'));
  return Number(entries.at('items.length'));
}
