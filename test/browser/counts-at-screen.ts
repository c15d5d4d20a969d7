/** Counts by two people apart, counts before investigators, and inventories, at the screens of those who count. */
import { expect, test } from '@jest/globals';
import type { Page, Response } from 'playwright-core';
import { violations } from '../support/browser.js';
import { prove, sitePath } from '../support/http-clinic.js';
import { Keyboard } from './keyboard.js';
import { recordedLine, secondSigns, signIn, visit } from './scene.js';
import type { Scene } from './scene.js';

/** A number that nothing else in any answer has. */
const TELLING = '48613';

interface Held {
  readonly container: string;
  readonly location: string;
  readonly status: 'sealed' | 'open' | 'closed';
  readonly quarantine: string | null;
  readonly remaining: { readonly value: string };
}

export function countsAtScreen(scene: () => Scene): void {
  const keyboard = () => new Keyboard(scene().page);

  /** What the safe has. */
  const held = async (): Promise<readonly Held[]> => {
    const { clinic, custodian } = scene();
    await prove(custodian);
    const found = await custodian.device.get(sitePath(clinic, 'containers?limit=100'));
    return (found.at('items') as readonly Held[]).filter(({ location }) => location === 'safe');
  };

  /** Fills in what is really there; or a number of sealed containers that is not. */
  async function fillIn(page: Page, sealed?: string): Promise<void> {
    const all = await held();
    const hands = new Keyboard(page);
    const whole = all.filter(({ status }) => status === 'sealed');
    const apart = whole.filter(({ quarantine }) => quarantine !== null);
    await hands.fill('Sealed containers', sealed ?? String(whole.length - apart.length));
    if (apart.length > 0) await hands.fill('Sealed, in quarantine', String(apart.length));
    for (const { container, remaining } of all.filter(({ status }) => status === 'open'))
      await hands.fill(`Vial ${container}`, remaining.value);
  }

  async function begin(type: string): Promise<void> {
    const { page } = scene();
    await visit(scene(), 'count', 'Count');
    await keyboard().choose('Which count', type);
    await keyboard().press('Begin to count');
    await page.getByRole('textbox', { name: 'Sealed containers', exact: true }).waitFor();
  }

  test('a count before investigators states their figures beside ours', async () => {
    const here = scene();
    const { page, nurse } = here;
    await signIn(here, here.custodian);
    await begin('inspection');
    await fillIn(page);
    await keyboard().fill('Agency', 'DEA Miami Field Division');
    await keyboard().fill(/^Name, and badge/, 'I. Reyes, 4471');
    await keyboard().fill(/^They found, ketamine/, '1');
    expect(await violations(page)).toEqual([]);
    await keyboard().choose('Who signs', nurse.signInName);
    await keyboard().press('Hand in the count');
    await secondSigns(here, nurse);
    const line = await recordedLine(here);
    const { clinic, custodian } = here;
    const sheet = await custodian.device.get(sitePath(clinic, `entries/${line}`));
    expect(sheet.textAt('flags.0.code')).toBe('count.investigators-differ');
  });

  test('the registrant publishes a policy: counts are made by two people', async () => {
    const here = scene();
    const { page, service, clinic } = here;
    await signIn(here, clinic.rita);
    await visit(here, 'policies', 'Policies');
    await keyboard().press('Change settings');
    await keyboard().choose('Counts are made by', 'two-people');
    await keyboard().press('Publish a policy');
    await recordedLine(here);
    service.clock.advance(120_000);
    await page.goto(`${service.url}/policies`);
    await page.getByText('default: One person').waitFor();
    await page.getByRole('link', { name: 'Counts are made by' }).waitFor();
  });

  test('two people count apart, and neither screen tells the other’s figures or the book’s', async () => {
    const here = scene();
    const { page, nurse, custodian } = here;
    await signIn(here, custodian);
    await begin('day');
    const { second, told, close } = await secondScreen(here);
    await fillIn(page, TELLING);
    await keyboard().press('Hand in what I found');
    await page.getByText('The other person has not handed in yet.').waitFor();
    await second.goto(page.url());
    await second.getByText('Two people count apart.').waitFor();
    expect(await violations(second)).toEqual([]);
    await fillIn(second);
    await new Keyboard(second).press('Hand in what I found');
    await second.getByText('You have found different things').waitFor();
    // Neither of what the first one found, nor in what the address or its history keeps.
    const kept = await second.evaluate(
      'JSON.stringify(history.state) + location.href + document.documentElement.outerHTML',
    );
    expect([...told, String(kept)].filter((each) => each.includes(TELLING))).toEqual([]);
    expect(told.length).toBeGreaterThan(3);
    expect(told.filter((each) => /"(?:remaining|onHand|expected)":/.test(each))).toEqual([]);
    await fillIn(second);
    await new Keyboard(second).press('Hand in what I found');
    await second.getByText('The other person has not handed in yet.').waitFor();
    await keyboard().press('Look again');
    await page.getByText('You have found different things').waitFor();
    expect(
      await page.getByRole('textbox', { name: 'Sealed containers', exact: true }).inputValue(),
    ).toBe('');
    await fillIn(page);
    await keyboard().press('Hand in what I found');
    await page.getByText('Both have found the same.').waitFor();
    await keyboard().press('Hand in the count');
    await secondSigns(here, nurse);
    await recordedLine(here);
    await page.getByText('Count and book agree.').waitFor();
    // It may have heard of it by itself already.
    await second.reload();
    await second.getByText('This count is recorded.').waitFor();
    await close();
  }, 120_000);

  test('an inventory of everything is taken blind, and its signed copy is filed', async () => {
    const here = scene();
    const { page, service, clinic, custodian, nurse } = here;
    // The day after: what came in on this day came after its opening.
    service.clock.advance(24 * 3_600_000);
    await signIn(here, custodian);
    await visit(here, 'inventory', 'Inventories');
    await page.getByRole('cell', { name: 'Initial' }).waitFor();
    await keyboard().press('Take an inventory');
    await page.getByRole('heading', { name: 'Safe' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.reload();
    const sealed = { name: 'Sealed containers', exact: true };
    const safe = page.getByRole('region', { name: 'Safe' });
    await safe.getByRole('textbox', sealed).waitFor();
    for (const field of await page.getByRole('textbox', sealed).all()) await field.fill('0');
    // A vial that was found there stands apart.
    const cart = page.getByRole('region', { name: 'Cart' });
    await cart.getByRole('textbox', { name: 'Sealed, in quarantine' }).fill('1');
    await cart.getByRole('combobox', { name: 'Why' }).selectOption('suspect');
    const all = await held();
    const whole = all.filter(({ status }) => status === 'sealed');
    await safe
      .getByRole('textbox', sealed)
      .fill(String(whole.filter(({ quarantine }) => quarantine === null).length));
    for (const { container, remaining } of all.filter(({ status }) => status === 'open'))
      await keyboard().fill(`Vial ${container}`, remaining.value);
    await keyboard().choose('Who signs', nurse.signInName);
    await keyboard().press('Hand in the inventory');
    await secondSigns(here, nurse);
    const line = await recordedLine(here);
    await visit(here, 'inventory', 'Inventories');
    await keyboard().choose('File the signed copy', line);
    await page.locator('input[type=file]').setInputFiles({
      name: 'signed.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
    });
    await page.getByText(/Uploaded/).waitFor();
    await keyboard().press('File the signed copy');
    const filed = await recordedLine(here);
    await prove(custodian);
    const listed = await custodian.device.get(sitePath(clinic, 'inventories?limit=1'));
    expect(listed.textAt('items.0.signedCopy.line')).toBe(filed);
  });
}

/** The second person at a screen of their own, with all that its browser is told from then on. */
async function secondScreen({ page, service, nurse }: Scene) {
  const context = await page.context().browser()?.newContext();
  if (context === undefined) throw new Error('a page without a browser');
  const second = await context.newPage();
  await second.goto(service.url);
  await second.getByRole('textbox', { name: 'Sign-in name' }).fill(nurse.signInName);
  await second.getByRole('textbox', { name: 'Password' }).fill(nurse.password);
  await second.keyboard.press('Enter');
  await second.getByRole('heading', { name: 'Today' }).waitFor();
  await second.goto(`${service.url}/account`);
  await second.getByRole('heading', { name: 'Your account' }).waitFor();
  const told: string[] = [];
  const listen = async (response: Response): Promise<void> => {
    const url = response.url();
    if (!url.includes('/api/') || url.includes('/events')) return;
    // An answer whose page has gone was never seen by anybody.
    told.push(`${url} ${await response.text().catch(() => '')}`);
  };
  second.on('response', listen);
  return { second, told, close: () => context.close() };
}
