import { chartDocument } from '../../reports/computation-chart.js';
import { printTables } from '../../reports/table-document.js';
import type { CountedPoint } from '../../src/domain/reconciliation/audit-period.js';
import type { Account } from '../../src/domain/custody.js';
import { asId } from '../../src/domain/ids.js';
import type { AuditItem } from '../../src/domain/ids.js';
import { instant } from '../../src/domain/measures/instant.js';
import { parseQuantity, quantity, ZERO } from '../../src/domain/measures/quantity.js';
import type { Quantity } from '../../src/domain/measures/quantity.js';
import { computationChart } from '../../src/domain/reconciliation/reconciliation.js';
import { head, KETAMINE_50 } from './clinic.js';
import { printed, removePrints } from './tools.js';

afterAll(removePrints);

const ITEM: AuditItem = asId('ketamine 50 mg/mL injection, 10 mL');
const mL = (text: string): Quantity => parseQuantity(text) ?? ZERO;
const NOTHING = { onHand: ZERO, inProcess: ZERO, held: ZERO };
const MOVED: readonly (readonly [Account, Account, string])[] = [
  ['supplier', 'container:1', '400'],
  ['in-process:1', 'patient', '388.500'],
  ['in-process:1', 'waste', '31.200'],
  ['container:2', 'reverse-distributor', '10'],
  ['overfill', 'container:1', '9.100'],
  ['container:1', 'hub-loss', '12.000'],
];

const point = (line: number, counted: string, at: string): CountedPoint => ({
  parts: [{ line, location: null, counted: mL(counted), book: mL(counted) }],
  counted: mL(counted),
  line,
  at: instant(at),
});

const CHART = computationChart({
  item: ITEM,
  beginning: { ...NOTHING, onHand: mL('126') },
  closing: { ...NOTHING, onHand: mL('93.4') },
  movements: MOVED.map(([from, to, quantity], index) => ({
    line: index + 10,
    movement: { from, to, quantity: mL(quantity), item: ITEM },
    corrects: false,
  })),
});
const DRAWN = {
  beginning: point(1, '126', '2026-01-02T08:00:00-05:00'),
  closing: point(99, '93.4', '2026-06-30T18:00:00-04:00'),
  reconciliation: {
    chart: CHART,
    book: { beginning: NOTHING, closing: NOTHING },
    uncounted: { beginning: ZERO, closing: ZERO },
  },
};

test('prints the worked example of an audit over half a year as investigators compute it', async () => {
  const document = chartDocument({
    head: head(),
    charts: () => [{ item: KETAMINE_50, drawn: DRAWN }],
  });
  const { texts } = await printed((out) => printTables(document, out, { paper: 'letter' }));
  const text = texts.join('\n');
  expect(text).toMatch(/TOTAL ACCOUNTABLE FOR\s+526\.000/);
  expect(text).toMatch(/Administered\s+388\.500\s+11/);
  expect(text).toMatch(/TOTAL ACCOUNTED FOR\s+523\.100/);
  expect(text).toMatch(/DIFFERENCE: SHORTAGE\s+−2\.900\s+−145.mg, −0\.55.% of 5/);
  expect(text).toMatch(/Hub \(dead-space\) loss\s+12\.000/);
});

test('says again on each page which item the figures are of', async () => {
  const sizes = [10_000, 20_000, 30_000, 50_000];
  const charts = sizes.map((size) => ({
    item: { ...KETAMINE_50, size: quantity(size) },
    drawn: DRAWN,
  }));
  const document = chartDocument({ head: head(), charts: () => charts });
  const { texts } = await printed((out) => printTables(document, out, { paper: 'letter' }));
  expect(texts.length).toBeGreaterThan(1);
  expect(texts[0]).not.toContain('mL, continued');
  expect(texts[1]).toMatch(/No\. +What.*\n *Ketamine .*, in mL, continued\n/);
  // Neither head nor foot begins a line with what ends the one before.
  expect(texts.join('\n')).not.toMatch(/^ *[,.;)]/m);
});
