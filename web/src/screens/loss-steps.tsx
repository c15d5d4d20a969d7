/** The later steps of a loss: discovered, determined by six factors, notice given, form submitted, found again. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { FACTOR_FACTOR, FACTOR_WEIGHS, FORM106_TYPE } from '../api/code-lists.js';
import { AmountField, CodeField } from '../parts/fields.js';
import { typed } from '../parts/typed.js';
import { useVialAmount, VialAmount } from '../parts/vial-amount.js';
import { exact } from '../words/amounts.js';
import { spelled, words } from '../words/words.js';

const say = words.losses;
const STEPS = ['discovered', 'determined', 'notified', 'form-106', 'found'] as const;
type Loss = Schemas['LossStandingDto'];
type Step = (typeof STEPS)[number];

export function LossSteps({ loss }: { loss: Loss }) {
  const [step, choose] = useState<Step>(loss.status === 'suspected' ? 'discovered' : 'determined');
  const Form = FORMS[step];
  return (
    <div className="stack">
      <CodeField label={words.cases.act} value={step} of={STEPS} onChange={choose} />
      <Form key={step} loss={loss} />
    </div>
  );
}

const FORMS: Readonly<Record<Step, (props: { loss: Loss }) => React.ReactNode>> = {
  discovered: Discovered,
  determined: Determined,
  notified: Notified,
  'form-106': Form106,
  found: Found,
};

function StepForm(props: { loss: Loss; step: object | null; children?: React.ReactNode }) {
  return (
    <ActForm
      kind="loss"
      path="/api/sites/{site}/losses"
      label={words.act.record}
      content={props.step === null ? null : { loss: props.loss.id, step: props.step }}
    >
      {props.children}
    </ActForm>
  );
}

function Discovered({ loss }: { loss: Loss }) {
  return (
    <StepForm loss={loss} step={{ type: 'discovered', cases: loss.cases }}>
      <p className="quiet">{say.discoveredSays}</p>
    </StepForm>
  );
}

function Determined({ loss }: { loss: Loss }) {
  const [as, setAs] = useState<'theft' | 'significant-loss' | 'not-significant'>('not-significant');
  const [weighs, setWeighs] = useState<Readonly<Record<string, (typeof FACTOR_WEIGHS)[number]>>>(
    {},
  );
  const [because, setBecause] = useState<Readonly<Record<string, string>>>({});
  const taken = useVialAmount();
  const [settledIn, setSettledIn] = useState('');
  const isTold = FACTOR_FACTOR.every((factor) => (because[factor] ?? '').trim() !== '');
  const isRight = taken.told.container === '' || taken.value !== null;
  const step = {
    type: 'determined',
    as,
    factors: FACTOR_FACTOR.map((factor) => ({
      factor,
      weighs: weighs[factor] ?? 'unknown',
      because: because[factor],
    })),
    ...(taken.value === null
      ? {}
      : {
          taken: [
            { ...taken.value, ...(settledIn === '' ? {} : { settledIn: Number(settledIn) }) },
          ],
        }),
  };
  return (
    <StepForm loss={loss} step={isTold && isRight ? step : null}>
      <CodeField
        label={say.decision}
        value={as}
        of={['theft', 'significant-loss', 'not-significant'] as const}
        onChange={setAs}
      />
      {FACTOR_FACTOR.map((factor) => (
        <fieldset key={factor}>
          <legend>{spelled(factor)}</legend>
          <div className="pair">
            <CodeField
              label={say.weighs}
              value={weighs[factor] ?? 'unknown'}
              of={FACTOR_WEIGHS}
              onChange={(value) => {
                setWeighs({ ...weighs, [factor]: value });
              }}
            />
            <TextInput
              label={say.because}
              value={because[factor] ?? ''}
              onChange={(event) => {
                setBecause({ ...because, [factor]: event.currentTarget.value });
              }}
            />
          </div>
        </fieldset>
      ))}
      <VialAmount of={taken} label={say.taken} />
      <TextInput
        label={say.settledIn}
        description={say.settledInSays}
        value={settledIn}
        inputMode="numeric"
        onChange={(event) => {
          setSettledIn(event.currentTarget.value.replace(/\D/g, ''));
        }}
      />
    </StepForm>
  );
}

function Notified({ loss }: { loss: Loss }) {
  const [to, setTo] = useState<'field-division-office' | 'state'>('field-division-office');
  const [state, setState] = useState('US-');
  const [office, setOffice] = useState('');
  const [manner, setManner] = useState<'email' | 'fax' | 'letter' | 'portal'>('letter');
  const isRight = office.trim() !== '' && (to !== 'state' || /^US-[A-Z]{2}$/.test(state));
  const step = { type: 'notified', to, office, manner, ...(to === 'state' ? { state } : {}) };
  return (
    <StepForm loss={loss} step={isRight ? step : null}>
      <div className="pair">
        <CodeField
          label={say.to}
          value={to}
          of={['field-division-office', 'state'] as const}
          onChange={setTo}
        />
        {to === 'state' && (
          <TextInput
            label={say.state}
            value={state}
            onChange={(event) => {
              setState(event.currentTarget.value.toUpperCase());
            }}
          />
        )}
        <TextInput label={say.office} value={office} onChange={typed(setOffice)} />
        <CodeField
          label={say.manner}
          value={manner}
          of={['letter', 'email', 'fax', 'portal'] as const}
          onChange={setManner}
        />
      </div>
    </StepForm>
  );
}

function Form106({ loss }: { loss: Loss }) {
  const [type, setType] = useState<(typeof FORM106_TYPE)[number]>('other');
  const [county, setCounty] = useState('');
  const [telephone, setTelephone] = useState('');
  const [dollars, setDollars] = useState('0');
  const [explanation, setExplanation] = useState('');
  const [measures, setMeasures] = useState('');
  const [reference, setReference] = useState('');
  const value = exact(dollars);
  const isRight = county !== '' && telephone !== '' && value !== undefined;
  const step = {
    type: 'form-106',
    form: {
      type,
      principalBusiness: 'practitioner',
      county,
      telephone,
      purchaseValue: Number((value ?? 0n) / 10_000n),
      ...(explanation === '' ? {} : { explanation }),
      ...(measures === '' ? {} : { measures }),
    },
    ...(reference === '' ? {} : { submission: { reference } }),
  };
  const text = (label: string, current: string, set: (value: string) => void) => (
    <TextInput
      label={label}
      value={current}
      onChange={(event) => {
        set(event.currentTarget.value);
      }}
    />
  );
  return (
    <StepForm loss={loss} step={isRight ? step : null}>
      <div className="pair">
        <NativeSelect
          label={say.type}
          value={type}
          onChange={(event) => {
            setType(event.currentTarget.value as (typeof FORM106_TYPE)[number]);
          }}
          data={FORM106_TYPE.map((each) => ({ value: each, label: spelled(each) }))}
        />
        {text(say.county, county, setCounty)}
        {text(say.telephone, telephone, setTelephone)}
        <AmountField label={say.value} unit="USD" value={dollars} onChange={setDollars} />
      </div>
      <Textarea
        label={say.explanation}
        value={explanation}
        rows={2}
        onChange={typed(setExplanation)}
      />
      <Textarea label={say.measures} value={measures} rows={2} onChange={typed(setMeasures)} />
      {text(say.reference, reference, setReference)}
    </StepForm>
  );
}

function Found({ loss }: { loss: Loss }) {
  const found = useVialAmount();
  return (
    <StepForm
      loss={loss}
      step={found.value === null ? null : { type: 'found', containers: [found.value] }}
    >
      <VialAmount of={found} label={say.found} />
    </StepForm>
  );
}
