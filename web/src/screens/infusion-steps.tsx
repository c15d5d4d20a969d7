/** What is done with what was drawn: given, wasted, sealed in a bag. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { AmountField, CodeField, LocationField } from '../parts/fields.js';
import { useHere } from '../session/session.js';
import { exact } from '../words/amounts.js';
import { spelled, words } from '../words/words.js';
import { preparationOf, Parts, useParts } from './drawn-parts.js';
import type { StepProps } from './drawn-parts.js';
import { useWasteCodes } from './waste-codes.js';
import type { WasteManner, WasteReason } from './waste-codes.js';

const say = words.bedside;

export function Give({ state, onDone }: StepProps) {
  const parts = useParts(state);
  const preparation = preparationOf(state);
  const [outcome, setOutcome] = useState<'completed' | 'stopped' | 'not-given'>('completed');
  const [infused, setInfused] = useState('');
  const isRight = parts.isRight && (preparation === null || exact(infused) !== undefined);
  const content =
    !isRight || (parts.lines.length === 0 && preparation === null)
      ? null
      : {
          order: state.order,
          outcome,
          lines: outcome === 'not-given' ? [] : parts.lines,
          ...(preparation === null
            ? {}
            : { preparation: { id: preparation, infused: { value: infused, unit: 'mL' } } }),
        };
  return (
    <ActForm<Schemas['InfusionActDto']>
      kind="administration"
      path="/api/sites/{site}/administrations"
      label={say.administer}
      content={content}
      onRecorded={onDone}
    >
      {content === null && parts.parts.length === 0 && preparation === null && (
        <p className="quiet">{state.draws.length === 0 ? say.nothingDrawn : say.allAccounted}</p>
      )}
      <Parts label={say.volumeGiven} of={parts} />
      {preparation !== null && (
        <AmountField
          label={`${say.volumeGiven}, ${spelled('preparation')} ${preparation}`}
          unit="mL"
          value={infused}
          onChange={setInfused}
        />
      )}
      <CodeField
        label={say.outcome}
        value={outcome}
        of={['completed', 'stopped', 'not-given'] as const}
        onChange={setOutcome}
      />
    </ActForm>
  );
}

export function Waste({ state, onDone }: StepProps) {
  const parts = useParts(state);
  const preparation = preparationOf(state);
  const { reasons, manners } = useWasteCodes();
  const [why, setWhy] = useState<WasteReason>('dose-remainder');
  const [manner, setManner] = useState<WasteManner>('rx-destroyer');
  const content =
    !parts.isRight || (parts.lines.length === 0 && preparation === null)
      ? null
      : {
          lines: preparation === null ? parts.lines : [],
          ...(preparation === null ? {} : { preparation }),
          why,
          manner,
        };
  return (
    <ActForm<Schemas['InfusionActDto']>
      kind="waste"
      path="/api/sites/{site}/waste"
      label={say.waste}
      content={content}
      onRecorded={onDone}
      second={{ meaning: 'witnessed', seen: ['residue', 'destruction'] }}
    >
      {content === null && <p className="quiet">{say.allAccounted}</p>}
      {preparation === null ? (
        <Parts label={say.volumeWasted} of={parts} />
      ) : (
        <p>
          {spelled('preparation')} {preparation}
        </p>
      )}
      <div className="row wrap">
        <CodeField label={say.why} value={why} of={reasons} onChange={setWhy} />
        <CodeField label={say.manner} value={manner} of={manners} onChange={setManner} />
      </div>
    </ActForm>
  );
}

export function Bag({ state, onDone }: StepProps) {
  const { site } = useHere();
  const parts = useParts(state);
  const preparation = preparationOf(state);
  const [bag, setBag] = useState('');
  const [location, setLocation] = useState(site.facts.locations[0]?.id ?? '');
  const { reasons } = useWasteCodes();
  const [why, setWhy] = useState<WasteReason>('dose-remainder');
  const content =
    bag === '' || !parts.isRight || (parts.lines.length === 0 && preparation === null)
      ? null
      : {
          bag,
          location,
          lines: preparation === null ? parts.lines : [],
          ...(preparation === null ? {} : { preparation }),
          why,
        };
  return (
    <ActForm<Schemas['InfusionActDto']>
      kind="hold"
      path="/api/sites/{site}/holds"
      label={say.bag}
      content={content}
      onRecorded={onDone}
    >
      <TextInput
        label={say.bagNumber}
        value={bag}
        autoFocus
        autoComplete="off"
        data-scan="own"
        onChange={(event) => {
          setBag(event.currentTarget.value.trim());
        }}
      />
      {preparation === null && <Parts label={words.today.quantity} of={parts} focus="stays" />}
      <div className="row wrap">
        <LocationField value={location} locations={site.facts.locations} onChange={setLocation} />
        <CodeField label={say.why} value={why} of={reasons} onChange={setWhy} />
      </div>
    </ActForm>
  );
}
