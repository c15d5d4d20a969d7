/** One infusion: its account, and the next act of it: draw, give, waste or seal, close. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { ActForm, Recorded } from '../act/act-form.js';
import { useIsUnderWay, WithActs } from '../act/under-way.js';
import { Mark, Page, Panel, Read, Reading } from '../parts/page.js';
import { useHere, useName } from '../session/session.js';
import { shown } from '../words/amounts.js';
import { spelled, words } from '../words/words.js';
import { inSeries } from './order-cards.js';
import { HandOff, HandOver, Prepare } from './infusion-hands.js';
import { DrawStep } from './infusion-draw.js';
import type { StepProps } from './drawn-parts.js';
import { Bag, Give, Waste } from './infusion-steps.js';

const say = words.bedside;
const STEPS = ['draw', 'administer', 'waste', 'bag', 'close'] as const;
/** What most infusions go without. */
const OTHERS = ['prepare', 'handOff', 'handOver'] as const;
type Step = (typeof STEPS)[number] | (typeof OTHERS)[number];
type Order = Schemas['OrderStateDto'];
export default function Infusion({ order }: { order: string }) {
  const { site } = useHere();
  const query = useQuery(
    reading('/api/sites/{site}/infusion-orders/{order}', { params: { site: site.site, order } }),
  );
  return (
    <Page title={`${say.order} ${order}`}>
      <Read query={query}>
        {(state) => (
          <WithActs>
            <Bedside
              state={state}
              answeredAt={Math.max(query.dataUpdatedAt, query.errorUpdatedAt)}
            />
          </WithActs>
        )}
      </Read>
    </Page>
  );
}

function Bedside({ state, answeredAt }: { state: Order; answeredAt: number }) {
  const name = useName();
  const { site } = useHere();
  const [chosen, choose] = useState<Step>(() => nextStep(state));
  // After an act the next one offers itself, until somebody begins with it: no form goes away under somebody's hands,
  // whatever a colleague records meanwhile.
  const [isFollowing, follow] = useState(false);
  // Chosen while an act was on its way: it comes next.
  const [wanted, want] = useState<Step | null>(null);
  const [last, setLast] = useState<Schemas['RecordedDto'] | null>(null);
  // The next step is known once the infusion has been read again.
  const [recordedAt, setRecordedAt] = useState(0);
  const isReading = isFollowing && answeredAt <= recordedAt;
  const entry = useQuery(
    reading('/api/sites/{site}/entries/{line}', { params: { site: site.site, line: state.order } }),
  );
  const patient = entry.data?.personal.find(({ field }) => field === 'patient.name')?.value;
  const step = isFollowing ? (wanted ?? nextStep(state)) : chosen;
  const stay = (at: Step): void => {
    choose(at);
    follow(false);
    want(null);
  };
  const isOver = state.status === 'closed' || state.status === 'cancelled';
  const done = (answer: Schemas['RecordedDto']): void => {
    setLast(answer);
    setRecordedAt(answeredAt);
    follow(true);
  };
  return (
    <>
      <section className="bedside-head" aria-label={say.order}>
        <p className="bedside-patient" data-reading={entry.isPending || undefined}>
          {patient ?? (entry.isPending ? words.loading : `${say.patient} ${state.patient}`)}
        </p>
        <p>
          {shown(state.dose)} · {spelled(state.route)} · {name(state.orderedBy)}
          {state.seriesNumber !== null && ` · ${inSeries(state.seriesNumber, state.seriesOf)}`}{' '}
          <Mark as="plain">{spelled(state.status)}</Mark>
        </p>
      </section>
      <Account balance={state.balance} />
      {last !== null && <Recorded answer={last} focus="stays" />}
      {isOver ? (
        <Over isJustNow={last !== null} />
      ) : (
        <>
          <Steps step={step} wanted={wanted} onChoose={stay} onWant={want} />
          <div
            onInput={() => {
              stay(step);
            }}
            onSubmit={() => {
              stay(step);
            }}
          >
            <Panel title={say[step]}>
              {isReading ? (
                <Reading />
              ) : (
                <StepForm key={`${step} ${last?.line}`} step={step} state={state} onDone={done} />
              )}
            </Panel>
          </div>
        </>
      )}
    </>
  );
}

/** An infusion that is over leads on to the next one. */
function Over({ isJustNow }: { isJustNow: boolean }) {
  const on = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isJustNow) on.current?.focus();
  }, [isJustNow]);
  return (
    <>
      <p className="quiet">{say.isOver}</p>
      <p>
        <Link ref={on} href="/infusions">
          {say.dayList}
        </Link>
      </p>
    </>
  );
}

function Steps(props: {
  step: Step;
  wanted: Step | null;
  onChoose: (step: Step) => void;
  onWant: (step: Step) => void;
}) {
  const isUnderWay = useIsUnderWay();
  const variantOf = (each: Step) => {
    if (each === props.step) return 'filled';
    return each === props.wanted ? 'light' : 'default';
  };
  const button = (each: Step, size: 'sm' | 'compact-sm', key?: string) => (
    <Button
      key={each}
      size={size}
      variant={variantOf(each)}
      aria-pressed={each === props.step}
      {...(key === undefined ? {} : { accessKey: key })}
      onClick={() => {
        if (isUnderWay) props.onWant(each);
        else props.onChoose(each);
      }}
    >
      {say[each]}
    </Button>
  );
  return (
    <>
      <div className="steps" role="group" aria-label={say.steps}>
        {STEPS.map((each, index) => button(each, 'sm', String(index + 1)))}
      </div>
      <div className="row wrap" role="group" aria-label={say.moreSteps}>
        <span className="quiet small">{say.moreSteps}</span>
        {OTHERS.map((each) => button(each, 'compact-sm'))}
      </div>
    </>
  );
}

function StepForm({ step, ...props }: StepProps & { step: Step }) {
  switch (step) {
    case 'draw':
      return <DrawStep {...props} />;
    case 'administer':
      return <Give {...props} />;
    case 'waste':
      return <Waste {...props} />;
    case 'bag':
      return <Bag {...props} />;
    case 'prepare':
      return <Prepare {...props} />;
    case 'handOff':
      return <HandOff {...props} />;
    case 'handOver':
      return <HandOver {...props} />;
    case 'close':
      return <Close {...props} />;
  }
}

function Close({ state, onDone }: StepProps) {
  return (
    <ActForm<Schemas['InfusionActDto']>
      kind="order-close"
      path="/api/sites/{site}/infusion-orders/closings"
      label={say.close}
      content={{ order: state.order }}
      begins="at-button"
      onRecorded={onDone}
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
