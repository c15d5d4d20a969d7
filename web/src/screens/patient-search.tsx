/** Patients are looked up by name; no name stands in an address. */
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { words } from '../words/words.js';

const say = words.bedside;

/** A name, and who was found by it. */
export function usePatientSearch(
  onAnswer?: (found: readonly Schemas['PatientRecordDto'][]) => void,
) {
  const { site } = useHere();
  const [name, setName] = useState('');
  const found = useMutation({
    mutationFn: () =>
      post('/api/sites/{site}/patients/search', { params: { site: site.site } }, { name }),
    onSuccess: ({ items }) => onAnswer?.(items),
  });
  return { name, setName, found };
}

export function PatientSearch(props: {
  of: ReturnType<typeof usePatientSearch>;
  variant?: 'default';
}) {
  const { name, setName, found } = props.of;
  return (
    <form
      className="row end"
      onSubmit={(event) => {
        event.preventDefault();
        found.mutate();
      }}
    >
      <TextInput
        className="grow"
        label={say.find}
        value={name}
        required
        autoComplete="off"
        onChange={typed(setName)}
      />
      <Button type="submit" variant={props.variant ?? 'filled'} loading={found.isPending}>
        {say.search}
      </Button>
    </form>
  );
}
