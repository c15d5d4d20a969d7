import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { createPool } from '../../src/platform/database/connection.js';
import { checkLedger } from '../support/check-ledger.js';
import { hire, prove, setUpClinic, sitePath } from '../support/http-clinic.js';
import type { Clinic, Member } from '../support/http-clinic.js';
import { startHttpService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';

const DAY = 24 * 3_600_000;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let service: HttpService;
let clinic: Clinic;
let nina: Member;
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
});
beforeEach(async () => {
  await prove(nina);
  await prove(clinic.rita);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

describe('patients', () => {
  test('are added once per key, changed in turn, and found by a part of the name', async () => {
    const patients = sitePath(clinic, 'patients');
    const key = randomUUID();
    const ada = { name: 'Ada Quince', address: '1 Elm Court', birthDate: '1980-02-29' };
    const added = await nina.device.post(patients, ada, key);
    expect(added.body).toMatchObject({ ...ada, version: 1, addressUnknown: null });
    expect((await nina.device.post(patients, ada, key)).text).toBe(added.text);
    const other = await nina.device.post(patients, { name: 'Other' }, key);
    expect(other.refusal).toBe('409 request.key-reused');
    const path = `${patients}/${added.textAt('id')}`;
    const moved = { name: 'Ada Quince', addressUnknown: 'homeless', version: 1 };
    const changed = await nina.device.put(path, moved);
    expect(changed.body).toMatchObject({ version: 2, address: null, addressUnknown: 'homeless' });
    expect((await nina.device.put(path, moved)).refusal).toBe('409 patient.changed');
    const found = await nina.device.post(`${patients}/search`, { name: 'QUIN' });
    expect([found.at('items.length'), found.at('items.0.name')]).toEqual([1, 'Ada Quince']);
    expect((await nina.device.get(`${patients}/zzzz`)).refusal).toBe('404 patient.not-found');
  });

  test('lie encrypted, and whoever reads one is written down first', async () => {
    const added = await nina.device.post(sitePath(clinic, 'patients'), { name: 'Zoe Thornberry' });
    const id = added.textAt('id');
    const inspector = await hire(clinic, 'ines.brandt', ['inspector']);
    await inspector.device.get(sitePath(clinic, `patients/${id}`));
    const pool = createPool(service.database.serviceUrl, { max: 1 });
    const { rows } = await pool.query(
      'SELECT kind, person, about FROM beside.journal ORDER BY line DESC LIMIT 1',
    );
    expect(rows).toEqual([{ kind: 'patients-seen', person: inspector.person, about: [id] }]);
    const kept = await pool.query<{ sealed: Buffer }>('SELECT sealed FROM beside.patient');
    for (const { sealed } of kept.rows)
      expect(sealed.toString('latin1')).not.toContain('Thornberry');
    expect(new Set(kept.rows.map(({ sealed }) => sealed.length)).size).toBe(1);
    await pool.end();
    const change = await inspector.device.put(sitePath(clinic, `patients/${id}`), {
      name: 'X',
      version: 1,
    });
    expect(change.refusal).toBe('403 site.not-permitted');
  });
});

describe('notes', () => {
  test('are of whoever wrote them, encrypted, and read by nobody else', async () => {
    const ivo = await hire(clinic, 'ivo.lang', ['inspector']);
    const notes = sitePath(clinic, 'notes');
    const key = randomUUID();
    const note = { text: 'The safe log of February is missing.', line: 0 };
    const added = await ivo.device.post(notes, note, key);
    expect(added.status).toBe(201);
    expect((await ivo.device.post(notes, note, key)).text).toBe(added.text);
    const other = await ivo.device.post(notes, { text: 'Something else' }, key);
    expect(other.refusal).toBe('409 request.key-reused');
    const astray = await ivo.device.post(notes, { ...note, line: 999_999 });
    expect(astray.refusal).toBe('404 record.not-found');
    expect((await ivo.device.get(notes)).body).toMatchObject({ items: [note], next: null });
    expect((await clinic.rita.device.get(notes)).body).toEqual({ items: [], next: null });
    expect((await nina.device.get(notes)).status).toBe(403);
    const pool = createPool(service.database.serviceUrl, { max: 1 });
    const kept = await pool.query<{ sealed: Buffer }>('SELECT sealed FROM beside.note');
    expect(kept.rows.map(({ sealed }) => sealed.includes('February'))).toEqual([false]);
    for (const change of ["UPDATE beside.note SET site = 'x'", 'DELETE FROM beside.note'])
      await expect(pool.query(change)).rejects.toThrow('permission denied');
    await pool.end();
    // What one person was shown is told apart from everything else.
    await clinic.rita.device.get(sitePath(clinic, 'journal'));
    await ivo.device.get(sitePath(clinic, 'journal'));
    const shown = await ivo.device.get(sitePath(clinic, `journal?person=${ivo.person}`));
    expect(shown.at('items')).toMatchObject([{ person: ivo.person, kind: 'journal-seen' }]);
  });
});

describe('files', () => {
  const upload = (bytes: Uint8Array<ArrayBuffer>, field = 'file', device = nina.device) => {
    const form = new FormData();
    form.append(field, new Blob([bytes], { type: 'application/pdf' }), '../../etc/passwd');
    return device.send('POST', sitePath(clinic, 'files'), form, {});
  };
  const pdf = (size: number) => {
    const bytes = Buffer.alloc(size, ' ');
    bytes.write('%PDF-1.7\n');
    return new Uint8Array(bytes);
  };

  test('are named by their hash, told by their content, and come back as they were', async () => {
    const stored = await upload(new Uint8Array(PNG));
    const sha256 = createHash('sha256').update(PNG).digest('hex');
    expect([stored.status, stored.body]).toEqual([
      201,
      { sha256, mediaType: 'image/png', size: PNG.length },
    ]);
    const response = await fetch(`${service.url}${sitePath(clinic, `files/${sha256}`)}`, {
      headers: { cookie: `countersign=${nina.device.cookies.get('countersign') ?? ''}` },
    });
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="${sha256}.png"`,
    );
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
  });

  test('what is no PDF or picture, too large, twice or not there is refused', async () => {
    expect((await upload(new Uint8Array(Buffer.from('<html><script>')))).refusal).toBe(
      '415 file.type-refused',
    );
    expect((await upload(new Uint8Array(0))).refusal).toBe('400 file.missing');
    expect((await upload(pdf(100), 'other')).refusal).toBe('400 file.missing');
    expect((await upload(pdf(20 * 1024 * 1024 + 1))).refusal).toBe('413 request.too-large');
    expect((await upload(pdf(20 * 1024 * 1024))).status).toBe(201);
    const form = new FormData();
    for (const name of ['a', 'b']) form.append('file', new Blob([pdf(10)]), name);
    const twice = await nina.device.send('POST', sitePath(clinic, 'files'), form, {});
    expect(twice.status).toBe(400);
    expect((await nina.device.get(sitePath(clinic, `files/${'0'.repeat(64)}`))).refusal).toBe(
      '404 file.not-found',
    );
    const json = await nina.device.send('POST', sitePath(clinic, 'files'), '{}', {
      'content-type': 'application/json',
    });
    expect(json.refusal).toBe('415 request.media-type');
  });

  test('one that no entry names within a day is removed', async () => {
    const stored = await upload(pdf(1_000));
    const path = sitePath(clinic, `files/${stored.textAt('sha256')}`);
    expect((await nina.device.get(path)).status).toBe(200);
    service.clock.advance(DAY + 3_600_000);
    await prove(nina);
    await prove(clinic.rita);
    let answer = await nina.device.get(path);
    for (let i = 0; i < 50 && answer.status === 200; i += 1) answer = await nina.device.get(path);
    expect(answer.status).toBe(404);
  });
});

describe('the access journal', () => {
  test('is only added to, also by the owner of its table', async () => {
    for (const url of [
      service.database.serviceUrl,
      service.database.ownerUrl,
      service.database.superuserUrl,
    ]) {
      const pool = createPool(url, { max: 1 });
      for (const statement of [
        "UPDATE beside.journal SET kind = 'x'",
        'DELETE FROM beside.journal',
        'TRUNCATE beside.journal',
        'SET session_replication_role = replica; DELETE FROM beside.journal',
      ]) {
        await expect(pool.query(statement)).rejects.toThrow();
      }
      await pool.end();
    }
  });

  test('shows who came, page by page, and that it was read', async () => {
    const first = await clinic.rita.device.get('/api/journal?limit=2');
    const second = await clinic.rita.device.get(
      `/api/journal?limit=1&cursor=${first.textAt('next')}`,
    );
    expect(Number(second.textAt('items.0.line'))).toBeLessThan(
      Number(first.textAt('items.1.line')),
    );
    const third = await clinic.rita.device.get('/api/journal?limit=1');
    expect(third.at('items.0.kind')).toBe('journal-seen');
  });
});
