/** A deployment that nobody has opened becomes a register that can receive, by keys alone, which are counted. */
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { SetupCode } from '../../src/platform/identity/setup-code.js';
import { violations } from '../support/browser.js';
import { SETUP } from '../support/http-clinic.js';
import type { HttpService } from '../support/http-service.js';
import { Walker } from './walker.js';

/**
 * Ten minutes are 600 seconds. Somebody who types 40 words a minute presses a key in 0.3 seconds, and the keystroke-level
 * model (Card, Moran and Newell) adds 1.35 seconds of thinking for each field or button. 650 keys are 195 seconds, and the 60
 * fields and buttons of the way 81: under five minutes, so that the other five are left for reading the policy.
 */
const KEYS_OF_THE_FIRST_RUN = 650;

/** Somebody who keeps the stock: with the password that the register begins with, and the secrets of their own. */
export const KEEPER = {
  name: 'Paul Odell',
  initials: 'PO',
  signInName: 'paul.odell',
  first: 'first words of the pharmacist',
  password: 'own words of the pharmacist 5',
  pin: '264815',
} as const;
export const SUPPLIER = {
  name: 'Ridge Medical Supply',
  address: '4 Mill Road, Utica, NY 13501',
  deaNumber: 'RG1234563',
} as const;
/** In the catalogue, which does not say how many are in a carton. */
export const PACKAGE = '0409-2053-10';

export function firstRun(here: () => { service: HttpService; page: Page }): void {
  let keys = 0;
  const count = ({ hands }: Walker): void => {
    keys += hands.keys;
  };
  const shows = (text: string | RegExp) => here().page.getByText(text).first().waitFor();

  test('the one-time code opens the register', async () => {
    const { service, page } = here();
    const walker = new Walker({ service, page });
    const { person, site } = SETUP;
    await page.goto(service.url);
    await walker.see('One-time code');
    await walker.hands.type(await service.app.get(SetupCode).make());
    expect(await violations(page)).toEqual([]);
    await walker.fill('Organisation', SETUP.organisation);
    await walker.fill('Name of the site', site.name);
    await walker.fill('Registrant, as on the certificate', site.registrant);
    await walker.fill('Registered address', site.address);
    await walker.fill('DEA number', 'BV1234560');
    await shows(/does not check/);
    await walker.press('Backspace');
    await walker.hands.type('3');
    await walker.fillDate('Registration expires', '2028-12-31');
    await walker.fill('Time zone', site.zone);
    await walker.fill('Printed name', person.name);
    await walker.fill('Initials', person.initials);
    await walker.fill('Sign-in name', person.signInName);
    await walker.fill('Password', person.password);
    await walker.fill('New PIN, 6 digits or more', person.pin);
    await walker.press('Enter');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await violations(page)).toEqual([]);
    count(walker);
  });

  test('wrong words are refused, the right ones open Today', async () => {
    const { service, page } = here();
    const slip = new Walker({ service, page });
    await slip.enterDoor({ ...SETUP.person, password: 'not the password at all' });
    await page.getByRole('alert').waitFor();
    await page.reload();
    const walker = new Walker({ service, page });
    await walker.enterDoor(SETUP.person);
    await walker.arrive('Today');
    count(walker);
    await shows('The day can close');
    // A new register says what comes first.
    await page.getByRole('heading', { name: 'First steps of this register' }).waitFor();
    await shows('No drug is in custody yet');
  });

  test('people, a product, a supplier and an inventory of nothing are ten minutes of keys', async () => {
    const { service, page } = here();
    const walker = new Walker({ service, page });
    /** From a step to the next one, by the way that the register shows. */
    const step = async (name: RegExp, title: string): Promise<void> => {
      if (!(await page.getByRole('heading', { name: 'Today', level: 1 }).isVisible())) {
        await walker.press('Escape');
        await walker.go('t', 'Today');
      }
      await walker.enter(name);
      await walker.arrive(title);
    };

    await step(/^Add the people/, 'People');
    await walker.fill('Name', KEEPER.name);
    await walker.fill('Initials', KEEPER.initials);
    await walker.choose('License', 'RPh');
    await walker.fill('Sign-in name', KEEPER.signInName);
    await walker.fill(/^First password/, KEEPER.first);
    await walker.press('Enter');
    await walker.recorded();
    // Whoever was added may do nothing yet: the hands are at their roles.
    for (const role of ['Custodian', 'Witness']) {
      await walker.tabTo(role);
      await walker.press('Space');
    }
    await walker.press('Enter');
    await page.getByRole('row', { name: /Paul Odell .*Custodian, Witness/i }).waitFor();

    await step(/^Approve the products/, 'Products');
    await walker.fill(/^Find in the catalogue/, PACKAGE);
    await walker.enter(/0409-2053-10/);
    await walker.see('Containers in a carton');
    await walker.hands.type('10');
    await walker.press('Enter');
    await page.getByRole('row', { name: /0409-2053-10 .*Approved/i }).waitFor();

    await step(/^Name the suppliers/, 'Suppliers');
    await walker.fill('Name', SUPPLIER.name);
    await walker.fill('Address', SUPPLIER.address);
    await walker.fill('DEA number', SUPPLIER.deaNumber);
    await walker.fillDate('Registration expires', '2028-12-31');
    await walker.press('Enter');
    await page.getByRole('row', { name: /Ridge Medical Supply/ }).waitFor();

    await step(/^Look through the policy/, 'Policies');
    await shows('Every setting is as a new register begins.');

    // Nobody counts alone, and nobody signs with a password that somebody else has chosen.
    await walker.tabBackTo('Sign out');
    await walker.press('Enter');
    await walker.enterDoor({ signInName: KEEPER.signInName, password: KEEPER.first });
    await walker.see('Password so far');
    await walker.hands.type(KEEPER.first);
    await walker.fill('New password', KEEPER.password);
    await walker.fill('New PIN, 6 digits or more', KEEPER.pin);
    await walker.press('Enter');
    await walker.arrive('Today');
    await step(/^Take the initial inventory/, 'Inventories');
    await walker.choose('Who signs', SETUP.person.name);
    await walker.press('Enter');
    await walker.sign(SETUP.person);
    await walker.recorded();

    await walker.go('r', 'Receive');
    await walker.choose('Supplier', SUPPLIER.name);
    await walker.choose('Product', 'ketamine');
    count(walker);
    expect(keys).toBeLessThanOrEqual(KEYS_OF_THE_FIRST_RUN);
  }, 120_000);
}
