/** A ledger to print: draws of some people, each with what became of it, made while it is read. */
import type { ReportHead } from '../../reports/head.js';
import type {
  Disposition,
  LedgerLine,
  LedgerReport,
  LedgerSection,
} from '../../reports/ledger-rows.js';
import { businessDate, instantOfMicroseconds, zone } from '../../src/domain/measures/instant.js';
import type { Instant } from '../../src/domain/measures/instant.js';
import {
  massOf,
  quantity,
  strength,
  subtract,
  sum,
  ZERO,
} from '../../src/domain/measures/quantity.js';
import type { Quantity } from '../../src/domain/measures/quantity.js';

export const ZONE = zone('America/New_York');
const NAMES = [
  'Eleanor Whitcombe',
  'Marcus Delgado-Rivera',
  'Søren Aagaard',
  'Ruth Blum',
  'Chidi Okonkwo',
];
const FAMILIES = 997;
const STRENGTH = strength(50_000);
const FIRST = 1_772_460_000_000_000n;

/** A ledger of so many draws, made while it is read: nothing of it is held. */
export function sampleLedger(draws: number): LedgerReport {
  let last = ZERO;
  let given = ZERO;
  let wasted = ZERO;
  const before = quantity(draws * 1500);
  const section: LedgerSection = {
    item: {
      substance: 'Ketamine hydrochloride',
      strength: STRENGTH,
      form: 'injection',
      size: quantity(10_000),
      unit: 'mL',
      container: 'vial',
      schedule: 'III',
    },
    broughtForward: before,
    *lines() {
      last = before;
      for (let index = 0; index < draws; index += 1) {
        const line = sampleLine(index, last);
        last = line.onHand;
        given = sum([given, line.dispositions[0]?.given ?? ZERO]);
        wasted = sum([wasted, line.dispositions[1]?.wasted ?? ZERO]);
        yield line;
      }
    },
    totals: () => ({
      lines: draws * 3,
      in: ZERO,
      out: subtract(before, last),
      carriedForward: last,
      inByKind: [],
      outByKind: [{ words: 'Drawn', quantity: subtract(before, last) }],
      drawn: subtract(before, last),
      given,
      wasted,
      held: ZERO,
      handedOver: ZERO,
      inProcess: ZERO,
      custody: { inProcess: ZERO, held: ZERO, total: last },
    }),
  };
  return { head: sampleHead(), sections: () => [section] };
}

// Every object is written out: a spread of many fields makes slow objects, and would be measured instead of the print.
function sampleLine(index: number, before: Quantity): LedgerLine {
  const out = quantity(700 + ((index * 37) % 13) * 25);
  const waste = quantity(25 + (index % 7) * 10);
  const given = subtract(out, waste);
  const sequence = 1000 + index * 4;
  const at = instantOfMicroseconds(FIRST + BigInt(index) * 1_500_000_000n);
  const later = instantOfMicroseconds(FIRST + BigInt(index) * 1_500_000_000n + 2_400_000_000n);
  const name = `${NAMES[index % NAMES.length] ?? ''}-${(index * 7) % FAMILIES}`;
  const isLate = index % 40 === 7;
  const label = `${sequence - (sequence % 56)}-${1 + (index % 14)}`;
  return {
    sequence,
    occurredAt: at,
    recordedAt: at,
    isLate,
    performedBy: index % 2 === 0 ? 'MO' : 'TA',
    transcribedBy: null,
    witness: { state: 'not-required' },
    flags: [],
    corrects: null,
    correctedBy: null,
    remark: isLate ? 'Network down; written on paper first.' : null,
    kind: 'draw',
    containers: [{ label, lot: `AB${1000 + (index % 50)}` }],
    party: name,
    detail: `Order ${sequence - 1}: 35 mg, 0.5 mg/kg IV`,
    in: null,
    out,
    onHand: subtract(before, out),
    mass: massOf(out, STRENGTH),
    given: null,
    wasted: null,
    held: null,
    handedOver: null,
    inProcess: ZERO,
    memo: null,
    dispositions: [
      sampleDisposition('administration', sequence + 1, later, given),
      sampleDisposition('waste', sequence + 2, later, waste),
    ],
  };
}

function sampleDisposition(
  kind: 'administration' | 'waste',
  sequence: number,
  at: Instant,
  amount: Quantity,
): Disposition {
  const isWaste = kind === 'waste';
  return {
    sequence,
    occurredAt: at,
    recordedAt: at,
    isLate: false,
    performedBy: 'MO',
    transcribedBy: null,
    witness: isWaste
      ? { state: 'witnessed', initials: 'JK', method: 'pin' }
      : { state: 'not-required' },
    flags: [],
    corrects: null,
    correctedBy: null,
    remark: null,
    kind,
    detail: isWaste ? 'Dose remainder, drug destroyer' : 'Completed',
    given: isWaste ? null : amount,
    wasted: isWaste ? amount : null,
    held: null,
    handedOver: null,
    mass: massOf(amount, STRENGTH),
  };
}

function sampleHead(): ReportHead {
  const at = instantOfMicroseconds(FIRST);
  return {
    registrant: {
      name: 'Lakeview Infusion Center, PLLC',
      address: '1200 N. Main Street, Ithaca, NY 14850',
      deaNumber: 'FL1234563',
    },
    site: { name: 'Ithaca', zone: ZONE },
    period: { from: businessDate('2026-03-02'), to: businessDate('2028-03-01') },
    basis: { kind: 'as-happened' },
    clock: 'real',
    release: 'Countersign 0.1.0',
    pageCode: 'CSP1/LEDGER/7F3A9C2B1D4E/20260302/20260331/T1234/L/ALL/ALL/0.1.0/BMYFK6U7YTUQ4M2Y',
    checkpoint: {
      origin: 'bench.invalid/csl/site/0',
      size: 100_000,
      root: new Uint8Array(32),
      notedAt: at,
      keyId: '00000000',
    },
    people: () => [],
  };
}
