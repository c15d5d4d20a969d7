/** Lines that were wrong are set right from where they stand, each approved by a second person. */
import { expect, test } from '@jest/globals';
import { violations } from '../support/browser.js';
import { expectStatus, prove, sitePath } from '../support/http-clinic.js';
import type { Member } from '../support/http-clinic.js';
import { Keyboard } from './keyboard.js';
import { drawn, recordedLine, secondSigns, signIn, visit } from './scene.js';
import type { Scene } from './scene.js';

export function correctionsAtScreen(scene: () => Scene): void {
  const keyboard = () => new Keyboard(scene().page);

  const newest = async (kind: string): Promise<string> => {
    const { clinic, custodian } = scene();
    await prove(custodian);
    const lines = await custodian.device.get(sitePath(clinic, `entries?kind=${kind}&limit=1`));
    return lines.textAt('items.0.line');
  };

  /** Opens a line and what can be corrected in it. */
  async function begin(line: string): Promise<Keyboard> {
    await visit(scene(), `ledger/${line}`, `Line ${line}`);
    await keyboard().press('Correct this line');
    return keyboard();
  }

  /** Both sign; the line then says what corrected it. */
  async function approve(line: string, second: Member): Promise<string> {
    const here = scene();
    await keyboard().choose('Who signs', second.signInName);
    await keyboard().pressLast('Correct this line');
    await secondSigns(here, second);
    const correction = await recordedLine(here);
    await here.page.getByText('Corrected by line').waitFor();
    await prove(here.custodian);
    const whole = await here.custodian.device.get(sitePath(here.clinic, `entries/${line}`));
    expect(whole.textAt('correctedBy')).toBe(correction);
    return correction;
  }

  test('a correction is corrected again, and the chain is one', async () => {
    const here = scene();
    const { page, clinic, nurse } = here;
    await signIn(here, nurse);
    const order = await drawn(here, here.vials[6] ?? '');
    const lines = await nurse.device.get(sitePath(clinic, 'entries?kind=draw&limit=1'));
    const first = lines.textAt('items.0.line');
    let newestOfChain = first;
    for (const [volume, milligrams] of [
      ['0.800', '40.000 mg'],
      ['0.900', '45.000 mg'],
    ] as const) {
      const change = await begin(newestOfChain);
      await change.fill('Volume drawn', volume);
      await page.getByText(`= ${milligrams}`).waitFor();
      newestOfChain = await approve(newestOfChain, here.custodian);
    }
    expect(await violations(page)).toEqual([]);
    const state = await nurse.device.get(sitePath(clinic, `infusion-orders/${order}`));
    expect(state.textAt('draws.0.drawn.value')).toBe('0.900');
    const whole = await nurse.device.get(sitePath(clinic, `entries/${newestOfChain}`));
    expect(whole.textAt('corrects.original')).toBe(first);
  });

  test('a waste, a delivery and an order are set right from their lines', async () => {
    const here = scene();
    const { page, clinic, custodian, nurse, vials } = here;
    const order = await drawn(here, vials[6] ?? '');
    await signIn(here, nurse);
    const state = () => nurse.device.get(sitePath(clinic, `infusion-orders/${order}`));
    const before = (await state()).textAt('patient');

    const asked = await begin(order);
    await asked.choose('What was wrong', 'order-patient');
    await asked.fill('Find patient by name', 'Otto Lind');
    await asked.press('Search');
    await asked.press('New patient');
    await asked.fill('Name', 'Otto Lindgren');
    await asked.fill('Address', '4 Mill Road, Harrow Bay, FL 33999');
    await asked.press('Save');
    await page.getByText('Otto Lindgren').waitFor();
    await approve(order, custodian);
    expect((await state()).textAt('patient')).not.toBe(before);

    await visit(here, `infusions/${order}`, `Order ${order}`);
    await keyboard().press('Waste');
    await keyboard().choose('Who signs', custodian.signInName);
    await keyboard().pressLast('Waste');
    await secondSigns(here, custodian);
    const waste = await recordedLine(here);
    const wasted = await begin(waste);
    await wasted.fill(/^It should have said/, '0.500');
    await page.getByText('25.000 mg').waitFor();
    await approve(waste, custodian);
    expect((await state()).textAt('balance.wasted.value')).toBe('25.000');
    expect((await state()).textAt('balance.missing.value')).toBe('10.000');
  });

  test('one vial of a delivery never came: it leaves the book', async () => {
    const here = scene();
    const { clinic, custodian } = here;
    await signIn(here, custodian);
    const receipt = await newest('receipt');
    const withdrawn = await begin(receipt);
    await withdrawn.choose('What was wrong', 'receipt-withdrawn');
    await withdrawn.fill('Which vials', `${receipt}-2`);
    await approve(receipt, clinic.rita);
    const states = await Promise.all(
      [1, 2].map(async (number) => {
        const at = sitePath(clinic, `containers/${receipt}-${number}`);
        return expectStatus(await custodian.device.get(at), 200).textAt('status');
      }),
    );
    expect(states).toEqual(['sealed', 'closed']);
  });
}
