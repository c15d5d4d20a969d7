import type { DiscrepancyCase, DiscrepancyReport } from '../../reports/discrepancy-rows.js';
import type { DispensingLine, DispensingReport } from '../../reports/dispensing-rows.js';
import { businessDate } from '../../src/domain/measures/instant.js';
import { massOf, parseMass, quantity, sum, ZERO } from '../../src/domain/measures/quantity.js';
import type { Mass } from '../../src/domain/measures/quantity.js';
import {
  at,
  facts,
  head,
  KETAMINE_100,
  KETAMINE_50,
  NOT_REQUIRED,
  PATIENTS,
  witnessed,
} from './clinic.js';

const STREETS = [
  '88 Cayuga Heights Road, Ithaca, NY 14850',
  '4 Rue des Érables, Apt 12B, Plattsburgh, NY 12901',
  '1 Løvenørnsgade, c/o Aagaard, Trumansburg, NY 14886',
] as const;

export function mg(text: string): Mass {
  const mass = parseMass(text);
  if (mass === undefined) throw new RangeError(`expected milligrams, found ${text}`);
  return mass;
}

export function dispensingLine(
  index: number,
  changes: Partial<DispensingLine> = {},
): DispensingLine {
  const item = index % 9 === 8 ? KETAMINE_100 : KETAMINE_50;
  const given = index % 11 === 5 ? ZERO : quantity(700 + (index % 7) * 50);
  const day = 2 + Math.floor(index / 3);
  return {
    ...facts(
      1043 + index * 3,
      at(Math.min(day, 30), `${String(9 + (index % 3) * 2).padStart(2, '0')}:54`),
      {
        performedBy: index % 2 === 0 ? 'MO' : 'TA',
        witness: index % 4 === 1 ? witnessed('JK') : NOT_REQUIRED,
        isLate: index === 7,
        recordedAt: index === 7 ? at(Math.min(day, 30), '18:31') : at(Math.min(day, 30), '13:54'),
        remark: index === 7 ? 'Network down from 14:00; sheet D-7, line 3.' : null,
        correctedBy: index === 12 ? 1199 : null,
      },
    ),
    group: '',
    kind: 'administration',
    patient: {
      name: PATIENTS[index % PATIENTS.length] ?? '',
      address:
        index === 14
          ? { state: 'missing' }
          : index === 10
            ? { state: 'unknown', reason: 'homeless' }
            : { state: 'known', text: STREETS[index % STREETS.length] ?? '' },
    },
    order: {
      sequence: 1041 + index * 3,
      dose: mg(String(35 + (index % 7) * 2.5)),
      dosePerKilogram: 500,
      route: 'iv-infusion',
      series: { number: 1 + (index % 6), of: 6 },
    },
    item,
    containers: [{ label: `1041-${1 + Math.floor(index / 6)}`, lot: 'AB1O4Il7' }],
    drawLines: [1042 + index * 3],
    drawnBy: index % 5 === 0 ? 'JK' : 'MO',
    given,
    mass: massOf(given, item.strength),
    wasted: index % 4 === 1 ? quantity(75) : null,
    outcome: given === ZERO ? 'not-given' : index % 8 === 3 ? 'stopped' : 'completed',
    ...changes,
  };
}

export function dispensing(lines: readonly DispensingLine[]): DispensingReport {
  return {
    head: head(),
    narrowedTo: null,
    under: null,
    lines: () => lines,
    schedules: () => Promise.resolve(new Set(['III'])),
    totals: () =>
      [KETAMINE_50, KETAMINE_100]
        .map((item) => {
          const own = lines.filter((line) => line.item === item);
          const given = sum(own.map((line) => line.given));
          return {
            item,
            administrations: own.filter((line) => line.given !== ZERO).length,
            notGiven: own.filter((line) => line.given === ZERO).length,
            given,
            mass: massOf(given, item.strength),
            wasted: sum(own.map((line) => line.wasted ?? ZERO)),
          };
        })
        .filter(({ administrations, notGiven }) => administrations + notGiven > 0),
  };
}

