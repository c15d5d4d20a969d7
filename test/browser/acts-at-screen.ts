/** Each act that is seldom needed, done at the screen by keyboard, and what the register then says. */
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { gtinOfNdc } from '../../src/domain/codes/ndc.js';
import { scan, violations } from '../support/browser.js';
import { newFolder } from '../support/database.js';
import { expectStatus, now, orderInfusion, prove, sitePath } from '../support/http-clinic.js';
import { codesOnPaper } from '../support/label-codes.js';
import { PACKAGE } from './first-run.js';
import { CountedHands, Keyboard } from './keyboard.js';
import { drawn, recordedLine, secondSigns, signIn, visit } from './scene.js';
import type { Scene } from './scene.js';

export function actsAtScreen(scene: () => Scene): void {
  const keyboard = () => new Keyboard(scene().page);
  const vial = (index: number): string => scene().vials[index] ?? '';

  /** Opens the form of an act of a vial. */
  async function begin(container: string, act: string): Promise<Keyboard> {
    await visit(scene(), `vials/${container}`, `Vial ${container}`);
    await keyboard().press(act);
    return keyboard();
  }

  /** Both sign; gives the line. */
  async function signed(act: string): Promise<string> {
    const here = scene();
    await keyboard().choose('Who signs', here.nurse.signInName);
    await keyboard().pressLast(act);
    await secondSigns(here, here.nurse);
    return recordedLine(here);
  }

  const condition = async (container: string): Promise<unknown> => {
    const { clinic, custodian } = scene();
    await prove(custodian);
    const { status, quarantine, location } = (
      await custodian.device.get(sitePath(clinic, `containers/${container}`))
    ).body as Record<string, unknown>;
    return { status, quarantine, location };
  };

  test('the custodian puts a vial back, sets it apart and releases it', async () => {
    const here = scene();
    await anotherLocation(here);
    await signIn(here, here.custodian);
    await begin(vial(2), 'Put back unused');
    expect(await violations(here.page)).toEqual([]);
    await signed('Put back unused');
    expect(await condition(vial(2))).toMatchObject({ location: 'safe' });
    const apart = await begin(vial(2), 'Quarantine');
    await apart.choose('Why', 'suspect');
    await apart.pressLast('Quarantine');
    await recordedLine(here);
    expect(await condition(vial(2))).toMatchObject({ quarantine: 'suspect' });
    await begin(vial(2), 'Release');
    await signed('Release');
    expect(await condition(vial(2))).toMatchObject({ quarantine: null });
  });

  test('vials leave: broken, sampled, destroyed, and back to the supplier', async () => {
    const here = scene();
    const broken = await begin(vial(3), 'Broken');
    await broken.fill('Circumstances', 'Fell from the cart');
    await signed('Broken');
    const sampled = await begin(vial(4), 'Sample');
    await sampled.fill('Name of the agency or laboratory', 'State Board of Pharmacy');
    await sampled.fill('Number of their receipt', 'SB-204');
    await sampled.fill('Volume drawn', '0.500');
    await here.page.getByText('25.000 mg').waitFor();
    // Whoever signed last beside this person is offered first: the name, never a secret.
    const signer = here.page.getByRole('combobox', { name: 'Who signs', exact: true });
    expect(await signer.inputValue()).toBe(here.nurse.signInName);
    await signed('Sample');
    const apart = await begin(vial(4), 'Quarantine');
    await apart.pressLast('Quarantine');
    await recordedLine(here);
    const disposed = await begin(vial(4), 'Dispose');
    await disposed.choose('How it leaves', 'destroyed-on-site');
    await disposed.fill('Volume found in it', '9.500');
    expect(await violations(here.page)).toEqual([]);
    await signed('Dispose');
    const back = await begin(vial(5), 'Back to the supplier');
    await back.choose('Supplier', { label: 'Ridge Medical Supply' });
    await back.fill('Number of the recall or return', 'RA-31');
    await signed('Back to the supplier');
    for (const index of [3, 4, 5])
      expect(await condition(vial(index))).toMatchObject({ status: 'closed' });
  });

  test('what was drawn is prepared, handed to a colleague, and goes with the patient', async () => {
    const here = scene();
    const order = await drawn(here, vial(6));
    await signIn(here, here.nurse);
    const open = async (step: string): Promise<Keyboard> => {
      // Anew: what the step before has recorded is not to be taken for what this one records.
      await here.page.goto(`${here.service.url}/infusions/${order}`);
      await keyboard().press(step);
      return keyboard();
    };
    const prepare = await open('Prepare');
    await prepare.fill('Volume after dilution', '100');
    await prepare.pressLast('Prepare');
    await recordedLine(here);
    const off = await open('Hand to a colleague');
    await off.choose('Who takes it', { label: /Paul Odell/ });
    await off.pressLast('Hand to a colleague');
    await secondSigns(here, here.custodian);
    await recordedLine(here);
    const over = await open('Left with the patient');
    await over.fill(/Volume that left/, '60');
    await over.pressLast('Left with the patient');
    await recordedLine(here);
  });

  test('a vial that is scanned first is drawn from for an infusion of the day', async () => {
    const here = scene();
    const { page, clinic, nurse } = here;
    const order = await orderInfusion(clinic, nurse);
    const hands = new CountedHands(page);
    await page.locator('h1').focus();
    await hands.scan(`CS${vial(8)}`);
    await page.getByRole('heading', { name: `Vial ${vial(8)}` }).waitFor();
    await page.locator(`a[href="/infusions/${order}?vial=${vial(8)}"]`).focus();
    await hands.press('Enter');
    await hands.see('Volume drawn');
    await page.getByText('35.000 mg').first().waitFor();
    // The maker’s code in the hand is held against the vial: another product stops the draw.
    await hands.scan(`01${gtinOfNdc('0409-2051-15', 1) ?? ''}1729063010A1`);
    await page.getByText('of another product than this vial').waitFor();
    expect(await page.getByRole('button', { name: 'Draw' }).last().isDisabled()).toBe(true);
    await keyboard().press('Take it out again');
    // Another lot is told as plainly; whoever draws all the same is refused by the register.
    await hands.see('Volume drawn');
    await hands.scan(`01${gtinOfNdc(PACKAGE, 1) ?? ''}1729063010Z9`);
    await page.getByText('of another lot than this vial').waitFor();
    await hands.see('Volume drawn');
    await hands.press('Enter');
    await page.getByText('shows another lot than the register has for it').waitFor();
    await keyboard().press('Take it out again');
    // A ten-fold dose is told in words, and nothing but the dose itself, typed anew, lets it pass.
    await hands.see('Volume drawn');
    await hands.type('7');
    await hands.press('Enter');
    await hands.see('No, let me correct it');
    expect(await violations(page)).toEqual([]);
    await hands.press('Enter');
    await hands.see('Volume drawn');
    await hands.press('Enter');
    await hands.see('No, let me correct it');
    const yes = page.getByRole('button', { name: 'Yes, it is as I say' });
    const again = 'Type the milligrams that are then drawn';
    await keyboard().fill(again, '35');
    expect(await yes.isDisabled()).toBe(true);
    await keyboard().fill(again, '350');
    await hands.press('Enter');
    await hands.see(/Volume given/);
    const line = await recordedLine(here);
    const drawn = await nurse.device.get(sitePath(clinic, `entries/${line}`));
    expect(drawn.textAt('flags.0.code')).toBe('confirmed:draw.looks-ten-fold');
  });

  test('what is left is sealed in a bag, and the bag is opened with a witness', async () => {
    const here = scene();
    const order = await drawn(here, vial(6));
    await visit(here, `infusions/${order}`, `Order ${order}`);
    await keyboard().press('Seal in a bag');
    await new CountedHands(here.page).see('Number on the bag');
    await keyboard().fill('Number on the bag', 'B-0077');
    await keyboard().pressLast('Seal in a bag');
    await recordedLine(here);
    // The number that stands on the bag, typed or scanned into the field that takes any code, opens it.
    await here.page.locator('h1').focus();
    await here.page.keyboard.press('/');
    await scan(here.page, 'B-0077');
    await here.page.getByRole('heading', { name: 'Sealed bag B-0077' }).waitFor();
    // So does the code of its label, wherever it is scanned.
    await here.page.evaluate('window.print = () => undefined');
    await keyboard().press('Print labels');
    await here.page.locator('.label img').waitFor();
    const paper = join(await newFolder(), 'label.pdf');
    await here.page.pdf({ path: paper });
    const [code = ''] = await codesOnPaper(paper);
    expect(code).toBe('CSB:B-0077');
    await visit(here, 'account', 'Your account');
    await scan(here.page, code);
    await here.page.getByRole('heading', { name: 'Sealed bag B-0077' }).waitFor();
    await keyboard().fill('Volume measured in it', '0.700');
    await keyboard().choose('Who signs', here.custodian.signInName);
    await keyboard().pressLast('Open with a witness');
    await secondSigns(here, here.custodian);
    await recordedLine(here);
  });
}

/** A second storage location at the site. */
async function anotherLocation({ clinic }: Scene): Promise<void> {
  await prove(clinic.rita);
  const { device } = clinic.rita;
  const sites = await device.get('/api/sites');
  const facts = sites.at('items.0.facts') as Readonly<Record<string, never>>;
  const locations = [
    { id: 'safe', name: 'Safe' },
    { id: 'cart', name: 'Cart' },
  ];
  const changed = await device.post(`/api/sites/${clinic.site}/registration`, {
    ...now(clinic),
    facts: { ...facts, locations },
  });
  expectStatus(changed, 201);
}
