import { LEADING, RULE, SIZE } from './measures.js';
import type { Print } from './page.js';
import type { Column } from './column.js';
import type { Line } from './typeset.js';

/** Columns as a page has them, and the heads above them: one row, or two where neighbours stand under a common one. */
export type Placed = Column & { readonly x: number; readonly points: number };

export const SIDE_PADDING = 2.5;
const GROUP_GAP = 2;
const SCOPE = '/Scope/Column';

export function placed(columns: readonly Column[], left: number, width: number): Placed[] {
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
    const { apart = 0 } = column;
    const here = { ...column, x: x + apart, points: points - apart };
    x += points;
    return here;
  });
}

export function offset(align: Column['align'], width: number, used: number): number {
  if (align === 'left') return SIDE_PADDING;
  if (align === 'center') return (width - used) / 2;
  return width - SIDE_PADDING - used;
}

interface Head {
  readonly column: Placed;
  readonly lines: readonly Line[];
}

/** @returns where the rows begin. */
export function layColumnHeads(print: Print, columns: readonly Placed[], top: number): number {
  const step = SIZE.small * LEADING;
  const groups = groupsOf(columns);
  const isGrouped = groups.some(({ name }) => name !== undefined);
  const heads = columns.map((column) => ({
    column,
    lines: print.set(column.head, {
      face: 'bold',
      size: SIZE.small,
      width: column.points - 2 * SIDE_PADDING,
    }),
  }));
  const deepest = Math.max(...heads.map(({ lines }) => lines.length));
  const base = top + SIZE.small + (isGrouped ? step + GROUP_GAP : 0);
  const last = base + (deepest - 1) * step;
  const show = (head: Head, scope: string): void => {
    print.element(
      'TH',
      () => {
        layHead(print, head, last);
      },
      { scope },
    );
  };
  print.row('THead', () => {
    for (const { name, from, to } of groups) {
      const own = heads.slice(from, to);
      if (name !== undefined) layGroup(print, own, name, top + SIZE.small);
      else for (const head of own) show(head, `${SCOPE}${isGrouped ? '/RowSpan 2' : ''}`);
    }
  });
  if (isGrouped) {
    print.row('THead', () => {
      for (const head of heads) if (head.column.group !== undefined) show(head, SCOPE);
    });
  }
  const end = last + 3;
  print.rule(print.left, end, print.width, RULE.thin * 1.4);
  return end + RULE.thin;
}

/** Heads stand on the lowest line. */
function layHead(print: Print, { column, lines }: Head, last: number): void {
  const step = SIZE.small * LEADING;
  for (const [place, line] of lines.entries()) {
    const y = last - (lines.length - 1 - place) * step;
    const x = column.x + offset(column.align, column.points, line.width);
    print.line(line, { x, y, size: SIZE.small });
  }
}

function layGroup(print: Print, heads: readonly Head[], name: string, y: number): void {
  const [first, last] = [heads[0]?.column, heads.at(-1)?.column];
  if (first === undefined || last === undefined) return;
  const width = last.x + last.points - first.x;
  const [line] = print.set(name, { face: 'regular', size: SIZE.small, width });
  if (line === undefined) return;
  print.element(
    'TH',
    () => {
      print.line(line, { x: first.x + (width - line.width) / 2, y, size: SIZE.small });
    },
    { scope: SCOPE, span: heads.length },
  );
  print.rule(first.x + SIDE_PADDING, y + 2.6, width - 2 * SIDE_PADDING, RULE.hair);
}

interface Group {
  /** Undefined for columns that stand alone. */
  readonly name: string | undefined;
  readonly from: number;
  readonly to: number;
}

function groupsOf(columns: readonly Column[]): readonly Group[] {
  const groups: Group[] = [];
  for (const [index, { group }] of columns.entries()) {
    const before = groups.at(-1);
    if (before !== undefined && before.name === group) {
      groups[groups.length - 1] = { ...before, to: index + 1 };
    } else groups.push({ name: group, from: index, to: index + 1 });
  }
  return groups;
}
