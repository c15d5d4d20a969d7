/** What happens when the network drops at the bedside, and that a colleague's line is seen at once. */
import { expect, test } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { HeadWatch } from '../../src/features/events/head-watch.js';
import { scan } from '../support/browser.js';
import { orderInfusion, prove, sitePath } from '../support/http-clinic.js';
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
    // What is chosen meanwhile takes nothing away, and comes next.
    await page.getByRole('button', { name: 'Waste', exact: true }).click();
    await page.getByText('Not yet known whether it was recorded').waitFor();
    await page.context().setOffline(false);
    await recordedLine(here);
    await page.getByRole('heading', { name: 'Waste', exact: true }).waitFor();
    await page.locator('.connection').waitFor({ state: 'detached' });
    expect(await draws(here)).toBe(before + 1);
  });

  test('one answer that does not come holds nothing else of Today back', async () => {
    const here = scene();
    const { page, service } = here;
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/custody', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(service.url);
    await page.getByRole('heading', { name: 'Open vials' }).waitFor();
    expect(await page.locator('[data-reading]').count()).toBe(1);
    answer();
    await page.locator('[data-reading]').waitFor({ state: 'detached' });
    await page.unroute('**/custody');
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

  test('an act that a lock holds is sent by itself, with its key, when the same person unlocks', async () => {
    const here = scene();
    const { page, service, nurse } = here;
    await fillDraw();
    const before = await draws(here);
    const keys: (string | undefined)[] = [];
    const hear = (request: Request): void => {
      if (request.url().endsWith('/draws')) keys.push(request.headers()['idempotency-key']);
    };
    page.on('request', hear);
    service.clock.advance(16 * 60_000);
    await drawButton().click();
    await page.getByText('Not recorded yet').waitFor();
    const door = page.getByRole('dialog', { name: 'Locked' });
    await door.getByRole('textbox').fill(nurse.password);
    await page.keyboard.press('Enter');
    await recordedLine(here);
    await page.getByText('sent when you unlocked it').waitFor();
    page.off('request', hear);
    expect({ tries: keys.length, keys: new Set(keys).size }).toEqual({ tries: 2, keys: 1 });
    await prove(nurse);
    expect(await draws(here)).toBe(before + 1);
  });

  test('what a colleague records is seen without asking', async () => {
    const { page, service, clinic, nurse } = scene();
    await page.goto(`${service.url}/ledger`);
    await page.getByRole('gridcell', { name: 'Draw' }).first().waitFor();
    const line = await orderInfusion(clinic, nurse);
    await page.getByRole('link', { name: line, exact: true }).waitFor();
  });

  test('windows of one browser share one connection, and the next takes it over', async () => {
    const { page, service, clinic, nurse } = scene();
    const open = new Set<Request>();
    let opened = 0;
    const storageState = await page.context().storageState();
    const context = await page.context().browser()?.newContext({ storageState });
    if (context === undefined) throw new Error('expected a browser');
    const isStream = (request: Request): boolean => request.url().endsWith('/events');
    const begun = (request: Request): void => {
      if (!isStream(request)) return;
      open.add(request);
      opened += 1;
    };
    const ended = (request: Request): void => void open.delete(request);
    context.on('request', begun).on('requestfailed', ended).on('requestfinished', ended);
    await page.goto('about:blank');
    const windows = [await context.newPage(), await context.newPage()];
    const [first, second] = windows;
    if (first === undefined || second === undefined) throw new Error('expected two windows');
    for (const each of windows) {
      await each.goto(`${service.url}/ledger`);
      await each.getByRole('gridcell', { name: 'Draw' }).first().waitFor();
    }
    const sees = async (line: string, where: readonly Page[]): Promise<void> => {
      for (const each of where) await each.getByRole('link', { name: line, exact: true }).waitFor();
    };
    await sees(await orderInfusion(clinic, nurse), windows);
    expect({ opened, open: open.size }).toEqual({ opened: 1, open: 1 });
    expect(service.app.get(HeadWatch).watching).toBe(1);
    await first.close();
    await sees(await orderInfusion(clinic, nurse), [second]);
    expect(opened).toBe(2);
    await context.close();
  });
}

async function draws({ clinic, nurse }: Scene): Promise<number> {
  const entries = await nurse.device.get(sitePath(clinic, 'entries?kind=draw&limit=200'));
  return Number(entries.at('items.length'));
}
