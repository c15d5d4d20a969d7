/**
 * Pictures of every screen in screenshots/: on seven sizes of screen, light and dark, on paper, and in the colours that a
 * system forces. Of a clinic that is open for it:
 *   npm run demo -- --days 12 --stay
 *   npm run screenshots -- http://127.0.0.1:3000
 *   npm run screenshots -- http://127.0.0.1:3000 --only desktop,light --screens today,ledger
 *   npm run screenshots -- http://127.0.0.1:3000 --only paper
 * With --readme, the four pictures of the README are written into docs/pictures.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { STATES } from './screen-states.mjs';

const SIZES = {
  wall: { width: 2560, height: 1440 },
  wide: { width: 1920, height: 1080 },
  desktop: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  upright: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
  // What a desktop of 1280 shows at a zoom of 400 %.
  narrowest: { width: 320, height: 640 },
};
/** How a screen is looked at: by day, by night, on paper, and in the colours that a system forces. */
const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  paper: { colorScheme: 'light', media: 'print' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
};
/** A few sizes are enough for those. */
const SIZES_OF_LOOK = { paper: ['desktop'], forced: ['desktop', 'phone'] };
/** Name of the picture, and the address; a word in braces is an id that the service is asked for. */
const SCREENS = {
  today: '',
  infusions: 'infusions',
  infusion: 'infusions/{order}',
  vials: 'vials',
  vial: 'vials/{container}',
  bag: 'bags/{bag}',
  receive: 'receive',
  inventory: 'inventory',
  count: 'count',
  ledger: 'ledger',
  line: 'ledger/{draw}',
  corrected: 'ledger/{corrected}',
  day: 'days/{date}',
  'day-closed': 'days/{closedDate}',
  discrepancies: 'discrepancies',
  discrepancy: 'discrepancies/{case}',
  losses: 'losses',
  reconciliation: 'reconciliation',
  trends: 'trends',
  reports: 'reports',
  inspection: 'inspection',
  people: 'people',
  products: 'products',
  suppliers: 'suppliers',
  policies: 'policies',
  service: 'service',
  account: 'account',
  nothing: 'nothing/here',
};
/** Those of the README: one of each kind of work, small enough for a page. */
const README = [
  ['today', 'desktop', 'light'],
  ['vial', 'desktop', 'light'],
  ['ledger', 'desktop', 'dark'],
  ['policies', 'desktop', 'light'],
];
const README_SIZE = { width: 1360, height: 820 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    screens: { type: 'string', default: '' },
    as: { type: 'string', default: 'rita.vance' },
    password: { type: 'string', default: 'Vance-keeps-the-register-7' },
    readme: { type: 'boolean', default: false },
  },
});
const [url = 'http://127.0.0.1:3000'] = positionals;
const ROOT = join(import.meta.dirname, '..');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  await (values.readme ? takeThoseOfTheReadme() : takeAll());
} finally {
  await browser.close();
}

async function takeAll() {
  const folder = join(ROOT, 'screenshots');
  mkdirSync(folder, { recursive: true });
  const only = values.only.split(',').filter((word) => word !== '');
  const screens = values.screens.split(',').filter((word) => word !== '');
  const isWanted = ([name]) => screens.length === 0 || screens.includes(name);
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const [look, options] of Object.entries(LOOKS)) {
      const isOfSize = (SIZES_OF_LOOK[look] ?? [size]).includes(size);
      if (!isOfSize || !only.every((word) => word === size || word === look)) continue;
      const page = await opened({ viewport, ...options });
      const pathOf = (name) => join(folder, `${name}-${size}-${look}.png`);
      await takeScreens(page, isWanted, pathOf);
      // Buttons do not print.
      if (options.media !== 'print') await takeStates(page, isWanted, pathOf);
      await page.close();
    }
  }
}

/** The door, and every screen. */
async function takeScreens(page, isWanted, pathOf) {
  const take = (name) => page.screenshot({ path: pathOf(name), fullPage: true });
  if (isWanted(['sign-in'])) await take('sign-in');
  await signIn(page);
  for (const [name, address] of Object.entries(SCREENS).filter(isWanted)) {
    if (await show(page, address)) await take(name);
    else process.stdout.write(`${name}: this clinic has nothing to show there\n`);
  }
}

