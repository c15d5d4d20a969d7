import type { TableDocument } from '../../../reports/table-document.js';
import { wasteDocument } from '../../../reports/waste.js';
import type { WasteLine, WasteTotal } from '../../../reports/waste.js';
import type { PrintedItem } from '../../../reports/words.js';
import type { InsideAccount } from '../../domain/custody.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem, DrawId } from '../../domain/ids.js';
import { add, negate, sum, ZERO } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import { wasteGaps } from '../../domain/bedside/waste-gaps.js';
import { drawAsOf } from './dispensing-lines.js';
import { entriesOfKinds, namedContainers } from './entries-of-kinds.js';
import { itemNamed, printedItems, schedulesOf } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import { drawsTouchedBy, kindOf, marksOf } from './ledger-line.js';
import { aboutItem, factsOf } from './line-facts.js';
import type { Surroundings } from './surroundings.js';
import { mannerWords, seenWords, wasteReasonWords } from './wording.js';

/** Every waste of the period, at its own line, and every correction of one. */
export function wasteOf(parts: DocumentParts): TableDocument {
  const totals = new Map<AuditItem, WasteTotal>();
  return wasteDocument({
    head: parts.head,
    // The exceptions are printed first, and then all of them.
    lines: parts.kept.again(() => lines(parts, totals)),
    schedules: () => schedulesOf(parts),
    totals: () => [...totals.values()],
  });
}

async function* lines(
  parts: DocumentParts,
  totals: Map<AuditItem, WasteTotal>,
): AsyncGenerator<WasteLine> {
  const items = await printedItems(parts);
  totals.clear();
  const kinds = ['waste', 'release-hold', 'correction'] as const;
  const isWaste = ({ effects }: Entry): boolean =>
    effects.movements.some(({ from, to }) => from === 'waste' || to === 'waste');
  for await (const { entry, around } of entriesOfKinds(parts, kinds, { isWanted: isWaste })) {
    for (const [id, quantity] of wastedByItem(entry)) {
      const line = lineOf(entry, { id, item: itemNamed(items, id), quantity }, around);
      const before = totals.get(id) ?? {
        item: line.item,
        lines: 0,
        quantity: ZERO,
        unwitnessed: 0,
      };
      totals.set(id, {
        ...before,
        lines: before.lines + 1,
        quantity: add(before.quantity, quantity),
        unwitnessed: before.unwitnessed + Number(line.witness.state === 'unwitnessed'),
      });
      yield line;
    }
  }
}

function wastedByItem({ effects }: Entry): ReadonlyMap<AuditItem, Quantity> {
  const found = new Map<AuditItem, Quantity>();
  for (const { from, to, quantity, item } of effects.movements) {
    if (from !== 'waste' && to !== 'waste') continue;
    const change = to === 'waste' ? quantity : negate(quantity);
    found.set(item, sum([found.get(item) ?? ZERO, change]));
  }
  return found;
}

function lineOf(
  entry: Entry,
  of: { readonly id: AuditItem; readonly item: PrintedItem; readonly quantity: Quantity },
  around: Surroundings,
): WasteLine {
  const draws = drawsTouchedBy(entry)
    .map((account) => drawAsOf(drawIdOf(account), around))
    .filter(({ item }) => item === of.id);
  const [first] = [...draws].sort((a, b) => (a.drawnAt < b.drawnAt ? -1 : 1));
  const containers =
    draws.length === 0
      ? [...namedContainers([entry])].filter((id) => around.stock(id).item === of.id)
      : [...new Set(draws.map(({ container }) => container))];
  const attested = attestedOf(entry, around);
  const gaps = wasteGaps({
    drawnAt: first?.drawnAt ?? null,
    wastedAt: entry.occurredAt,
    attestedAt: attested?.at ?? null,
  });
  return {
    ...factsOf(entry, around, aboutItem(entry, of.id)),
    kind: kindOf(entry),
    item: of.item,
    quantity: of.quantity,
    patient: first === undefined ? null : around.order(first.order).name,
    containers: marksOf(containers, around),
    ...reasonOf(entry),
    drawLines: [...new Set(draws.map(({ line }) => line))],
    minutesSinceDraw: gaps.sinceDraw,
    attested: attested && { ...attested, minutesLater: gaps.toWitness ?? 0 },
  };
}

// The account of a draw is named by it.
const drawIdOf = (account: InsideAccount): DrawId => account.slice('in-process:'.length) as DrawId;

function reasonOf({ request }: Entry): { readonly reason: string; readonly manner: string } {
  switch (request.kind) {
    case 'waste':
      return { reason: wasteReasonWords(request.why), manner: mannerWords(request.manner) };
    case 'release-hold':
      return {
        reason: `Bag ${request.bag}, seal ${request.seal}`,
        manner: request.manner === null ? '' : mannerWords(request.manner),
      };
    case 'correction':
      return { reason: `Corrects line ${request.line}`, manner: '' };
    default:
      throw new Error(`expected a waste, found ${request.kind}`);
  }
}

/** The second signature of the line itself, or of the line that countersigned it. */
function attestedOf(
  entry: Entry,
  around: Surroundings,
): Omit<NonNullable<WasteLine['attested']>, 'minutesLater'> | null {
  const own = entry.signatures.find(({ meaning }) => meaning === 'witnessed');
  const line = around.standing(entry.seq).settledBy;
  const later = line === null ? undefined : around.entry(line);
  if (own === undefined && later?.request.kind !== 'countersign') return null;
  const at = own?.signedAt ?? later?.recordedAt ?? entry.recordedAt;
  const seen = own?.seen ?? (later?.request.kind === 'countersign' ? later.request.seen : []);
  return { at, seen: seenWords(seen) };
}
