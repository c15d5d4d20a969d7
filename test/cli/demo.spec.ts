/** The demonstration: some days of a clinic over real HTTP, its papers, and its data opened again afterwards. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { colleagueOf } from '../../src/cli/demo/cast.js';
import { RULES } from '../../src/domain/decide.js';
import { databaseProcesses } from '../support/database-processes.js';
import { newFolder } from '../support/database.js';
import { Device } from '../support/http-service.js';
import { ROOT, runCommand, startProcess } from '../support/service-process.js';

const LIMIT_MS = 400_000;
/** In so many days each kind of line has come in through its door. */
const DAYS = 12;
const FEW_DAYS = 1;
const LOOK_MS = 100;
/** Lines of the organisation's own ledger. */
const OF_THE_ORGANISATION = ['grant', 'person', 'product', 'site', 'supplier'];

const run = promisify(execFile);

interface Lived {
  readonly output: string;
  readonly dataFolder: string;
  readonly papers: string;
}

async function live(days: number, environment: Record<string, string> = {}): Promise<Lived> {
  const workingFolder = await newFolder();
  const papers = join(workingFolder, 'papers');
  const options = ['--seed', '7', '--days', String(days), '--out', papers, '--no-stay'];
  const ended = await runCommand({ command: ['demo', ...options], environment, workingFolder });
  expect({ code: ended.code, said: ended.output }).toMatchObject({ code: 0 });
  return {
    output: ended.output,
    dataFolder: join(workingFolder, 'demo/clinic-1/data'),
    papers,
  };
}

const paper = (lived: Lived, name: string): Promise<string> =>
  readFile(join(lived.papers, name), 'utf8');

let first: Lived;
beforeAll(async () => {
  first = await live(DAYS);
}, LIMIT_MS);

test('tells who can sign in, where the clinic is and which papers it left', async () => {
  expect(first.output).toMatch(new RegExp(`has lived ${DAYS} business days, to 20\\d\\d-`));
  expect(first.output).toMatch(/^Sign-in name +Password +Role$/m);
  expect(first.output).toContain(`COUNTERSIGN_DATA=${first.dataFolder} npm start`);
  const papers = await readdir(first.papers);
  for (const document of ['ledger', 'dispensing', 'discrepancies']) {
    expect(papers).toEqual(expect.arrayContaining([`${document}.pdf`, `${document}.csv`]));
    const path = join(first.papers, `${document}.pdf`);
    expect(first.output).toContain(path);
    const { stdout } = await run('pdftotext', ['-layout', path, '-']);
    expect(stdout).toMatch(/SIMULATED/i);
    expect(stdout).toMatch(/DEA/);
  }
});

test(
  'the same seed gives the same clinic, however long it lives',
  async () => {
    // Its papers are printed by jobs, as those of a ledger that is long.
    const few = await live(FEW_DAYS, { COUNTERSIGN_PRINT_ENTRIES: '1' });
    const again = (await paper(few, 'dispensing.csv')).trimEnd().split('\r\n');
    const whole = (await paper(first, 'dispensing.csv')).split('\r\n');
    expect(again.length).toBeGreaterThan(4);
    expect(whole.slice(0, again.length)).toEqual(again);
  },
  LIMIT_MS,
);

test(
  'told to stop while it lives, it stops and leaves no process',
  async () => {
    const workingFolder = await newFolder();
    const command = ['demo', '--days', '60', '--no-stay'];
    const living = await startProcess({ command, environment: {}, workingFolder });
    living.ready.catch(() => undefined);
    while (!living.output().includes('A new database was made')) await wait(LOOK_MS);
    expect(await living.stop('SIGTERM')).toMatchObject({ code: 1 });
    expect(living.output()).toMatch(
      /was stopped \(SIGTERM\)\. What was recorded until then lies in/,
    );
    const data = join(workingFolder, 'demo/clinic-1/data/postgres');
    expect(await databaseProcesses(data)).toEqual([]);
  },
  LIMIT_MS,
);

