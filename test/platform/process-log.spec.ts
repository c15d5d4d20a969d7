import { createProcessLog, type LogFields } from '../../src/platform/process-log.js';
import { StartError } from '../../src/platform/start-error.js';

function logged(event: string, fields?: LogFields): Record<string, unknown> {
  const lines: string[] = [];
  const log = createProcessLog({
    level: 'debug',
    destination: { write: (line: string) => lines.push(line) },
  });
  log.error(event, fields);
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}

describe('the process log', () => {
  test('writes one JSON object a line', () => {
    const line = logged('request answered', { route: '/api/sites/:site/draws', status: 201 });
    expect(line).toEqual({
      level: 'error',
      time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      event: 'request answered',
      route: '/api/sites/:site/draws',
      status: 201,
    });
  });

  test('drops fields that are not on its list', () => {
    const fields = { status: 400, patient: 'Ottilie Example', body: { name: 'Ottilie Example' } };
    expect(JSON.stringify(logged('refused', fields))).not.toContain('Ottilie');
  });

  test('keeps the words of the database to itself', () => {
    const fromDriver = Object.assign(new Error('duplicate key value: (Ottilie Example)'), {
      code: '23505',
      detail: 'Key (name)=(Ottilie Example) already exists.',
      constraint: 'patient_name_key',
      table: 'patient',
      routine: '_bt_check_unique',
    });
    const fromTypeorm = Object.assign(new Error('duplicate key value: (Ottilie Example)'), {
      name: 'QueryFailedError',
      parameters: ['Ottilie Example'],
      driverError: fromDriver,
      code: '23505',
    });
    for (const error of [fromDriver, fromTypeorm, new Error('wrapped', { cause: fromDriver })]) {
      const line = logged('request failed', { error });
      expect(JSON.stringify(line)).not.toContain('Ottilie');
      expect(JSON.stringify(line)).toContain('"code":"23505","at":["at ');
      expect(JSON.stringify(line)).toContain('patient_name_key');
    }
  });

  test('does not repeat a body that could not be parsed', () => {
    let error: unknown;
    try {
      JSON.parse('Ottilie Example');
    } catch (thrown) {
      error = thrown;
    }
    expect(String(error)).toContain('Ottilie');
    expect(JSON.stringify(logged('request refused', { error }))).not.toContain('Ottilie');
  });

  test('keeps what our own errors say, and where', () => {
    const line = logged('start failed', {
      error: new StartError('disk-full', 'No space is left.'),
    });
    expect(line['error']).toMatchObject({ kind: 'StartError', message: 'No space is left.' });
    expect(logged('failed', { error: 'a text' })['error']).toEqual({ kind: 'string' });
  });
});
