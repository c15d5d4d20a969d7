/** The application in a real browser, against the real service: one clinic from its first run to an infusion that adds up. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { usedPaths } from '../../scripts/api-types.mjs';
import { findChromium, launch, violations } from '../support/browser.js';
import { Device, startHttpService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';
import { expectStatus, hire, receiveVials, SETUP, sitePath } from '../support/http-clinic.js';
import type { Clinic, Member } from '../support/http-clinic.js';
import { certificateFile, PrintAuthority } from '../support/print-certificates.js';
import { actsAtScreen } from './acts-at-screen.js';
import { casesAtScreen } from './cases-at-screen.js';
import { correctionsAtScreen } from './corrections-at-screen.js';
import { countsAtScreen } from './counts-at-screen.js';
import { dayAtScreen } from './day-at-screen.js';
import { everyScreen } from './every-screen.js';
import { firstRun, KEEPER } from './first-run.js';
import { CountedHands } from './keyboard.js';
import { complianceAlone, custodianAlone, inspectorAlone } from './keyboard-alone.js';
import { longLedger } from './long-ledger.js';
import { networkDrops } from './network-drops.js';
import { rolesAtWork } from './roles-at-work.js';

const FIRST_SCRIPTS_LIMIT_BYTES = 250 * 1024;
/** What a browser says of refusals that a test asks for, and of a network that a test takes away. */
const EXPECTED = /status of 4|ERR_INTERNET_DISCONNECTED|ERR_FAILED/;
/**
 * Keys from Today to an order that stands, with a name of four letters; and with one scan from there to an infusion that is
 * closed: what was given, the choice of the witness and a PIN of six digits among them. At a third of a second for a key and
 * a second and a half for each look at the screen that is under fifteen seconds of work.
 */
const KEYS_OF_AN_ORDER = 12;
const KEYS_OF_AN_INFUSION = 16;
/** Vials on the shelf: some of them leave. */
const STOCK = 10;
const PATIENT = {
  name: 'Hana Quill',
  address: '9 Cedar Street, Harrow Bay, FL 33999',
  birthDate: '1971-04-09',
};

let service: HttpService;
beforeAll(async () => {
  const authority = new PrintAuthority();
  const printCertificate = certificateFile(authority.issue('site'));
  authority.remove();
  service = await startHttpService({ printCertificate });
});
afterAll(() => service.close());

test('everything that the application asks is in the API as it is', async () => {
  const document = (await new Device(service.url).get('/api/openapi.json')).body as {
    readonly paths: Readonly<Record<string, unknown>>;
  };
  const known = Object.keys(document.paths);
  expect(known).toEqual(expect.arrayContaining([...usedPaths()]));
});

test('the types that the application is written against are those of the API', async () => {
  // In a process of its own: the service answers in this one.
  const comparing = spawn(process.execPath, ['scripts/api-types.mjs', service.url, '--compare']);
  let told = '';
  comparing.stderr.on('data', (part: Buffer) => (told += part.toString('utf8')));
  const [status] = (await once(comparing, 'exit')) as [number];
  expect({ status, told }).toEqual({ status: 0, told: '' });
});

