import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BeyondUse } from '../../src/features/quarantines/beyond-use.js';
import { LedgerReader } from '../../src/ledger/ledger-reader.js';
import { asId } from '../../src/domain/ids.js';
import { instant, plus } from '../../src/domain/measures/instant.js';
import { checkLedger } from '../support/check-ledger.js';
import {
  expectStatus,
  hire,
  now,
  orderInfusion,
  prove,
  setUpClinic,
  sitePath,
  stockVials,
} from '../support/http-clinic.js';
import type { Clinic, JsonObject, Member } from '../support/http-clinic.js';
import { startHttpService } from '../support/http-service.js';
import type { Answer, HttpService } from '../support/http-service.js';

let service: HttpService;
let clinic: Clinic;
let nina: Member;
let vials: readonly string[];
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  const paul = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  vials = await stockVials(clinic, { custodian: paul, witness: nina }, 4);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

async function draw(vial: string, change: JsonObject = {}): Promise<Answer> {
  const order = await orderInfusion(clinic, nina);
  return nina.device.post(sitePath(clinic, 'draws'), {
    ...now(clinic),
    order,
    lines: [{ container: vial, quantity: { value: '0.700', unit: 'mL' } }],
    ...change,
  });
}
const container = (vial: string): Promise<Answer> =>
  nina.device.get(sitePath(clinic, `containers/${vial}`));

/** Sets the clock without waking the service, so that only the test lets it look. */
const stopAt = (at: string): void => {
  service.clock.set(instant(at));
};
const sweep = (): Promise<number> => service.app.get(BeyondUse).sweep();

test('a vial goes into quarantine by itself when its time has come, once, and not before', async () => {
  const [vial = '', other = ''] = vials;
  expectStatus(await draw(vial), 201);
  await prove(nina);
  const end = (await container(vial)).textAt('beyondUseAt');
  stopAt(plus(instant(end), { seconds: -1 }));
  expect(await sweep()).toBe(0);
  stopAt(end);
  // Two looks at once, as of two instances: one entry.
  const [first, second] = await Promise.all([sweep(), sweep()]);
  expect(Math.max(first, second)).toBe(1);
  expect(await sweep()).toBe(0);
  await prove(nina);
  expect((await container(vial)).at('quarantine')).toBe('past-beyond-use');
  expect((await container(other)).at('quarantine')).toBe(null);
  const entries = await service.app
    .get(LedgerReader)
    .entries(asId(clinic.site), { kinds: ['quarantine'], limit: 10 });
  expect(entries.map(({ entry }) => [entry.performer, entry.occurredAt])).toEqual([
    ['system', end],
  ]);
  expect(entries.map(({ entry }) => entry.signatures)).toEqual([[]]);
});

test('a draw in the last instant stands, and one after it is stopped', async () => {
  const [vial = ''] = vials;
  expectStatus(await draw(vial), 201);
  service.clock.set(plus(service.clock.now(), { seconds: 1 }));
  expect((await draw(vial)).refusal).toBe('422 draw.quarantined');
  const done = await draw(vial, { posture: 'done', reason: 'clinical-emergency' });
  expect(expectStatus(done, 201).at('flags')).toEqual(
    expect.arrayContaining([{ code: 'draw.past-beyond-use', about: vial }]),
  );
});

test('a service that was away sets apart late what fell due meanwhile; two instances do it once', async () => {
  const [, , vial = ''] = vials;
  expectStatus(await draw(vial), 201);
  const end = (await container(vial)).textAt('beyondUseAt');
  stopAt(plus(instant(end), { hours: 30 }));
  // A second instance looks as soon as it starts.
  const other = await service.another();
  await sweep();
  await other.close();
  await prove(nina);
  expect((await container(vial)).at('quarantine')).toBe('past-beyond-use');
  const entries = await service.app
    .get(LedgerReader)
    .entries(asId(clinic.site), { kinds: ['quarantine'], limit: 10 });
  expect(entries).toHaveLength(2);
  expect(entries[1]?.entry.effects.flags).toEqual([{ code: 'entry.late', about: null }]);
});
