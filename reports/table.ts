import { LEADING, RULE, SIZE } from './page.js';
import type { Print } from './page.js';
import type { FaceName } from './typeface.js';
import type { Line, Text } from './typeset.js';

/**
 * Tables that run over pages: column heads on each, rows never split, what belongs together kept together, a carried
 * row at the foot and the same row brought to the head of the next page, and totals never alone.
 */
export interface Column {
  readonly head: string;
  /** Heading over neighbouring columns that name the same group. */
  readonly group?: string;
  /** Points, or a share of what the columns in points leave. */
  readonly width: number | { readonly share: number };
  /** `figure`: right, one line, never broken. `decimal`: by the decimal point, which figures need not have. */
  readonly align: 'left' | 'center' | 'figure' | 'decimal';
  readonly face?: FaceName;
}

export interface Cell {
  readonly text: Text;
  /** Columns that it takes; 1 by default. */
  readonly span?: number;
  readonly face?: FaceName;
  readonly indent?: number;
  readonly align?: Column['align'];
}

/** `line` has a rule above; `under` belongs to the line above it; `carry` stands between pages. */
export interface Row {
  readonly weight: 'line' | 'under' | 'carry';
  /** One for each column, in order; a spanning cell is followed by nulls. */
  readonly cells: readonly (Cell | Text | null)[];
}

/** Rows that stay together where a page can hold them, and what is carried forward after them. */
export interface Block {
  readonly rows: readonly Row[];
  readonly carry: string;
}

export interface TableHead {
  readonly columns: readonly Column[];
  /** Printed above the column heads; says "continued" on all pages but the first. */
  readonly heading: (isContinued: boolean) => Text;
  /** The rows between pages; null for a table that carries nothing. */
  readonly carried: ((carry: string, page: number) => Row) | null;
  readonly brought: ((carry: string, page: number) => Row) | null;
  /** Height below which it begins on a new page rather than here: heading, column heads and some rows. */
  readonly room?: number;
  /** Size of the heading; smaller for a part of something that has a heading of its own. */
  readonly headingSize?: number;
}

const PADDING = { side: 2.5, line: 2, under: 0.4, carry: 2.4 } as const;
const BELOW = 1.2;
const HEADING_SIZE = 10.5;
const ROOM_TO_BEGIN = 150;
/** Heading and one line of column heads. */
const HEADS_HEIGHT = 34;
/** Blocks that go to the next page with the totals. */
const KEPT_WITH_TOTALS = 2;
/** Room kept for the fraction in a decimal column, and between it and the next column. */
const FRACTION = '.00';
const AFTER_FRACTION = 5;

interface SetCell {
  readonly x: number;
  readonly width: number;
  readonly align: Column['align'];
  readonly lines: readonly Line[];
  /** Width before the decimal point, for `decimal`. */
  readonly wholeWidth: number;
}
interface SetRow {
  readonly height: number;
  readonly weight: Row['weight'];
  readonly cells: readonly SetCell[];
}
interface SetBlock {
  readonly rows: readonly SetRow[];
  readonly height: number;
  readonly carry: string;
}

export class Table {
  readonly #columns: readonly (Column & { x: number; points: number })[];
  readonly #reserve: number;
  #pending: SetBlock[] = [];
  #y = 0;
  #start = 0;
  #carry = '';
  /** Height that a page has for rows. */
  #capacity = 0;

  constructor(
    readonly print: Print,
    readonly head: TableHead,
  ) {
    this.#columns = placed(head.columns, print.left, print.width);
    this.#reserve = head.carried === null ? 0 : SIZE.text * LEADING + PADDING.carry + BELOW;
  }

  /** Begins below `y`, or on a new page if there is too little room. `carry` is what the first page brings. */
  open(y: number | null, carry: string): void {
    this.#carry = carry;
    if (y === null || y + (this.head.room ?? ROOM_TO_BEGIN) > this.print.bottom) {
      this.print.turn();
      this.#begin(this.print.top, false);
    } else this.#begin(y, false);
  }

