import { isInside } from '../../src/domain/custody.js';
import type { Account, OutsideAccount } from '../../src/domain/custody.js';
import type { Discrepancy } from '../../src/domain/findings/discrepancy.js';
import type { LineStanding } from '../../src/domain/entry.js';
import { formatQuantity, quantity, units, ZERO } from '../../src/domain/measures/quantity.js';
import type { Quantity } from '../../src/domain/measures/quantity.js';
import type { DrivenEntry, Outcome } from './scenario-driver.js';
import type { Stage } from './scenario-stage.js';
import { part, volume } from './scenario-stage.js';
import type { Parts } from './scenario-stage.js';

/** What one line did, and how the scenario is told of what differs. */
interface Result {
  readonly entry: DrivenEntry;
  readonly stage: Stage;
}

interface Expectation {
  readonly form: RegExp;
  readonly holds: (parts: Parts, result: Result) => void | Promise<void>;
}

const OUT: Readonly<Record<string, OutsideAccount>> = {
  given: 'patient',
  wasted: 'waste',
  destroyed: 'destroyed',
  'handed over for destruction': 'reverse-distributor',
  returned: 'returned-to-supplier',
  taken: 'authority',
  'handed over': 'handed-over',
  spilled: 'spilled',
  'hub loss': 'hub-loss',
  unexplained: 'unexplained',
  'stolen or lost': 'stolen-or-lost',
};
const IN: Readonly<Record<string, OutsideAccount>> = {
  received: 'supplier',
  opening: 'opening',
  overfill: 'overfill',
  found: 'found',
};

const EXPECTATIONS: readonly Expectation[] = [
  {
    form: /^line (?<line>\d+)$/,
    holds: (parts, { entry }) => {
      same('the line', String(entry.seq), part(parts, 'line'));
    },
  },
  {
    form: /^business date (?<date>\S+)$/,
    holds: (parts, { entry }) => {
      same('the business date', entry.businessDate, part(parts, 'date'));
    },
  },
  // Flags, awaited signatures and discrepancies are compared as a whole, in `unexpected`.
  { form: /^(?:flagged \S+|awaits \S+)$/, holds: () => undefined },
  { form: /^opens (?<name>case \S+) of (?<difference>.+)$/, holds: opensCase },
  {
    form: /^on hand (?<amount>\S+) mL$/,
    holds: (parts, result) => itemFigure('onHand', parts, result),
  },
  {
    form: /^in custody (?<amount>\S+) mL$/,
    holds: (parts, result) => itemFigure('custody', parts, result),
  },
  { form: /^in process (?<amount>\S+) mL$/, holds: inProcess },
  { form: /^drawn (?<amount>\S+) mL$/, holds: drawn },
  { form: /^held (?<amount>\S+) mL$/, holds: held },
  {
    form: /^(?<what>given|wasted|handed over|spilled|destroyed|handed over for destruction|returned|taken|hub loss|unexplained|stolen or lost|found|received|opening|overfill) (?<amount>\S+) mL$/,
    holds: moved,
  },
  {
    form: /^(?<container>.+) holds (?<amount>\S+) mL$/,
    holds: async (parts, { stage }) => {
      const name = part(parts, 'container');
      same(`${name} holds`, await holding(name, stage), amountOf(parts));
    },
  },
];

const MALFORMED = 'request.invalid';
export const BY_THE_FORM = 'by the form';

/** Whether a step is refused before it is a request: rules that have no form before them refuse it by a code. */
const isStoppedByForm = (expected: readonly string[], { driver }: Stage): boolean =>
  driver.hasForms && expected.includes(BY_THE_FORM);

/** Compares a refusal with what was expected of the step. */
export function checkRefusal(
  outcome: Extract<Outcome, { readonly accepted: false }>,
  expected: readonly string[],
  stage: Stage,
): void {
  const shown = `${outcome.code} ${JSON.stringify(outcome.facts)}`;
  const [first, ...more] = expected.filter((each) => each !== BY_THE_FORM);
  if (isStoppedByForm(expected, stage)) {
    if (outcome.code === MALFORMED) return;
    throw new Error(`expected the form to stop it, was refused: ${shown}`);
  }
  if (first !== `refused ${outcome.code}`)
    throw new Error(`expected ${first ?? 'an entry'}, was refused: ${shown}`);
  // What stands open is named by its account or line: "in-process:3-1", "line:5".
  const facts = Object.values(outcome.facts)
    .flat()
    .map((fact) => String(fact).replace(/^(?:in-process|held|line):/, ''));
  for (const each of more) {
    const named = /^naming (.+)$/.exec(each)?.[1];
    if (named === undefined) throw new Error(`not understood: "${each}"`);
    const thing = stage.thing(named);
    if (!facts.includes(thing.id) && !facts.includes(String(thing.line)))
      throw new Error(`the refusal does not name ${named}: ${shown}`);
  }
}

/** Compares an accepted line with everything that was expected of the step, and with nothing more. */
export async function checkEntry(
  entry: DrivenEntry,
  expected: readonly string[],
  stage: Stage,
): Promise<void> {
  unexpected(entry, expected);
  for (const each of expected) {
    const expectation = EXPECTATIONS.find(({ form }) => form.test(each));
    if (expectation === undefined) throw new Error(`not understood: "-> ${each}"`);
    await expectation.holds(expectation.form.exec(each)?.groups ?? {}, { entry, stage });
  }
}

