/** What a ledger is narrowed by: a site's, or the organisation's, which counts no items. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ENTRY_KIND } from '../api/code-lists.js';
import { reading } from '../api/queries.js';
import { ChoiceField, FilterField } from '../parts/fields.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { words } from '../words/words.js';

const say = words.ledger;
export type Order = 'newest' | 'oldest';
export const NARROWED_BY = ['kind', 'person', 'item', 'firstDay', 'lastDay'] as const;
export type Narrowing = Readonly<Record<(typeof NARROWED_BY)[number], string>>;

/** The kinds of the lines that an organisation keeps for all its sites. */
const KINDS_OF_ORGANISATION = ENTRY_KIND.filter((kind) =>
  ['opened', 'site', 'person', 'grant', 'product', 'supplier'].includes(kind),
);

export function LedgerFilters(props: {
  children: ReactNode;
  of: 'site' | 'organisation';
  narrowing: Narrowing;
  order: Order;
  onChange: (name: string, value: string) => void;
}) {
  const { people } = useHere();
  const { kind, person, item, firstDay, lastDay } = props.narrowing;
  const on = (name: string) => (value: string) => {
    props.onChange(name, value);
  };
  return (
    <div className="filters">
      {props.children}
      <FilterField
        label={say.filter}
        value={kind}
        of={props.of === 'site' ? ENTRY_KIND : KINDS_OF_ORGANISATION}
        onChange={on('kind')}
      />
      {props.of === 'site' && <ItemFilter value={item} onChange={on('item')} />}
      <NativeSelect
        label={say.who}
        value={person}
        onChange={typed(on('person'))}
        data={[
          { value: '', label: say.anybody },
          ...[...people.values()].map((each) => ({ value: each.person, label: each.name })),
        ]}
      />
      <TextInput
        type="date"
        label={words.reports.from}
        value={firstDay}
        onChange={typed(on('firstDay'))}
      />
      <TextInput
        type="date"
        label={words.reports.to}
        value={lastDay}
        onChange={typed(on('lastDay'))}
      />
      <ChoiceField
        label={say.order}
        value={props.order}
        onChange={on('order')}
        of={[
          { value: 'newest', label: say.newest },
          { value: 'oldest', label: say.oldest },
        ]}
      />
    </div>
  );
}

function ItemFilter(props: { value: string; onChange: (item: string) => void }) {
  const { site } = useHere();
  const balances = useQuery(reading('/api/sites/{site}/balances', { params: { site: site.site } }));
  return (
    <NativeSelect
      label={say.item}
      value={props.value}
      onChange={typed(props.onChange)}
      data={[
        { value: '', label: say.anyItem },
        ...(balances.data?.items ?? []).map((each) => each.item),
      ]}
    />
  );
}
