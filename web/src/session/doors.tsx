/** The three doors before the register: signing in, unlocking, and choosing secrets of one's own. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { post, put, Refused, remove, Unreachable } from '../api/client.js';
import type { Problem } from '../api/client.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { typed } from '../parts/typed.js';
import { words } from '../words/words.js';
import type { Session } from './session.js';

const say = words.session;

export function Gate(props: { title: string; says?: string; children: ReactNode }) {
  return (
    <main className="gate" id="content">
      <div className="gate-card">
        <p className="gate-mark">
          <img src="/mark.svg" alt="" width="28" height="28" /> {words.product}
        </p>
        <h1>{props.title}</h1>
        {props.says !== undefined && <p className="quiet">{props.says}</p>}
        {props.children}
      </div>
    </main>
  );
}

/** Asks, and keeps what was refused for the notice. */
export function useAsking() {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem | 'unreachable' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const ask = async (asking: () => Promise<Session | null>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      const session = await asking();
      queries.setQueryData(['session'], session);
      return true;
    } catch (error) {
      if (error instanceof Refused) setProblem(error.problem);
      else if (error instanceof Unreachable) setProblem('unreachable');
      else throw error;
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { problem, isBusy, ask };
}

export function SignIn(props: { says?: string }) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { problem, isBusy, ask } = useAsking();
  return (
    <Gate title={say.title} says={props.says ?? say.hello}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
          void ask(() => post('/api/session', {}, { signInName: name, password }));
        }}
      >
        <TextInput
          label={say.name}
          value={name}
          autoComplete="username"
          autoFocus
          required
          onChange={typed(setName)}
        />
        <PasswordInput
          label={say.password}
          value={password}
          autoComplete="current-password"
          required
          onChange={typed(setPassword)}
        />
        <ProblemNotice problem={problem} />
        <Button type="submit" loading={isBusy}>
          {say.signIn}
        </Button>
      </form>
    </Gate>
  );
}

/** Lies over the screen, which stays as it was. */
export function LockedDoor({ session }: { session: Session }) {
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const { problem, isBusy, ask } = useAsking();
  // Whoever unlocks goes on where they were.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus();
    },
    [before],
  );
  return (
    <div className="lock" role="dialog" aria-modal="true" aria-labelledby="lock-title">
      <form
        className="gate-card stack"
        onSubmit={(event) => {
          event.preventDefault();
          void ask(() => post('/api/session/proof', {}, { password })).then((isProved) =>
            isProved
              ? queries.invalidateQueries({
                  predicate: ({ queryKey }) => queryKey[0] !== 'session',
                })
              : undefined,
          );
        }}
      >
        <h1 id="lock-title">{say.locked}</h1>
        <p className="quiet">{say.lockedSays}</p>
        <p>
          <strong>{session.name}</strong>
        </p>
        <PasswordInput
          label={say.password}
          value={password}
          autoComplete="current-password"
          autoFocus
          required
          onChange={typed(setPassword)}
        />
        <ProblemNotice problem={problem} />
        <Button type="submit" loading={isBusy}>
          {say.unlock}
        </Button>
        <Button
          variant="subtle"
          onClick={() =>
            void ask(async () => {
              await remove('/api/session');
              return null;
            })
          }
        >
          {say.other}
        </Button>
        <p className="quiet small">{say.otherWarns}</p>
      </form>
    </div>
  );
}

export function SecretsForm(props: { autoFocus?: boolean; onChanged?: () => void }) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [pin, setPin] = useState('');
  const { problem, isBusy, ask } = useAsking();
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const secrets = { current, password, ...(pin === '' ? {} : { pin }) };
        void ask(() => put('/api/session/secrets', {}, secrets)).then((isChanged) => {
          if (!isChanged) return;
          setCurrent('');
          setPassword('');
          setPin('');
          props.onChanged?.();
        });
      }}
    >
      <PasswordInput
        label={say.current}
        value={current}
        autoComplete="current-password"
        autoFocus={props.autoFocus ?? false}
        required
        onChange={typed(setCurrent)}
      />
      <PasswordInput
        label={say.fresh}
        value={password}
        autoComplete="new-password"
        required
        onChange={typed(setPassword)}
      />
      <PasswordInput
        label={say.freshPin}
        value={pin}
        inputMode="numeric"
        autoComplete="off"
        onChange={typed(setPin)}
      />
      <ProblemNotice problem={problem} />
      <div className="row">
        <Button type="submit" loading={isBusy}>
          {say.change}
        </Button>
      </div>
    </form>
  );
}

export function TemporarySecrets() {
  return (
    <Gate title={say.temporary} says={say.temporarySays}>
      <SecretsForm autoFocus />
    </Gate>
  );
}
