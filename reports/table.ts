import { LEADING, RULE, SIZE } from './measures.js';
import type { Print } from './page.js';
import type { Column } from './column.js';
import { layColumnHeads, offset, SIDE_PADDING, placed } from './column-heads.js';
import type { Placed } from './column-heads.js';
import type { FaceName } from './typeface.js';
import type { Line, Text } from './typeset.js';

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
  /** Words that it stands under; they are said again at the head of a page on which more of the same goes on. */
  readonly group?: string;
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

const LINES_BEFORE_SPILLING = 10;
const SEE_BELOW = 'See below.';
const PADDING = { line: 2, under: 0.4, carry: 2.4 } as const;
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
  /** Place of its first column, and how many it takes. */
  readonly index: number;
  readonly span: number;
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
  readonly group: string;
}

/**
 * Tables that run over pages: column heads on each, rows never split, what belongs together kept together, a carried
 * row at the foot and the same row brought to the head of the next page, and totals never alone.
 */
export class Table {
  readonly #columns: readonly Placed[];
  readonly #reserve: number;
  #pending: SetBlock[] = [];
  #y = 0;
  #start = 0;
  #carry = '';
  #group = '';
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
    const rows = block.rows.flatMap((row) => this.#setSpilling(row));
    const { carry, group = '' } = block;
    const made = { rows, height: heightOf(rows), carry, group };
    const isPageful = made.height + this.#reserve > this.#capacity;
    if (!isPageful && !this.#fits(made.height)) this.#turn(group);
    if (this.#fits(made.height)) {
      this.#place(made);
      return;
    }
    // Higher than a page: parted between its rows, each of which a page can hold.
    for (const row of rows) {
      if (!this.#fits(row.height) && this.#pending.length > 0) this.#turn(group);
      this.#place({ rows: [row], height: row.height, carry, group });
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
      this.#turn(moved[0]?.group ?? '');
      for (const block of moved) {
        if (!this.#fits(block.height)) this.#turn(block.group);
        this.#place(block);
      }
      if (isTooHigh()) this.#turn('');
    }
    this.#show();
    this.print.rule(this.print.left, this.#y, this.print.width, RULE.thin);
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

  /** @param group what the next rows stand under */
  #turn(group: string): void {
    this.#show();
    const { print } = this;
    const { carried, brought } = this.head;
    if (carried !== null) this.row(carried(this.#carry, print.pages + 1), this.#y);
    else print.rule(print.left, this.#y, print.width, RULE.thin);
    print.turn();
    this.#begin(print.top, true);
    if (group !== '' && group === this.#group) {
      print.repeated(() => {
        this.#y = this.row(groupRow(`${group}, continued`, this.#columns.length), this.#y);
      });
      this.#start = this.#y;
    }
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
      this.#group = block.group;
    }
    this.#pending = [];
    this.#start = this.#y;
  }

  #begin(top: number, isContinued: boolean): void {
    const { print } = this;
    if (!isContinued) this.#layTop(top, false);
    else
      print.repeated(() => {
        this.#layTop(top, true);
      });
    this.#start = this.#y;
    this.#capacity = print.bottom - print.top - (this.#y - top) - this.#reserve;
  }

  /** Heading and column heads. */
  #layTop(top: number, isContinued: boolean): void {
    const { print, head } = this;
    const size = head.headingSize ?? HEADING_SIZE;
    const end = print.paragraph(
      head.heading(isContinued),
      { x: print.left, y: top + size, size },
      {
        face: 'bold',
        width: print.width,
        tag: head.headingSize === undefined ? 'H2' : 'H3',
      },
    );
    if (!isContinued) print.beginTable();
    this.#y = layColumnHeads(print, this.#columns, end - size * LEADING + 6);
  }

  #set(row: Row): SetRow {
    const cells: SetCell[] = [];
    let deepest = 1;
    for (const [index, given] of row.cells.entries()) {
      const column = this.#columns[index];
      if (given === null || given === '' || column === undefined) continue;
      const cell = isCell(given) ? given : { text: given };
      const set = this.#setCell(cell, index);
      deepest = Math.max(deepest, set.lines.length);
      cells.push(set);
    }
    const height = deepest * SIZE.text * LEADING + PADDING[row.weight] + BELOW;
    return { height, weight: row.weight, cells };
  }

  /** A row, and under it what its narrow column has no room for. */
  #setSpilling(row: Row): readonly SetRow[] {
    const set = this.#set(row);
    const at = this.head.columns.findIndex(({ spills }) => spills === true);
    const given = row.cells[at];
    const lines = set.cells.find(({ index }) => index === at)?.lines.length ?? 0;
    if (given == null || lines <= LINES_BEFORE_SPILLING) return [set];
    const text = isCell(given) ? given.text : given;
    const span = this.#columns.length - 1;
    const below = this.#set({
      weight: 'under',
      cells: [null, { text, span, face: 'regular', align: 'left' }],
    });
    return [this.#set({ ...row, cells: row.cells.with(at, seeBelow(text)) }), below];
  }

  #setCell(cell: Cell, index: number): SetCell {
    const { typeface } = this.print;
    const { span = 1, indent = 0 } = cell;
    const column = this.#columns[index];
    const last = this.#columns[index + span - 1] ?? column;
    if (column === undefined || last === undefined) throw new RangeError('expected a column');
    const align = cell.align ?? column.align;
    const x = column.x + indent;
    const width = last.x + last.points - x;
    const face = cell.face ?? column.face ?? 'regular';
    const isFigure = align === 'figure' || align === 'decimal';
    const lines = this.print.set(cell.text, {
      face,
      size: SIZE.text,
      width: isFigure ? Infinity : width - 2 * SIDE_PADDING,
    });
    const whole =
      align === 'decimal' && typeof cell.text === 'string' ? cell.text.split('.')[0] : undefined;
    const wholeWidth = whole === undefined ? 0 : typeface.face(face).width(whole) * SIZE.text;
    return { index, span, x, width, align, lines, wholeWidth };
  }