/** What some screens come to. */
async function takeStates(page, isWanted, pathOf) {
  for (const [name, [address, begin]] of Object.entries(STATES).filter(isWanted)) {
    if (!(await show(page, address))) continue;
    try {
      await begin(page);
      await isRead(page);
      await page.screenshot({ path: pathOf(name), fullPage: true });
    } catch (error) {
      process.stderr.write(`${name}: ${error.message.split('\n')[0]}\n`);
    }
  }
}

async function takeThoseOfTheReadme() {
  const folder = join(ROOT, 'docs/pictures');
  mkdirSync(folder, { recursive: true });
  for (const [name, , colorScheme] of README) {
    const page = await opened({ viewport: README_SIZE, colorScheme });
    await signIn(page);
    await show(page, SCREENS[name]);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.close();
  }
}

/** A page at the door of the register. */
async function opened({ media, ...options }) {
  const page = await browser.newPage({ ...options, reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  if (media !== undefined) await page.emulateMedia({ media });
  page.on('pageerror', (error) => process.stderr.write(`${page.url()}: ${error.stack}\n`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('401'))
      process.stderr.write(`${page.url()}: ${message.text()}\n`);
  });
  await page.goto(url);
  await page.locator('h1').waitFor();
  return page;
}

async function signIn(page) {
  await page.getByLabel('Sign-in name').fill(values.as);
  await page.getByRole('textbox', { name: 'Password' }).fill(values.password);
  await page.keyboard.press('Enter');
  await page.locator('.shell').waitFor({ state: 'attached' });
}

/** @returns {Promise<boolean>} whether there is such a thing to be shown */
async function show(page, address) {
  const ids = address.includes('{') ? await idsOf(page) : {};
  const names = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  if (names.some((name) => ids[name] === undefined)) return false;
  const path = address.replace(/\{(\w+)\}/g, (_, name) => ids[name]);
  await page.goto(`${url}/${path}`);
  await page.locator('h1').waitFor();
  await isRead(page);
  return true;
}

/** Everything has been read, and the letters are those of the fonts. */
async function isRead(page) {
  await page.evaluate('scrollTo(0, 0)');
  await page.waitForFunction(() => document.querySelector('[data-reading]') === null);
  await page.evaluate(() => document.fonts.ready);
}

/** Ids of the first things of each kind, as the service knows them. */
function idsOf(page) {
  return page.evaluate(async () => {
    const read = async (path) => {
      const answer = await fetch(path);
      return answer.ok ? answer.json() : {};
    };
    const { items: sites } = await read('/api/sites');
    const site = `/api/sites/${sites[0].site}`;
    const list = async (path) => (await read(`${site}/${path}`)).items ?? [];
    const newest = async (kind) => (await list(`entries?limit=1&kind=${kind}`)).at(0);
    const orders = await list('infusion-orders?limit=200');
    const { sealed = [] } = await read(`${site}/custody`);
    const [container] = [
      ...(await list('containers?status=open')),
      ...(await list('containers?limit=1')),
    ];
    const correction = await newest('correction');
    const closing = await newest('day-close');
    return {
      container: container?.container,
      bag: sealed.at(0)?.bag,
      case: (await list('discrepancies')).at(0)?.id,
      draw: (await newest('draw'))?.line,
      corrected: correction?.about.find(({ noun }) => noun === 'line')?.id,
      order: (orders.find(({ standing }) => standing === 'drawn') ?? orders.at(-1))?.order,
      ordered: orders.find(({ standing }) => standing === 'ordered')?.order,
      // The business day that the newest line is of, at the site's own clock.
      date: new Intl.DateTimeFormat('en-CA', { timeZone: sites[0].facts.zone }).format(
        new Date((await list('entries?limit=1')).at(0)?.occurredAt),
      ),
      closedDate: closing?.about.find(({ noun }) => noun === 'day')?.id,
    };
  });
}
