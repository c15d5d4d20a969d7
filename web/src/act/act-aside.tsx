/** What an act asks on its way: a signature, a proof, an answer, or patience. */
import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../api/client.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { exact } from '../words/amounts.js';
import { words } from '../words/words.js';
import type { Stage, useAct } from './act-state.js';
import { SecretStep } from './secret-step.js';

const say = words.act;
type Act = ReturnType<typeof useAct>;

export function ActAside({ stage, act }: { stage: Stage; act: Act }) {
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
  if (stage.is === 'question')
    return <Question key={stage.problem.code} problem={stage.problem} act={act} />;
  return stage.is === 'held' ? <Held by={stage.by} act={act} /> : null;
}

/**
 * A likely slip is answered with a hand that has looked again: a dose by typing what would be drawn, anything else by a
 * button that no key presses by itself.
 */
function Question({ problem, act }: { problem: Problem; act: Act }) {
  const [again, setAgain] = useState('');
  const { drawn, ordered } = dosesOf(problem);
  const isSaid = drawn === null || (exact(again) !== undefined && exact(again) === exact(drawn));
  return (
    <section className="notice notice-ask" role="alertdialog" aria-labelledby="question">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isSaid) void act.confirm(problem.code);
        }}
      >
        <h3 id="question">{say.question}</h3>
        <ProblemNotice problem={problem} />
        {drawn !== null && (
          <p className="sum">
            {say.wouldBe} <strong className="num">{drawn} mg</strong>
            {ordered !== null && (
              <>
                {say.isOrdered} <strong className="num">{ordered} mg</strong>
              </>
            )}
          </p>
        )}
        {drawn !== null && (
          <TextInput
            className="amount"
            label={say.typeAgain}
            description={say.typeAgainSays}
            value={again}
            inputMode="decimal"
            autoComplete="off"
            rightSection={<span className="unit">mg</span>}
            rightSectionWidth={48}
            onChange={typed(setAgain)}
          />
        )}
        <div className="row wrap">
          <Button autoFocus variant="default" onClick={act.edit}>
            {say.notSo}
          </Button>
          <Button type="submit" disabled={!isSaid}>
            {say.confirm}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** The milligrams that a question is about; null where it is about none. */
function dosesOf({ code, facts }: Problem): { drawn: string | null; ordered: string | null } {
  const { drawn, ordered } = facts as Readonly<Record<string, unknown>>;
  const isDose = DOSE_QUESTIONS.has(code);
  const milligrams = (fact: unknown) =>
    isDose && typeof fact === 'string' ? fact.replace(/ mg$/, '') : null;
  return { drawn: milligrams(drawn), ordered: milligrams(ordered) };
}

const DOSE_QUESTIONS: ReadonlySet<string> = new Set([
  'draw.looks-ten-fold',
  'draw.looks-like-milligrams',
  'draw.exceeds-order',
]);

/** Sent again by itself, once the service is there or the same person has unlocked; or by hand. */
function Held({ by, act }: { by: 'network' | 'lock'; act: Act }) {
  const { session } = useHere();
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!session.isLocked) again.current?.focus();
  }, [session.isLocked]);
  return (
    <section className="notice notice-warn stack" role="alert">
      <h3>{by === 'lock' ? say.heldByLock : say.held}</h3>
      <p>{by === 'lock' ? say.heldByLockSays : say.heldSays}</p>
      <div className="row">
        <Button ref={again} onClick={() => void act.retry()}>
          {words.retry}
        </Button>
      </div>
    </section>
  );
}

function Signing(props: { stage: Extract<Stage, { is: 'signing' }>; act: Act }) {
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
