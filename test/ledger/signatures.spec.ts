import { asId } from '../../src/domain/ids.js';
import type { ContainerId, OrderId, PersonId } from '../../src/domain/ids.js';
import { instant, minus } from '../../src/domain/measures/instant.js';
import type { Meaning, Seen } from '../../src/domain/person.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { contentOf, covers } from '../../src/ledger/signed-content.js';
import type { Submission } from '../../src/ledger/submission.js';
import { SimulatedClock } from '../../src/platform/clock.js';
import { ANNA, BEN, SITE } from './clinic.js';
import { openHarness } from './harness.js';
import type { Harness } from './harness.js';

const clock = new SimulatedClock(instant('2027-03-01T09:00:00Z'));
let harness: Harness;
let vial: ContainerId;
let order: OrderId;
beforeAll(async () => {
  harness = await openHarness({ clock });
  [vial = vial] = await harness.clinic.receive(1);
  order = await harness.clinic.order();
});
afterEach(async () => {
  await harness.check();
});
afterAll(async () => {
  await harness.close();
});

/** A waste of a fresh draw, with a note that only its readers may see. */
async function waste(): Promise<Submission> {
  const { clinic } = harness;
  const drawn = await clinic.draw(order, vial, { quantity: quantity(100) });
  if (drawn.outcome !== 'recorded') throw new Error(JSON.stringify(drawn));
  return clinic.submission('waste', {
    lines: [{ draw: asId(`${drawn.entry.seq}-1`), quantity: quantity(100) }],
    preparation: null,
    container: null,
    why: 'not-given',
    manner: 'rx-destroyer',
    personal: [
      { field: 'patient.note', value: 'went home', retention: 'patient' },
      { field: 'note', value: 'in the blue bin', retention: 'case' },
    ],
  });
}

interface Asked {
  readonly signer?: PersonId;
  readonly meaning?: Meaning;
  readonly seen?: readonly Seen[];
}

async function opened(submission: Submission, asked: Asked = {}): Promise<string> {
  const { signer = BEN, meaning = 'witnessed', seen = ['act', 'residue'] } = asked;
  const at = clock.now();
  const challenge = await harness.clinic.ledger.openChallenge({
    ledger: SITE,
    submission,
    signer,
    meaning,
    seen,
    at,
  });
  if (challenge === undefined) throw new Error('no challenge');
  return challenge.id;
}

async function signed(submission: Submission, asked: Asked = {}): Promise<string> {
  const id = await opened(submission, asked);
  expect(await sign(id)).toBe(true);
  return id;
}

const sign = (id: string): Promise<boolean> =>
  harness.clinic.ledger.signChallenge({ ledger: SITE, id, method: 'pin', at: clock.now() });

const record = (submission: Submission, ...challenges: readonly string[]) =>
  harness.clinic.ledger.record(SITE, { ...submission, challenges });

const UNKNOWN = { outcome: 'refused', rejection: { code: 'signature.unknown' } };

it('carries the witness’s signature over exactly the recorded content', async () => {
  const submission = await waste();
  const answer = await record(submission, await signed(submission));
  if (answer.outcome !== 'recorded') throw new Error(JSON.stringify(answer));
  const { entry } = answer;
  expect(entry.signatures.map(({ person, meaning, method }) => [person, meaning, method])).toEqual([
    [ANNA, 'performed', 'session'],
    [BEN, 'witnessed', 'pin'],
  ]);
  const content = contentOf(entry);
  for (const signature of entry.signatures) expect(covers(signature, content)).toBe(true);
  for (const signature of entry.signatures)
    expect(
      covers(signature, { ...content, occurredAt: minus(content.occurredAt, { seconds: 1 }) }),
    ).toBe(false);
  const person = await harness.clinic.ledger.findChallenge(
    SITE,
    'f0f0f0f0-0000-4000-8000-000000000000',
  );
  expect(person).toBeUndefined();
});

it('names its signers by commitments that the organisation’s entry opens', async () => {
  const submission = await waste();
  const answer = await record(submission, await signed(submission));
  if (answer.outcome !== 'recorded') throw new Error(JSON.stringify(answer));
  const [own, witness] = answer.entry.signatures;
  expect(own).toMatchObject({ licenseClass: 'RPh' });
  expect(witness).toMatchObject({ licenseClass: 'RN', seen: ['act', 'residue'], words: 'waste/1' });
  expect(witness?.name).not.toBe(own?.name);
});

it('is one content for two signers, whoever was asked first', async () => {
  const submission = await waste();
  const [witness, performer] = await Promise.all([
    signed(submission),
    signed(submission, { signer: ANNA, meaning: 'performed', seen: [] }),
  ]);
  const answer = await record(submission, performer, witness);
  if (answer.outcome !== 'recorded') throw new Error(JSON.stringify(answer));
  expect(answer.entry.signatures.map(({ person, method }) => [person, method])).toEqual([
    [ANNA, 'pin'],
    [BEN, 'pin'],
  ]);
});