test('is served with a policy that takes no script and no style of the page itself', async () => {
  const page = await fetch(`${service.url}/infusions/12`);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
  const html = await page.text();
  expect(html).not.toMatch(/<style|style="|<script(?![^>]* src=)/);
  const addresses = html.match(/\/assets\/[^"]+\.js/g) ?? [];
  expect(addresses.length).toBeGreaterThan(0);
  let size = 0;
  for (const address of addresses) {
    const asset = await fetch(`${service.url}${address}`);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    size += brotliCompressSync(Buffer.from(await asset.arrayBuffer())).length;
  }
  expect(size).toBeLessThan(FIRST_SCRIPTS_LIMIT_BYTES);
});

test('the page names what is asked first, and to a session also what needs one', async () => {
  const linksOf = async (cookie?: string): Promise<string | null> => {
    const headers: Record<string, string> = cookie === undefined ? {} : { cookie };
    return (await fetch(`${service.url}/vials`, { headers })).headers.get('link');
  };
  const asked = (...addresses: readonly string[]): string =>
    addresses.map((address) => `<${address}>; rel=preload; as=fetch; crossorigin`).join(', ');
  expect(await linksOf()).toBe(asked('/api/setup', '/api/session'));
  expect(await linksOf('countersign=any')).toBe(
    asked('/api/setup', '/api/session', '/api/sites', '/api/people'),
  );
});

test('no component of the library is shown without its style', async () => {
  const classesOf = (text: string) => new Set(text.match(/\bm_[0-9a-f]{6,8}\b/g) ?? []);
  const styles = createRequire(import.meta.url).resolve('@mantine/core/styles.css');
  const styled = classesOf(await readFile(styles, 'utf8'));
  const built = await readdir('dist/web/assets');
  const read = async (end: string) => {
    const files = built.filter((name) => name.endsWith(end));
    return classesOf(
      (await Promise.all(files.map((name) => readFile(`dist/web/assets/${name}`, 'utf8')))).join(),
    );
  };
  const used = [...(await read('.js'))].filter((name) => styled.has(name));
  const there = await read('.css');
  const missing = used.filter((name) => !there.has(name));
  expect({ isUsed: used.length > 0, missing }).toEqual({ isUsed: true, missing: [] });
});

test.each(['/api/nothing', '/assets/nothing.js', '/api', '/nothing.php'])(
  '%s is not the application',
  async (path) => {
    const answer = await fetch(`${service.url}${path}`);
    const isProblem = answer.headers.get('content-type') === 'application/problem+json';
    expect({ status: answer.status, isProblem }).toEqual({ status: 404, isProblem: true });
  },
);

const chromium = findChromium();
if (chromium === undefined) {
  process.stderr.write(
    'No Chromium is found: the application is not tried in a browser. Install it, or name it in CHROMIUM.\n',
  );
} else {
  describe('in a browser', () => {
    let browser: Browser;
    let page: Page;
    const wrong: string[] = [];
    let clinic: Clinic;
    let nurse: Member;
    let custodian: Member;
    let vials: readonly string[];

    beforeAll(async () => {
      browser = await launch(chromium);
      page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      page.setDefaultTimeout(45_000);
      page.on('pageerror', (error) => wrong.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error' && !EXPECTED.test(message.text())) {
          wrong.push(message.text());
        }
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(service.url)) wrong.push(`asks ${request.url()}`);
      });
    });
    afterAll(() => browser.close());
    afterEach(() => {
      expect(wrong).toEqual([]);
    });

    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    const shows = (text: string | RegExp) => page.getByText(text).first().waitFor();
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };

    firstRun(() => ({ service, page }));

    test('a clinic with stock and an order is seen', async () => {
      const device = new Device(service.url);
      const { signInName, password, pin } = SETUP.person;
      const session = await device.post('/api/session', { signInName, password });
      const site = String(expectStatus(session, 200).at('grants.0.site'));
      const sites = await device.get('/api/sites');
      const person = session.textAt('person');
      const rita = { person, signInName, password, pin, device };
      const id = site === 'organisation' ? sites.textAt('items.0.site') : site;
      clinic = { service, site: id, organisation: SETUP.organisation, rita };
      const keeper = new Device(service.url);
      const { signInName: name, password: own } = KEEPER;
      const signedIn = await keeper.post('/api/session', { signInName: name, password: own });
      custodian = { ...KEEPER, person: signedIn.textAt('person'), device: keeper };
      nurse = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
      vials = await receiveVials(clinic, { custodian, verifier: nurse }, STOCK);
      expectStatus(await nurse.device.post(sitePath(clinic, 'patients'), PATIENT), 201);
      expect(vials).toHaveLength(STOCK);
    });

    test('draw, give and waste, by keyboard and scanner alone, with few keys', async () => {
      await page.context().clearCookies();
      await page.goto(service.url);
      await field('Sign-in name').waitFor();
      await page.keyboard.type(nurse.signInName);
      await press('Tab');
      await page.keyboard.type(nurse.password);
      await press('Enter');
      await page.getByRole('heading', { name: 'Today' }).waitFor();
      const ordering = new CountedHands(page);
      await ordering.press('g', 'i');
      await field('Find patient by name').waitFor();
      await ordering.press('Tab');
      await ordering.type('Hana');
      await ordering.press('Enter');
      await ordering.see(/Hana Quill/);
      await ordering.press('Enter');
      await ordering.see('Dose');
      await ordering.type('35');
      await ordering.press('Enter');
      await page.getByRole('heading', { name: 'Draw', exact: true }).waitFor();
      expect(ordering.keys).toBeLessThanOrEqual(KEYS_OF_AN_ORDER);
      const hands = new CountedHands(page);
      await hands.scan(vials[0] ?? '');
      await shows('35.000 mg');
      expect(await violations(page)).toEqual([]);
      await hands.see('Volume drawn');
      await hands.press('Enter');
      await hands.see(/Volume given/);
      await shows(/Recorded, line/);
      await hands.type('0.6');
      await hands.press('Enter');
      await hands.see(/Volume wasted/);
      await shows('5.000 mg');
      // Nobody has signed beside her yet: the refusal leads to where the witness is chosen.
      await hands.press('Enter');
      await hands.see('Who signs');
      // The registrant may do much, but nobody has granted her to witness.
      const choices = page.getByRole('combobox', { name: 'Who signs' }).locator('option');
      expect(await choices.and(page.locator(':enabled')).allInnerTexts()).toEqual([
        'Nobody is here',
        'Paul Odell (PO)',
      ]);
      expect(await choices.and(page.locator(':disabled')).allInnerTexts()).toEqual([
        'Rita Vance (RV): no role for it',
      ]);
      await hands.type('P');
      await hands.press('Enter');
      await shows('This is what is signed');
      await shows(/signs this as witnessed/);
      expect(await violations(page)).toEqual([]);
      await hands.type(custodian.pin);
      await hands.press('Enter');
      await shows('The infusion adds up.');
      await hands.see('Close infusion');
      await hands.press('Enter');
      await page.getByText('Closed').first().waitFor();
      expect(await custody()).toEqual({ inHand: [], sealed: [] });
      expect(hands.scans).toBe(1);
      expect(hands.keys).toBeLessThanOrEqual(KEYS_OF_AN_INFUSION);
    });

    test('the ledger shows its lines, and a typed number opens one', async () => {
      await focusOn(page.locator('h1'));
      await press('g', 'l');
      await page.getByRole('gridcell', { name: 'Waste' }).waitFor();
      await press('/');
      await page.keyboard.type('1', { delay: 100 });
      await press('Enter');
      await page.getByRole('heading', { name: 'Line 1', exact: true }).waitFor();
    });

    test('a locked session keeps the half-done form', async () => {
      await page.goto(`${service.url}/infusions`);
      await field('Find patient by name').fill('Han');
      service.clock.advance(16 * 60_000);
      await page.waitForTimeout(1_100);
      await press('Enter');
      await page.getByRole('dialog', { name: 'Locked' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('dialog').getByRole('textbox').fill(nurse.password);
      await press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      // The hands are where they were.
      await new CountedHands(page).see('Find patient by name');
      expect(await field('Find patient by name').inputValue()).toBe('Han');
    });

    const scene = () => ({ service, page, clinic, nurse, custodian, vials });
    networkDrops(scene);
    rolesAtWork(scene);
    longLedger(scene);
    actsAtScreen(scene);
    correctionsAtScreen(scene);
    custodianAlone(scene);
    complianceAlone(scene);
    casesAtScreen(scene);
    inspectorAlone(scene);
    countsAtScreen(scene);
    dayAtScreen(scene);
    everyScreen(scene);

    const focusOn = async (place: ReturnType<Page['locator']>): Promise<void> => {
      await place.focus();
    };
    const custody = async (): Promise<unknown> =>
      (await nurse.device.get(sitePath(clinic, 'custody'))).body;
  });
}
