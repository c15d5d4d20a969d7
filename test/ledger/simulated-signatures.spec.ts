import { asId } from '../../src/domain/ids.js';
import { instant } from '../../src/domain/measures/instant.js';
import { contentOf, covers } from '../../src/ledger/signed-content.js';
import { EntryChecks } from '../../src/ledger/offline/entry-checks.js';
import { SimulatedClock } from '../../src/platform/clock.js';
import { BEN, SITE } from './clinic.js';
import { openHarness } from './harness.js';
import type { Harness } from './harness.js';

const witness = { person: BEN, meaning: 'witnessed', seen: ['container'] } as const;
const setApart = (vial: string) => ({ containers: [asId(vial)], why: 'suspect' as const });

async function newVial({ clinic }: Harness): Promise<string> {
  const [vial] = await clinic.receive(1);
  if (vial === undefined) throw new Error('no vial');
  return vial;
}

describe('on a ledger that is kept by a simulated clock', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness({ clock: new SimulatedClock(instant('2027-03-01T09:00:00Z')) });
  });
  afterAll(async () => {
    await harness.check();
    await harness.close();
  });

  it('signatures that a demonstration makes up say so, and cover the content all the same', async () => {
    const { clinic } = harness;
    const vial = await newVial(harness);
    const answer = await clinic.record(SITE, 'quarantine', setApart(vial), {
      simulated: [witness],
    });
    if (answer.outcome !== 'recorded') throw new Error(JSON.stringify(answer));
    const { signatures } = answer.entry;
    expect(signatures.map(({ meaning, method }) => [meaning, method])).toEqual([
      ['performed', 'simulated'],
      ['witnessed', 'simulated'],
    ]);
    const content = contentOf(answer.entry);
    expect(signatures.every((signature) => covers(signature, content))).toBe(true);
  });

  it('nobody is made up who does not work there, nor witnesses themselves', async () => {
    const { clinic } = harness;
    const vial = await newVial(harness);
    const by = (person: string) => ({ simulated: [{ ...witness, person: asId(person) }] });
    const stranger = await clinic.record(SITE, 'quarantine', setApart(vial), by('person-99'));
    expect(stranger).toMatchObject({ rejection: { code: 'person.unknown' } });
    const { performer } = clinic.submission('quarantine', setApart(vial));
    const oneself = await clinic.record(SITE, 'quarantine', setApart(vial), by(performer));
    expect(oneself).toMatchObject({ rejection: { code: 'witness.same-person' } });
  });
});

describe('on a ledger that is kept by a real clock', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness();
  });
  afterAll(async () => {
    await harness.check();
    await harness.close();
  });

  it('no signature is made up', async () => {
    const vial = await newVial(harness);
    const simulated = [witness];
    const answer = await harness.clinic.record(SITE, 'quarantine', setApart(vial), { simulated });
    expect(answer).toMatchObject({ rejection: { code: 'clock.simulated-mismatch' } });
  });

  it('the offline verifier refuses a line whose signature is simulated', async () => {
    const { clinic } = harness;
    const answer = await clinic.record(SITE, 'quarantine', setApart(await newVial(harness)));
    if (answer.outcome !== 'recorded') throw new Error(JSON.stringify(answer));
    const { entry } = answer;
    const checks = new EntryChecks({ origin: entry.log, vkey: '' });
    const signatures = entry.signatures.map((one) => ({ ...one, method: 'simulated' as const }));
    const unread = { memberInto: () => Number.NaN };
    expect(checks.check({ ...entry, signatures }, unread)).toMatch(/simulated .* demonstration/);
  });
});
