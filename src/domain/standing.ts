import type { Slice } from './book.js';
import type { AuditItem } from './ids.js';
import type { BusinessDate, Instant } from './measures/instant.js';
import type { Quantity } from './measures/quantity.js';

/** What still stands open at a site: drug in process or held, or a line that nobody has witnessed. */
export interface Standing {
  /** Its name in an excuse: `in-process:12-1`, `held:40`, `line:41`. */
  readonly what: string;
  readonly type: 'in-process' | 'held' | 'unwitnessed';
  /** When it began; null where only the account is known. */
  readonly since: Instant | null;
  readonly item: AuditItem | null;
  readonly quantity: Quantity | null;
}

const IN_PROCESS = 'in-process:';

/** Draws whose cells tell since when something is in process. */
export function drawsInProcess(book: Slice): readonly string[] {
  return book
    .gather('unfinished')
    .filter(({ id }) => id.startsWith(IN_PROCESS))
    .map(({ id }) => id.slice(IN_PROCESS.length));
}

/** Everything that stands open and began on a day or before it, in the order of its names. */
export function standingOn(
  book: Slice,
  date: BusinessDate,
  dateOf: (at: Instant) => BusinessDate,
): readonly Standing[] {
  const isOfDay = ({ since }: Standing): boolean => since === null || dateOf(since) <= date;
  return [...inCustody(book), ...unwitnessed(book)]
    .filter(isOfDay)
    .sort((a, b) => (a.what < b.what ? -1 : 1));
}

function inCustody(book: Slice): readonly Standing[] {
  return book.gather('unfinished').map(({ id, quantity }) => {
    const draw = id.startsWith(IN_PROCESS)
      ? book.find('draw', id.slice(IN_PROCESS.length))
      : undefined;
    return {
      what: id,
      type: id.startsWith(IN_PROCESS) ? ('in-process' as const) : ('held' as const),
      since: draw?.drawnAt ?? null,
      item: draw?.item ?? null,
      quantity,
    };
  });
}

function unwitnessed(book: Slice): readonly Standing[] {
  return book
    .gather('awaiting')
    .filter(({ awaiting }) => awaiting === 'witness')
    .map(({ id, occurredAt }) => ({
      what: `line:${id}`,
      type: 'unwitnessed' as const,
      since: occurredAt,
      item: null,
      quantity: null,
    }));
}
