/** One infusion: its account, and the next act of it: draw, give, waste or seal, close. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { ActForm, Recorded } from '../act/act-form.js';
import { AmountField, CodeField, LocationField } from '../parts/fields.js';
import { Mark, Page, Panel, Read } from '../parts/page.js';
import { useHere, useName } from '../session/session.js';
import { exact, shown } from '../words/amounts.js';
import { spelled, words } from '../words/words.js';
import { DrawStep } from './infusion-draw.js';

const say = words.bedside;
const STEPS = ['draw', 'administer', 'waste', 'bag', 'close'] as const;
type Step = (typeof STEPS)[number];
type Order = Schemas['OrderStateDto'];
const WASTE_REASONS = [
  'dose-remainder',
  'infusion-stopped',
  'not-given',
  'line-residue',
  'spill',
  'broken-syringe',
  'contaminated',
  'order-cancelled',
  'other',
] as const;
const MANNERS = [
  'rx-destroyer',
  'sharps-sequestration',
  'sink',
  'absorbed',
  'unrecovered',
  'other',
] as const;

export default function Infusion({ order }: { order: string }) {
  const { site } = useHere();
  const query = useQuery(
    reading('/api/sites/{site}/infusion-orders/{order}', { params: { site: site.site, order } }),
  );
  return (
    <Page title={`${say.order} ${order}`}>
      <Read query={query}>{(state) => <Bedside state={state} />}</Read>
    </Page>
  );
}

function Bedside({ state }: { state: Order }) {
  const name = useName();
  const { site } = useHere();
  const [chosen, choose] = useState<Step | null>(null);
  const [last, setLast] = useState<Schemas['RecordedDto'] | null>(null);
  const entry = useQuery(
    reading('/api/sites/{site}/entries/{line}', { params: { site: site.site, line: state.order } }),
  );
  const patient = entry.data?.personal.find(({ field }) => field === 'patient.name')?.value;
  const step = chosen ?? nextStep(state);
  const done = (answer: Schemas['RecordedDto']): void => {
    setLast(answer);
    choose(null);
  };
  return (
    <>
      <section className="bedside-head" aria-label={say.order}>
        <p className="bedside-patient">{patient ?? state.patient}</p>
        <p>
          {shown(state.dose)} · {spelled(state.route)} · {name(state.orderedBy)} ·{' '}
          <Mark as="plain">{spelled(state.status)}</Mark>
        </p>
      </section>
      <Account balance={state.balance} />
      {last !== null && <Recorded answer={last} />}
      <div className="steps" role="group" aria-label={say.steps}>
        {STEPS.map((each, index) => (
          <Button
            key={each}
            variant={each === step ? 'filled' : 'default'}
            aria-pressed={each === step}
            accessKey={String(index + 1)}
            onClick={() => {
              choose(each);
            }}
          >
            {say[each]}
          </Button>
        ))}
      </div>
      <Panel title={say[step]}>
        {step === 'draw' && <DrawStep key={`draw ${last?.line}`} state={state} onDone={done} />}
        {step === 'administer' && <Give key={`give ${last?.line}`} state={state} onDone={done} />}
        {step === 'waste' && <Waste key={`waste ${last?.line}`} state={state} onDone={done} />}
        {step === 'bag' && <Bag key={`bag ${last?.line}`} state={state} onDone={done} />}
        {step === 'close' && (
          <ActForm<Schemas['InfusionActDto']>
            kind="order-close"
            path="/api/sites/{site}/infusion-orders/closings"
            label={say.close}
            content={{ order: state.order }}
            onRecorded={done}
          >
            <p>
              {state.balance.isBalanced ? (
                <Mark as="good">{say.balanced}</Mark>
              ) : (
                <Mark as="bad">
                  {say.offBy} {shown(state.balance.missing)}
                </Mark>
              )}
            </p>
          </ActForm>
        )}
      </Panel>
    </>
  );
}

function nextStep({ draws, balance, status }: Order): Step {
  if (draws.length === 0) return 'draw';
  if (balance.isBalanced) return 'close';
  return status === 'ordered' ? 'administer' : 'waste';
}

/** Drawn = given + wasted + held + not accounted for, always in sight. */
function Account({ balance }: { balance: Schemas['InfusionBalanceDto'] }) {
  const parts = [
    [say.drawn, balance.drawn],
    [spelled('given'), balance.given],
    [say.wasted, balance.wasted],
    [say.held, balance.held],
  ] as const;
  return (
    <section className="account" aria-label={say.steps}>
      {parts.map(([label, amount]) => (
        <p key={label}>
          <span>{label}</span>
          <strong className="num">{shown(amount)}</strong>
        </p>
      ))}
      <p className={balance.isBalanced ? 'account-good' : 'account-due'}>
        <span>{say.missing}</span>
        <strong className="num">{shown(balance.missing)}</strong>
        {balance.isBalanced ? (
          <Mark as="good">{say.balanced}</Mark>
        ) : (
          <Mark as="due">
            {say.offBy} {shown(balance.missing)}
          </Mark>
        )}
      </p>
      {balance.likely.slice(0, 2).map(({ slip, draw, should }) => (
        <p key={`${slip} ${draw}`} className="quiet small wide">
          {spelled(slip)}: {draw}, {shown(should)}
        </p>
      ))}
    </section>
  );
}

