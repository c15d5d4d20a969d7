/** Every screen as somebody sees it who may do everything: in both themes, with the focus drawn, and on the narrowest phone. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { violations } from '../support/browser.js';
import { expectStatus, now, prove, sitePath } from '../support/http-clinic.js';
import { focusUndrawn } from './focus.js';
import { drawn, signIn } from './scene.js';
import type { Scene } from './scene.js';

const NARROWEST = { width: 320, height: 640 };
/** The day after the one that the clinic worked on. */
const DATE = '2026-03-03';
const WIDE = { width: 1280, height: 900 };
/** The routes of the application, as its router has them: a screen that is added is visited too. */
const ROUTES = [
  ...readFileSync('web/src/application.tsx', 'utf8').matchAll(/<Route path="([^"]+)"/g),
].map(([, route = '']) => route);

/** Frames of tables that scroll and are no stop of the keyboard, or the other way round; once the page has settled. */
const ODD_FRAMES = `new Promise((resolve) => {
  const odd = () =>
    [...document.querySelectorAll('.table-frame')]
      .filter((each) => each.matches('[tabindex]') !== each.scrollWidth > each.clientWidth)
      .map((each) => each.getAttribute('aria-label'));
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(odd())));
})`;

export function everyScreen(scene: () => Scene): void {
  test('every screen is accessible in both themes, draws the focus, and fits the narrowest phone', async () => {
    const here = scene();
    const { page, clinic } = here;
    await signIn(here, clinic.rita);
    const wrong: string[] = [];
    for (const path of [...(await addresses(here)), '/ledger?of=organisation', '/nothing/here']) {
      // As a link inside the application goes, without starting it anew.
      await page.evaluate(`history.pushState(null, '', '${path}')`);
      await page.locator('h1').waitFor();
      await page.locator('[data-reading]').first().waitFor({ state: 'detached' });
      wrong.push(...(await violations(page)).map((each) => `${path}: ${each}`));
      for (const each of await focusUndrawn(page)) wrong.push(`${path}: no focus on ${each}`);
      await page.setViewportSize(NARROWEST);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      if (Number(width) > NARROWEST.width) wrong.push(`${path}: is ${String(width)} wide`);
      for (const label of await page.evaluate<string[]>(ODD_FRAMES))
        wrong.push(`${path}: keys stop at “${label}” though it does not scroll, or do not`);
      await page.setViewportSize(WIDE);
    }
    expect(wrong).toEqual([]);
  }, 600_000);
}

/** An address of each route; fails for a route that this test knows nothing to show at. */
async function addresses(here: Scene): Promise<readonly string[]> {
  const ids = await somethingOfEach(here);
  expect(ROUTES.length).toBeGreaterThan(20);
  return ROUTES.map((route) =>
    route.replace(/[^/]+\/:\w+/, (named) => {
      const id = ids[named];
      if (id === undefined) throw new Error(`nothing is known to show at ${route}`);
      return named.replace(/:\w+/, encodeURIComponent(id));
    }),
  );
}

async function somethingOfEach(here: Scene): Promise<Readonly<Record<string, string>>> {
  const { clinic, nurse, custodian, vials } = here;
  // Days may have passed since they signed in.
  for (const member of [clinic.rita, nurse, custodian]) await prove(member);
  const { device } = clinic.rita;
  const order = await drawn(here, vials[6] ?? '');
  const { device: hers } = nurse;
  const state = await hers.get(sitePath(clinic, `infusion-orders/${order}`));
  const quantity = { value: '0.700', unit: 'mL' };
  const lines = [{ draw: state.textAt('draws.0.draw'), quantity }];
  const bag = { bag: 'B-0078', location: 'safe', lines, why: 'not-given' };
  expectStatus(await hers.post(sitePath(clinic, 'holds'), { ...now(clinic), ...bag }), 201);
  const cases = await device.get(sitePath(clinic, 'discrepancies'));
  const count = { type: 'day', location: 'cart' };
  const counting = expectStatus(await device.post(sitePath(clinic, 'counts'), count), 201);
  const all = { type: 'biennial', asOf: 'opening', date: DATE };
  const taking = await custodian.device.post(sitePath(clinic, 'inventories/running'), all);
  return {
    'infusions/:order': order,
    'ledger/:line': '5',
    'days/:date': DATE,
    'bags/:bag': 'B-0078',
    'vials/:container': vials[1] ?? '',
    'inventory/:id': expectStatus(taking, 201).textAt('id'),
    'count/:id': counting.textAt('id'),
    'discrepancies/:id': cases.textAt('items.0.id'),
  };
}
