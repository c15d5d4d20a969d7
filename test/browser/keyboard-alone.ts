/** The main jobs of those who keep and check the stock, with no mouse: Tab, Enter, Space, arrows, shortcuts and typing. */
import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { expectStatus, hire, prove, sitePath } from '../support/http-clinic.js';
import { focusIsSeen } from './focus.js';
import { Walker } from './walker.js';
import { PRINTED_MS } from './scene.js';
import type { Scene } from './scene.js';

export function custodianAlone(scene: () => Scene): void {
  test('by keyboard alone the custodian receives, moves a vial, counts none of it, and suspects a loss', async () => {
    const here = scene();
    const { clinic, custodian, nurse, vials } = here;
    const vial = vials[7] ?? '';
    const walker = new Walker(here);
    await walker.signIn(custodian);

    await walker.go('r', 'Receive');
    await walker.choose('Supplier', 'Ridge Medical Supply');
    await walker.fill('Invoice number', 'INV-90');
    await walker.fill('Invoice date', '03012026');
    await walker.choose('Product', 'ketamine');
    await walker.fill('Lot', 'K7');
    await walker.fill('Expires', '06302029');
    await walker.fill('Ordered', '2');
    await walker.choose('Who signs', 'Person nina');
    await walker.press('Enter');
    await walker.sign(nurse);
    const receipt = await walker.recorded();
    await prove(custodian);
    const received = await custodian.device.get(sitePath(clinic, `entries/${receipt}`));
    expect(received.at('signatures.length')).toBe(2);

    await walker.find(vial, `Vial ${vial}`);
    await walker.enter('Move');
    await walker.choose('To', 'Cart');
    await walker.choose('Who signs', 'Person nina');
    await walker.press('Enter');
    await walker.sign(nurse);
    await walker.recorded();

    await walker.go('c', 'Count');
    await walker.choose('Location', 'Cart');
    await walker.enter('Begin to count');
    await walker.see('Sealed containers');
    await walker.fill('Sealed containers', '0');
    await walker.press('Enter');
    // What differs is asked for once more, before it is told.
    await here.page.getByText('Please count these once more').waitFor();
    await walker.see('Sealed containers');
    await walker.fill('Sealed containers', '0');
    await walker.press('Enter');
    await here.page.getByText('A discrepancy was opened').waitFor();
    await focusIsSeen(here.page);

    await walker.go('o', 'Loss cases');
    await walker.choose('Discrepancy', await openCase(here));
    await walker.enter('Suspect a loss');
    await walker.recorded();
  }, 120_000);
}

export function complianceAlone(scene: () => Scene): void {
  test('by keyboard alone the compliance officer closes a discrepancy and prints it, signed', async () => {
    const here = scene();
    const { page, clinic, custodian, vials } = here;
    const [vial = ''] = vials.slice(7);
    const id = await openCase(here);
    const walker = new Walker(here);
    await walker.signIn(await hire(clinic, 'cora.lind', ['compliance', 'witness']));
    await walker.go('d', 'Discrepancies');
    await walker.enter(new RegExp(`\\b${id}\\b`));
    await page.getByRole('heading', { name: `Discrepancy ${id}` }).waitFor();
    await walker.choose('Next step', 'Closed');
    await walker.choose('Cause', 'Unknown');
    await walker.choose('Outcome', 'Could not be reconciled');
    await walker.fill('Sealed vials that are missing, and taken out of the book', vial);
    await walker.choose('Who signs', 'Paul');
    await walker.press('Enter');
    await walker.sign(custodian);
    await walker.recorded();
    await page.getByText('Could not be reconciled').first().waitFor();
    await prove(custodian);
    const gone = await custodian.device.get(sitePath(clinic, `containers/${vial}`));
    expect([gone.at('status'), gone.at('remaining.value')]).toEqual(['closed', '0.000']);

    await walker.go('p', 'Reports');
    await walker.choose('Document', 'Discrepancies');
    await walker.tabTo(/^Sign the PDF/);
    await walker.press('Space');
    await walker.enter('Print as PDF');
    await page.getByRole('link', { name: 'Save' }).waitFor({ timeout: PRINTED_MS });
    await walker.tabTo('Save');
    const [saved] = await Promise.all([page.waitForEvent('download'), walker.press('Enter')]);
    const file = await saved.path();
    const signature = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
    expect(signature).toContain('Signature Validation: Signature is Valid.');
  }, 180_000);
}

export function inspectorAlone(scene: () => Scene): void {
  test('by keyboard alone an inspector finds a line and proves it', async () => {
    const here = scene();
    const { page, clinic } = here;
    const walker = new Walker(here);
    await walker.signIn(await hire(clinic, 'ivan.reyes', ['inspector']));
    await walker.go('l', 'Ledger');
    await walker.choose('Who', 'Person nina');
    await page.getByRole('gridcell', { name: 'Receipt' }).waitFor({ state: 'detached' });
    await walker.tabTo(/^\d+ .*Person nina/);
    await walker.press('End', 'ArrowUp', 'Enter');
    await page.getByRole('heading', { name: /^Line \d+$/ }).waitFor();
    await walker.enter('Check the proof here');
    await page.getByText(/stands in the signed ledger of \d+ lines, byte for byte/).waitFor();
    await walker.find('3', 'Line 3');
  }, 120_000);
}

/** The one that was opened last. */
export async function openCase({ clinic, custodian }: Scene): Promise<string> {
  await prove(custodian);
  const cases = expectStatus(await custodian.device.get(sitePath(clinic, 'discrepancies')), 200);
  const items = cases.at('items') as readonly { readonly id: string; readonly status: string }[];
  // An id begins with the line that opened it.
  const [open] = items
    .filter(({ status }) => status === 'open')
    .sort((one, other) => Number.parseInt(other.id) - Number.parseInt(one.id));
  if (open === undefined) throw new Error('expected a discrepancy that is open');
  return open.id;
}
