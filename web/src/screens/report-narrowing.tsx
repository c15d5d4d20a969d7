/** What a document is about one of, and what it can be narrowed to. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { ProblemOf } from '../parts/problem-notice.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { day } from '../words/times.js';
import { spelled, words } from '../words/words.js';
import { PatientSearch, usePatientSearch } from './patient-search.js';
import type { PrintAsked } from './report-print.js';

const say = words.reports;
type Printable = Schemas['PrintableDto'];
type Taken = Printable['takes'][number];

export function Narrowing(props: {
  document: Printable;
  value: PrintAsked;
  onChange: (value: PrintAsked) => void;
}) {
  const { about, takes } = props.document;
  const wanted: readonly Taken[] = about === null ? takes : [about, ...takes];
  return wanted.map((what) => (
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
  if (what === 'patient') return <PatientField value={props.value} onChange={props.onChange} />;
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
    sort: [{ value: 'event-time', label: spelled('event-time') }],
  }[what];
  const whole = what === 'sort' ? say.registerOrder : say.all;
  return (
    <NativeSelect
      label={say.taken[what]}
      value={props.value}
      required={props.isNeeded}
      onChange={(event) => {
        props.onChange(event.currentTarget.value);
      }}
      data={[{ value: '', label: props.isNeeded ? words.choose : whole }, ...choices]}
    />
  );
}

/** A patient is found by name; their id alone goes into what is asked for, and no name into an address. */
function PatientField(props: { value: string; onChange: (id: string) => void }) {
  const search = usePatientSearch((found) => {
    props.onChange(found.length === 1 ? (found[0]?.id ?? '') : '');
  });
  const { found } = search;
  const items = found.data?.items ?? [];
  return (
    <div className="stack">
      <PatientSearch of={search} variant="default" />
      {found.isSuccess && items.length === 0 && (
        <p className="quiet" role="status">
          {say.noPatient}
        </p>
      )}
      {items.length > 0 && (
        <NativeSelect
          label={say.taken.patient}
          value={props.value}
          onChange={typed(props.onChange)}
          data={[
            { value: '', label: say.all },
            ...items.map(({ id, name: patient, birthDate }) => ({
              value: id,
              label: birthDate === null ? patient : `${patient} · ${day(birthDate)}`,
            })),
          ]}
        />
      )}
      <ProblemOf error={found.error} />
    </div>
  );
}
