import { wallTime } from '../../src/domain/measures/instant.js';
import { formatQuantity, quantity, sum, ZERO } from '../../src/domain/measures/quantity.js';
import type { Quantity } from '../../src/domain/measures/quantity.js';
import {
  computationChart,
  differenceByBook,
} from '../../src/domain/reconciliation/reconciliation.js';
import type {
  ChartMovement,
  ComputationChart,
  Stocktake,
} from '../../src/domain/reconciliation/reconciliation.js';
import { hyphened } from './scenario-additions.js';
import { dayStands } from './scenario-day-sentences.js';
import { amountOf, holding, same } from './scenario-expectations.js';
import type { Stage } from './scenario-stage.js';
import { part, volume } from './scenario-stage.js';
import type { Parts } from './scenario-stage.js';
import { splitList } from './scenario.js';

interface Check {
  readonly form: RegExp;
  readonly holds: (parts: Parts, stage: Stage) => Promise<void>;
}

const CHECKS: readonly Check[] = [
  {
    form: /^the chart of (?<product>.+) from (?<beginning>\S+) mL to (?<closing>\S+) mL shows \((?<figures>.+)\)$/,
    holds: chart,
  },
  {
    form: /^(?<count>count \S+|recount \S+) found (?<container>.+) at (?<counted>\S+) mL against (?<book>\S+) mL$/,
    holds: countFound,
  },
  {
    form: /^(?<inventory>inventory \S+) states (?<sealed>\d+) sealed and (?<amount>\S+) mL of (?<product>.+?)(?: with (?<inProcess>\S+) mL in process)?$/,
    holds: inventoryStates,
  },
  {
    form: /^(?<name>.+) holds (?<amount>\S+) mL$/,
    holds: async (parts, stage) => {
      const name = part(parts, 'name');
      same(`${name} holds`, await holding(name, stage), amountOf(parts));
    },
  },
  {
    form: /^(?<name>.+) is usable until (?<moment>\d{4}-\d\d-\d\d \d\d:\d\d)$/,
    holds: async (parts, stage) => {
      const condition = await stage.driver.cell('condition', stage.container(part(parts, 'name')));
      const { date, time } = wallTime(
        condition?.beyondUseAt ?? stage.instant('2000-01-01' as never, '00:00'),
        stage.cast.site.zone,
      );
      same('usable until', `${date} ${time.slice(0, 5)}`, part(parts, 'moment'));
    },
  },
  {
    form: /^(?<product>.+) (?<figure>on hand|in process|held|in custody) (?<amount>\S+) mL$/,
    holds: balance,
  },
  {
    form: /^(?<loss>loss \S+) has its (?<what>notice|form) due until (?<moment>\d{4}-\d\d-\d\d \d\d:\d\d)$/,
    holds: lossDue,
  },
  {
    form: /^(?<loss>loss \S+) (?<wants>wants|wants no) amended report$/,
    holds: async (parts, stage) => {
      const found = await stage.driver.cell('loss', stage.thing(part(parts, 'loss')).id);
      same(
        'amended report',
        found?.amendmentDue === true ? 'wants' : 'wants no',
        part(parts, 'wants'),
      );
    },
  },
  {
    form: /^the report of (?<loss>loss \S+) counts (?<earlier>\d+) earlier and (?<amount>\S+) mL$/,
    holds: lossReport,
  },
  {
    form: /^(?<name>.+) awaits (?<what>.+)$/,
    holds: async (parts, stage) => {
      const { line } = stage.thing(part(parts, 'name'));
      const standing = await stage.driver.cell('line', String(line));
      same('awaits', standing?.awaiting ?? 'nothing', part(parts, 'what'));
    },
  },
  {
    form: /^(?<date>\d{4}-\d\d-\d\d) is (?<status>open|closed|reviewed|reopened)$/,
    holds: dayStands,
  },
  {
    form: /^(?<name>.+) lies in the (?<location>.+)$/,
    holds: async (parts, stage) => {
      const condition = await stage.driver.cell('condition', stage.container(part(parts, 'name')));
      same('the location', condition?.location ?? 'nowhere', part(parts, 'location'));
    },
  },
  {
    form: /^(?<draw>.+) is in the hands of (?<person>.+)$/,
    holds: async (parts, stage) => {
      const draw = await stage.driver.cell('draw', stage.draw(part(parts, 'draw')));
      same('the holder', draw?.holder ?? 'nobody', stage.person(part(parts, 'person')));
    },
  },
  { form: /^(?<name>.+) is (?<status>[a-z ]+)$/, holds: status },
];

/** Checks one part of a "Then". */
export async function checkThen(text: string, stage: Stage): Promise<void> {
  const check = CHECKS.find(({ form }) => form.test(text));
  if (check === undefined) throw new Error(`not understood: "Then ${text}"`);
  await check.holds(check.form.exec(text)?.groups ?? {}, stage);
}

async function balance(parts: Parts, stage: Stage): Promise<void> {
  const found = await stage.driver.cell('item', stage.item(part(parts, 'product')));
  const { onHand = ZERO, inProcess = ZERO, held = ZERO } = found ?? {};
  const figures: Readonly<Record<string, Quantity>> = {
    'on hand': onHand,
    'in process': inProcess,
    held,
    'in custody': quantity(onHand + inProcess + held),
  };
  const figure = part(parts, 'figure');
  same(figure, formatQuantity(figures[figure] ?? ZERO), amountOf(parts));
}