  add(block: Block): void {
    const rows = block.rows.map((row) => this.#set(row));
    const made = { rows, height: heightOf(rows), carry: block.carry };
    const isPageful = made.height + this.#reserve > this.#capacity;
    if (!isPageful && !this.#fits(made.height)) this.#turn();
    if (this.#fits(made.height)) {
      this.#place(made);
      return;
    }
    // Higher than a page: parted between its rows, each of which a page can hold.
    for (const row of rows) {
      if (!this.#fits(row.height) && this.#pending.length > 0) this.#turn();
      this.#place({ rows: [row], height: row.height, carry: block.carry });
    }
  }

  /**
   * Ends the table with `height` points of room for its totals, on a page that shows some of its rows.
   * @returns where the totals begin.
   */
  close(height: number): number {
    const isTooHigh = (): boolean => this.#y + height > this.print.bottom;
    if (isTooHigh()) {
      const moved = this.#pending.splice(
        Math.max(1, this.#pending.length - KEPT_WITH_TOTALS),
        KEPT_WITH_TOTALS,
      );
      this.#y -= moved.reduce((sum, block) => sum + block.height, 0);
      this.#turn();
      for (const block of moved) {
        if (!this.#fits(block.height)) this.#turn();
        this.#place(block);
      }
      if (isTooHigh()) this.#turn();
    }
    this.#show();
    return this.#y;
  }

  /** Height of a whole table of these rows, near enough to decide whether a page can hold it. */
  height(blocks: readonly Block[]): number {
    const rows = blocks.flatMap((block) => block.rows.map((row) => this.#set(row)));
    return HEADS_HEIGHT + heightOf(rows);
  }

  /** Shows one row at `y`, outside the run of blocks. @returns where it ends. */
  row(row: Row, y: number): number {
    const set = this.#set(row);
    this.#showRow(set, y);
    return y + set.height;
  }

  #fits(height: number): boolean {
    return this.#y + height + this.#reserve <= this.print.bottom;
  }

  #place(block: SetBlock): void {
    this.#pending.push(block);
    this.#y += block.height;
  }

  #turn(): void {
    this.#show();
    const { carried, brought } = this.head;
    if (carried !== null) this.row(carried(this.#carry, this.print.pages + 1), this.#y);
    this.print.turn();
    this.#begin(this.print.top, true);
    if (brought !== null) {
      this.#y = this.row(brought(this.#carry, this.print.pages - 1), this.#y);
      this.#start = this.#y;
    }
  }

  #show(): void {
    let y = this.#start;
    for (const block of this.#pending) {
      for (const row of block.rows) {
        this.#showRow(row, y);
        y += row.height;
      }
      this.#carry = block.carry;
    }
    this.#pending = [];
    this.#start = this.#y;
  }

  #begin(top: number, isContinued: boolean): void {
    const { print } = this;
    const size = this.head.headingSize ?? HEADING_SIZE;
    const end = print.paragraph(
      this.head.heading(isContinued),
      { x: print.left, y: top + size, size },
      { face: 'bold', width: print.width },
    );
    this.#y = this.#layHeads(end - size * LEADING + 6);
    this.#start = this.#y;
    this.#capacity = print.bottom - print.top - (this.#y - top) - this.#reserve;
  }

  #layHeads(top: number): number {
    const { print } = this;
    const step = SIZE.small * LEADING;
    const grouped = this.#columns.some(({ group }) => group !== undefined);
    const heads = this.#columns.map(({ head, points }) =>
      print.set(head, { face: 'bold', size: SIZE.small, width: points - 2 * PADDING.side }),
    );
    const deepest = Math.max(...heads.map((lines) => lines.length));
    if (grouped) this.#layGroups(top + SIZE.small);
    const base = top + SIZE.small + (grouped ? step + 2 : 0);
    for (const [index, lines] of heads.entries()) {
      const column = this.#columns[index];
      if (column === undefined) continue;
      for (const [place, line] of lines.entries()) {
        const y = base + (deepest - lines.length + place) * step;
        const x = column.x + offset(column.align, column.points, line.width);
        print.line(line, { x, y, size: SIZE.small });
      }
    }
    const end = base + (deepest - 1) * step + 3;
    print.rule(print.left, end, print.width, RULE.thin * 1.4);
    return end + RULE.thin;
  }

  #layGroups(y: number): void {
    const { print } = this;
    let index = 0;
    while (index < this.#columns.length) {
      const first = this.#columns[index];
      const group = first?.group;
      let last = index;
      while (group !== undefined && this.#columns[last + 1]?.group === group) last += 1;
      const end = this.#columns[last];
      if (first !== undefined && group !== undefined && end !== undefined) {
        const width = end.x + end.points - first.x;
        const [line] = print.set(group, { face: 'regular', size: SIZE.small, width });
        if (line !== undefined) {
          print.line(line, { x: first.x + (width - line.width) / 2, y, size: SIZE.small });
        }
        print.rule(first.x + PADDING.side, y + 2.6, width - 2 * PADDING.side, RULE.hair);
      }
      index = last + 1;
    }
  }

  #set(row: Row): SetRow {
    const cells: SetCell[] = [];
    let deepest = 1;
    for (const [index, given] of row.cells.entries()) {
      const column = this.#columns[index];
      if (given === null || given === '' || column === undefined) continue;
      const cell = isCell(given) ? given : { text: given };
      const set = this.#setCell(
        cell,
        column,
        this.#columns[index + (cell.span ?? 1) - 1] ?? column,
      );
      deepest = Math.max(deepest, set.lines.length);
      cells.push(set);
    }
    const height = deepest * SIZE.text * LEADING + PADDING[row.weight] + BELOW;
    return { height, weight: row.weight, cells };
  }

  #setCell(cell: Cell, column: Placed, last: Placed): SetCell {
    const { typeface } = this.print;
    const align = cell.align ?? column.align;
    const indent = cell.indent ?? 0;
    const x = column.x + indent;
    const width = last.x + last.points - x;
    const face = cell.face ?? column.face ?? 'regular';
    const isFigure = align === 'figure' || align === 'decimal';
    const lines = this.print.set(cell.text, {
      face,
      size: SIZE.text,
      width: isFigure ? Infinity : width - 2 * PADDING.side,
    });
    if (align !== 'decimal' || typeof cell.text !== 'string') {
      return { x, width, align, lines, wholeWidth: 0 };
    }
    const whole = cell.text.split('.')[0] ?? '';
    return { x, width, align, lines, wholeWidth: typeface.face(face).width(whole) * SIZE.text };
  }

  #showRow(row: SetRow, y: number): void {
    const { print } = this;
    if (row.weight !== 'under') print.rule(print.left, y, print.width, RULE.hair);
    const base = y + PADDING[row.weight] + SIZE.text * 0.82;
    for (const cell of row.cells) {
      let at = base;
      for (const line of cell.lines) {
        if (line.width > cell.width - PADDING.side && cell.align !== 'left') {
          print.squeezed(line, { x: cell.x + 0.5, y: at, size: SIZE.text }, cell.width - 1);
        } else {
          print.line(line, { x: cell.x + this.#offset(cell, line), y: at, size: SIZE.text });
        }
        at += SIZE.text * LEADING;
      }
    }
  }

  #offset(cell: SetCell, line: Line): number {
    if (cell.align !== 'decimal') return offset(cell.align, cell.width, line.width);
    const fraction = this.print.typeface.face('regular').width(FRACTION) * SIZE.text;
    const point = cell.width - AFTER_FRACTION - fraction;
    return Math.min(cell.width - PADDING.side - line.width, point - cell.wholeWidth);
  }
}

type Placed = Column & { readonly x: number; readonly points: number };

function isCell(value: Cell | Text): value is Cell {
  return typeof value === 'object' && 'text' in value;
}

function heightOf(rows: readonly SetRow[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0);
}

function offset(align: Column['align'], width: number, used: number): number {
  if (align === 'left') return PADDING.side;
  if (align === 'center') return (width - used) / 2;
  return width - PADDING.side - used;
}

function placed(columns: readonly Column[], left: number, width: number): Placed[] {
  let fixed = 0;
  let shares = 0;
  for (const column of columns) {
    if (typeof column.width === 'number') fixed += column.width;
    else shares += column.width.share;
  }
  let x = left;
  return columns.map((column) => {
    const points =
      typeof column.width === 'number'
        ? column.width
        : ((width - fixed) * column.width.share) / shares;
    const here = { ...column, x, points };
    x += points;
    return here;
  });
}
