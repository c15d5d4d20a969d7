/** The main jobs of each role, done at the screen: by keyboard and scanner where hands are full. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Page, Response } from 'playwright-core';
import { gtinOfNdc } from '../../src/domain/codes/ndc.js';
import { scan, violations } from '../support/browser.js';
import { hire, prove, sitePath } from '../support/http-clinic.js';
import { newFolder } from '../support/database.js';
import { codesOnPaper } from '../support/label-codes.js';
import { codeOnPage } from '../support/page-codes.js';
import { PACKAGE, SUPPLIER } from './first-run.js';
import { PRINTED_MS, recordedLine, secondSigns, signIn, visit } from './scene.js';
import type { Scene } from './scene.js';

/** What would tell a counter what the book expects. */
const BOOK = /"(?:remaining|onHand|inCustody|expected|sealed|balance)"\s*:\s*(?:"\d|\{|\d)/;

export function rolesAtWork(scene: () => Scene): void {
  const button = (name: string) => scene().page.getByRole('button', { name, exact: true });
  const field = (name: string) => scene().page.getByRole('textbox', { name, exact: true });
  const shows = (text: string | RegExp) => scene().page.getByText(text).first().waitFor();

  test('the custodian receives by scanning a carton anywhere', async () => {
    const here = scene();
    const { page, clinic, custodian, nurse } = here;
    await signIn(here, custodian);
    // A page that is still reading may take a key later than a scanner sends it.
    await page.locator('[data-reading]').first().waitFor({ state: 'detached' });
    await scan(page, `01${gtinOfNdc(PACKAGE, 1) ?? ''}1729063010B2`);
    await page.getByRole('heading', { name: 'Receive', exact: true }).waitFor();
    await page.getByLabel('Supplier').selectOption({ label: SUPPLIER.name });
    await field('Invoice number').fill('INV-77');
    await page.getByLabel('Invoice date').fill('2026-03-01');
    expect(await field('Lot').inputValue()).toBe('B2');
    expect(await page.getByLabel('Expires').inputValue()).toBe('2029-06-30');
    expect(await page.getByLabel('Product').inputValue()).not.toBe('');
    await field('Ordered').fill('2');
    await page.locator('input[type=file]').setInputFiles({
      name: 'invoice.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
    });
    await shows(/Uploaded/);
    await page.getByLabel('Who signs').selectOption(nurse.signInName);
    expect(await violations(page)).toEqual([]);
    await button('Record the receipt').click();
    await secondSigns(here, nurse);
    const line = await recordedLine(here);
    await shows(`${line}-1`);
    await shows(`${line}-2`);
    await prove(custodian);
    const received = await custodian.device.get(sitePath(clinic, `entries/${line}`));
    expect(received.at('signatures.length')).toBe(2);
    // Labels: a code and a number for each container.
    // The sheet goes to paper by itself; here it is taken as a file.
    await page.evaluate('window.print = () => undefined');
    await button('Print labels').click();
    await page.locator('.label img').nth(1).waitFor();
    const labels = await page.locator('.label').allInnerTexts();
    expect(labels.map((text) => text.split('\n')[0])).toEqual([`${line}-1`, `${line}-2`]);
    expect(await violations(page)).toEqual([]);
    const paper = join(await newFolder(), 'labels.pdf');
    await page.pdf({ path: paper });
    expect([...(await codesOnPaper(paper))].sort()).toEqual([`CS${line}-1`, `CS${line}-2`]);
  });

  test('the custodian counts, and nothing tells what the book expects', async () => {
    const here = scene();
    const { page, clinic, custodian } = here;
    await prove(custodian);
    const balances = await custodian.device.get(sitePath(clinic, 'balances'));
    const sealed = balances.textAt('items.0.sealed');
    const open = await custodian.device.get(sitePath(clinic, 'containers?status=open'));
    const openVials = open.at('items') as readonly OpenVial[];
    const told: string[] = [];
    const listen = async (response: Response): Promise<void> => {
      const url = response.url();
      if (!url.includes('/api/') || url.includes('/events')) return;
      // An answer whose page has gone was never seen by anybody.
      told.push(`${url} ${await response.text().catch(() => '')}`);
    };
    await page.goto(`${scene().service.url}/account`);
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
    page.on('response', listen);
    await page.goto(`${scene().service.url}/count`);
    await button('Begin to count').click();
    await field('Sealed containers').waitFor();
    expect(told.filter((each) => BOOK.test(each))).toEqual([]);
    expect(told.length).toBeGreaterThan(2);
    await field('Sealed containers').fill(sealed);
    for (const { container, remaining } of openVials) {
      await field(`Vial ${container}`).fill(remaining.value);
    }
    await button('Hand in the count').click();
    await shows('Count and book agree.');
    page.off('response', listen);
  });

  test('the custodian closes a vial out, and its difference becomes a case', async () => {
    const here = scene();
    const { page, nurse } = here;
    await scan(page, openVial(here));
    await page.getByRole('heading', { name: `Vial ${openVial(here)}` }).waitFor();
    await button('Close out').click();
    await page.getByLabel('Who signs').selectOption(nurse.signInName);
    await button('Close out').last().click();
    await secondSigns(here, nurse);
    await recordedLine(here);
    await visit(here, 'discrepancies', 'Discrepancies');
    await page.locator('.card').first().waitFor();
  });

  test('the compliance officer takes a discrepancy, follows its trend, and issues a document', async () => {
    const here = scene();
    const { page, clinic } = here;
    const clara = await hire(clinic, 'clara.munk', ['compliance', 'witness']);
    await signIn(here, clara);
    await visit(here, 'discrepancies', 'Discrepancies');
    await page.locator('.card').first().waitFor();
    await page.locator('.card').first().click();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    await page.getByLabel('Owner').selectOption({ label: 'Person clara.munk' });
    await page.getByLabel('Due').fill('2026-03-09');
    await button('Record').click();
    await recordedLine(here);
    // Month by month, each bar opens to its lines.
    await visit(here, 'trends', 'Trends');
    const drawn = page.getByRole('list', { name: 'Drawn, mL' });
    await drawn.getByRole('button', { name: /^Mar 2026: \d+\.\d{3} mL/ }).click();
    await page.getByRole('heading', { name: 'Lines behind Drawn, Mar 2026' }).waitFor();
    const behind = page.getByRole('listitem').filter({ hasText: 'Person nina.cole' });
    await behind.first().waitFor();
    expect(await violations(page)).toEqual([]);
    // An issued document says whether it would be the same today.
    await visit(here, 'reports', 'Reports');
    await page.getByRole('combobox', { name: 'Document' }).selectOption('discrepancies');
    await page.getByText('Issue this document').first().click();
    await button('Issue this document').click();
    const issued = await recordedLine(here);
    await page
      .getByRole('listitem')
      .filter({ hasText: issued })
      .getByText(/the same today/)
      .click();
    await shows(/the same document is the same file/);
  });

  test('an inspector reads, prints, and holds a page against the register', async () => {
    const here = scene();
    const { page, clinic } = here;
    const ines = await hire(clinic, 'ines.brandt', ['inspector']);
    await signIn(here, ines);
    await visit(here, 'ledger', 'Ledger');
    await page.getByRole('gridcell', { name: 'Waste' }).waitFor();
    await page.getByRole('combobox', { name: 'Who' }).selectOption({ label: 'Person nina.cole' });
    await page.getByRole('gridcell', { name: 'Receipt' }).waitFor({ state: 'detached' });
    await page.getByRole('gridcell', { name: 'Waste' }).waitFor();
    expect(page.url()).toContain(`person=${here.nurse.person}`);
    expect(await places(page)).not.toContain('Receive');
    // The browser proves a line by itself, and notices where another one is shown.
    await visit(here, 'ledger/3', 'Line 3');
    await button('Check the proof here').click();
    await shows(/Line 3 stands in the signed ledger of \d+ lines, byte for byte/);
    await page.reload();
    await button('Check the proof here').click();
    await shows(/Nothing that this browser saw before was changed/);
    await page.route('**/tile/entries/**', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.body()).toString('latin1').replaceAll('"seq":3,', '"seq":4,');
      await route.fulfill({ response: answer, body: Buffer.from(body, 'latin1') });
    });
    await button('Check the proof here').click();
    await shows('The signed ledger has another line under this number.');
    await page.unroute('**/tile/entries/**');
    await visit(here, 'reports', 'Reports');
    await page.getByRole('combobox', { name: 'Document' }).selectOption('ledger');
    await button('Print as PDF').click();
    const save = page.getByRole('link', { name: 'Save' });
    await save
      .or(page.locator('.notice-no, .notice-warn'))
      .first()
      .waitFor({ timeout: PRINTED_MS });
    expect(await save.count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    const [saved] = await Promise.all([page.waitForEvent('download'), save.click()]);
    const file = await saved.path();
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    expect(text).toContain('Harrow Bay');
    await visit(here, 'inspection', 'Inspection');
    await field('Code of the page').fill(await codeOnPage(file, 1));
    await button('Check the page').click();
    await shows('The register prints this very page.');
    // What they note is theirs; what they were shown is told.
    await field('Note').fill('Ask for the invoice of this delivery.');
    await field('About line, if any').fill('3');
    await button('Add the note').click();
    const note = page.getByRole('listitem').filter({ hasText: 'Ask for the invoice' });
    await note.getByRole('link', { name: 'Line 3' }).waitFor();
    await page
      .getByRole('cell', { name: /Printed · ledger-pdf/ })
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('an administrator adds a person and grants a role, and cannot touch stock', async () => {
    const here = scene();
    const { page, clinic } = here;
    const abel = await hire(clinic, 'abel.frost', ['administrator'], 'organisation');
    await signIn(here, abel);
    await visit(here, 'people', 'People');
    await page.getByRole('heading', { name: 'Add a person' }).waitFor();
    await field('Name').fill('Omar Haddad');
    await field('Initials').fill('OH');
    await field('Sign-in name').fill('omar.haddad');
    await page
      .getByLabel('First password, to be changed at first sign-in')
      .fill('first words of somebody new 7');
    await button('Add a person').click();
    await recordedLine(here);
    await page.getByRole('combobox', { name: 'Name' }).selectOption({ label: 'Omar Haddad' });
    await page.getByRole('checkbox', { name: 'Clinician' }).check();
    await button('Grant roles').click();
    await page.getByRole('row', { name: /Omar Haddad.*Clinician/ }).waitFor();
    expect(await places(page)).toEqual([
      'Today',
      'People',
      'Products',
      'Suppliers',
      'Service',
      'Your account',
    ]);
    await visit(here, 'service', 'Service');
    await shows('Takes requests, and the database answers.');
    await shows('Everything that was asked for has been done.');
    await page.getByText('Add a target').first().click();
    await field('Name').fill('Safe team');
    await page.getByLabel('Way').selectOption('webhook');
    await field('Address').fill('https://hooks.example.org/safe');
    await button('Add a target').click();
    const target = page.getByRole('listitem').filter({ hasText: 'Safe team' });
    await target.getByRole('button', { name: 'New secret' }).click();
    await shows(/messages are signed with the old secret as well/);
    await target.getByRole('button', { name: 'Change' }).click();
    await target.getByRole('textbox', { name: 'Days before' }).fill('9');
    await target.getByRole('button', { name: 'Save' }).click();
    await target.getByText(/9 days before/).waitFor();
    expect(await violations(page)).toEqual([]);
    // Whoever comes in with a password that somebody else has set chooses their own first.
    await page.context().clearCookies();
    await page.goto(here.service.url);
    await field('Sign-in name').fill('omar.haddad');
    await field('Password').fill('first words of somebody new 7');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
}

interface OpenVial {
  readonly container: string;
  readonly remaining: { readonly value: string };
}

/** Where the menu leads. */
const places = async (page: Page): Promise<readonly string[]> =>
  (await page.getByRole('navigation').getByRole('link').allInnerTexts()).map((text) =>
    text.replace(/\s*g \w$/, ''),
  );

/** The vial that the infusion was drawn from. */
const openVial = ({ vials }: Scene): string => vials[0] ?? '';
