import type { FaceName } from './typeface.js';

/** A column of a table. */
export interface Column {
  readonly head: string;
  /** Heading over neighbouring columns that name the same group. */
  readonly group?: string;
  /** Points, or a share of what the columns in points leave. */
  readonly width: number | { readonly share: number };
  /** `figure`: right, one line, never broken. `decimal`: by the decimal point, which figures need not have. */
  readonly align: 'left' | 'center' | 'figure' | 'decimal';
  readonly face?: FaceName;
  /** Points left free before it: words that follow figures and do not belong to them. */
  readonly apart?: number;
  /** A text of many lines stands under its row, as wide as the table: a remark is never cut for want of width. */
  readonly spills?: true;
}
