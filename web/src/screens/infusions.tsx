/** Open infusions, and a new order for a patient who is looked up by name. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { INFUSION_ORDER_ROUTE } from '../api/code-lists.js';
import { AmountField, CodeField } from '../parts/fields.js';
import { Page, Panel } from '../parts/page.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { exact } from '../words/amounts.js';
import { words } from '../words/words.js';
import { FindPatient } from './find-patient.js';
import { isOver, OrderCards, useDayOrders } from './order-cards.js';

const say = words.bedside;
type Patient = Schemas['PatientRecordDto'];

export default function Infusions() {
  const orders = useDayOrders();
  const [patient, setPatient] = useState<Patient | null>(null);
  return (
    <Page title={say.title}>
      <div className="board">
        <Panel
          title={say.dayList}
          count={orders.data?.items.filter((each) => !isOver(each)).length}
        >
          <OrderCards query={orders} names="shown" />
        </Panel>
        <Panel title={say.newOrder}>
          {patient === null ? (
            <FindPatient onFound={setPatient} />
          ) : (
            <NewOrder
              patient={patient}
              onBack={() => {
                setPatient(null);
              }}
            />
          )}
        </Panel>
      </div>
    </Page>
  );
}

function NewOrder({ patient, onBack }: { patient: Patient; onBack: () => void }) {
  const { people, session } = useHere();
  const [, go] = useLocation();
  const prescribers = [...people.values()].filter(
    ({ licenseClass, status }) =>
      status === 'active' && ['MD', 'DO', 'NP', 'PA', 'CRNA'].includes(licenseClass),
  );
  const [orderedBy, setOrderedBy] = useState(
    prescribers.find(({ person }) => person === session.person)?.person ??
      prescribers[0]?.person ??
      '',
  );
  const [given, setGiven] = useState<'written' | 'verbal'>('written');
  const [route, setRoute] = useState<(typeof INFUSION_ORDER_ROUTE)[number]>('iv-infusion');
  const [dose, setDose] = useState('');
  const [weight, setWeight] = useState('');
  const [minutes, setMinutes] = useState('40');
  const grams = weight === '' ? null : Number((exact(weight) ?? 0n) / 1000n);
  const content =
    exact(dose) === undefined || orderedBy === ''
      ? null
      : {
          patient: patient.id,
          orderedBy,
          given,
          route,
          dose: { value: dose, unit: 'mg' },
          ...(grams === null ? {} : { weightGrams: grams }),
          ...(minutes === '' ? {} : { minutes: Number(minutes) }),
        };
  return (
    <div className="stack">
      <p>
        <strong>{patient.name}</strong>{' '}
        <Button variant="subtle" size="compact-sm" onClick={onBack}>
          {words.back}
        </Button>
      </p>
      <ActForm<Schemas['RecordedDto']>
        kind="infusion-order"
        path="/api/sites/{site}/infusion-orders"
        label={say.newOrder}
        content={content}
        onRecorded={({ line }) => {
          go(`/infusions/${line}`);
        }}
      >
        <AmountField label={say.dose} unit="mg" value={dose} onChange={setDose} autoFocus />
        <AmountField label={say.weight} unit="kg" value={weight} onChange={setWeight} />
        <div className="row wrap">
          <CodeField
            label={say.route}
            value={route}
            of={INFUSION_ORDER_ROUTE}
            onChange={setRoute}
          />
          <CodeField
            label={say.given}
            value={given}
            of={['written', 'verbal'] as const}
            onChange={setGiven}
          />
          <TextInput
            label={say.minutes}
            value={minutes}
            inputMode="numeric"
            onChange={(event) => {
              setMinutes(event.currentTarget.value.replace(/\D/g, ''));
            }}
          />
        </div>
        <NativeSelect
          label={say.prescriber}
          value={orderedBy}
          onChange={typed(setOrderedBy)}
          data={prescribers.map(({ person, name }) => ({ value: person, label: name }))}
        />
      </ActForm>
    </div>
  );
}
