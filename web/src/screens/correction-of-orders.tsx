/** For whom an order really was, and what was misspelt of them. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { typed } from '../parts/typed.js';
import { words } from '../words/words.js';
import { ChangeForm } from './correction-form.js';
import type { ChangeProps } from './correction-form.js';
import { FindPatient } from './find-patient.js';

export function PatientChange(props: ChangeProps) {
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const told = {
    ...(name === '' ? {} : { name }),
    ...(address === '' ? {} : { address }),
  };
  return (
    <ChangeForm
      {...props}
      change={Object.keys(told).length === 0 ? null : { type: 'patient-particulars', ...told }}
    >
      <TextInput label={words.bedside.name} value={name} onChange={typed(setName)} />
      <TextInput label={words.bedside.address} value={address} onChange={typed(setAddress)} />
    </ChangeForm>
  );
}

export function OrderPatientChange(props: ChangeProps) {
  const [patient, setPatient] = useState<Schemas['PatientRecordDto'] | null>(null);
  return (
    <>
      <FindPatient onFound={setPatient} />
      <ChangeForm
        {...props}
        change={patient === null ? null : { type: 'order-patient', patient: patient.id }}
      >
        {patient !== null && (
          <p>
            {words.bedside.patient}: <strong>{patient.name}</strong>
          </p>
        )}
      </ChangeForm>
    </>
  );
}
