import { residueDocument } from '../../../reports/residue.js';
import type { EndLine, LotResidue, PersonResidue } from '../../../reports/residue.js';
import type { TableDocument } from '../../../reports/table-document.js';
import type { PrintedItem } from '../../../reports/words.js';
import type { CloseOut, Stock } from '../../domain/stock/container.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem, ContainerId, PersonId } from '../../domain/ids.js';
import { addResidue, NO_RESIDUE } from '../../domain/stock/residue-total.js';
import { entriesOfKinds } from './entries-of-kinds.js';
import { itemNamed, printedItems } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import { aboutItem, factsOf } from './line-facts.js';
import type { Staff } from './staff.js';
import type { Surroundings } from './surroundings.js';

const KINDS = [
  'close-out',
  'disposal',
  'return-to-supplier',
  'sample',
  'breakage',
  'correction',
] as const;

/** Every container that ended in the period, and what was left between its label and its book. */
export function residueOf(parts: DocumentParts): TableDocument {
  const sums = new ResidueSums();
  return residueDocument({
    head: parts.head,
    ends: parts.kept.once(() => ends(parts, sums)),
    byLot: () => gathered(parts, sums).then(() => sums.byLot()),
    byPerson: () => gathered(parts, sums).then(() => sums.byPerson(parts.reading.staff)),
  });
}

/** The sums need every end of the period, whether or not the ends themselves were asked for. */
async function gathered(parts: DocumentParts, sums: ResidueSums): Promise<void> {
  const reading = ends(parts, sums);
  while (!sums.isGathered) await reading.next();
}

async function* ends(parts: DocumentParts, sums: ResidueSums): AsyncGenerator<EndLine> {
  const items = await printedItems(parts);
  const hasEnd = ({ effects }: Entry): boolean =>
    effects.states.some(({ noun }) => noun === 'close-out');
  for await (const { entry, around } of entriesOfKinds(parts, KINDS, { isWanted: hasEnd })) {
    for (const state of entry.effects.states) {
      if (state.noun !== 'close-out') continue;
      const stock = around.stock(state.id);
      const item = itemNamed(items, stock.item);
      const drawers = drawersOf(entry, state.id);
      sums.add({ ended: state, stock, item, drawers, entry });
      yield lineOf({ entry, ended: state, stock, item, drawers }, around);
    }
  }
  sums.isGathered = true;
}

interface End {
  readonly entry: Entry;
  readonly ended: CloseOut;
  readonly stock: Stock;
  readonly item: PrintedItem;
  readonly drawers: readonly PersonId[];
}

function lineOf({ entry, ended, stock, item, drawers }: End, around: Surroundings): EndLine {
  return {
    ...factsOf(entry, around, aboutItem(entry, stock.item)),
    item,
    ndc: stock.ndc,
    labeler: stock.labeler,
    container: { label: ended.id, lot: stock.lot },
    ended,
    drawers: drawers.map((person) => around.staff.of(person, entry).initials),
  };
}

/** A correction that restates an end may not say who drew: then they stand at the end itself. */
function drawersOf({ effects }: Entry, id: ContainerId): readonly PersonId[] {
  const condition = effects.states.find((state) => state.noun === 'condition' && state.id === id);
  return condition?.noun === 'condition' ? condition.drawers : [];
}

/** Adds the newest end of each container up once. */
class ResidueSums {
  isGathered = false;
  readonly #ends = new Map<ContainerId, End>();

  add(end: End): void {
    const before = this.#ends.get(end.ended.id);
    const drawers = end.drawers.length === 0 ? (before?.drawers ?? []) : end.drawers;
    this.#ends.set(end.ended.id, { ...end, drawers });
  }

  byLot(): readonly LotResidue[] {
    const lots = new Map<string, LotResidue>();
    for (const { ended, stock, item } of this.#ends.values()) {
      const key = `${stock.ndc}|${stock.lot}`;
      const { ndc, labeler, lot } = stock;
      const before = lots.get(key) ?? { ...NO_RESIDUE, item, ndc, labeler, lot };
      lots.set(key, { ...before, ...addResidue(before, ended) });
    }
    return [...lots].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lot]) => lot);
  }

  byPerson(staff: Staff): readonly PersonResidue[] {
    const people = new Map<string, PersonResidue>();
    for (const { ended, stock, item, drawers, entry } of this.#ends.values()) {
      for (const person of drawers) {
        const { initials, printedName } = staff.of(person, entry);
        const key = keyOf(initials, person, stock.item);
        const before = people.get(key) ?? { ...NO_RESIDUE, item, initials, printedName };
        people.set(key, { ...before, ...addResidue(before, ended) });
      }
    }
    return [...people].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, person]) => person);
  }
}

const keyOf = (initials: string, person: PersonId, item: AuditItem): string =>
  `${initials}|${person}|${item}`;