test(
  'the packet of an inspection is written from the command line as well',
  async () => {
    const site = /^Site +(\S+)$/m.exec(first.output)?.[1] ?? '';
    const path = join(first.papers, 'packet.zip');
    const command = ['report', 'packet', '--site', site, '--out', path];
    const environment = { COUNTERSIGN_DATA: first.dataFolder };
    const printed = await runCommand({ command, environment });
    expect(printed).toMatchObject({ code: 0 });
    const sha256 = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    expect(printed.output).toContain(`SHA-256 ${sha256}. Printed, not issued`);
    const { stdout } = await run('unzip', ['-Z1', path]);
    const names = stdout.trim().split('\n');
    expect([names[0], names.at(-1)]).toEqual(['01-cover.pdf', 'manifest.json']);
    expect(names).toContain('log/checkpoint');
  },
  LIMIT_MS,
);

test(
  'a print that is stopped leaves no part of a file',
  async () => {
    const site = /^Site +(\S+)$/m.exec(first.output)?.[1] ?? '';
    const folder = await newFolder();
    const command = ['report', 'packet', '--site', site, '--out', join(folder, 'packet.zip')];
    const printing = await startProcess({
      command,
      environment: { COUNTERSIGN_DATA: first.dataFolder },
    });
    while ((await readdir(folder)).length === 0) await wait(LOOK_MS);
    expect(await printing.stop('SIGINT')).toEqual({ code: 1, signal: null });
    expect(printing.output()).toContain('It was stopped (SIGINT), and nothing was written.');
    expect(await readdir(folder)).toEqual([]);
  },
  LIMIT_MS,
);

test(
  'its data verify; it opens again, with every kind of line that a site has, for the draw that the README makes',
  async () => {
    const environment = { COUNTERSIGN_DATA: first.dataFolder };
    expect(await runCommand({ command: ['verify'], environment })).toMatchObject({ code: 0 });
    const service = await startProcess({ environment });
    const url = await service.ready;
    expect(service.output()).toContain('kept by a simulated clock');
    for (const page of ['openapi.json', 'docs'])
      expect([page, (await fetch(`${url}/api/${page}`)).status]).toEqual([page, 200]);
    const site = /^Site +(\S+)$/m.exec(first.output)?.[1] ?? '';
    const kinds = await kindsIn(url, site);
    expect(Object.keys(RULES).filter((kind) => !kinds.has(kind))).toEqual(OF_THE_ORGANISATION);
    const script = join(await newFolder(), 'draw.sh');
    await writeFile(script, (await readmeScript('One draw with curl')).replace(README_URL, url));
    const { stdout } = await run('bash', ['-eu', script], {
      cwd: await newFolder(),
      env: { ...process.env, SITE: site },
    });
    expect(JSON.parse(stdout)).toMatchObject({
      draws: [{ quantity: { value: '0.700', unit: 'mL' } }],
    });
    expect(await service.stop()).toMatchObject({ code: 0 });
    expect(await runCommand({ command: ['verify'], environment })).toMatchObject({ code: 0 });
  },
  LIMIT_MS,
);

/** Which kinds of lines an inspector finds in a site's ledger. */
async function kindsIn(url: string, site: string): Promise<ReadonlySet<unknown>> {
  const inspector = new Device(url);
  const { signInName, password } = colleagueOf('inspector');
  expect((await inspector.post('/api/session', { signInName, password })).status).toBe(200);
  const kinds = new Set<unknown>();
  for (let next: unknown = ''; typeof next === 'string';) {
    const cursor = next === '' ? '' : `&cursor=${next}`;
    const page = await inspector.get(`/api/sites/${site}/entries?limit=200${cursor}`);
    expect(page.status).toBe(200);
    for (const item of page.at('items') as readonly object[]) kinds.add(Reflect.get(item, 'kind'));
    next = page.at('next');
  }
  return kinds;
}

const README_URL = 'http://127.0.0.1:3000';

/** The first shell script under a heading of the README. */
async function readmeScript(heading: string): Promise<string> {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const section = readme.split(`## ${heading}\n`)[1] ?? '';
  const script = /```sh\n([\s\S]*?)```/.exec(section)?.[1];
  if (script === undefined) throw new Error(`the README has no script under ${heading}`);
  return script;
}