export const EXPLAINED: DiscrepancyCase = {
  id: '1079-1',
  status: 'explained',
  foundBy: 'count',
  item: KETAMINE_50,
  container: { label: '1041-3', lot: 'AB1O4Il7' },
  location: 'Narcotic safe, medication room',
  openedLine: 1079,
  openedAt: at(6, '17:55'),
  owner: 'Priya Warrier',
  due: businessDate('2026-03-13'),
  counts: {
    unit: 'item',
    first: quantity(5350),
    recount: quantity(5400),
    book: quantity(6500),
    difference: quantity(-1100),
    envelope: { low: quantity(6100), high: quantity(7050) },
  },
  timeline: [
    {
      sequence: 1079,
      occurredAt: at(6, '17:55'),
      act: 'First count',
      performedBy: 'JK',
      witness: witnessed('PW'),
      text: 'Syringe measure 5.350 mL; opened by the count.',
    },
    {
      sequence: 1080,
      occurredAt: at(6, '18:05'),
      act: 'Recount',
      performedBy: 'PW',
      witness: witnessed('JK'),
      text: 'Measured 5.400 mL with another syringe.',
    },
    {
      sequence: 1083,
      occurredAt: at(9, '08:30'),
      act: 'Noted',
      performedBy: 'PW',
      witness: NOT_REQUIRED,
      text: 'Chart of M. Delgado-Rivera for 5 March shows a second dose of 55 mg at 15:40. No draw in the ledger.\nAsked TA, who remembers drawing it during the network failure.',
    },
    {
      sequence: 1088,
      occurredAt: at(5, '15:40'),
      act: 'Draw entered late',
      performedBy: 'TA',
      witness: witnessed('MO'),
      text: '1.100 mL from container 1041-3 for order 1072.',
    },
    {
      sequence: 1090,
      occurredAt: at(9, '10:12'),
      act: 'Closed',
      performedBy: 'PW',
      witness: witnessed('DL'),
      text: 'Count and book agree once line 1088 is entered.',
    },
  ],
  closing: {
    sequence: 1090,
    at: at(9, '10:12'),
    cause: 'entry-missing',
    explanation:
      'A draw of 1.100 mL during the network failure of 5 March was given but not entered.',
    explainedBy: [1088],
    settled: null,
    closers: [
      { initials: 'PW', printedName: 'Priya Warrier', isUninvolved: true },
      { initials: 'DL', printedName: 'Daniel Lindqvist', isUninvolved: true },
    ],
    nobodyUninvolved: false,
  },
};

export const OPEN: DiscrepancyCase = {
  ...EXPLAINED,
  id: '1115-1',
  status: 'open',
  container: null,
  item: KETAMINE_100,
  openedLine: 1115,
  openedAt: at(27, '17:55'),
  owner: null,
  due: businessDate('2026-04-03'),
  counts: {
    unit: 'containers',
    first: quantity(7000),
    recount: quantity(7000),
    book: quantity(8000),
    difference: quantity(-1000),
    envelope: null,
  },
  timeline: EXPLAINED.timeline.slice(0, 2).map((event, index) => ({
    ...event,
    sequence: 1115 + index,
    occurredAt: at(27, `17:5${index + 5}`),
    text: 'Seven sealed containers on the shelf.',
  })),
  closing: null,
};

export const UNRECONCILED: DiscrepancyCase = {
  ...EXPLAINED,
  id: '1097-1',
  status: 'could-not-be-reconciled',
  openedLine: 1097,
  openedAt: at(10, '17:55'),
  container: { label: '1041-4', lot: 'AB1O4Il7' },
  foundBy: 'close-out',
  counts: {
    unit: 'item',
    first: quantity(350),
    recount: null,
    book: quantity(1250),
    difference: quantity(-900),
    envelope: { low: quantity(400), high: quantity(1750) },
  },
  closing: {
    sequence: 1121,
    at: at(24, '16:20'),
    cause: 'unknown',
    explanation:
      'Draws, charts and waste of the container were compared line by line. Every chart agrees with its draw. No spill was reported. The registrant judged the loss against the six factors of 21 CFR 1301.76(b) and holds it not significant.',
    explainedBy: [],
    settled: quantity(-900),
    closers: [
      { initials: 'PW', printedName: 'Priya Warrier', isUninvolved: true },
      { initials: 'JK', printedName: 'Jakub Kowalczyk-Brzeziński', isUninvolved: false },
    ],
    nobodyUninvolved: true,
  },
};

export function discrepancies(cases: readonly DiscrepancyCase[]): DiscrepancyReport {
  return { head: head(), cases: () => cases };
}
