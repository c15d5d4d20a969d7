import type { ContainerMark } from '../../../reports/head.js';
import type { Disposition, LedgerLine } from '../../../reports/ledger-rows.js';
import type { PrintedItem } from '../../../reports/words.js';
import { isInProcess } from '../../domain/custody.js';
import type { InsideAccount } from '../../domain/custody.js';
import {
  addDispositions,
  dispositionOf,
  NO_DISPOSITIONS,
} from '../../domain/bedside/disposition.js';
import type { Dispositions } from '../../domain/bedside/disposition.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem, ContainerId } from '../../domain/ids.js';
import { add, massOf, sum, ZERO } from '../../domain/measures/quantity.js';
import type { Mass, Quantity } from '../../domain/measures/quantity.js';
import {
  addColumns,
  NO_COLUMNS,
  registerColumns,
} from '../../domain/reconciliation/register-columns.js';
import type { RegisterColumns } from '../../domain/reconciliation/register-columns.js';
import { memoOf } from './count-memo.js';
import { containersOf } from './entry-subject.js';
import { aboutItem, factsOf } from './line-facts.js';
import { detailOf, dispositionDetail, partyOf } from './line-detail.js';
import type { Days, PlacedMovement } from './register.sql.js';
import type { SectionScope } from './section-scope.js';
import { drawsInto } from './surroundings.js';
import type { Surroundings } from './surroundings.js';
import { effectiveWords, otherPeriodWords } from './wording.js';

/** A line of the register as it concerns one audit item, without its balance. */
export interface BuiltLine {
  readonly line: Omit<LedgerLine, 'onHand'>;
  readonly columns: RegisterColumns;
  /** What became, below the size, of the draws that stand at this line. */
  readonly dispositions: Dispositions;
  readonly inProcess: Quantity;
}

/** Builds the line that an entry prints for an audit item. */
export function buildLine(entry: Entry, scope: SectionScope, around: Surroundings): BuiltLine {
  const columns = columnsOf(entry, scope.id);
  const draws = drawsInto(entry).filter((draw) => hostOf(draw, scope.id, around) === entry.seq);
  const hosted = draws.map((draw) => accountFor(draw, scope.id, around));
  const facts = factsOf(entry, around, aboutItem(entry, scope.id));
  const own = entry.kind === 'correction' ? correctedDispositions(entry, scope.id) : undefined;
  const inProcess = sum(hosted.map((account) => account.inProcess));
  return {
    columns,
    dispositions: hosted.map(({ sums }) => sums).reduce(addDispositions, NO_DISPOSITIONS),
    inProcess,
    line: {
      ...facts,
      kind: kindOf(entry),
      containers: marksOf(containersOf(entry, scope.id), around),
      party: partyOf(entry, around),
      detail: detailOf(entry, scope.id, around),
      in: orNull(columns.in),
      out: orNull(columns.out),
      mass: massMoved(columns, own, scope.item),
      given: orNull(own?.given ?? ZERO),
      wasted: orNull(own?.wasted ?? ZERO),
      held: orNull(own?.held ?? ZERO),
      handedOver: orNull(own?.handedOver ?? ZERO),
      inProcess: draws.length === 0 ? null : inProcess,
      dispositions: dispositionsUnder(draws, entry, scope, around),
      memo: memoOf(entry, scope, around),
      remark: joined(facts.remark, periodRemark(entry, draws, scope, around)),
    },
  };
}

/** What the movements of an entry do to the balance of an audit item. */
export function columnsOf({ kind, effects }: Entry, item: AuditItem): RegisterColumns {
  return effects.movements
    .filter((movement) => movement.item === item)
    .map((movement) => registerColumns(movement, kind === 'correction'))
    .reduce(addColumns, NO_COLUMNS);
}

/** The line at which a draw stands in the pages of an item: the first that put drug of the item into it. */
function hostOf(draw: InsideAccount, item: AuditItem, around: Surroundings): number | undefined {
  return around.movements(draw).find((each) => each.item === item && each.to === draw)?.seq;
}

/** Sums of a draw by its movements, and what its account holds by its stored balance. */
function accountFor(
  draw: InsideAccount,
  item: AuditItem,
  around: Surroundings,
): { readonly sums: Dispositions; readonly inProcess: Quantity } {
  const movements = around.movements(draw);
  const last = movements.at(-1);
  return {
    sums: sumsOf(
      draw,
      movements.filter((movement) => movement.item === item),
    ),
    // A draw that was corrected to another audit item holds nothing of the first one any more.
    inProcess: last?.item === item ? last.after : ZERO,
  };
}

function sumsOf(draw: InsideAccount, movements: readonly PlacedMovement[]): Dispositions {
  return movements
    .map((movement) => dispositionOf(movement, draw))
    .reduce(addDispositions, NO_DISPOSITIONS);
}

function correctedDispositions({ effects }: Entry, item: AuditItem): Dispositions {
  let total = NO_DISPOSITIONS;
  for (const movement of effects.movements) {
    if (movement.item !== item) continue;
    for (const account of [movement.from, movement.to]) {
      if (!isInProcess(account)) continue;
      total = addDispositions(total, dispositionOf(movement, account));
    }
  }
  return total;
}