  #showRow(row: SetRow, y: number): void {
    const { print } = this;
    if (row.weight !== 'under') print.rule(print.left, y, print.width, RULE.hair);
    const base = y + PADDING[row.weight] + SIZE.text * 0.82;
    print.row('TBody', () => {
      let next = 0;
      for (const cell of row.cells) {
        for (; next < cell.index; next += 1) print.emptyCell();
        next = cell.index + cell.span;
        print.element(
          'TD',
          () => {
            this.#showCell(cell, base);
          },
          { span: cell.span },
        );
      }
      for (; next < this.#columns.length; next += 1) print.emptyCell();
    });
  }

  #showCell(cell: SetCell, base: number): void {
    const { print } = this;
    let y = base;
    for (const line of cell.lines) {
      if (line.width > cell.width - SIDE_PADDING && cell.align !== 'left') {
        print.squeezed(line, { x: cell.x + 0.5, y, size: SIZE.text }, cell.width - 1);
      } else {
        print.line(line, { x: cell.x + this.#offset(cell, line), y, size: SIZE.text });
      }
      y += SIZE.text * LEADING;
    }
  }

  #offset(cell: SetCell, line: Line): number {
    if (cell.align !== 'decimal') return offset(cell.align, cell.width, line.width);
    const fraction = this.print.typeface.face('regular').width(FRACTION) * SIZE.text;
    const point = cell.width - AFTER_FRACTION - fraction;
    // Half a point from the edge: a third decimal moves no point.
    return Math.min(cell.width - 0.5 - line.width, point - cell.wholeWidth);
  }
}

/** Words over the rows that stand under them. */
export function groupRow(words: string, columns: number): Row {
  return { weight: 'line', cells: [{ text: words, span: columns, face: 'bold', align: 'left' }] };
}

/** What departs from the rule stays where it is looked for. */
function seeBelow(text: Text): Text {
  const first = typeof text === 'string' ? undefined : text[0];
  const kept = first?.face === 'bold' ? [first] : [];
  return [...kept, { text: SEE_BELOW, face: 'regular' }];
}

function isCell(value: Cell | Text): value is Cell {
  return typeof value === 'object' && 'text' in value;
}

function heightOf(rows: readonly SetRow[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0);
}
