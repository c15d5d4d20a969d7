import type { LineFacts, ReportHead, WitnessMark } from '../../reports/head.js';
import type {
  Disposition,
  LedgerLine,
  LedgerReport,
  LedgerSection,
  LedgerTotals,
} from '../../reports/ledger-rows.js';
import type { PrintedItem } from '../../reports/words.js';
import { businessDate, instant, zone } from '../../src/domain/measures/instant.js';
import type { Instant } from '../../src/domain/measures/instant.js';
import { quantity, strength, subtract, sum, ZERO } from '../../src/domain/measures/quantity.js';
import type { Quantity } from '../../src/domain/measures/quantity.js';

/** A clinic on paper, for looking at and for tests: what people of such a place really write. */

export const NEW_YORK = zone('America/New_York');

export function head(changes: Partial<ReportHead> = {}): ReportHead {
  return {
    registrant: {
      name: 'Lakeview Infusion Center, PLLC',
      address: '1200 N. Main Street, Suite 4, Ithaca, NY 14850',
      deaNumber: 'FL1234563',
    },
    site: { name: 'Ithaca, Main Street', zone: NEW_YORK },
    period: { from: businessDate('2026-03-02'), to: businessDate('2026-03-31') },
    basis: { kind: 'as-known', at: instant('2026-04-01T12:00:12.250000Z'), size: 1234 },
    clock: 'real',
    release: 'Countersign 0.1.0',
    pageCode: 'CSP1/LEDGER/7F3A9C2B1D4E/20260302/20260331/T1234/L/ALL/ALL/0.1.0/BMYFK6U7YTUQ4M2Y',
    checkpoint: {
      origin: 'k3v9q2.invalid/csl/site/7f3a9c2b1d4e',
      size: 1234,
      root: Uint8Array.from({ length: 32 }, (_, index) => (index * 37 + 11) % 256),
      notedAt: instant('2026-04-01T12:00:12.250000Z'),
      keyId: '9a3b12ff',
    },
    people: () => [
      { initials: 'MO', printedName: 'Maria Ortiz', licenseClass: 'RN' },
      { initials: 'JK', printedName: 'Jakub Kowalczyk-Brzeziński', licenseClass: 'CRNA' },
      { initials: 'PW', printedName: 'Priya Warrier', licenseClass: 'RPh' },
      { initials: 'DL', printedName: 'Daniel Lindqvist', licenseClass: 'MD' },
      { initials: 'TA', printedName: 'Tọ́lá Adébáyọ̀', licenseClass: 'RN' },
    ],
    ...changes,
  };
}

export const KETAMINE_50: PrintedItem = {
  substance: 'Ketamine hydrochloride',
  strength: strength(50_000),
  form: 'injection',
  size: quantity(10_000),
  unit: 'mL',
  container: 'vial',
  schedule: 'III',
};
export const KETAMINE_100: PrintedItem = {
  ...KETAMINE_50,
  strength: strength(100_000),
  size: quantity(5000),
};

export const PATIENTS = [
  'Eleanor Whitcombe',
  'Marcus Delgado-Rivera',
  'Nguyễn Thị Hồng Nhung',
  'Søren Aagaard',
  'Aikaterini Papadopoulou',
  'William O’Shaughnessy III',
  'Łucja Święcicka',
  'Chidi Okonkwo',
  'Ana Lúcia Ferreira dos Santos',
  'Ruth Blum',
] as const;

export const witnessed = (initials: string): WitnessMark => ({
  state: 'witnessed',
  initials,
  method: 'pin',
});
export const NOT_REQUIRED: WitnessMark = { state: 'not-required' };

export function facts(sequence: number, at: Instant, changes: Partial<LineFacts> = {}): LineFacts {
  return {
    sequence,
    occurredAt: at,
    recordedAt: at,
    isLate: false,
    performedBy: 'MO',
    transcribedBy: null,
    witness: NOT_REQUIRED,
    flags: [],
    corrects: null,
    correctedBy: null,
    remark: null,
    ...changes,
  };
}

export function line(base: LineFacts, changes: Partial<LedgerLine>): LedgerLine {
  return {
    ...base,
    kind: 'draw',
    containers: [],
    party: null,
    detail: null,
    in: null,
    out: null,
    onHand: ZERO,
    mass: null,
    given: null,
    wasted: null,
    held: null,
    handedOver: null,
    inProcess: null,
    dispositions: [],
    memo: null,
    ...changes,
  };
}

export function disposition(base: LineFacts, changes: Partial<Disposition>): Disposition {
  return {
    ...base,
    kind: 'administration',
    detail: null,
    given: null,
    wasted: null,
    held: null,
    handedOver: null,
    mass: null,
    ...changes,
  };
}

/** A point of March 2026 in New York: `at(14, '09:42')`; standard time until the 8th, then daylight time. */
export function at(day: number, time: string): Instant {
  const offset = day < 8 ? '-05:00' : '-04:00';
  return instant(`2026-03-${String(day).padStart(2, '0')}T${time}:00${offset}`);
}

/** The same sums that the service adds up while lines pass. */
export function totalsOf(before: Quantity, lines: readonly LedgerLine[]): LedgerTotals {
  const of = (pick: (line: LedgerLine | Disposition) => Quantity | null): Quantity =>
    sum(lines.flatMap((each) => [each, ...each.dispositions]).map((each) => pick(each) ?? ZERO));
  const total = (pick: (line: LedgerLine) => Quantity | null): Quantity =>
    sum(lines.map((each) => pick(each) ?? ZERO));
  const drawLines = lines.filter(
    ({ kind, remark }) =>
      kind === 'draw' || (kind === 'correction' && remark?.startsWith('Draw') === true),
  );
  const drawn = sum(drawLines.map((each) => each.out ?? ZERO));
  const out = total((each) => each.out);
  const carriedForward = lines.at(-1)?.onHand ?? before;
  const inProcess = total((each) => each.inProcess);
  const held = of((each) => each.held);
  return {
    lines: lines.reduce((count, each) => count + 1 + each.dispositions.length, 0),
    in: total((each) => each.in),
    out,
    carriedForward,
    inByKind: [{ words: 'Received', quantity: total((each) => each.in) }],
    outByKind: [
      { words: 'Drawn', quantity: drawn },
      { words: 'Closed out, hub (dead-space) loss', quantity: subtract(out, drawn) },
    ],
    drawn,
    given: of((each) => each.given),
    wasted: of((each) => each.wasted),
    held,
    handedOver: of((each) => each.handedOver),
    inProcess,
    custody: { inProcess, held, total: sum([carriedForward, inProcess, held]) },
  };
}

export function section(
  item: PrintedItem,
  before: Quantity,
  lines: readonly LedgerLine[],
): LedgerSection {
  return {
    item,
    broughtForward: before,
    lines: () => lines,
    totals: () => totalsOf(before, lines),
  };
}

export function ledger(
  sections: readonly LedgerSection[],
  changes: Partial<ReportHead> = {},
): LedgerReport {
  return { head: head(changes), sections: () => sections };
}
