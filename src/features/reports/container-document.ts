import { isolated } from '../../../reports/isolated.js';
import { containerDocument } from '../../../reports/container-ledger.js';
import type { Fact } from '../../../reports/facts.js';
import type { RegisterLine } from '../../../reports/register-lines.js';
import type { TableDocument } from '../../../reports/table-document.js';
import { figure, itemWords, milligrams, stamp } from '../../../reports/words.js';
import type { Condition } from '../../domain/stock/container.js';
import { containerAccount } from '../../domain/custody.js';
import { countedIn, measuredIn } from '../../domain/counting/counted.js';
import type { Entry } from '../../domain/entry.js';
import type { ContainerId } from '../../domain/ids.js';
import type { Zone } from '../../domain/measures/instant.js';
import { overfillAllowance } from '../../domain/policy.js';
import { add, massOf, max, multiply, subtract, ZERO } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import { openWords } from './case-event.js';
import { methodOf } from './count-memo.js';
import { entriesOfKinds, pagesOfKinds } from './entries-of-kinds.js';
import type { EntryAround } from './entries-of-kinds.js';
import { itemNamed, printedItems } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import { buildLine } from './ledger-line.js';
import { leafHashes } from './leaf-hashes.js';
import { stateOf } from './line-detail.js';
import { LINES_OF_CONTAINERS } from './entry-subject.js';
import { policyThen } from './policy-then.js';
import type { DocumentRequest } from './document-request.js';
import { lineOf } from './reading.js';
import { registerLine } from './register-line.js';
import { ownDay } from './section-scope.js';

/** One container from its receipt to its end (or as far as the period shows it), with its balance after each line. */
export function containerOf(parts: DocumentParts, { scope }: DocumentRequest): TableDocument {
  const { container } = scope.narrow;
  if (container === undefined) throw new Error('expected a container, found none');
  return containerDocument({
    head: parts.head,
    label: container,
    facts: () => factsOfContainer(parts, container),
    broughtForward: () => broughtForward(parts, container),
    lines: () => lines(parts, container),
  });
}

async function* lines(parts: DocumentParts, id: ContainerId): AsyncGenerator<RegisterLine> {
  const items = await printedItems(parts);
  const account = containerAccount(id);
  const movements = await parts.reading.movements([account]);
  const after = new Map(movements.map((each) => [each.seq, each.after] as const));
  const isAbout = (entry: Entry): boolean => after.has(entry.seq) || names(entry, id);
  let balance = await broughtForward(parts, id);
  for await (const found of entriesOfKinds(parts, LINES_OF_CONTAINERS, {
    isWanted: isAbout,
    mark: id,
  })) {
    balance = after.get(found.entry.seq) ?? balance;
    yield* linesOf(parts, { ...found, id, balance, items });
  }
}

/** What stood in it before the first line of the period, in register order. */
async function broughtForward(
  { reading, days, span }: DocumentParts,
  id: ContainerId,
): Promise<Quantity> {
  const movements = await reading.movements([containerAccount(id)]);
  if (span !== undefined) return movements.findLast(({ seq }) => seq < span.first)?.after ?? ZERO;
  const entries = await reading.entries(movements.map(({ seq }) => seq));
  const before = movements.findLast(
    ({ seq }) => (entries.get(seq)?.businessDate ?? '') < days.from,
  );
  return before?.after ?? ZERO;
}

async function* linesOf(
  { reading, days }: DocumentParts,
  of: EntryAround & {
    readonly id: ContainerId;
    readonly balance: RegisterLine['balance'];
    readonly items: Awaited<ReturnType<typeof printedItems>>;
  },
): AsyncGenerator<RegisterLine> {
  const { entry, around, id, balance, items } = of;
  const stock = (await reading.containers([id])).get(id);
  if (stock === undefined) throw new Error(`expected container ${id}, found none`);
  const scope = { id: stock.item, item: itemNamed(items, stock.item), days, dayOf: ownDay };
  const { line } = buildLine(ownPart(entry, id), scope, around);
  const numbers = [entry.seq, ...line.dispositions.map(({ sequence }) => sequence)];
  const hashes = await leafHashes(reading, numbers);
  const { kind, party, detail, in: taken, out, mass } = line;
  const said = detail ?? measuredWords(entry, id);
  const own = { ...registerLine(entry, around, hashes[0] ?? ''), party, detail: said };
  yield { ...own, kind, in: taken, out, balance, mass, remark: line.remark };
  for (const [index, disposition] of line.dispositions.entries()) {
    const quantity = disposition.given ?? disposition.wasted ?? disposition.held;
    const became = [figure(quantity ?? disposition.handedOver), disposition.detail ?? ''];
    yield {
      ...disposition,
      containers: own.containers,
      party: null,
      address: null,
      detail: became.filter((words) => words !== '').join('; '),
      in: null,
      out: null,
      balance,
      part: null,
      leafHash: hashes[index + 1] ?? '',
      isUnder: true,
    };
  }
}

/** What a count measured in it beside the book: a count changes no balance. */
function measuredWords(entry: Entry, id: ContainerId): string | null {
  const open = countedIn(entry)
    .flatMap(({ found }) => found.open)
    .find(({ container }) => container === id);
  return open === undefined ? null : openWords(open, methodOf(measuredIn(entry), id));
}

