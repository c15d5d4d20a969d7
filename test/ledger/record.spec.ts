import { randomUUID } from 'node:crypto';
import { asId } from '../../src/domain/ids.js';
import type { ContainerId, EntryId, LedgerId, OrderId } from '../../src/domain/ids.js';
import { businessDate, instant, minus, plus } from '../../src/domain/measures/instant.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { encodeLeaf, LONGEST_LEAF } from '../../src/ledger/leaf/leaf.js';
import type { Recorded } from '../../src/ledger/submission.js';
import { SimulatedClock } from '../../src/platform/clock.js';
import { ANNA, BEN, ORGANISATION, SITE, SITE_FACTS } from './clinic.js';
import { openHarness } from './harness.js';
import type { Harness } from './harness.js';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterEach(async () => {
  await harness.check();
});
afterAll(async () => {
  await harness.close();
});

const range = (size: number): readonly number[] => Array.from({ length: size }, (_, i) => i);

async function size(ledger: LedgerId = SITE): Promise<number> {
  const { rows } = await harness.pool.query<{ size: string }>(
    'SELECT size::text FROM ledger.head WHERE ledger_id = $1',
    [ledger],
  );
  return Number(rows[0]?.size);
}

const seqOf = (answer: Recorded): number => {
  if (answer.outcome !== 'recorded') throw new Error(`not recorded: ${JSON.stringify(answer)}`);
  return answer.entry.seq;
};

describe('the sequence', () => {
  it('has no gap and no line twice under 64 callers of two instances', async () => {
    const { clinic } = harness;
    const other = harness.another();
    const vials = await clinic.receive(40);
    const order = await clinic.order();
    const before = await size();
    const answers = await Promise.all(
      range(64).flatMap((caller) =>
        range(5).map((turn) =>
          (caller % 2 === 0 ? clinic : other).draw(
            order,
            vials[(caller + turn * 7) % vials.length] ?? ('' as ContainerId),
            { quantity: quantity(10) },
          ),
        ),
      ),
    );
    expect(answers.map(seqOf).sort((a, b) => a - b)).toEqual(range(320).map((i) => before + i));
    expect(await size()).toBe(before + 320);
  });

  it('is one for each ledger, also where one transaction serves several', async () => {
    const { clinic } = harness;
    const sites = range(4).map((i): LedgerId => asId(`several0000${i}`));
    for (const site of sites) await clinic.openSite(site);
    const other = harness.another({ ledgersPerTransaction: 'one' });
    const vials = await Promise.all(sites.map((site) => clinic.receive(2, site)));
    const orders = await Promise.all(sites.map((site) => clinic.order(site)));
    const draws = range(160).map((i) => {
      const at = i % sites.length;
      const writer = i % 3 === 0 ? other : clinic;
      return writer.draw(orders[at] ?? asId(''), vials[at]?.[0] ?? asId(''), {
        quantity: quantity(1),
        ...(sites[at] === undefined ? {} : { site: sites[at] }),
      });
    });
    for (const answer of await Promise.all(draws)) expect(answer.outcome).toBe('recorded');
    for (const site of sites) expect(await size(site)).toBe(4 + 40);
  });
});

