/** A patient is looked up by name, or written down for the first time. */
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { post, Refused } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { ProblemNotice, ProblemOf } from '../parts/problem-notice.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { day } from '../words/times.js';
import { words } from '../words/words.js';
import { PatientSearch, usePatientSearch } from './patient-search.js';

const say = words.bedside;
type Patient = Schemas['PatientRecordDto'];

export function FindPatient(props: { onFound: (patient: Patient) => void }) {
  const search = usePatientSearch();
  const { name, found } = search;
  const [isNew, setNew] = useState(false);
  const answers = useRef<HTMLDivElement>(null);
  // The next key takes the first who was found, or writes a new patient down.
  useEffect(() => {
    if (found.data !== undefined) answers.current?.querySelector('button')?.focus();
  }, [found.data]);
  return (
    <div className="stack">
      <PatientSearch of={search} />
      <ProblemOf error={found.error} />
      <div className="stack" ref={answers}>
        {found.data !== undefined && (
          <ul className="lines" aria-live="polite">
            {found.data.items.length === 0 && <li className="quiet">{words.nothingHere}</li>}
            {found.data.items.map((patient) => (
              <li key={patient.id}>
                <button
                  type="button"
                  className="line-button"
                  onClick={() => {
                    props.onFound(patient);
                  }}
                >
                  <strong>{patient.name}</strong>
                  <span className="quiet num">
                    {patient.birthDate === null ? '' : day(patient.birthDate)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {isNew ? (
          <NewPatient name={name} onFound={props.onFound} />
        ) : (
          <div className="row">
            <Button
              variant="default"
              onClick={() => {
                setNew(true);
              }}
            >
              {say.newPatient}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

function NewPatient(props: { name: string; onFound: (patient: Patient) => void }) {
  const { site } = useHere();
  const [name, setName] = useState(props.name);
  const [address, setAddress] = useState('');
  const [birthDate, setBirthDate] = useState('');
  const made = useMutation({
    mutationFn: () =>
      post(
        '/api/sites/{site}/patients',
        { params: { site: site.site } },
        {
          name,
          ...(address === '' ? { addressUnknown: 'refused' as const } : { address }),
          ...(birthDate === '' ? {} : { birthDate }),
        },
      ),
    onSuccess: props.onFound,
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        made.mutate();
      }}
    >
      <TextInput label={say.name} value={name} required autoFocus onChange={typed(setName)} />
      <TextInput label={say.address} value={address} onChange={typed(setAddress)} />
      <TextInput
        label={say.birthDate}
        type="date"
        value={birthDate}
        onChange={typed(setBirthDate)}
      />
      {made.error instanceof Refused && <ProblemNotice problem={made.error.problem} />}
      <div className="row">
        <Button type="submit" loading={made.isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
