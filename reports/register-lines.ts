import type { Mass, Quantity } from '../src/domain/measures/quantity.js';
import { csv } from './csv.js';
import type { ContainerMark, LineFacts, Rows } from './head.js';
import { containerColumns, firstColumns, lastColumns } from './line-columns.js';
import { part } from './part.js';
import type { Part } from './part.js';
import { figure, LINE_WORDS, milligrams } from './words.js';
import type { LineKind } from './words.js';
import type { Zone } from '../src/domain/measures/instant.js';

/** A line of the register as documents about one container or one person show it. */
export interface RegisterLine extends LineFacts {
  readonly kind: LineKind;
  readonly containers: readonly ContainerMark[];
  readonly party: string | null;
  /** Where the patient lives, as it was at the time of the entry. */
  readonly address: string | null;
  readonly detail: string | null;
  readonly in: Quantity | null;
  readonly out: Quantity | null;
  readonly balance: Quantity | null;
  readonly mass: Mass | null;
  /** What the line has to do with the person: "drew", "witnessed: saw the residue". Null where it is about a container. */
  readonly part: string | null;
  /** Leaf hash, base64. */
  readonly leafHash: string;
  readonly isUnder: boolean;
}

/** Base64 letters that are enough to tell two lines of a ledger apart. */
const HASH_LETTERS = 8;

/** Lines with a running balance, each with the end of its leaf hash. */
export function containerLines(
  zone: Zone,
  of: { readonly rows: Rows<RegisterLine>; readonly start: Quantity; readonly opening: string },
): Part {
  return part<RegisterLine>({
    name: 'lines',
    heading: 'Entries',
    empty: 'No entry about this container in the period.',
    rows: of.rows,
    isUnder: ({ isUnder }) => isUnder,
    balance: {
      column: 'balance',
      start: figure(of.start),
      opening: of.opening,
      of: ({ balance }) => figure(balance),
    },
    columns: [
      ...firstColumns<RegisterLine>(zone, (row) => row),
      entryColumn(),
      ...partyColumns(),
      quantityColumn('in', 'In', (row) => row.in),
      quantityColumn('out', 'Out', ({ out }) => out),
      {
        name: 'mg',
        value: ({ mass }) => csv.milligrams(mass),
        print: { head: 'mg', width: 38, align: 'decimal', text: ({ mass }) => milligrams(mass) },
      },
      {
        name: 'balance',
        value: ({ balance }) => csv.quantity(balance),
        print: {
          head: 'Balance',
          width: 42,
          align: 'figure',
          face: 'bold',
          text: ({ balance, isUnder }) => (isUnder ? null : figure(balance)),
        },
      },
      ...lastColumns<RegisterLine>(zone, (row) => row, { remark: { share: 3 } }),
      hashColumn(),
    ],
  });
}

export function personLines(zone: Zone, rows: Rows<RegisterLine>): Part {
  return part<RegisterLine>({
    name: 'lines',
    heading: 'Entries made, signed or witnessed',
    empty: 'This person made, signed or witnessed nothing in the period.',
    rows,
    columns: [
      ...firstColumns<RegisterLine>(zone, (row) => row),
      entryColumn(),
      {
        name: 'did',
        value: ({ part: own }) => csv.plain(own ?? ''),
        print: { head: 'Part', width: { share: 2 }, face: 'bold' },
      },
      ...partyColumns(),
      ...containerColumns<RegisterLine>(({ containers }) => containers, 54),
      ...lastColumns<RegisterLine>(zone, (row) => row, { remark: { share: 3 } }),
      hashColumn(),
    ],
  });
}

function entryColumn() {
  return {
    name: 'entry',
    value: ({ kind }: RegisterLine) => csv.text(LINE_WORDS[kind]),
    print: { head: 'Entry', width: 62 },
  } as const;
}

function partyColumns() {
  return [
    {
      name: 'party',
      value: ({ party }: RegisterLine) => csv.text(party),
      print: {
        head: 'Patient or other party',
        width: { share: 4 },
        text: ({ party, address, detail }: RegisterLine) =>
          [party, address, detail].filter((each) => each !== null && each !== '').join('\n'),
      },
    },
    { name: 'address', value: ({ address }: RegisterLine) => csv.text(address) },
    { name: 'detail', value: ({ detail }: RegisterLine) => csv.plain(detail ?? '') },
  ] as const;
}

function quantityColumn(name: string, head: string, of: (row: RegisterLine) => Quantity | null) {
  return {
    name,
    value: (row: RegisterLine) => csv.quantity(of(row)),
    print: { head, width: 36, align: 'figure' },
  } as const;
}

function hashColumn() {
  return {
    name: 'leaf_hash',
    value: ({ leafHash }: RegisterLine) => csv.text(leafHash),
    print: {
      head: 'Hash',
      width: 48,
      face: 'code',
      text: ({ leafHash }: RegisterLine) => leafHash.slice(0, HASH_LETTERS),
    },
  } as const;
}
