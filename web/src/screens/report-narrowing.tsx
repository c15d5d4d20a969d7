/** What a document is about one of, and what it can be narrowed to. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { useHere } from '../session/session.js';
import { spelled, words } from '../words/words.js';
import type { PrintAsked } from './report-print.js';

const say = words.reports;
type Printable = Schemas['PrintableDto'];
type Taken = Printable['takes'][number];

/** Patients are chosen where their names may stand: a document of one of them is asked for at the infusion. */
export function Narrowing(props: {
  document: Printable;
  value: PrintAsked;
  onChange: (value: PrintAsked) => void;
}) {
  const { about, takes } = props.document;
  const wanted: readonly Taken[] = about === null ? takes : [about, ...takes];
  return wanted
    .filter((what) => what !== 'patient')
    .map((what) => (
      <One
        key={what}
        what={what}
        isNeeded={what === about}
        value={props.value[what] ?? ''}
        onChange={(text) => {
          props.onChange({ ...props.value, [what]: text === '' ? undefined : text });
        }}
      />
    ));
}

function One(props: {
  what: Taken;
  isNeeded: boolean;
  value: string;
  onChange: (text: string) => void;
}) {
  const { site, people } = useHere();
  const { what } = props;
  const at = { params: { site: site.site } };
  const balances = useQuery({
    ...reading('/api/sites/{site}/balances', at),
    enabled: what === 'item',
  });
  const losses = useQuery({ ...reading('/api/sites/{site}/losses', at), enabled: what === 'loss' });
  if (what === 'container')
    return (
      <TextInput
        label={words.today.vial}
        value={props.value}
        placeholder="41-3"
        required={props.isNeeded}
        onChange={(event) => {
          props.onChange(event.currentTarget.value.trim());
        }}
      />
    );
  const persons = [...people.values()].map(({ person, name }) => ({ value: person, label: name }));
  const choices = {
    item: (balances.data?.items ?? []).map(({ item }) => ({ value: item, label: item })),
    loss: (losses.data?.items ?? []).map(({ id, status }) => ({
      value: id,
      label: `${id} · ${spelled(status)}`,
    })),
    person: persons,
    practitioner: persons,
    by: (['patient', 'practitioner', 'person'] as const).map((value) => ({
      value,
      label: spelled(value),
    })),
    patient: [],
  }[what];
  return (
    <NativeSelect
      label={say.taken[what]}
      value={props.value}
      required={props.isNeeded}
      onChange={(event) => {
        props.onChange(event.currentTarget.value);
      }}
      data={[{ value: '', label: props.isNeeded ? words.choose : say.all }, ...choices]}
    />
  );
}
