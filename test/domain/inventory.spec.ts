import { describe, expect, it } from '@jest/globals';
import { asId } from '../../src/domain/ids.js';
import { businessDate } from '../../src/domain/measures/instant.js';
import { inventoryDue, wholeInventory } from '../../src/domain/counting/inventory-due.js';
import { HOUSE_POLICY } from '../../src/domain/policy.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import type { RejectionCode } from '../../src/domain/rejection.js';
import type {
  InventoryPlace,
  InventoryRequest,
  PolicyRequest,
  QuarantineRequest,
} from '../../src/domain/request.js';
import { accepted } from '../support/scenario-pure.js';
import { inventoryOf, sealedLine, Story } from './story.js';

const OF_EVERYTHING = { line: 3, type: 'biennial' } as const;
const due = (date: string, today: string, months = 24) =>
  inventoryDue(
    { ...OF_EVERYTHING, date: businessDate(date) },
    { months, today: businessDate(today) },
  );

describe('the next inventory', () => {
  it.each([
    ['two years later, that day included', '2024-11-28', 24, '2026-11-28'],
    ['on the 28th, two years after a leap day', '2024-02-29', 24, '2026-02-28'],
    ['on the leap day itself, four years later', '2024-02-29', 48, '2028-02-29'],
    ['a year later where the site says so', '2025-03-01', 12, '2026-03-01'],
  ])('is due %s', (_, date, months, last) => {
    expect(due(date, '2026-01-01', months).due).toBe(last);
  });

  it.each([
    [91, '2026-08-29', null],
    [90, '2026-08-30', 90],
    [30, '2026-10-29', 30],
    [7, '2026-11-21', 7],
    [0, '2026-11-28', 7],
    [-1, '2026-11-29', 7],
  ] as const)('is warned of %s days before', (daysLeft, today, warning) => {
    expect(due('2024-11-28', today)).toMatchObject({ daysLeft, warning });
  });

  it('counts from the inventory before go-live, and from none of a part or of an end', () => {
    const story = new Story();
    const entry = (changes: Partial<InventoryRequest>) => ({
      seq: 7,
      businessDate: businessDate('2026-03-02'),
      request: {
        ...inventoryOf(changes, story.now),
        posture: 'done' as const,
        occurredAt: story.now,
        reason: null,
        confirmed: [],
        personal: [],
      },
    });
    const previous = { date: businessDate('2025-06-30'), file: null };
    expect(wholeInventory(entry({}))?.date).toBe('2026-03-02');
    expect(wholeInventory(entry({ type: 'go-live', previous }))?.date).toBe('2025-06-30');
    for (const type of ['newly-scheduled', 'relocation-out', 'closing'] as const)
      expect(wholeInventory(entry({ type }))).toBeUndefined();
  });
});

/** A safe with one open and two sealed vials, one of them set apart. */
function stocked() {
  const story = new Story();
  const [vial = asId(''), apart = asId('')] = story.stock(
    'ketamine 50',
    'ketamine 50',
    'ketamine 50',
  );
  story.draw(story.order('500'), vial, '0.700');
  accepted(
    story.ask<QuarantineRequest>('Paul Ode', {
      kind: 'quarantine',
      containers: [apart],
      why: 'damaged',
    }),
  );
  const item = story.clinic.site.book.find('condition', vial)?.item ?? asId('');
  const at = story.clinic.site.entries.length;
  const number = { item, containers: 1, first: 1, recounted: false };
  const safe: InventoryPlace = {
    location: asId('safe'),
    at,
    sealed: [number],
    quarantined: [{ ...number, reasons: [{ why: 'damaged', containers: 1 }] }],
    open: [
      {
        container: vial,
        quantity: quantity(9_300),
        first: quantity(9_300),
        recounted: false,
        method: 'measured',
        resolution: quantity(100),
        at,
      },
    ],
  };
  const moved = story.clinic.site.entries
    .filter(({ effects, kind }) => effects.movements.length > 0 && kind !== 'inventory')
    .map(({ seq }) => seq);
  const ask = (changes: Partial<InventoryRequest>) => {
    const asked = inventoryOf(
      {
        type: 'biennial',
        date: businessDate('2026-03-02'),
        places: [safe],
        since: moved,
        ...changes,
      },
      story.now,
    );
    const signatures = [
      { person: story.person('Paul Ode'), meaning: 'counted', seen: ['count'] },
    ] as const;
    return story.ask('Rita Vance', asked, { signatures });
  };
  return { story, safe, vial, item, ask };
}

