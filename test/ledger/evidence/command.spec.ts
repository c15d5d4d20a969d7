/** The operator's command on a data folder: with the service running, and without it. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newFolder, ownServer } from '../../support/database.js';
import { signatureOf } from '../../support/downloads.js';
import { codeOnPage } from '../../support/page-codes.js';
import { PrintAuthority, SUBJECT } from '../../support/print-certificates.js';
import { runCommand, startProcess } from '../../support/service-process.js';
import type { Ending } from '../../support/service-process.js';
import { Instance, RecordedClinic, SITE_ID } from './recorded-clinic.js';
import { Tampering } from './tampering.js';

const LIMIT_MS = 180_000;

let dataFolder: string;

beforeAll(async () => {
  dataFolder = await newFolder();
  const server = await ownServer({ dataFolder });
  const instance = await Instance.open(server.serviceUrl, dataFolder);
  const clinic = await RecordedClinic.open(instance, 2);
  await clinic.close();
  await instance.close();
  await server.stop();
}, LIMIT_MS);

function countersign(
  command: readonly string[],
  folder = dataFolder,
): Promise<Ending & { readonly output: string }> {
  return runCommand({ command, environment: { COUNTERSIGN_DATA: folder } });
}

const ORIGIN = `clinic.invalid/csl/site/${SITE_ID}`;

it(
  'exports and verifies without a service, and starts the database for it',
  async () => {
    const out = join(await newFolder(), 'copy');
    const exported = await countersign(['export', '--site', SITE_ID, '--out', out]);
    expect(exported).toMatchObject({ code: 0 });
    expect(exported.output).toContain(`lines of ${ORIGIN} are in ${out}`);
    const verified = await countersign(['verify', out], join(out, 'no-data-folder'));
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.output).toContain(`The ledger ${ORIGIN} holds:`);
    expect(verified.output).toContain('The organisation clinic.invalid/csl/org/');
    expect(verified.output).toContain('Personal data are not in this export.');
    const register = await countersign(['verify', '--checkpoint', join(out, 'checkpoint')]);
    expect(register).toMatchObject({ code: 0 });
    expect(register.output).toContain(`The ledger ${ORIGIN} holds:`);
  },
  LIMIT_MS,
);

it(
  'checks one page of a signed print on paper, with the database and with an export alone',
  async () => {
    const folder = await newFolder();
    const [pdf, copy] = [join(folder, 'ledger.pdf'), join(folder, 'copy')];
    const authority = new PrintAuthority();
    const printed = await runCommand({
      command: ['report', 'ledger', '--site', SITE_ID, '--signed', '--out', pdf],
      environment: {
        COUNTERSIGN_DATA: dataFolder,
        COUNTERSIGN_PRINT_CERT: authority.issue('site'),
        COUNTERSIGN_PRINT_CERT_PASSPHRASE_FILE: authority.passphraseFile,
      },
    });
    authority.remove();
    expect(printed).toMatchObject({ code: 0 });
    const file = await readFile(pdf);
    const signed = await signatureOf(file);
    expect(signed).toContain(`Signer Certificate Common Name: ${SUBJECT}`);
    expect(signed).toContain('Signature is Valid');
    // The command names the file, and what anybody can print again: the bytes before the signature.
    const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(printed.output).toContain(`SHA-256 ${sha256(file)}`);
    const end = file.indexOf('%%EOF') + '%%EOF\n'.length;
    expect(printed.output).toContain(`without the signature ${sha256(file.subarray(0, end))}`);
    const exported = await countersign(['export', '--site', SITE_ID, '--out', copy]);
    expect(exported).toMatchObject({ code: 0 });
    const code = await codeOnPage(pdf, 1);
    const alone = ['verify', 'page', code, '--export', copy];
    expect(await countersign(alone, join(folder, 'no-data-folder'))).toMatchObject({
      code: 0,
      output: expect.stringContaining('was printed from this ledger at size') as string,
    });
    const same = await countersign(['verify', 'page', code]);
    expect(same).toMatchObject({ code: 0 });
    expect(same.output).toContain('Controlled-substance ledger');
    const changed = await countersign(['verify', 'page', code.replace(/.{4}$/, 'AAAA')]);
    expect(changed).toMatchObject({
      code: 1,
      output: expect.stringContaining('The ledger prints another page 1') as string,
    });
    const foreign = code.replace(/[A-Z2-7]{16}(\/1\/)/, `${'A'.repeat(16)}$1`);
    expect(await countersign(['verify', 'page', foreign, '--export', copy])).toMatchObject({
      code: 1,
      output: expect.stringContaining('The page is of another ledger') as string,
    });
  },
  LIMIT_MS,
);

it(
  'exports and verifies beside a running service',
  async () => {
    const service = await startProcess({ environment: { COUNTERSIGN_DATA: dataFolder } });
    await service.ready;
    const out = await newFolder();
    const options = ['--site', SITE_ID, '--out', out, '--with-personal'];
    expect(await countersign(['export', ...options])).toMatchObject({ code: 0 });
    const verified = await countersign(['verify', out]);
    expect(verified.output).toMatch(/Personal data: 4 of 4 fields are here/);
    expect(await countersign(['verify'])).toMatchObject({ code: 0 });
    expect(await countersign(['signer', 'adopt'])).toMatchObject({
      code: 0,
      output: expect.stringContaining('The signer knows every ledger.') as string,
    });
    expect(await service.stop()).toMatchObject({ code: 0 });
  },
  LIMIT_MS,
);

it(
  'says in a sentence what cannot be done',
  async () => {
    const unknown = await countersign(['export', '--site', 'nowhere00000', '--out', 'x']);
    expect(unknown).toMatchObject({ code: 1 });
    expect(unknown.output).toContain(`there is no such site; there are ${SITE_ID} (Ithaca`);
    const full = await countersign(['export', '--site', SITE_ID, '--out', dataFolder]);
    expect(full).toMatchObject({ code: 1 });
    expect(full.output).toContain('is not empty');
    const strange = join(await newFolder(), 'note');
    await writeFile(strange, 'no checkpoint');
    const kept = await countersign(['verify', '--checkpoint', strange]);
    expect(kept).toMatchObject({ code: 1 });
    expect(kept.output).toContain('is not a checkpoint');
  },
  LIMIT_MS,
);

it(
  'ends with status 1 and names the line of a damaged export',
  async () => {
    const out = await newFolder();
    await countersign(['export', '--site', SITE_ID, '--out', out, '--with-personal']);
    const path = join(out, 'personal.jsonl');
    await writeFile(path, (await readFile(path, 'utf8')).replace('Elm Street', 'Oak Street'));
    const verified = await countersign(['verify', out]);
    expect(verified).toMatchObject({ code: 1 });
    expect(verified.output).toMatch(/The ledger does not hold: line \d+ is wrong: its personal/);
  },
  LIMIT_MS,
);

it(
  'adopts only when an operator vouches, and finds a past that was rewritten',
  async () => {
    const folder = await newFolder();
    // As an operator copies it: with its owners.
    await promisify(execFile)('cp', ['-a', `${dataFolder}/.`, folder]);
    await rm(join(folder, 'signer'), { recursive: true });
    const shown = await countersign(['signer', 'adopt'], folder);
    expect(shown).toMatchObject({ code: 1 });
    expect(shown.output).toMatch(/repeat with --yes/);
    const adopted = await countersign(['signer', 'adopt', '--yes'], folder);
    expect(adopted).toMatchObject({ code: 0 });
    expect(adopted.output).toContain(`This machine signs ${ORIGIN} from now on`);
    await tamper(folder);
    const verified = await countersign(['verify'], folder);
    expect(verified).toMatchObject({ code: 1 });
    expect(verified.output).toMatch(/does not hold: its first \d+ lines are not those of/);
    const refused = await countersign(
      ['export', '--site', SITE_ID, '--out', join(folder, 'out')],
      folder,
    );
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.output).toMatch(/the signer refuses line 0 .*not those that were signed/);
  },
  LIMIT_MS,
);

async function tamper(folder: string): Promise<void> {
  const server = await ownServer({ dataFolder: folder });
  const owner = await Tampering.as(server.superuserUrl);
  await owner.rewriteFrom(SITE_ID, 3, (leaf) => {
    leaf['biz'] = '2026-01-01';
  });
  await owner.run(
    `UPDATE ledger.entry SET business_date = '2026-01-01' WHERE ledger_id = $1 AND seq = 3`,
    [SITE_ID],
  );
  await owner.end();
  await server.stop();
}
