/** The demonstration: some days of a clinic over real HTTP, its papers, and its data opened again afterwards. */
import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newFolder } from '../support/database.js';
import { ROOT, runCommand, startProcess } from '../support/service-process.js';

const LIMIT_MS = 240_000;
/** Both honest slips of the amount come later; the first week has receipts, bags, waste, counts and close-outs. */
const DAYS = 3;

const run = promisify(execFile);

interface Lived {
  readonly output: string;
  readonly dataFolder: string;
  readonly papers: string;
}

async function live(seed: number): Promise<Lived> {
  const workingFolder = await newFolder();
  const papers = join(workingFolder, 'papers');
  const options = ['--seed', String(seed), '--days', String(DAYS), '--out', papers, '--no-stay'];
  const ended = await runCommand({ command: ['demo', ...options], environment: {}, workingFolder });
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
  first = await live(7);
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
  'the same seed gives the same clinic',
  async () => {
    const again = await live(7);
    expect(await paper(again, 'dispensing.csv')).toBe(await paper(first, 'dispensing.csv'));
  },
  LIMIT_MS,
);

test(
  'its data verify, and the clinic opens again, described, on its own clock for the draw that the README makes',
  async () => {
    const environment = { COUNTERSIGN_DATA: first.dataFolder };
    expect(await runCommand({ command: ['verify'], environment })).toMatchObject({ code: 0 });
    const service = await startProcess({ environment });
    const url = await service.ready;
    expect(service.output()).toContain('kept by a simulated clock');
    for (const page of ['openapi.json', 'docs'])
      expect([page, (await fetch(`${url}/api/${page}`)).status]).toEqual([page, 200]);
    const script = join(await newFolder(), 'draw.sh');
    await writeFile(script, (await readmeScript('One draw with curl')).replace(README_URL, url));
    const site = /^Site +(\S+)$/m.exec(first.output)?.[1] ?? '';
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

const README_URL = 'http://127.0.0.1:3000';

/** The first shell script under a heading of the README. */
async function readmeScript(heading: string): Promise<string> {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const section = readme.split(`## ${heading}\n`)[1] ?? '';
  const script = /```sh\n([\s\S]*?)```/.exec(section)?.[1];
  if (script === undefined) throw new Error(`the README has no script under ${heading}`);
  return script;
}
