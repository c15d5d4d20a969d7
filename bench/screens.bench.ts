/** What Lighthouse says of the screens that people have open all day, and how evenly a quarter's ledger scrolls, in Chromium. */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { colleagueOf } from '../src/cli/demo/cast.js';
import { Desk } from '../src/cli/demo/desk.js';
import { Chance } from '../src/cli/demo/random.js';
import { isPeerThere } from './peers.js';
import { measureScrolling, openBrowser } from './screens/browser.js';
import { CATEGORIES, LIGHTHOUSE, scoresOf } from './screens/lighthouse.js';
import { spread } from './rounds.js';
import type { Comparison } from './rounds.js';

const SEED = 7;
const ROUNDS = 3;
const LEAST_SCORE = 95;
/** Two of the sixty pictures a second that a screen shows. */
const MOST_FRAME_MS = 33.4;
// From dist/bench.
const COMMAND = fileURLToPath(new URL('../../scripts/countersign.mjs', import.meta.url));

export async function screensBench(): Promise<readonly Comparison[]> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
  // The account that runs the server for root passes through.
  await chmod(folder, 0o711);
  const clinic = await openClinic(folder);
  const browser = await openBrowser(folder);
  try {
    const screens = { today: '/', draw: await orderToDraw(clinic), ledger: '/ledger' };
    const { cookie, url } = clinic;
    const rows: Comparison[] = [];
    for (const [name, path] of Object.entries(isPeerThere(LIGHTHOUSE) ? screens : {})) {
      const rounds: (readonly number[])[] = [];
      for (let round = 0; round < ROUNDS; round += 1)
        rounds.push(await scoresOf(`${url}${path}`, { port: browser.port, cookie }));
      rows.push(
        ...CATEGORIES.map((category, index): Comparison => ({
          part: 'screens',
          compares: `Lighthouse, ${name}: ${category}`,
          found: spread(rounds.map((scores) => scores[index] ?? 0)),
          unit: 'points',
          goal: { least: LEAST_SCORE },
        })),
      );
    }
    return [
      ...rows,
      {
        part: 'screens',
        compares: 'a quarter’s ledger is scrolled: 19 of 20 pictures came within',
        found: spread(await measureScrolling(`${url}/ledger`, cookie)),
        unit: 'milliseconds',
        goal: { most: MOST_FRAME_MS },
      },
    ];
  } finally {
    await browser.close();
    await clinic.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A running service with a quarter of eight chairs, and somebody who has signed in. */
interface OpenClinic {
  readonly url: string;
  readonly site: string;
  readonly cookie: string;
  close(): Promise<void>;
}

async function openClinic(folder: string): Promise<OpenClinic> {
  const options = ['--year', '--days', '60', '--seed', String(SEED), '--stay'];
  const papers = ['--out', join(folder, 'papers')];
  const living = spawn(process.execPath, [COMMAND, 'demo', ...options, ...papers], {
    cwd: folder,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => living.once('exit', resolve));
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    living.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      const found = /open for you at (http:\S+)[.] Press/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => {
      reject(new Error(`expected a clinic that is open, found: ${said}`));
    });
  });
  const close = async (): Promise<void> => {
    living.kill('SIGTERM');
    await ended;
  };
  const { signInName, password } = colleagueOf('nina');
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signInName, password }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const site = /^Site +(\S+)$/m.exec(said)?.[1] ?? '';
  return { url, site, cookie, close };
}

/** The screen of an infusion that is ordered and not drawn. */
async function orderToDraw({ url, site }: OpenClinic): Promise<string> {
  const desk = new Desk(url, new Chance(SEED));
  await desk.signIn(colleagueOf('nina'));
  const { at } = await desk.get('/api/health/live');
  const patient = await desk.post(`/api/sites/${site}/patients`, {
    name: 'Hana Quill',
    address: '9 Cedar Street, Harrow Bay, FL 33999',
    birthDate: '1971-04-09',
  });
  const { person } = await desk.get('/api/session');
  const ordered = await desk.post(`/api/sites/${site}/infusion-orders`, {
    posture: 'intended',
    occurredAt: String(at),
    patient: String(patient['id']),
    orderedBy: String(person),
    given: 'written',
    route: 'iv-infusion',
    dose: { value: '35.000', unit: 'mg' },
    weightGrams: 70_000,
    minutes: 40,
  });
  return `/infusions/${String(ordered['line'])}`;
}