describe('an inventory that asserts', () => {
  it('moves nothing and states what was there', () => {
    const { ask } = stocked();
    const { entry } = accepted(ask({ asOf: 'close', since: [] }));
    expect(entry.effects.movements).toEqual([]);
    const found = entry.effects.states.find(({ noun }) => noun === 'inventory');
    expect(found).toMatchObject({
      stated: [{ sealed: 2, onHand: 29_300n, inProcess: 700n, held: 0n }],
      addedBack: [],
    });
  });

  const REFUSED: readonly [
    RejectionCode,
    string,
    (clinic: ReturnType<typeof stocked>) => Partial<InventoryRequest>,
  ][] = [
    [
      'inventory.asserts-only',
      'brings in no stock',
      ({ story }) => ({ sealed: [sealedLine(story.product('ketamine 50'))] }),
    ],
    [
      'inventory.reasons-disagree',
      'says of every quarantined container why it is held',
      ({ safe }) => ({
        places: [
          { ...safe, quarantined: safe.quarantined.map((line) => ({ ...line, reasons: [] })) },
        ],
      }),
    ],
    [
      'inventory.lines-missing',
      'takes back everything that touched the shelf since',
      () => ({ since: [] }),
    ],
    [
      'inventory.line-unfit',
      'takes back nothing from before the stated moment',
      ({ story }) => ({
        asOf: 'close',
        since: story.clinic.site.entries
          .filter(({ kind }) => kind === 'draw')
          .map(({ seq }) => seq),
      }),
    ],
    [
      'count.line-twice',
      'counts each storage location once',
      ({ safe }) => ({ places: [safe, safe] }),
    ],
    [
      'inventory.needs-closing',
      'is no opening of a new place',
      () => ({ type: 'relocation-in', places: [], date: null, since: [] }),
    ],
  ];
  it.each(REFUSED)('is refused with %s: it %s', (code, _, changes) => {
    const clinic = stocked();
    const answer =
      code === 'inventory.needs-closing' ? relocated(null) : clinic.ask(changes(clinic));
    expect(answer).toMatchObject({ accepted: false, code });
  });

  it('may be estimated in quarters of a container where the site says so', () => {
    const { story, safe, ask } = stocked();
    const settings = { ...HOUSE_POLICY, openedContainers: 'quarter-containers' } as const;
    const effectiveFrom = story.now;
    accepted(story.ask<PolicyRequest>('Rita Vance', { kind: 'policy', effectiveFrom, settings }));
    const estimated = (thousandths: number): InventoryPlace => ({
      ...safe,
      open: safe.open.map((line) => ({
        ...line,
        quantity: quantity(thousandths),
        method: 'estimated',
        resolution: quantity(2_500),
      })),
    });
    const shape = { asOf: 'close', since: [] } as const;
    expect(ask({ ...shape, places: [estimated(9_000)] })).toMatchObject({
      code: 'inventory.not-in-quarters',
    });
    expect(ask({ ...shape, places: [estimated(10_000)] })).toMatchObject({ accepted: true });
  });
});

/** The opening inventory of a new place with two vials, where the old one closed with so much. */
function relocated(onHand: bigint | null) {
  const story = new Story();
  const item = asId('ketamine 50 mg/mL injection, 10 mL');
  const stated = {
    item,
    sealed: 2,
    onHand: quantity(Number(onHand ?? 0)),
    inProcess: quantity(0),
    held: quantity(0),
  };
  return story.ask(
    'Rita Vance',
    inventoryOf(
      {
        type: 'relocation-in',
        sealed: [sealedLine(story.product('ketamine 50'), 2)],
        relocated:
          onHand === null
            ? null
            : { site: asId('oldsite00001'), line: 40, leaf: asId('leaf'), stated: [stated] },
      },
      story.now,
    ),
    { signatures: [{ person: story.person('Paul Ode'), meaning: 'counted', seen: ['count'] }] },
  );
}

describe('the opening inventory of a new place', () => {
  it('brings in what the old one closed with', () => {
    const { entry } = accepted(relocated(20_000n));
    expect(entry.effects.movements.map(({ from, quantity: moved }) => [from, moved])).toEqual([
      ['opening', 10_000n],
      ['opening', 10_000n],
    ]);
  });

  it('is stopped where it differs from that', () => {
    expect(relocated(30_000n)).toMatchObject({
      code: 'inventory.relocation-differs',
      facts: { items: ['ketamine 50 mg/mL injection, 10 mL'] },
    });
  });
});
