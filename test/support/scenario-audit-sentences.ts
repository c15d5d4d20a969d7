import { countedBy, pointOf, reconcile } from '../../src/domain/reconciliation/audit-period.js';
import type {
  CountedPoint,
  HistoricMovement,
} from '../../src/domain/reconciliation/audit-period.js';
import type { AuditItem } from '../../src/domain/ids.js';
import type { Quantity } from '../../src/domain/measures/quantity.js';
import { figuresOf } from '../../src/domain/reconciliation/signed-chart.js';
import type { ReconciliationRequest } from '../../src/domain/reconciliation/reconciled-period.js';
import { part } from './scenario-stage.js';
import type { Parts, Stage } from './scenario-stage.js';
import type { Saying, SentenceForm } from './scenario-sentences.js';
import { splitAnd } from './scenario.js';

/** Sentences about the accountability audit. */
export const AUDIT_SENTENCES: readonly SentenceForm[] = [
  {
    form: /^reconciles (?<product>.+) from (?<beginning>.+) to (?<closing>.+)$/,
    says: reconciles,
  },
];

/** The chart as the door draws it, by what was recorded. */
async function reconciles(parts: Parts, { head, stage }: Saying): Promise<ReconciliationRequest> {
  const product = part(parts, 'product');
  const counted = { id: stage.item(product), size: sizeOf(product, stage) };
  const beginning = await pointNamed(part(parts, 'beginning'), counted, stage);
  const closing = await pointNamed(part(parts, 'closing'), counted, stage);
  const isReversed = closing.line < beginning.line;
  const drawn = reconcile({
    item: counted.id,
    // A period that ends before it begins has no chart: the register is to refuse it, whatever its figures.
    beginning: isReversed ? closing : beginning,
    closing: isReversed ? beginning : closing,
    history: await historyOf(stage),
    by: 'recorded',
  });
  const lines = ({ parts: own }: CountedPoint) => own.map(({ line }) => line);
  return {
    ...head,
    kind: 'reconciliation',
    item: counted.id,
    by: 'recorded',
    knownAt: stage.size,
    beginning: { lines: lines(beginning), ...drawn.chart.beginning, onHand: beginning.counted },
    closing: { lines: lines(closing), ...drawn.chart.closing, onHand: closing.counted },
    figures: figuresOf(drawn),
  };
}

function sizeOf(product: string, { cast }: Stage): Quantity {
  const found = cast.products.find(({ name }) => name === product);
  if (found === undefined) throw new Error(`no product ${product}`);
  return found.facts.size;
}

async function pointNamed(
  names: string,
  item: { readonly id: AuditItem; readonly size: Quantity },
  stage: Stage,
): Promise<CountedPoint> {
  const parts = await Promise.all(
    splitAnd(names).map(async (name) => {
      const entry = await stage.driver.entry(stage.thing(name).line);
      const counted = countedBy(entry, item, 'recorded');
      // A line that counted nothing is named all the same: the register is to refuse it.
      const nothing = {
        line: entry.seq,
        location: null,
        counted: 0n as Quantity,
        book: 0n as Quantity,
      };
      return { ...(counted ?? nothing), at: entry.occurredAt };
    }),
  );
  const point = pointOf(parts);
  if (point === undefined) throw new Error(`no lines: ${names}`);
  return point;
}

async function historyOf(stage: Stage): Promise<readonly HistoricMovement[]> {
  const history: HistoricMovement[] = [];
  for (let line = 1; line < stage.size; line += 1) {
    const { kind, occurredAt, effects } = await stage.driver.entry(line);
    const corrects = kind === 'correction';
    for (const movement of effects.movements)
      history.push({ line, movement, corrects, at: occurredAt });
  }
  return history;
}
