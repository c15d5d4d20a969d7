import type { Zone } from '../src/domain/measures/instant.js';
import { csv } from './csv.js';
import type { CsvColumn } from './csv.js';
import type { DiscrepancyCase } from './discrepancy-rows.js';
import { CASE_STATUS_WORDS, CAUSE_WORDS, itemWords, lineNumber } from './words.js';

/** One record for each case; its timeline as text in one field. */
export function discrepancyColumns(zone: Zone): readonly CsvColumn<DiscrepancyCase>[] {
  return [
    { name: 'case', value: ({ id }) => csv.text(id) },
    { name: 'status', value: ({ status }) => csv.text(CASE_STATUS_WORDS[status]) },
    { name: 'audit_item', value: ({ item }) => csv.plain(itemWords(item)) },
    { name: 'container', value: ({ container }) => csv.text(container?.label ?? null) },
    { name: 'lot', value: ({ container }) => csv.text(container?.lot ?? null) },
    { name: 'location', value: ({ location }) => csv.text(location) },
    { name: 'found_by', value: ({ foundBy }) => csv.text(foundBy) },
    { name: 'opened_line', value: ({ openedLine }) => csv.whole(openedLine) },
    { name: 'opened_local', value: ({ openedAt }) => csv.local(openedAt, zone) },
    { name: 'opened_utc', value: ({ openedAt }) => csv.instant(openedAt) },
    { name: 'owner', value: ({ owner }) => csv.text(owner) },
    { name: 'due', value: ({ due }) => csv.text(due) },
    {
      name: 'unit',
      value: ({ counts, item }) => csv.text(counts.unit === 'item' ? item.unit : 'containers'),
    },
    { name: 'first_count', value: ({ counts }) => csv.quantity(counts.first) },
    { name: 'recount', value: ({ counts }) => csv.quantity(counts.recount) },
    { name: 'book', value: ({ counts }) => csv.quantity(counts.book) },
    { name: 'difference', value: ({ counts }) => csv.quantity(counts.difference) },
    { name: 'explained_low', value: ({ counts }) => csv.quantity(counts.envelope?.low ?? null) },
    { name: 'explained_high', value: ({ counts }) => csv.quantity(counts.envelope?.high ?? null) },
    {
      name: 'cause',
      value: ({ closing }) => csv.text(closing === null ? null : CAUSE_WORDS[closing.cause]),
    },
    { name: 'explanation', value: ({ closing }) => csv.text(closing?.explanation ?? null) },
    {
      name: 'explained_by_lines',
      value: ({ closing }) => csv.text(closing?.explainedBy.map(lineNumber).join(' ') ?? null),
    },
    { name: 'settled', value: ({ closing }) => csv.quantity(closing?.settled ?? null) },
    { name: 'closed_line', value: ({ closing }) => csv.whole(closing?.sequence ?? null) },
    {
      name: 'closed_utc',
      value: ({ closing }) => (closing === null ? null : csv.instant(closing.at)),
    },
    {
      name: 'closed_by',
      value: ({ closing }) =>
        csv.text(closing?.closers.map(({ initials }) => initials).join(' ') ?? null),
    },
    { name: 'timeline', value: ({ timeline }) => csv.text(timeline.map(eventText).join('\n')) },
  ];
}

function eventText(event: DiscrepancyCase['timeline'][number]): string {
  return `${lineNumber(event.sequence)} ${event.occurredAt} ${event.act} (${event.performedBy}): ${event.text}`;
}
