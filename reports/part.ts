import type { CsvColumn, CsvValue } from './csv.js';
import type { Awaitable, Rows } from './head.js';
import { RULE } from './page.js';
import type { Print } from './page.js';
import { sheet } from './sheet.js';
import type { Sheet } from './sheet.js';
import { groupRow, Table } from './table.js';
import type { Block, Cell, Row } from './table.js';
import type { Column } from './column.js';
import type { Text } from './typeset.js';
import { decimalFigure } from './words.js';

/**
 * A part of a document: a table whose columns are described once, for paper and for machines. What paper shows in one column
 * (date and time, container and lot) may be several for machines; those that have no `print` are for machines alone.
 */
export interface PaperColumn<T> extends CsvColumn<T> {
  readonly print?: Printed<T>;
}
export interface Printed<T> extends Omit<Column, 'align'> {
  readonly align?: Column['align'];
  /** What the cell shows, where it is not the column's own value. */
  readonly text?: (row: T) => Cell | Text | null;
}

/** A row under the lines: words in front, and figures by the names of their columns. */
export interface FootRow {
  readonly words: string;
  readonly figures: Readonly<Record<string, string>>;
}

export interface PartOf<T> {
  /** For machines: "receipts". */
  readonly name: string;
  readonly heading: string;
  readonly columns: readonly PaperColumn<T>[];
  readonly rows: Rows<T>;
  /** What stands where there is no row. */
  readonly empty: string;
  /** Rows that follow each other with the same words stand under them. */
  readonly group?: (row: T) => string;
  /** A row that belongs to the one above it. */
  readonly isUnder?: (row: T) => boolean;
  /** A balance that is carried from page to page, in the column of that name. */
  readonly balance?: {
    readonly column: string;
    readonly of: (row: T) => string;
    readonly start: string;
    /** Words of the row that says it before the first one. */
    readonly opening?: string;
  };
  /** Totals, asked for once, after the last row. */
  readonly foot?: () => Awaitable<readonly FootRow[]>;
  readonly headingSize?: number;
}

/** Pages that have been laid so far, while rows are awaited or, where a part has none, at once; where it ends. */
type Laying = AsyncGenerator<number, number> | Generator<number, number>;

/** A part whose rows need no longer be known to be printed or written. */
export interface Part {
  readonly name: string;
  /** Null for what only paper has: lines to sign on, a letter. */
  readonly sheet: Sheet | null;
  /** Prints it from `y` down, or on a new page; yields the number of pages as it goes. @returns where it ends. */
  lay(print: Print, y: number | null): Laying;
}

export function part<T>(of: PartOf<T>): Part {
  return {
    name: of.name,
    sheet: sheet(of.name, of.columns, of.rows),
    lay: (print, y) => layPart(print, of, y),
  };
}

/** The same, wherever it would have begun. */
export const onNewPage = (of: Part): Part => ({ ...of, lay: (print) => of.lay(print, null) });

/** What only machines can use: paper has nothing of it. */
export function forMachines(only: Sheet): Part {
  return {
    name: only.name,
    sheet: only,
    lay: function* (print, y) {
      yield print.pages;
      return y ?? print.top;
    },
  };
}

interface Shown<T> {
  readonly name: string;
  readonly value: CsvColumn<T>['value'];
  readonly print: Printed<T>;
}

const ROOM_TO_BEGIN = 100;
const FOOT_ROW = 14;

async function* layPart<T>(
  print: Print,
  of: PartOf<T>,
  y: number | null,
): AsyncGenerator<number, number> {
  const columns = shownColumns(of.columns);
  const { balance } = of;
  const table = new Table(print, {
    columns: columns.map(({ print: shown }): Column => ({
      ...shown,
      align: shown.align ?? 'left',
    })),
    heading: (isContinued) => `${of.heading}${isContinued ? ', continued' : ''}`,
    ...betweenPages(of, columns),
    room: ROOM_TO_BEGIN,
    ...(of.headingSize === undefined ? {} : { headingSize: of.headingSize }),
  });
  table.open(y, balance?.start ?? '');
  yield print.pages;
  let group = '';
  let carry = balance?.start ?? '';
  let isEmpty = true;
  if (balance?.opening !== undefined) {
    const figures = { [balance.column]: balance.start };
    table.add({ rows: [footRow({ words: balance.opening, figures }, columns)], carry });
  }
  for await (const row of of.rows()) {
    isEmpty = false;
    print.records += 1;
    const words = of.group?.(row) ?? '';
    if (balance !== undefined) carry = balance.of(row);
    const weight = of.isUnder?.(row) === true ? 'under' : 'line';
    const line: Row = { weight, cells: columns.map((column) => cellOf(column, row)) };
    const rows = words === group ? [line] : [groupRow(words, columns.length), line];
    table.add({ rows, carry, group: words });
    group = words;
    yield print.pages;
  }
  if (isEmpty) table.add(emptyBlock(of.empty, columns, carry));
  const foot = (await of.foot?.()) ?? [];
  const end = layFoot(print, { table, columns, foot });
  yield print.pages;
  return end;
}

function shownColumns<T>(columns: readonly PaperColumn<T>[]): readonly Shown<T>[] {
  return columns.flatMap(({ name, value, print }) =>
    print === undefined ? [] : [{ name, value, print }],
  );
}

function betweenPages<T>(
  { balance }: PartOf<T>,
  columns: readonly Shown<T>[],
): Pick<Table['head'], 'carried' | 'brought'> {
  if (balance === undefined) return { carried: null, brought: null };
  const row = (words: string, carry: string): Row =>
    footRow({ words, figures: { [balance.column]: carry } }, columns);
  return {
    carried: (carry, page) => row(`Balance carried forward to page ${page}`, carry),
    brought: (carry, page) => row(`Balance brought forward from page ${page}`, carry),
  };
}

function cellOf<T>({ value, print }: Shown<T>, row: T): Cell | Text | null {
  return print.text === undefined ? textOf(value(row)) : print.text(row);
}

function textOf(value: CsvValue): string | null {
  if (value === null) return null;
  if ('text' in value) return value.text;
  if ('figure' in value) return value.figure;
  return 'whole' in value ? String(value.whole) : decimalFigure(value.decimal);
}

function emptyBlock<T>(words: string, columns: readonly Shown<T>[], carry: string): Block {
  const text = { text: words, span: columns.length, face: 'regular', align: 'left' } as const;
  return { rows: [{ weight: 'line', cells: [text] }], carry };
}

/** Words take the columns up to the first that has a figure. */
function footRow<T>({ words, figures }: FootRow, columns: readonly Shown<T>[]): Row {
  const first = columns.findIndex(({ name }) => figures[name] !== undefined);
  const span = first < 1 ? columns.length : first;
  const cells = columns.map(({ name }, index): Cell | null => {
    if (index === 0) return { text: words, span, face: 'bold', align: 'left' };
    const text = figures[name];
    return index < span || text === undefined ? null : { text, face: 'bold' };
  });
  return { weight: 'carry', cells };
}

function layFoot<T>(
  print: Print,
  {
    table,
    columns,
    foot,
  }: {
    readonly table: Table;
    readonly columns: readonly Shown<T>[];
    readonly foot: readonly FootRow[];
  },
): number {
  if (foot.length === 0) return table.close(0);
  let y = table.close(foot.length * FOOT_ROW + 4);
  print.rule(print.left, y - RULE.thin, print.width, RULE.heavy);
  for (const each of foot) y = table.row(footRow(each, columns), y);
  print.rule(print.left, y, print.width, RULE.heavy);
  return y;
}