/** Flags, awaited signatures and opened cases: those that are expected, all of them, and no other. */
function unexpected(entry: DrivenEntry, expected: readonly string[]): void {
  const awaited = entry.effects.states.filter(
    (state): state is LineStanding =>
      state.noun === 'line' && state.id === String(entry.seq) && state.awaiting !== null,
  );
  const found = [
    ...new Set(entry.effects.flags.map(({ code }) => `flagged ${code}`)),
    ...awaited.map(({ awaiting }) => `awaits ${awaiting ?? ''}`),
  ].sort();
  const wanted = expected.filter((each) => /^(?:flagged|awaits) /.test(each)).sort();
  same('flags and awaited signatures', found.join(', '), wanted.join(', '));
  const cases = casesOpenedBy(entry).length;
  const said = expected.filter((each) => /^opens case /.test(each)).length;
  same('discrepancies opened', String(cases), String(said));
}

/** Cases that begin with this line. */
export function casesOpenedBy({ seq, effects }: DrivenEntry): readonly Discrepancy[] {
  return effects.states.filter(
    (state): state is Discrepancy => state.noun === 'case' && state.lines[0] === seq,
  );
}

/** "opens case 1 of -0.300 mL about vial A", "opens case 2 of -1 container" */
function opensCase(parts: Parts, { entry, stage }: Result): void {
  const [, amount = '', unit = '', about] =
    /^(\S+) (mL|containers?)(?: about (.+))?$/.exec(part(parts, 'difference')) ?? [];
  const difference = unit === 'mL' ? volume(amount) : units(Number(amount));
  const container = about === undefined ? null : stage.container(about);
  const named = casesOpenedBy(entry).find(
    (each) => each.difference === difference && each.container === container,
  );
  if (named === undefined) {
    const opened = casesOpenedBy(entry).map(
      (each) => `${formatQuantity(each.difference)} about ${each.container ?? 'a shelf'}`,
    );
    throw new Error(`expected a case of ${amount} ${unit}, opened: ${opened.join('; ')}`);
  }
  const { id } = named;
  const { seq: line, kind } = entry;
  stage.name(part(parts, 'name'), { line, kind, id, original: line, leaf: stage.leafOf(line) });
}

async function itemFigure(
  which: 'onHand' | 'custody',
  parts: Parts,
  { entry, stage }: Result,
): Promise<void> {
  const item = entry.effects.movements[0]?.item;
  if (item === undefined) throw new Error('nothing moved: say after "Then" what is on hand');
  const balance = await stage.driver.cell('item', item);
  const { onHand = ZERO, inProcess: drawnOff = ZERO, held = ZERO } = balance ?? {};
  const found = which === 'onHand' ? onHand : quantity(onHand + drawnOff + held);
  same(which === 'onHand' ? 'on hand' : 'in custody', formatQuantity(found), amountOf(parts));
}

/** What is left in process of every draw that the line moved. */
async function inProcess(parts: Parts, { entry, stage }: Result): Promise<void> {
  const accounts = new Set(
    entry.effects.movements
      .flatMap(({ from, to }) => [from, to])
      .filter((account) => account.startsWith('in-process:')),
  );
  let total = 0n;
  for (const account of accounts)
    total += (await stage.driver.cell('account', account))?.quantity ?? 0n;
  same('in process', formatQuantity(quantity(total)), amountOf(parts));
}

/** What left containers for the draw, less what a correction put back. */
function drawn(parts: Parts, { entry }: Result): void {
  const total = entry.effects.movements.reduce((sum, { from, to, quantity: moved }) => {
    if (!isInside(from) || !isInside(to)) return sum;
    return from.startsWith('container:') ? sum + moved : sum - moved;
  }, 0n);
  same('drawn', formatQuantity(quantity(total)), amountOf(parts));
}

/** What went into sealed bags, less what came out of them. */
function held(parts: Parts, { entry }: Result): void {
  const isBag = (account: Account): boolean => account.startsWith('held:');
  const total = entry.effects.movements.reduce((sum, { from, to, quantity: moved }) => {
    if (isBag(to)) return sum + moved;
    return isBag(from) ? sum - moved : sum;
  }, 0n);
  same('held', formatQuantity(quantity(total)), amountOf(parts));
}

/** What went to, or came from, one account outside, net. */
function moved(parts: Parts, { entry }: Result): void {
  const what = part(parts, 'what');
  const account: Account = OUT[what] ?? IN[what] ?? 'opening';
  const direction = what in OUT ? 1n : -1n;
  const total = entry.effects.movements.reduce((sum, { from, to, quantity: amount }) => {
    if (to === account) return sum + amount * direction;
    return from === account ? sum - amount * direction : sum;
  }, 0n);
  same(what, formatQuantity(quantity(total)), amountOf(parts));
}

export async function holding(name: string, stage: Stage): Promise<string> {
  const account = await stage.driver.cell('account', `container:${stage.container(name)}`);
  return formatQuantity(account?.quantity ?? ZERO);
}

export const amountOf = (parts: Parts): string => formatQuantity(volumeOf(parts));
const volumeOf = (parts: Parts): Quantity => volume(part(parts, 'amount'));

export function same(what: string, found: string, wanted: string): void {
  if (found !== wanted)
    throw new Error(`${what}: expected ${wanted || 'none'}, found ${found || 'none'}`);
}