/** The entry as far as it moved this container. */
function ownPart(entry: Entry, id: ContainerId): Entry {
  const account = containerAccount(id);
  const movements = entry.effects.movements.filter(
    ({ from, to }) => from === account || to === account,
  );
  return { ...entry, effects: { ...entry.effects, movements } };
}

function names({ effects }: Entry, id: ContainerId): boolean {
  return effects.states.some((state) => {
    if (state.noun === 'condition' || state.noun === 'weighing') return state.id === id;
    return state.noun === 'count' && state.open.some(({ container }) => container === id);
  });
}

async function factsOfContainer(parts: DocumentParts, id: ContainerId): Promise<readonly Fact[]> {
  const { reading, head } = parts;
  const stock = (await reading.containers([id])).get(id);
  const minted = (await reading.entries([lineOf(id)])).get(lineOf(id));
  if (stock === undefined || minted === undefined) throw new Error(`expected container ${id}`);
  const item = itemNamed(await printedItems(parts), stock.item);
  const zone = head.site.zone;
  const receipt = stateOf(minted, 'receipt');
  const from =
    receipt === undefined
      ? 'in the inventory'
      : `from ${isolated(receipt.supplier.name)}, DEA ${receipt.supplier.deaNumber}, ` +
        (receipt.invoiceNumber === null
          ? 'no invoice'
          : `invoice ${isolated(receipt.invoiceNumber)}`);
  return [
    { name: 'Drug', value: `${itemWords(item)}, schedule ${item.schedule}` },
    { name: 'NDC, labeler', value: `${stock.ndc}, ${isolated(stock.labeler)}` },
    { name: 'Lot, labeled expiry', value: `${isolated(stock.lot)}, ${stock.expires}` },
    {
      name: 'Labeled content',
      value: `${figure(stock.size)} ${stock.unit}, ${milligrams(massOf(stock.size, stock.strength))} mg, ${stock.doseType}`,
    },
    { name: 'Received', value: `${stamp(stock.receivedAt, zone)}, line ${minted.seq}, ${from}` },
    ...(await conditionFacts(parts, id, zone)),
  ];
}

/** Opened, by whom it was drawn from, and how it ended: as the newest line below the size has it. */
async function conditionFacts(
  parts: DocumentParts,
  id: ContainerId,
  zone: Zone,
): Promise<readonly Fact[]> {
  const { reading } = parts;
  let newest: Entry | undefined;
  let end: Entry | undefined;
  const isWanted = (each: Entry): boolean => names(each, id);
  const pages = pagesOfKinds(parts, LINES_OF_CONTAINERS, { isWanted, mark: id });
  for await (const page of pages) {
    for (const { entry } of page) {
      if (entry.effects.states.some(({ noun, id: of }) => noun === 'condition' && of === id))
        newest = entry;
      if (entry.effects.states.some(({ noun, id: of }) => noun === 'close-out' && of === id))
        end = entry;
    }
  }
  const found: Fact[] = [];
  const condition = newest?.effects.states.find(
    (state) => state.noun === 'condition' && state.id === id,
  );
  if (newest !== undefined && condition?.noun === 'condition') {
    const { status, openedAt, beyondUseAt, quarantine, drawers, draws } = condition;
    const opened = openedAt === null ? 'not opened' : stamp(openedAt, zone);
    const use = beyondUseAt === null ? '' : `; beyond use ${stamp(beyondUseAt, zone)}`;
    const held = quarantine === null ? '' : `, quarantined: ${quarantine}`;
    const by = newest;
    const people = drawers.map((person) => reading.staff.of(person, by).initials);
    found.push(
      { name: 'Status', value: `${status}${held}` },
      { name: 'Opened', value: `${opened}${use}` },
      { name: 'Draws, drawers', value: `${draws}; ${people.join(', ') || 'nobody'}` },
      ...(status === 'open' ? [await expectedContent(parts, condition)] : []),
    );
  }
  const closed = end?.effects.states.find((state) => state.noun === 'close-out' && state.id === id);
  if (closed?.noun === 'close-out') {
    const { book, deadSpaceMaximum, overfillAllowance } = closed;
    found.push({
      name: 'Expected at its end',
      value: `book from ${figure(ZERO)} − ${figure(overfillAllowance)} overfill to ${figure(deadSpaceMaximum)} hub loss; found ${figure(book)}`,
    });
  }
  return found;
}

/** What a measure of an open container may find: the book, less what its draws may have kept, and what its maker put in. */
async function expectedContent(parts: DocumentParts, { id, draws }: Condition): Promise<Fact> {
  const { settings } = await policyThen(parts);
  const stock = (await parts.reading.containers([id])).get(id);
  if (stock === undefined) throw new Error(`expected container ${id}, found none`);
  const book = (await parts.reading.movements([containerAccount(id)])).at(-1)?.after ?? ZERO;
  const low = subtract(book, multiply(settings.deadSpacePerDraw, draws));
  const high = add(book, overfillAllowance(stock.size, settings));
  return {
    name: 'Expected when measured',
    value: `${figure(max(low, ZERO))} to ${figure(high)} ${stock.unit}; book ${figure(book)}`,
  };
}
