import { describe, expect, it } from '@jest/globals';
import type { Condition, Stock } from '../../src/domain/stock/container.js';
import { asId } from '../../src/domain/ids.js';
import { businessDate, instant, zone } from '../../src/domain/measures/instant.js';
import { inOrderOfUse } from '../../src/domain/stock/order-of-use.js';
import type { IntendedUse, Usable } from '../../src/domain/stock/order-of-use.js';
import { quantity } from '../../src/domain/measures/quantity.js';

const USE: IntendedUse = {
  at: instant('2026-03-02T15:00:00Z'),
  zone: zone('America/New_York'),
  patient: null,
  quantity: quantity(0),
};

interface Told {
  readonly ends?: string;
  readonly expires?: string;
  readonly received?: string;
  readonly quarantine?: Condition['quarantine'];
  readonly patient?: string;
  readonly remaining?: number;
}

function vial(id: string, told: Told = {}): Usable {
  const { ends, expires = '2027-06-30', received = '2026-01-05T15:00:00Z' } = told;
  return {
    condition: {
      noun: 'condition',
      id: asId(id),
      item: asId('ketamine 50 mg/mL injection, 10 mL'),
      location: asId('safe'),
      status: ends === undefined ? 'sealed' : 'open',
      quarantine: told.quarantine ?? null,
      openedAt: ends === undefined ? null : instant('2026-03-01T15:00:00Z'),
      beyondUseAt: ends === undefined ? null : instant(ends),
      draws: 0,
      drawers: [],
      drawersSinceCount: [],
      patient: told.patient === undefined ? null : asId(told.patient),
    },
    // Only these two are looked at.
    stock: { expires: businessDate(expires), receivedAt: instant(received) } as Stock,
    remaining: quantity(told.remaining ?? 10_000),
  };
}

const order = (vials: readonly Usable[], use: Partial<IntendedUse> = {}): readonly string[] =>
  inOrderOfUse(vials, { ...USE, ...use }).map(({ container, take }) =>
    take === 0n ? container.condition.id : `${container.condition.id} ${take}`,
  );

describe('the order in which containers are used', () => {
  it('puts open before sealed, and the soonest end of use first', () => {
    const later = vial('9-1', { ends: '2026-03-30T03:59:59Z' });
    const sooner = vial('10-1', { ends: '2026-03-20T03:59:59Z' });
    const soonExpired = vial('11-1', { expires: '2026-03-31' });
    expect(order([soonExpired, later, sooner])).toEqual(['10-1', '9-1', '11-1']);
  });

  it('puts sealed ones by expiry, then by receipt, then by number', () => {
    const expiresLast = vial('2-1', { expires: '2028-01-31' });
    const cameLater = vial('3-1', { received: '2026-02-01T15:00:00Z' });
    expect(order([expiresLast, cameLater, vial('12-1'), vial('9-2')])).toEqual([
      '9-2',
      '12-1',
      '3-1',
      '2-1',
    ]);
  });

  it('leaves out what may not be used', () => {
    const past = vial('4-1', { ends: '2026-03-02T14:59:59Z' });
    const expired = vial('5-1', { expires: '2026-03-01' });
    const suspect = vial('6-1', { quarantine: 'suspect' });
    const empty = vial('7-1', { ends: '2026-03-20T03:59:59Z', remaining: 0 });
    const another = vial('8-1', { ends: '2026-03-02T18:00:00Z', patient: 'ada' });
    const vials = [past, expired, suspect, empty, another];
    expect(order(vials)).toEqual([]);
    expect(order(vials, { patient: asId('ada') })).toEqual(['8-1']);
  });

  it('says how much each gives, until there is enough', () => {
    const rest = vial('9-1', { ends: '2026-03-30T03:59:59Z', remaining: 400 });
    const vials = [vial('10-1'), rest, vial('11-1')];
    expect(order(vials, { quantity: quantity(700) })).toEqual(['9-1 400', '10-1 300', '11-1']);
  });
});
