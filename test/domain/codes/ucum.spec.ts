import { describe, expect, it } from '@jest/globals';
import { baseUnitOf, readUnit, ucumOf } from '../../../src/domain/codes/ucum.js';

describe('a unit', () => {
  it.each([
    ['mL', 'mL'],
    ['ml', 'mL'],
    [' mL ', 'mL'],
    ['mg', 'mg'],
    ['ug', 'ug'],
    ['mcg', 'ug'],
    ['\u00b5g', 'ug'],
    ['\u03bcg', 'ug'],
    ['\u00b5L', 'uL'],
    ['g', 'g'],
    ['mg/mL', 'mg/mL'],
    ['mg / ml', 'mg/mL'],
    ['mcg/mL', 'ug/mL'],
    ['\u03bcg/ml', 'ug/mL'],
    ['mg/kg', 'mg/kg'],
    ['mg/kg/h', 'mg/kg/h'],
    ['mg/kg/hr', 'mg/kg/h'],
    ['each', '{each}'],
    ['{each}', '{each}'],
    ['vial', '{vial}'],
    ['{vial}', '{vial}'],
  ])('written %j is %s', (text, unit) => {
    expect(readUnit(text)).toEqual({ kind: 'read', unit });
  });

  it.each([
    ['cc', 'mL'],
    ['CC', 'mL'],
    ['ML', 'mL'],
    ['MG', 'mg'],
    ['Mg', 'mg'],
    ['gm', 'g'],
    ['IU', undefined],
    ['U', undefined],
    ['gr', undefined],
    ['lb', undefined],
  ])('written %j is refused, and the one to write is %s', (text, instead) => {
    expect(readUnit(text)).toEqual({ kind: 'refused', problem: 'misleading', instead });
  });

  it('that is missing is never assumed', () => {
    for (const text of ['', '  ']) {
      expect(readUnit(text)).toMatchObject({ kind: 'refused', problem: 'missing' });
    }
  });

  it.each(['tablet', 'mg/mL/', 'mgs', 'toString', '__proto__', 'constructor', 'm L'])(
    'written %j is unknown',
    (text) => {
      expect(readUnit(text)).toEqual({ kind: 'refused', problem: 'unknown', instead: undefined });
    },
  );

  it('counts a product in millilitres or in pieces, and in nothing else', () => {
    expect(ucumOf('mL')).toBe('mL');
    expect(ucumOf('each')).toBe('{each}');
    expect(baseUnitOf('mL')).toBe('mL');
    expect(baseUnitOf('{each}')).toBe('each');
    expect(baseUnitOf('{vial}')).toBe('each');
    for (const unit of ['mg', 'uL', 'mg/mL', 'mL/h', 'h'] as const) {
      expect(baseUnitOf(unit)).toBeUndefined();
    }
  });
});
