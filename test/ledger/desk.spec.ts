import { asId } from '../../src/domain/ids.js';
import type { LedgerId } from '../../src/domain/ids.js';
import { instant, minus, plus } from '../../src/domain/measures/instant.js';
import type { Instant } from '../../src/domain/measures/instant.js';
import { Desk } from '../../src/ledger/desk.js';
import type { Head } from '../../src/ledger/ledger.sql.js';
import { withStates } from '../../src/ledger/master-data.js';
import { OpenSlice, Slices } from '../../src/ledger/slices.js';

const NOW = instant('2026-11-22T12:00:00Z');
const LEDGER: LedgerId = asId('site00000001');
const NOBODY = withStates(
  {
    size: 0,
    sites: new Map(),
    persons: new Map(),
    grants: new Map(),
    products: new Map(),
    suppliers: new Map(),
  },
  [],
  0,
);

function markOf(times: {
  readonly last?: Instant;
  readonly own?: Instant;
  readonly clock?: 'simulated';
}): string {
  const head: Head = {
    ledger: LEDGER,
    scope: 'site',
    origin: 'x',
    clock: times.clock ?? 'real',
    size: 0,
    edge: Buffer.alloc(0),
    lastHash: Buffer.alloc(0),
    lastAt: times.last ?? null,
  };
  const parts = { recordedAt: NOW, ownTime: times.own ?? NOW, organisation: NOBODY };
  return new Desk(head, new OpenSlice(), parts).clockMark;
}

describe('the mark of the clock', () => {
  it('is ok while the database’s time goes on and agrees with the service’s', () => {
    expect(markOf({})).toBe('ok');
    expect(markOf({ last: NOW })).toBe('ok');
    expect(markOf({ last: minus(NOW, { days: 400 }) })).toBe('ok');
    expect(markOf({ own: plus(NOW, { seconds: 119 }) })).toBe('ok');
  });

  it('says that the clock went back behind the line before', () => {
    expect(markOf({ last: instant('2026-11-22T12:00:00.000001Z') })).toBe('back');
    expect(markOf({ last: plus(NOW, { days: 3 }), own: plus(NOW, { days: 3 }) })).toBe('back');
  });

  it('says that the two clocks differ', () => {
    expect(markOf({ own: plus(NOW, { minutes: 2 }) })).toBe('skew');
    expect(markOf({ own: minus(NOW, { days: 3 }) })).toBe('skew');
  });

  it('is simulated in a simulated ledger, whatever the times are', () => {
    expect(markOf({ clock: 'simulated', last: plus(NOW, { days: 3 }) })).toBe('simulated');
  });
});

describe('slices between batches', () => {
  const filled = (cells: number): OpenSlice => {
    const open = new OpenSlice();
    for (let i = 0; i < cells; i += 1) open.slice.load(`line/${i}`, undefined);
    return open;
  };

  it('are given back for exactly the head that they fit, once', () => {
    const slices = new Slices();
    const open = filled(3);
    slices.keep(LEDGER, { size: 5, lastHash: 'a', open });
    expect(slices.take(LEDGER, 5, 'a')).toBe(open);
    expect(slices.take(LEDGER, 5, 'a')).not.toBe(open);
    slices.keep(LEDGER, { size: 5, lastHash: 'a', open });
    expect(slices.take(LEDGER, 6, 'a')).not.toBe(open);
    slices.keep(LEDGER, { size: 5, lastHash: 'a', open });
    expect(slices.take(LEDGER, 5, 'b')).not.toBe(open);
    expect(slices.take(LEDGER, 5, 'a')).not.toBe(open);
  });

  it('are forgotten when they have grown large', () => {
    const slices = new Slices();
    const open = filled(20_001);
    slices.keep(LEDGER, { size: 5, lastHash: 'a', open });
    expect(slices.take(LEDGER, 5, 'a')).not.toBe(open);
  });

  it('are forgotten when there are many, the longest unused first', () => {
    const slices = new Slices();
    const ids = Array.from({ length: 65 }, (_, i): LedgerId =>
      asId(`many${String(i).padStart(8, '0')}`),
    );
    const all = ids.map(() => filled(1));
    ids.forEach((ledger, i) => {
      slices.keep(ledger, { size: 1, lastHash: 'a', open: all[i] ?? filled(0) });
    });
    expect(slices.take(ids[0] ?? LEDGER, 1, 'a')).not.toBe(all[0]);
    expect(slices.take(ids[1] ?? LEDGER, 1, 'a')).toBe(all[1]);
    expect(slices.take(ids[64] ?? LEDGER, 1, 'a')).toBe(all[64]);
  });
});