/** Administration, waste and the like of the draws that stand at a line; their corrections stand at lines of their own. */
function dispositionsUnder(
  draws: readonly InsideAccount[],
  host: Entry,
  scope: SectionScope,
  around: Surroundings,
): readonly Disposition[] {
  const found = new Map<number, Dispositions>();
  for (const draw of draws) {
    for (const movement of around.movements(draw)) {
      if (movement.item !== scope.id || movement.seq === host.seq) continue;
      if (around.entry(movement.seq).kind === 'correction') continue;
      const before = found.get(movement.seq) ?? NO_DISPOSITIONS;
      found.set(movement.seq, addDispositions(before, dispositionOf(movement, draw)));
    }
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([line, sums]) => disposition(around.entry(line), { sums, draws }, scope, around));
}

function disposition(
  entry: Entry,
  part: { readonly sums: Dispositions; readonly draws: readonly InsideAccount[] },
  scope: SectionScope,
  around: Surroundings,
): Disposition {
  const { given, wasted, held, handedOver } = part.sums;
  const facts = factsOf(entry, around, aboutItem(entry, scope.id));
  const gone = sum([given, wasted, handedOver]);
  // A bag that is opened gives back what was held: then its mass is that of what became of it.
  const quantity = gone === 0n ? held : gone;
  return {
    ...facts,
    kind: kindOf(entry),
    detail: dispositionDetail(entry),
    given: orNull(given),
    wasted: orNull(wasted),
    held: orNull(held),
    handedOver: orNull(handedOver),
    mass: massOf(quantity, scope.item.strength),
    remark: joined(facts.remark, effectiveRemark(entry.seq, part.draws, scope, around)),
  };
}

/** Of a line whose newest correction stands in another period: what it makes of it. */
function effectiveRemark(
  line: number,
  draws: readonly InsideAccount[],
  { id, days, dayOf }: SectionScope,
  around: Surroundings,
): string | null {
  const newest = around.standing(line).correctedBy;
  if (newest === null) return null;
  let effective = ZERO;
  let isElsewhere = false;
  for (const draw of draws) {
    for (const movement of around.movements(draw)) {
      const entry = around.entry(movement.seq);
      const { seq, request } = entry;
      const isChained = request.kind === 'correction' && request.original === line;
      if (movement.item !== id || (seq !== line && !isChained)) continue;
      isElsewhere ||= !isWithin(dayOf(entry), days);
      const { drawn, given, wasted, held, handedOver } = dispositionOf(movement, draw);
      effective = add(effective, sum([drawn, given, wasted, held, handedOver]));
    }
  }
  return isElsewhere ? effectiveWords(newest, effective) : null;
}

/** Of a draw that was corrected, or of a correction of a draw, across the limits of the period. */
function periodRemark(
  entry: Entry,
  draws: readonly InsideAccount[],
  scope: SectionScope,
  around: Surroundings,
): string | null {
  const { request } = entry;
  if (request.kind !== 'correction') return effectiveRemark(entry.seq, draws, scope, around);
  const hosts = drawsTouchedBy(entry)
    .map((draw) => hostOf(draw, scope.id, around))
    .filter((line) => line !== undefined && line !== entry.seq);
  const elsewhere = hosts.find(
    (line) => line !== undefined && !isWithin(scope.dayOf(around.entry(line)), scope.days),
  );
  return elsewhere === undefined ? null : otherPeriodWords(elsewhere);
}

/** Accounts of every draw that an entry moved drug to or from. */
export function drawsTouchedBy({ effects }: Entry): readonly InsideAccount[] {
  return [...new Set(effects.movements.flatMap(({ from, to }) => [from, to]).filter(isInProcess))];
}

const isWithin = (date: string, { from, to }: Days): boolean => date >= from && date <= to;

/** Kinds that a ledger's page shows all have words. */
export function kindOf({ kind }: Entry): LedgerLine['kind'] {
  switch (kind) {
    case 'opened':
    case 'policy':
    case 'day-close':
    case 'review':
    case 'filing':
    case 'reconciliation':
    case 'report-issued':
    case 'disclosure':
    case 'site':
    case 'person':
    case 'grant':
    case 'product':
    case 'supplier':
      throw new Error(`expected a line about drug, found ${kind}`);
    default:
      return kind;
  }
}

export function marksOf(
  containers: readonly ContainerId[],
  around: Pick<Surroundings, 'stock'>,
): readonly ContainerMark[] {
  return containers.map((id) => ({ label: id, lot: around.stock(id).lot }));
}

function massMoved(
  { in: taken, out }: RegisterColumns,
  corrected: Dispositions | undefined,
  { strength }: PrintedItem,
): Mass | null {
  const { given, wasted, held, handedOver } = corrected ?? NO_DISPOSITIONS;
  const moved = [taken, out, sum([given, wasted, held, handedOver])].find((each) => each !== 0n);
  return moved === undefined ? null : massOf(moved, strength);
}

const orNull = (value: Quantity): Quantity | null => (value === 0n ? null : value);

export function joined(...parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null && part !== '');
  return said.length === 0 ? null : said.join(' ');
}
