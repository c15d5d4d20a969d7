/** The frame of every act: its fields, when it happened, who signs with whom, and what came of it. */
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { PathOf, Schemas } from '../api/client.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { spelled, words } from '../words/words.js';
import { useAct } from './act-state.js';
import type { Meaning, Reason, Seen, Stage } from './act-state.js';
import { SecretStep } from './secret-step.js';

const say = words.act;
const REASONS: readonly Reason[] = [
  'recorded-after-the-act',
  'clinical-emergency',
  'alone-on-site',
  'system-unavailable',
  'interrupted',
  'clinically-justified',
  'mistake-noticed',
  'delivery-recorded-later',
  'supplier-paper-missing',
  'other',
];

export interface ActProps<T> {
  readonly kind: string;
  readonly path: PathOf<'post'>;
  readonly params?: Readonly<Record<string, string | number>>;
  /** What the button says. */
  readonly label: string;
  /** The members of the act; null while something is missing. */
  readonly content: object | null;
  /** What a second person signs, where one may be needed; who, where it can be nobody else. */
  readonly second?: {
    readonly meaning: Meaning;
    readonly seen: readonly Seen[];
    readonly signer?: string;
  };
  /** The form is shown again for the next one. */
  readonly repeats?: boolean;
  readonly onRecorded?: (answer: T) => void;
  readonly children?: ReactNode;
}

export function ActForm<T extends Schemas['RecordedDto']>(props: ActProps<T>) {
  const { site } = useHere();
  const params = { site: site.site, ...props.params };
  const door = { kind: props.kind, path: props.path, params };
  const act = useAct<T>(door, (answer) => props.onRecorded?.(answer));
  const [posture, setPosture] = useState<'intended' | 'done'>('intended');
  const [reason, setReason] = useState<Reason | ''>('');
  const [when, setWhen] = useState('');
  const [note, setNote] = useState('');
  const [chosen, setSigner] = useState('');
  const signer = props.second?.signer ?? chosen;
  const [marked, setMarked] = useState<readonly Seen[] | null>(null);
  const seen = marked ?? props.second?.seen ?? [];
  const { stage } = act;
  if (stage.is === 'recorded' && props.repeats !== true) return <Recorded answer={stage.answer} />;
  const submit = (as: 'intended' | 'done' = posture): void => {
    if (props.content === null) return;
    void act.submit({
      content: props.content,
      posture: as,
      occurredAt: when === '' ? null : new Date(when).toISOString(),
      reason: reason === '' ? null : reason,
      note: note.trim() === '' ? null : note.trim(),
      second:
        props.second === undefined || signer.trim() === ''
          ? null
          : { signer: signer.trim(), meaning: props.second.meaning, seen },
    });
  };
  const isForm = stage.is === 'form' || stage.is === 'sending' || stage.is === 'recorded';
  return (
    <>
      {stage.is === 'recorded' && <Recorded answer={stage.answer} />}
      <form
        className="stack"
        hidden={!isForm}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {props.children}
        {props.second !== undefined && (
          <fieldset className="second">
            <legend>{say.second}</legend>
            <p className="quiet small">{say.secondSays}</p>
            {props.second.signer === undefined && (
              <SignerField value={signer} onChange={setSigner} />
            )}
            {signer !== '' && (
              <Checkbox.Group
                label={say.seen}
                value={[...seen]}
                onChange={(value) => {
                  setMarked(value);
                }}
              >
                <div className="row wrap">
                  {props.second.seen.map((each) => (
                    <Checkbox key={each} value={each} label={words.seen[each]} />
                  ))}
                </div>
              </Checkbox.Group>
            )}
          </fieldset>
        )}
        <details className="beside">
          <summary>
            {say.earlier} · {say.note}
          </summary>
          <div className="stack">
            <TextInput
              type="datetime-local"
              step={60}
              label={say.when}
              value={when}
              onChange={(event) => {
                setWhen(event.currentTarget.value);
                setPosture(event.currentTarget.value === '' ? 'intended' : 'done');
              }}
            />
            <ReasonField value={reason} onChange={setReason} />
            <Textarea
              label={say.note}
              description={say.noteSays}
              value={note}
              autosize={false}
              rows={2}
              onChange={typed(setNote)}
            />
          </div>
        </details>
        {stage.is === 'form' && stage.problem !== null && (
          <>
            <ProblemNotice problem={stage.problem} />
            {(stage.problem.class === 'practice' || stage.problem.class === 'signature') && (
              <div className="row wrap">
                <ReasonField value={reason} onChange={setReason} />
                <Button
                  variant="default"
                  disabled={reason === ''}
                  onClick={() => {
                    setPosture('done');
                    submit('done');
                  }}
                >
                  {say.asDone}
                </Button>
              </div>
            )}
          </>
        )}
        <div className="row">
          <Button type="submit" loading={stage.is === 'sending'} disabled={props.content === null}>
            {props.label}
          </Button>
          <kbd>Enter</kbd>
        </div>
      </form>
      <Aside stage={stage} act={act} />
    </>
  );
}

