import { setTimeout as delay } from 'node:timers/promises';
import { asId } from '../../src/domain/ids.js';
import type { ContainerId, OrderId } from '../../src/domain/ids.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { LedgerUnavailable } from '../../src/ledger/failure.js';
import { createPool } from '../../src/platform/database/connection.js';
import { BEN, Clinic, SITE } from './clinic.js';
import { faultyPool } from './faulty-pool.js';
import type { Fault } from './faulty-pool.js';
import { openHarness } from './harness.js';
import type { Harness } from './harness.js';

let harness: Harness;
let vials: readonly ContainerId[];
let order: OrderId;
beforeAll(async () => {
  harness = await openHarness();
  vials = await harness.clinic.receive(50);
  order = await harness.clinic.order();
});
afterEach(async () => {
  await harness.check();
});
afterAll(async () => {
  await harness.close();
});

const range = (size: number): readonly number[] => Array.from({ length: size }, (_, i) => i);
const vial = (i: number): ContainerId => vials[i % vials.length] ?? asId('');

async function total(ids: readonly string[]): Promise<number> {
  const { rows } = await harness.pool.query<{ total: number }>(
    'SELECT count(*)::integer AS total FROM ledger.entry WHERE entry_id = ANY ($1::uuid[])',
    [ids],
  );
  return rows[0]?.total ?? -1;
}

const draw = (clinic: Clinic, i: number, thousandths = 10) =>
  clinic.submission('draw', {
    order,
    stated: [],
    lines: [{ container: vial(i), quantity: quantity(thousandths) }],
    confirmed: ['draw.exceeds-order', 'draw.looks-ten-fold'],
  });

it('fails alone when the database refuses one line of a batch', async () => {
  const superuser = harness.poolOf('superuser');
  const poison = async (sql: string): Promise<void> => {
    const client = await superuser.connect();
    await client.query("SET countersign.migration = 'on'");
    await client.query(sql);
    client.release();
  };
  await poison('ALTER TABLE ledger.movement ADD CONSTRAINT poison CHECK (quantity <> 13)');
  const submissions = range(12).map((i) => draw(harness.clinic, i, i === 5 ? 13 : 10));
  const settled = await Promise.allSettled(
    submissions.map((submission) => harness.clinic.ledger.record(SITE, submission)),
  );
  expect(settled.map(({ status }) => status === 'fulfilled')).toEqual(
    range(12).map((i) => i !== 5),
  );
  expect(settled[5]).toMatchObject({ reason: { code: '23514' } });
  expect(await total(submissions.map(({ id }) => id))).toBe(11);
  await poison('ALTER TABLE ledger.movement DROP CONSTRAINT poison');
  const [late] = submissions.slice(5, 6);
  if (late === undefined) throw new Error('no submission');
  expect(await harness.clinic.ledger.record(SITE, late)).toMatchObject({ replayed: false });
});

