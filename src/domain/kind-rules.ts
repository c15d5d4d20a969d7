import type { CellKey, Reads, Slice } from './book.js';
import { cellKey } from './book.js';
import type { Context, Decision } from './decision.js';
import type { Right } from './person.js';
import type { Kind, RequestOf } from './request.js';

/** The rules of one kind of entry: what they read, who may do it, and what it does. */
export interface KindRules<K extends Kind> {
  /** Null where the rules look at rights themselves. */
  readonly right: Right | null;
  /** What the service may record of itself, without a person: refuses what it may not. */
  readonly bySystem?: (request: RequestOf<K>, context: Context) => void;
  readonly reads: (request: RequestOf<K>) => Reads;
  /** What the earlier rounds show to be needed as well: asked twice, the second time on what the first has loaded. */
  readonly readsFurther?: (request: RequestOf<K>, book: Slice) => Reads;
  readonly decide: (request: RequestOf<K>, context: Context) => Decision;
}

export const NOTHING: Reads = { cells: [], lines: [] };
export const cells = (...keys: readonly CellKey[]): Reads => ({ cells: keys, lines: [] });

/** Reads of several places together. */
export const together = (...parts: readonly Reads[]): Reads => ({
  cells: parts.flatMap((part) => part.cells),
  lines: parts.flatMap((part) => part.lines),
  all: parts.flatMap((part) => part.all ?? []),
});

/** Every site entry reads the register's own facts and its policies. */
export const REGISTER = cellKey('register', 'register');
export const POLICIES = cellKey('policy', 'timeline');
