import { asId } from '../domain/ids.js';
import type { LedgerId } from '../domain/ids.js';
import { businessDate } from '../domain/measures/instant.js';
import type { LedgerReader } from '../ledger/ledger-reader.js';
import { limitOf, lineOf, nextLine } from '../platform/http/page.dto.js';
import { EntryDto, EntryPageDto } from './entry.dto.js';
import type { EntriesQueryDto } from './entry.dto.js';

/** A page of the lines of one ledger, whoever's it is. */
export async function entryPage(
  reader: LedgerReader,
  ledger: LedgerId,
  query: EntriesQueryDto & { readonly item?: string },
): Promise<EntryPageDto> {
  const limit = limitOf(query);
  const cursor = lineOf(query);
  const order = query.order ?? 'newest';
  const newest = cursor === undefined ? {} : { to: cursor };
  const oldest = cursor === undefined ? {} : { from: cursor + 1 };
  const found = await reader.entries(ledger, {
    ...(order === 'newest' ? newest : oldest),
    ...(query.kind === undefined ? {} : { kinds: [query.kind] }),
    ...(query.firstDay === undefined ? {} : { firstDate: businessDate(query.firstDay) }),
    ...(query.lastDay === undefined ? {} : { lastDate: businessDate(query.lastDay) }),
    ...(query.person === undefined ? {} : { performer: query.person }),
    ...(query.item === undefined ? {} : { item: asId(query.item) }),
    limit: limit + 1,
    order,
  });
  const items = found.map((each) => new EntryDto(each));
  return new EntryPageDto(items.slice(0, limit), nextLine(items, limit));
}