function Aside({ stage, act }: { stage: Stage; act: ReturnType<typeof useAct> }) {
  if (stage.is === 'signing') return <Signing stage={stage} act={act} />;
  if (stage.is === 'proving') {
    return (
      <SecretStep
        title={say.proof}
        says={say.proofSays}
        label={words.session.password + ' / ' + words.session.pin}
        button={say.prove}
        onSecret={(secret) => act.prove(secret)}
        onBack={act.edit}
      >
        <ProblemNotice problem={stage.problem} />
      </SecretStep>
    );
  }
  if (stage.is === 'question') {
    return (
      <section className="notice notice-ask stack" role="alertdialog" aria-labelledby="question">
        <h3 id="question">{say.question}</h3>
        <ProblemNotice problem={stage.problem} />
        <div className="row wrap">
          <Button autoFocus variant="default" onClick={act.edit}>
            {say.notSo}
          </Button>
          <Button onClick={() => void act.confirm(stage.problem.code)}>{say.confirm}</Button>
        </div>
      </section>
    );
  }
  if (stage.is === 'held') {
    return (
      <section className="notice notice-warn stack" role="alert">
        <h3>{say.held}</h3>
        <p>{say.heldSays}</p>
        <div className="row">
          <Button autoFocus onClick={() => void act.retry()}>
            {words.retry}
          </Button>
        </div>
      </section>
    );
  }
  return null;
}

function Signing(props: {
  stage: Extract<Stage, { is: 'signing' }>;
  act: ReturnType<typeof useAct>;
}) {
  const { people } = useHere();
  const { challenge, problem } = props.stage;
  const name = people.get(challenge.signer)?.name ?? challenge.signer;
  return (
    <SecretStep
      title={say.signsThis}
      label={`${say.signerSecret} ${name}`}
      button={say.sign}
      onSecret={(secret) => props.act.sign(secret, challenge)}
      onBack={props.act.edit}
    >
      <ol className="signed-words">
        {challenge.words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <ProblemNotice problem={problem} />
    </SecretStep>
  );
}

function SignerField(props: { value: string; onChange: (value: string) => void }) {
  const { people, session, site } = useHere();
  const witnesses = [...people.values()].filter(
    ({ person, grants, signInName, status }) =>
      person !== session.person &&
      status === 'active' &&
      signInName !== null &&
      grants.some((grant) => grant.site === site.site || grant.site === 'organisation'),
  );
  return (
    <NativeSelect
      label={say.secondName}
      value={props.value}
      onChange={typed(props.onChange)}
      data={[
        { value: '', label: say.noSecond },
        ...witnesses.map(({ name, initials, signInName }) => ({
          value: signInName ?? '',
          label: `${name} (${initials})`,
        })),
      ]}
    />
  );
}

function ReasonField(props: { value: Reason | ''; onChange: (value: Reason | '') => void }) {
  return (
    <NativeSelect
      label={say.reason}
      value={props.value}
      onChange={(event) => {
        props.onChange(event.currentTarget.value as Reason | '');
      }}
      data={[
        { value: '', label: words.choose },
        ...REASONS.map((value) => ({ value, label: spelled(value) })),
      ]}
    />
  );
}

/** What may be walked away from. */
export function Recorded({ answer }: { answer: Schemas['RecordedDto'] }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [answer.line]);
  return (
    <section className="notice notice-yes" role="status" tabIndex={-1} ref={box}>
      <p className="notice-title">
        <span aria-hidden="true">✓ </span>
        {say.recorded}{' '}
        <a href={`/ledger/${answer.line}`} className="num">
          {answer.line}
        </a>
      </p>
      <p className="quiet">{say.stays}</p>
      {answer.flags.length > 0 && (
        <p>
          {words.ledger.flags}: {answer.flags.map(({ code }) => spelled(code)).join(', ')}
        </p>
      )}
    </section>
  );
}