/** What is still in hand of each draw, filled in, to be changed. */
function useParts(state: Order) {
  const inHand = state.draws.filter(
    ({ inProcess, preparation }) => preparation === null && exact(inProcess.value) !== 0n,
  );
  const [changed, change] = useState<Readonly<Record<string, string>>>({});
  const parts = inHand.map(({ draw, inProcess }) => ({
    draw,
    inProcess,
    value: changed[draw] ?? inProcess.value,
  }));
  const isRight = parts.every(({ value }) => exact(value) !== undefined);
  const lines = parts
    .filter(({ value }) => exact(value) !== 0n)
    .map(({ draw, inProcess, value }) => ({ draw, quantity: { value, unit: inProcess.unit } }));
  return {
    parts,
    isRight,
    lines,
    set: (draw: string, value: string) => {
      change({ ...changed, [draw]: value });
    },
  };
}

function Parts(props: { label: string; of: ReturnType<typeof useParts> }) {
  return props.of.parts.map(({ draw, inProcess, value }, index) => (
    <AmountField
      key={draw}
      label={`${props.label}, ${draw}`}
      unit={inProcess.unit}
      value={value}
      autoFocus={index === 0}
      says={`${shown(inProcess)}: ${say.prefilled}`}
      onChange={(next) => {
        props.of.set(draw, next);
      }}
    />
  ));
}

const preparationOf = ({ draws }: Order): string | null =>
  draws.find(({ preparation, inProcess }) => preparation !== null && exact(inProcess.value) !== 0n)
    ?.preparation ?? null;

interface StepProps {
  readonly state: Order;
  readonly onDone: (answer: Schemas['RecordedDto']) => void;
}

function Give({ state, onDone }: StepProps) {
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

function Waste({ state, onDone }: StepProps) {
  const parts = useParts(state);
  const preparation = preparationOf(state);
  const [why, setWhy] = useState<(typeof WASTE_REASONS)[number]>('dose-remainder');
  const [manner, setManner] = useState<(typeof MANNERS)[number]>('rx-destroyer');
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
        <CodeField label={say.why} value={why} of={WASTE_REASONS} onChange={setWhy} />
        <CodeField label={say.manner} value={manner} of={MANNERS} onChange={setManner} />
      </div>
    </ActForm>
  );
}

function Bag({ state, onDone }: StepProps) {
  const { site } = useHere();
  const parts = useParts(state);
  const preparation = preparationOf(state);
  const [bag, setBag] = useState('');
  const [location, setLocation] = useState(site.facts.locations[0]?.id ?? '');
  const [why, setWhy] = useState<(typeof WASTE_REASONS)[number]>('dose-remainder');
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
      {preparation === null && <Parts label={words.today.quantity} of={parts} />}
      <div className="row wrap">
        <LocationField value={location} locations={site.facts.locations} onChange={setLocation} />
        <CodeField label={say.why} value={why} of={WASTE_REASONS} onChange={setWhy} />
      </div>
    </ActForm>
  );
}
