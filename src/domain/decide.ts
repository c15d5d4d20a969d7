import type { CellKey, Reads } from './book.js';
import { Slice } from './book.js';
import type { Context, Decision } from './decision.js';
import { Refused } from './decision.js';
import type { Request } from './request.js';

/** What must be loaded before a request can be decided, and what its first round reveals to be needed as well. */
export function reads(_request: Request, _seq: number): Reads {
  return { cells: [], lines: [] };
}
export function readsFurther(_request: Request, _book: Slice): Reads {
  return { cells: [], lines: [] };
}

/**
 * May this happen? Returns what the line will do to the book, or the refusal. Touches nothing, asks no clock, and is
 * never replayed: the entry keeps its effects.
 */
export function decide(request: Request, context: Context): Decision {
  try {
    return rulesOf(request, context);
  } catch (error) {
    if (error instanceof Refused) return { accepted: false, rejection: error.rejection };
    throw error;
  }
}

function rulesOf(request: Request, _context: Context): Decision {
  throw new Error(`no rules for ${request.kind} yet`);
}
export type { CellKey };
