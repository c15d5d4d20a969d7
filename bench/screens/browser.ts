/** Headless Chromium: one that Lighthouse drives over its port, and one that scrolls. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { BrowserContext } from 'playwright-core';

const SCREEN = { width: 1280, height: 900 };
/** Turns of the wheel, and pixels of each. */
const TURNS = 150;
const TURN = 400;
const ROUNDS = 5;
/** Has the page keep when each of its pictures came. */
const KEEP_TIMES = `{
  const times = (globalThis.pictureTimes = []);
  const picture = (at) => {
    if (globalThis.pictureTimes !== times) return;
    times.push(at);
    requestAnimationFrame(picture);
  };
  requestAnimationFrame(picture);
}`;

const PROGRAM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const OPTIONS = ['--no-sandbox', '--disable-dev-shm-usage'];
const LOOK_MS = 100;

export interface OpenBrowser {
  readonly port: number;
  close(): Promise<void>;
}

export async function openBrowser(folder: string): Promise<OpenBrowser> {
  const port = await freePort();
  const own = [`--remote-debugging-port=${port}`, `--user-data-dir=${join(folder, 'profile')}`];
  const browser = spawn(PROGRAM, ['--headless=new', ...OPTIONS, ...own], { stdio: 'ignore' });
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  const close = async (): Promise<void> => {
    browser.kill('SIGTERM');
    await ended;
  };
  while (!(await isListening(port))) {
    if (browser.exitCode !== null) throw new Error(`${PROGRAM} did not start`);
    await delay(LOOK_MS);
  }
  return { port, close };
}

const isListening = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/json/version`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Milliseconds within which 19 of 20 pictures came, for each way through the ledger. */
export async function measureScrolling(url: string, cookie: string): Promise<readonly number[]> {
  const browser = await chromium.launch({ executablePath: PROGRAM, args: OPTIONS });
  try {
    return await scrolled(await browser.newContext({ viewport: SCREEN }), url, cookie);
  } finally {
    await browser.close();
  }
}

async function scrolled(
  context: BrowserContext,
  url: string,
  cookie: string,
): Promise<readonly number[]> {
  await context.addCookies(
    cookie.split('; ').map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return { name, value, url };
    }),
  );
  const page = await context.newPage();
  await page.goto(url);
  const grid = page.getByRole('grid', { name: 'Ledger' });
  await grid.getByRole('row').nth(1).hover();
  const found: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.evaluate(KEEP_TIMES);
    for (let turn = 0; turn < TURNS; turn += 1) await page.mouse.wheel(0, TURN);
    const times = await page.evaluate(() => Reflect.get(globalThis, 'pictureTimes') as number[]);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
    gaps.sort((a, b) => a - b);
    found.push(gaps[Math.floor(gaps.length * 0.95)] ?? 0);
  }
  return found;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
