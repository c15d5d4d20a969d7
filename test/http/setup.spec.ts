import { SetupCode } from '../../src/platform/identity/setup-code.js';
import { Device, startHttpService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';
import { SETUP } from '../support/http-clinic.js';

let service: HttpService;
beforeAll(async () => {
  service = await startHttpService();
});
afterAll(async () => {
  await service.close();
});

describe('setting a deployment up', () => {
  test('it is needed at first', async () => {
    const device = new Device(service.url);
    const answer = await device.get('/api/setup');
    expect(answer.body).toEqual({ state: 'needed' });
    const code = await service.app.get(SetupCode).make();
    const done = await device.post('/api/setup', { ...SETUP, code });
    expect(done.body).toEqual({});
  });
});