/** "vial A is open", "vial A is quarantined as expired", "case 1 is explained", "order 1 is given" */
async function status(parts: Parts, stage: Stage): Promise<void> {
  const name = part(parts, 'name');
  const wanted = part(parts, 'status');
  const { kind, id } = stage.thing(name);
  const condition = await stage.driver.cell('condition', id);
  if (condition !== undefined) {
    const { quarantine } = condition;
    const found = wanted.startsWith('quarantined')
      ? `quarantined as ${quarantine ?? 'nothing'}`
      : quarantine === null
        ? condition.status
        : `${condition.status} in quarantine`;
    same(name, hyphened(found), hyphened(wanted));
    return;
  }
  if (kind === 'loss') {
    const loss = await stage.driver.cell('loss', id);
    same(name, loss?.status ?? 'unknown', hyphened(wanted));
    return;
  }
  const found =
    kind === 'infusion-order'
      ? await stage.driver.cell('order', id)
      : await stage.driver.cell('case', id);
  same(name, found?.status ?? 'unknown', hyphened(wanted));
}

async function inventoryStates(parts: Parts, stage: Stage): Promise<void> {
  const { line } = stage.thing(part(parts, 'inventory'));
  const found = await stage.driver.cell('inventory', String(line));
  const item = stage.item(part(parts, 'product'));
  const stated = found?.stated.find((each) => each.item === item);
  same('sealed', String(stated?.sealed), part(parts, 'sealed'));
  same('on hand', formatQuantity(stated?.onHand ?? ZERO), amountOf(parts));
  same(
    'in process',
    formatQuantity(stated?.inProcess ?? ZERO),
    formatQuantity(volume(parts['inProcess'] ?? '0.000')),
  );
}

async function lossDue(parts: Parts, stage: Stage): Promise<void> {
  const found = await stage.driver.cell('loss', stage.thing(part(parts, 'loss')).id);
  const due =
    part(parts, 'what') === 'notice' ? found?.deadlines?.notice : found?.deadlines?.form106;
  const { date, time } = wallTime(
    due ?? stage.instant('2000-01-01' as never, '00:00'),
    stage.cast.site.zone,
  );
  same('due', `${date} ${time.slice(0, 5)}`, part(parts, 'moment'));
}

async function lossReport(parts: Parts, stage: Stage): Promise<void> {
  const found = await stage.driver.cell('loss-report', stage.thing(part(parts, 'loss')).id);
  same('earlier losses', String(found?.earlierLosses), part(parts, 'earlier'));
  const reported = sum(found?.products.map((product) => product.quantity) ?? []);
  same('reported', formatQuantity(reported), amountOf(parts));
}

async function countFound(parts: Parts, stage: Stage): Promise<void> {
  const count = await stage.driver.cell('count', stage.thing(part(parts, 'count')).id);
  const container = stage.container(part(parts, 'container'));
  const line = count?.open.find((each) => each.container === container);
  const shown =
    line === undefined
      ? ''
      : `${formatQuantity(line.counted)} against ${formatQuantity(line.book)}`;
  const wanted = [part(parts, 'counted'), part(parts, 'book')].map((each) =>
    formatQuantity(volume(each)),
  );
  same(part(parts, 'count'), shown, wanted.join(' against '));
}

const FIGURES: Readonly<Record<string, (chart: ComputationChart) => Quantity>> = {
  receipts: ({ receipts }) => receipts.quantity,
  'accountable for': ({ accountableFor }) => accountableFor,
  administered: ({ administered }) => administered.quantity,
  waste: ({ wasted }) => wasted.quantity,
  lost: ({ lost }) => lost.quantity,
  'transfers in': ({ transfersIn }) => transfersIn.quantity,
  'handed over': ({ handedOver }) => handedOver.quantity,
  'accounted for': ({ accountedFor }) => accountedFor,
  difference: ({ difference }) => difference,
  overfill: ({ memo }) => memo.overfill.quantity,
  'hub loss': ({ memo }) => memo.hubLoss.quantity,
  unexplained: ({ memo }) => memo.unexplained.quantity,
};

/** The chart over everything since the opening line, from one counted figure to another. */
async function chart(parts: Parts, stage: Stage): Promise<void> {
  const item = stage.item(part(parts, 'product'));
  const movements: ChartMovement[] = [];
  for (let line = 1; line < stage.size; line += 1) {
    const { kind, effects } = await stage.driver.entry(line);
    const corrects = kind === 'correction';
    for (const movement of effects.movements) movements.push({ line, movement, corrects });
  }
  const found = await stage.driver.cell('item', item);
  const { onHand = ZERO, inProcess = ZERO, held = ZERO } = found ?? {};
  const counted = (name: string, rest: Pick<Stocktake, 'inProcess' | 'held'>): Stocktake => ({
    onHand: volume(part(parts, name)),
    ...rest,
  });
  const nothing = { inProcess: ZERO, held: ZERO };
  const drawnUp = computationChart({
    item,
    beginning: counted('beginning', nothing),
    closing: counted('closing', { inProcess, held }),
    movements,
  });
  for (const figure of splitList(part(parts, 'figures'))) {
    const [, name = '', amount = ''] = /^(.+) (\S+) mL$/.exec(figure) ?? [];
    const read = FIGURES[name];
    if (read === undefined) throw new Error(`no figure of the chart: "${figure}"`);
    same(name, formatQuantity(read(drawnUp)), formatQuantity(volume(amount)));
  }
  const byBook = differenceByBook(drawnUp, {
    beginning: { onHand: drawnUp.opening.quantity, ...nothing },
    closing: { onHand, inProcess, held },
  });
  same('difference by the book', formatQuantity(byBook), formatQuantity(drawnUp.difference));
}