it('records each submission once while the server cuts connections', async () => {
  const superuser = harness.poolOf('superuser');
  const other = harness.another();
  const submissions = range(200).map((i) => draw(harness.clinic, i));
  const cutting = (async () => {
    for (const each of range(12)) {
      await delay(20 + each * 10);
      await superuser.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE usename = 'countersign_service' AND datname = current_database() AND state <> 'idle'
          LIMIT 1`,
      );
    }
  })();
  const answers = await Promise.all(
    submissions.map(async (submission, i) => {
      await delay(i * 8);
      return (i % 2 === 0 ? harness.clinic : other).ledger.record(SITE, submission);
    }),
  );
  await cutting;
  expect(answers.every(({ outcome }) => outcome === 'recorded')).toBe(true);
  expect(await total(submissions.map(({ id }) => id))).toBe(200);
  const lines = answers.map((answer) => (answer.outcome === 'recorded' ? answer.entry.seq : -1));
  expect(new Set(lines).size).toBe(200);
});

describe.each<Fault>(['refused', 'cut-before', 'cut-after'])('when a statement is %s', (fault) => {
  it('records once, whichever statement it is', async () => {
    const { clinic, database, keyring } = harness;
    const inner = createPool(database.serviceUrl, { max: 3 });
    const faulty = faultyPool(inner);
    const instance = new Clinic({
      pool: faulty.pool,
      clock: clinic.options.clock,
      sealer: keyring,
    });
    for (let statement = 1; ; statement += 1) {
      const submission = instance.submission('infusion-order', {
        act: 'ordered',
        order: null,
        patient: asId('patient-2'),
        addressUnknown: 'homeless',
        orderedBy: asId('person-1'),
        given: 'written',
        route: 'im',
        dose: 25_000_000n as never,
        dosePerKilogram: null,
        minutes: null,
        diluent: null,
        series: null,
        item: null,
        plannedFor: null,
        personal: [{ field: 'patient.name', value: 'Eve Ellis', retention: 'patient' }],
      });
      // A batch of two, with a witness who signed for one of them.
      const challenge = await clinic.ledger.openChallenge({
        ledger: SITE,
        submission,
        signer: BEN,
        meaning: 'witnessed',
        seen: ['act'],
        at: clinic.now(),
      });
      const id = challenge?.id ?? '';
      await clinic.ledger.signChallenge({ ledger: SITE, id, method: 'pin', at: clinic.now() });
      const beside = draw(instance, statement);
      faulty.arm(statement, fault);
      const answers = await Promise.all([
        instance.ledger.record(SITE, { ...submission, challenges: [id] }),
        instance.ledger.record(SITE, beside),
      ]);
      expect(answers.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded']);
      expect(await total([submission.id, beside.id])).toBe(2);
      if (faulty.count() < statement) break;
      expect(statement).toBeLessThan(40);
    }
    await instance.ledger.close();
    await inner.end();
  });
});

it('waits for a head that somebody else holds, and keeps no other ledger waiting', async () => {
  const { clinic } = harness;
  const free = asId('freesite0000');
  await clinic.openSite(free);
  const holder = await harness.poolOf('superuser').connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM ledger.head WHERE ledger_id = $1 FOR UPDATE', [SITE]);
  const order: string[] = [];
  const busy = clinic.ledger
    .record(SITE, draw(clinic, 1))
    .then(({ outcome }) => order.push(outcome));
  const other = clinic.order(free).then(() => order.push('other'));
  await other;
  await delay(300);
  expect(order).toEqual(['other']);
  await holder.query('ROLLBACK');
  holder.release();
  await busy;
  expect(order).toEqual(['other', 'recorded']);
});

it('turns away who has waited too long, and records it when it is asked again', async () => {
  const { database, keyring, clinic } = harness;
  const pool = createPool(database.serviceUrl, { max: 2 });
  const parts = { pool, clock: clinic.options.clock, sealer: keyring, longestWaitMs: 400 };
  const impatient = new Clinic(parts);
  const holder = await harness.poolOf('superuser').connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM ledger.head WHERE ledger_id = $1 FOR UPDATE', [SITE]);
  const submission = draw(impatient, 1);
  await expect(impatient.ledger.record(SITE, submission)).rejects.toThrow(LedgerUnavailable);
  await holder.query('ROLLBACK');
  holder.release();
  expect(await impatient.ledger.record(SITE, submission)).toMatchObject({ replayed: false });
  await impatient.ledger.close();
  await pool.end();
});

it('gives up on a server that is not there, and says so', async () => {
  const { keyring, clinic } = harness;
  const pool = createPool('postgresql://nobody@127.0.0.1:1/nothing', { max: 2 });
  const parts = { pool, clock: clinic.options.clock, sealer: keyring, longestWaitMs: 300 };
  const lost = new Clinic(parts);
  await expect(lost.ledger.record(SITE, draw(lost, 1))).rejects.toThrow(LedgerUnavailable);
  await lost.ledger.close();
  await pool.end();
});

it('finishes what it has taken when it is closed, and takes nothing more', async () => {
  const instance = harness.another();
  const taken = range(20).map((i) => instance.ledger.record(SITE, draw(instance, i)));
  const closed = instance.ledger.close();
  await expect(instance.ledger.record(SITE, draw(instance, 1))).rejects.toThrow(LedgerUnavailable);
  await closed;
  for (const answer of await Promise.all(taken)) expect(answer.outcome).toBe('recorded');
});

it('keeps real-time order: who was answered before another began stands before it', async () => {
  const other = harness.another();
  const done: { readonly seq: number; readonly began: number; readonly ended: number }[] = [];
  await Promise.all(
    range(16).map(async (caller) => {
      for (const turn of range(8)) {
        const began = performance.now();
        const writer = (caller + turn) % 2 === 0 ? harness.clinic : other;
        const answer = await writer.ledger.record(SITE, draw(writer, caller * 8 + turn));
        if (answer.outcome !== 'recorded') throw new Error(JSON.stringify(answer));
        done.push({ seq: answer.entry.seq, began, ended: performance.now() });
      }
    }),
  );
  for (const a of done)
    for (const b of done) if (a.ended < b.began) expect(a.seq).toBeLessThan(b.seq);
});