describe('is unknown', () => {
  it('when it was not signed', async () => {
    const submission = await waste();
    expect(await record(submission, await opened(submission))).toMatchObject(UNKNOWN);
  });

  it('when there is no such challenge', async () => {
    expect(await record(await waste(), 'f0f0f0f0-0000-4000-8000-000000000000')).toMatchObject(
      UNKNOWN,
    );
  });

  it('when it expired before it was recorded', async () => {
    const submission = await waste();
    const id = await signed(submission);
    clock.advance(11 * 60_000);
    const fresh = { ...submission, provedAt: clock.now() };
    expect(await record(fresh, id)).toMatchObject(UNKNOWN);
  });

  it('when it was used by another entry', async () => {
    const submission = await waste();
    const id = await signed(submission);
    expect((await record(submission, id)).outcome).toBe('recorded');
    const other = await waste();
    expect(await record(other, id)).toMatchObject(UNKNOWN);
    // The same submission again is no second use.
    expect(await record(submission, id)).toMatchObject({ outcome: 'recorded', replayed: true });
  });

  it('when anything of the content differs from what was signed', async () => {
    const submission = await waste();
    const { request } = submission;
    if (request.kind !== 'waste') throw new Error('not a waste');
    const others: readonly Submission[] = [
      { ...submission, source: 'scan' },
      { ...submission, performer: BEN },
      { ...submission, transcriber: BEN },
      { ...submission, request: { ...request, manner: 'sink' } },
      {
        ...submission,
        request: { ...request, occurredAt: minus(request.occurredAt, { seconds: 1 }) },
      },
      { ...submission, request: { ...request, personal: [] } },
      {
        ...submission,
        request: {
          ...request,
          personal: request.personal.map((field) => ({ ...field, value: `${field.value}!` })),
        },
      },
      {
        ...submission,
        request: {
          ...request,
          personal: request.personal.map((field) => ({ ...field, retention: 'staff' as const })),
        },
      },
    ];
    const id = await signed(submission);
    for (const other of others) expect(await record(other, id)).toMatchObject(UNKNOWN);
    expect((await record(submission, id)).outcome).toBe('recorded');
  });

  it('when it was made for another ledger', async () => {
    const submission = await waste();
    const id = await signed(submission);
    await harness.clinic.openSite(asId('othersite000'));
    const answer = await harness.clinic.ledger.record(asId('othersite000'), {
      ...submission,
      challenges: [id],
    });
    expect(answer).toMatchObject(UNKNOWN);
  });
});

it('is refused by the rules when the performer signs as witness', async () => {
  const submission = await waste();
  const id = await signed(submission, { signer: ANNA });
  expect(await record(submission, id)).toMatchObject({
    rejection: { code: 'witness.same-person' },
  });
});

it('is not used up by a refused submission', async () => {
  const submission = await waste();
  const id = await signed(submission);
  const stale = { ...submission, provedAt: minus(clock.now(), { hours: 2 }) };
  expect(await record(stale, id)).toMatchObject({
    rejection: { code: 'entry.reauthentication-needed' },
  });
  expect((await record(submission, id)).outcome).toBe('recorded');
});

it('is used once when two entries race for it', async () => {
  const submission = await waste();
  const id = await signed(submission);
  const other = harness.another();
  const answers = await Promise.all([
    record(submission, id),
    other.ledger.record(SITE, { ...(await waste()), challenges: [id] }),
  ]);
  expect(answers.map(({ outcome }) => outcome)).toEqual(['recorded', 'refused']);
});

it('is signed once, in time, by the challenge’s own id', async () => {
  const { ledger } = harness.clinic;
  const submission = await waste();
  const id = await opened(submission);
  expect(await ledger.findChallenge(SITE, id)).toMatchObject({ signer: BEN, signedAt: null });
  expect(await sign(id)).toBe(true);
  expect(await sign(id)).toBe(false);
  const late = await opened(submission);
  clock.advance(11 * 60_000);
  expect(await sign(late)).toBe(false);
  const nowhere = {
    ledger: asId('nowhere00000'),
    submission,
    signer: BEN,
    at: clock.now(),
  };
  expect(
    await ledger.openChallenge({ ...nowhere, meaning: 'witnessed', seen: [] }),
  ).toBeUndefined();
});

it('is the performer’s own only where they wrote it down themselves', async () => {
  const submission = { ...(await waste()), transcriber: BEN };
  const witness = await signed(submission);
  const answer = await record(submission, witness);
  if (answer.outcome !== 'recorded') throw new Error(JSON.stringify(answer));
  expect(answer.entry).toMatchObject({ performer: ANNA, transcriber: BEN });
  expect(answer.entry.signatures.map(({ person }) => person)).toEqual([BEN]);
});
