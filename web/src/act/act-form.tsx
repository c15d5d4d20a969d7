/** The frame of every act: its fields, when it happened, who signs with whom, and what came of it. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { PathOf, Schemas } from '../api/client.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { spelled, words } from '../words/words.js';
import { ActAside } from './act-aside.js';
import { useAct } from './act-state.js';
import type { ActDoor, Answer, Meaning, Reason, Seen } from './act-state.js';
import { useReturn } from './return-to-form.js';
import { SecondPerson, useLastSigner } from './second-person.js';
import { useTellUnderWay } from './under-way.js';

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
  /** Of an act that is never without one: the reason that it begins with, to be changed in the form. */
  readonly reason?: Reason;
  /** Nothing is left to fill in: the button has the focus. */
  readonly begins?: 'at-button';
  readonly remedy?: ActDoor['remedy'];
  readonly onRecorded?: (answer: T) => void;
  readonly children?: ReactNode;
}

export function ActForm<T extends Schemas['RecordedDto']>(props: ActProps<T>) {
  const { site } = useHere();
  const params = { site: site.site, ...props.params };
  const { kind, path, remedy } = props;
  const door: ActDoor = { kind, path, params, ...(remedy === undefined ? {} : { remedy }) };
  const lastSigner = useLastSigner(kind, props.second?.meaning ?? 'performed');
  const act = useAct<T>(door, (answer) => {
    if (signer !== '') lastSigner.keep(signer);
    props.onRecorded?.(answer);
  });
  const [posture, setPosture] = useState<'intended' | 'done'>('intended');
  const [reason, setReason] = useState<Reason | ''>(props.reason ?? '');
  const [when, setWhen] = useState('');
  const [note, setNote] = useState('');
  const [chosen, setSigner] = useState(lastSigner.known);
  const signer = props.second?.signer ?? chosen;
  const [marked, setMarked] = useState<readonly Seen[] | null>(null);
  const seen = marked ?? props.second?.seen ?? [];
  const { stage } = act;
  const returning = useReturn(stage);
  useTellUnderWay(stage);
  if (stage.is === 'recorded' && props.repeats !== true) return <Recorded answer={stage.answer} />;
  const submit = (as: 'intended' | 'done' = posture): void => {
    if (props.content === null) return;
    returning.leave();
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
      {stage.is === 'recorded' && <Recorded answer={stage.answer} focus="stays" />}
      <form
        ref={returning.form}
        className="stack"
        hidden={!isForm}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {props.children}
        {props.reason !== undefined && <ReasonField value={reason} onChange={setReason} />}
        {props.second !== undefined && (
          <SecondPerson
            {...props.second}
            chosen={chosen}
            onChoose={setSigner}
            marked={seen}
            onMark={setMarked}
          />
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
            {props.reason === undefined && <ReasonField value={reason} onChange={setReason} />}
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
          <Button
            type="submit"
            autoFocus={props.begins === 'at-button'}
            loading={stage.is === 'sending'}
            disabled={props.content === null}
          >
            {props.label}
          </Button>
          <kbd>Enter</kbd>
        </div>
      </form>
      <ActAside stage={stage} act={act} />
    </>
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

/** What may be walked away from. Where the next act offers itself, the focus stays with that. */
export function Recorded(props: { answer: Answer; focus?: 'stays' }) {
  const { answer } = props;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (props.focus !== 'stays') box.current?.focus();
  }, [answer.line, props.focus]);
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
      {answer.wasLocked === true && <p>{say.sentAfterUnlock}</p>}
      {answer.flags.length > 0 && (
        <p>
          {words.ledger.flags}: {answer.flags.map(({ code }) => spelled(code)).join(', ')}
        </p>
      )}
    </section>
  );
}