describe('the same id again', () => {
  it('is recorded once for 64 callers, and each gets the same answer', async () => {
    const { clinic } = harness;
    const other = harness.another();
    const [vial] = await clinic.receive(1);
    const order = await clinic.order();
    const before = await size();
    const submission = clinic.submission('draw', {
      order,
      stated: [],
      lines: [{ container: vial ?? asId(''), quantity: quantity(1000) }],
    });
    const answers = await Promise.all(
      range(64).map((i) => (i % 2 === 0 ? clinic : other).ledger.record(SITE, submission)),
    );
    expect(await size()).toBe(before + 1);
    const [first] = answers;
    const fresh = answers.filter((answer) => answer.outcome === 'recorded' && !answer.replayed);
    expect(fresh).toHaveLength(1);
    for (const answer of answers)
      expect({ ...answer, replayed: false }).toEqual({ ...first, replayed: false });
  });

  it('is a conflict with other content, whatever differs', async () => {
    const { clinic } = harness;
    const [vial] = await clinic.receive(1);
    const order = await clinic.order();
    const container = vial ?? asId('');
    const first = clinic.submission('draw', {
      order,
      stated: [],
      lines: [{ container, quantity: quantity(1000) }],
    });
    expect((await clinic.ledger.record(SITE, first)).outcome).toBe('recorded');
    const { request } = first;
    const others = [
      { ...first, performer: BEN },
      { ...first, transcriber: BEN },
      { ...first, source: 'scan' as const },
      { ...first, request: { ...request, occurredAt: minus(request.occurredAt, { seconds: 1 }) } },
      { ...first, request: { ...request, lines: [{ container, quantity: quantity(1001) }] } },
      {
        ...first,
        request: {
          ...request,
          personal: [{ field: 'note', value: 'x', retention: 'case' as const }],
        },
      },
    ];
    const before = await size();
    for (const other of others)
      expect(await clinic.ledger.record(SITE, other as typeof first)).toEqual({
        outcome: 'conflict',
      });
    expect(await clinic.ledger.record(SITE, first)).toMatchObject({ replayed: true });
    expect(await size()).toBe(before);
  });

  it('compares personal values, which no hash in the database shows', async () => {
    const { clinic } = harness;
    const body = {
      act: 'ordered' as const,
      order: null,
      patient: asId('patient-9'),
      addressUnknown: 'homeless' as const,
      orderedBy: ANNA,
      given: 'written' as const,
      route: 'im' as const,
      dose: 50_000_000n as never,
      dosePerKilogram: null,
      minutes: null,
      diluent: null,
      series: null,
      item: null,
      plannedFor: null,
      personal: [{ field: 'patient.name', value: 'Dora Dean', retention: 'patient' as const }],
    };
    const first = clinic.submission('infusion-order', body);
    const answer = await clinic.ledger.record(SITE, first);
    expect(answer.outcome).toBe('recorded');
    const again = await harness.another().ledger.record(SITE, first);
    expect(again).toEqual({ ...answer, replayed: true });
    const other = {
      ...first,
      request: {
        ...first.request,
        personal: [{ field: 'patient.name', value: 'Dora Deal', retention: 'patient' as const }],
      },
    };
    expect(await clinic.ledger.record(SITE, other)).toEqual({ outcome: 'conflict' });
    const both = await Promise.all([
      clinic.ledger.record(SITE, { ...first, id: asId(randomUUID()) }),
      clinic.ledger.record(SITE, first),
      clinic.ledger.record(SITE, other),
    ]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded', 'conflict']);
  });

  it('is a conflict within one batch too', async () => {
    const { clinic } = harness;
    const [vial] = await clinic.receive(1);
    const order = await clinic.order();
    const draw = (thousandths: number) => {
      const made = clinic.submission('draw', {
        order,
        stated: [],
        lines: [{ container: vial ?? asId(''), quantity: quantity(thousandths) }],
      });
      return { ...made, id: asId('0193f7a1-0000-7000-8000-000000000001') as EntryId };
    };
    const one = draw(1000);
    const answers = await Promise.all([
      clinic.ledger.record(SITE, one),
      clinic.ledger.record(SITE, one),
      clinic.ledger.record(SITE, draw(999)),
    ]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded', 'conflict']);
  });
});

describe('what is refused', () => {
  it('leaves no trace, and refuses nobody who came with it', async () => {
    const { clinic } = harness;
    const [vial] = await clinic.receive(1);
    const order = await clinic.order();
    const before = await counts();
    const answers = await Promise.all(
      range(20).map((i) =>
        clinic.draw(i % 2 === 0 ? order : (asId('9999') as OrderId), vial ?? asId(''), {
          quantity: quantity(10),
        }),
      ),
    );
    const refused = answers.filter(({ outcome }) => outcome === 'refused');
    expect(refused).toHaveLength(10);
    expect(refused[0]).toMatchObject({ rejection: { code: 'order.unknown' } });
    const after = await counts();
    expect(after.entries).toBe(before.entries + 10);
    expect(after.movements).toBe(before.movements + 10);
  });

  it('never lets 64 concurrent draws take more than the vial can hold', async () => {
    const { clinic } = harness;
    const other = harness.another();
    const [vial] = await clinic.receive(1);
    const order = await clinic.order();
    const answers = await Promise.all(
      range(64).map((i) =>
        (i % 2 === 0 ? clinic : other).draw(order, vial ?? asId(''), { quantity: quantity(1000) }),
      ),
    );
    // 10 mL and the overfill allowance of 1 mL.
    expect(answers.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(11);
    const refused = answers.find(({ outcome }) => outcome === 'refused');
    expect(refused).toMatchObject({ rejection: { code: 'draw.exceeds-remaining' } });
  });

  it('is refused by the book of the moment: a revocation counts for what comes after it', async () => {
    const { clinic } = harness;
    const other = harness.another();
    const [vial] = await clinic.receive(1);
    const order = await clinic.order();
    const draw = () => other.draw(order, vial ?? asId(''), { submission: { performer: BEN } });
    expect((await draw()).outcome).toBe('recorded');
    const grant = { person: BEN, site: 'organisation' as const, until: null };
    await clinic.mustRecord(ORGANISATION, 'grant', { ...grant, roles: [] });
    expect(await draw()).toMatchObject({ rejection: { code: 'entry.not-permitted' } });
    await clinic.mustRecord(ORGANISATION, 'grant', { ...grant, roles: ['clinician', 'witness'] });
    expect((await draw()).outcome).toBe('recorded');
  });

  it('does not reach a ledger that is not there', async () => {
    const answer = await harness.clinic.draw(asId('1'), asId('1-1'), {
      site: asId('nowhere00000'),
    });
    expect(answer).toMatchObject({ rejection: { code: 'ledger.not-opened' } });
  });

  it('does not open a ledger twice, nor a second organisation', async () => {
    const { clinic } = harness;
    const opening = (ledger: LedgerId, origin: string, site: typeof SITE_FACTS | null) =>
      clinic.record(ledger, 'opened', {
        ledger,
        origin,
        clock: 'real',
        verifierKey: 'key',
        site,
        organisation: null,
      });
    const taken = { rejection: { code: 'ledger.already-opened' } };
    expect(await opening(SITE, 'clinic.test/csl/site/x', SITE_FACTS)).toMatchObject(taken);
    expect(await opening(asId('second000000'), 'clinic.test/csl/org/2', null)).toMatchObject(taken);
    const origin = `clinic.test/csl/site/${SITE}`;
    expect(await opening(asId('second000000'), origin, SITE_FACTS)).toMatchObject(taken);
    expect(await size(asId('second000000'))).toBeNaN();
  });

  it('is thrown back when no leaf can hold it', async () => {
    const { clinic } = harness;
    const order = asId('1');
    const lines = [{ container: asId('1\u0000'), quantity: quantity(1) }];
    await expect(clinic.record(SITE, 'draw', { order, lines, stated: [] })).rejects.toThrow();
    const twice = { field: 'note', value: 'x', retention: 'case' as const };
    const personal = [twice, twice];
    await expect(
      clinic.record(SITE, 'draw', { order, lines: [], stated: [], personal }),
    ).rejects.toThrow('stands twice');
  });
});

it('refuses what would not fit into a leaf, and takes 150 containers that do', async () => {
  const { clinic } = harness;
  const receive = (serials: readonly string[]) =>
    clinic.record(SITE, 'receipt', {
      supplier: asId('supplier-6'),
      document: 'invoice',
      invoiceNumber: 'I-2',
      invoiceDate: null,
      invoiceFile: null,
      orderedOn: null,
      lines: [
        {
          product: asId('product-5'),
          location: asId('safe'),
          lot: 'LOT-1234567890',
          expires: businessDate('2099-12-31'),
          ordered: 150,
          invoiced: 150,
          counted: 150,
          serials,
        },
      ],
    });
  const before = await size();
  const long = range(150).map((i) => `SERIAL-${String(i).padStart(40, '0')}`);
  expect(await receive(long)).toMatchObject({ rejection: { code: 'receipt.too-many' } });
  expect(await size()).toBe(before);
  const answer = await receive([]);
  if (answer.outcome !== 'recorded') throw new Error(JSON.stringify(answer));
  expect(encodeLeaf(answer.entry).length).toBeLessThan(LONGEST_LEAF * 0.8);
});

describe('time', () => {
  it('is the database’s, in microseconds, and the same in leaf and columns', async () => {
    const { clinic } = harness;
    const order = await clinic.order();
    const { rows } = await harness.pool.query<{ recorded: string; leaf: Buffer }>(
      `SELECT ledger.instant(recorded_at) AS recorded, leaf FROM ledger.entry WHERE ledger_id = $1 AND seq = $2`,
      [SITE, order],
    );
    const at = (JSON.parse(rows[0]?.leaf.toString('utf8') ?? '') as { at: string }).at;
    expect(rows[0]?.recorded).toBe(at);
    expect(at).toMatch(/\.\d{6}Z$/);
  });

  it('is simulated only in ledgers that were opened so', async () => {
    const clock = new SimulatedClock(instant('2027-03-01T09:00:00Z'));
    const simulated = await openHarness({ clock });
    try {
      clock.advance(60_000);
      const order = await simulated.clinic.order();
      const { rows } = await simulated.pool.query<{ at: string; clk: string }>(
        `SELECT ledger.instant(recorded_at) AS at, convert_from(leaf, 'UTF8')::json ->> 'clk' AS clk
           FROM ledger.entry WHERE ledger_id = $1 AND seq = $2`,
        [SITE, order],
      );
      expect(rows).toEqual([
        { at: plus(instant('2027-03-01T09:00:00Z'), { minutes: 1 }), clk: 'simulated' },
      ]);
      await simulated.check();
    } finally {
      await simulated.close();
    }
  });
});

async function counts(): Promise<{ entries: number; movements: number }> {
  const { rows } = await harness.pool.query<{ entries: number; movements: number }>(
    `SELECT (SELECT count(*) FROM ledger.entry)::integer AS entries,
            (SELECT count(*) FROM ledger.movement)::integer AS movements`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no counts');
  return row;
}
