/** A person proves who they are, on the way of an act. */
import { Button, PasswordInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { typed } from '../parts/typed.js';
import { words } from '../words/words.js';

export function SecretStep(props: {
  title: string;
  says?: string;
  label: string;
  button: string;
  children?: ReactNode;
  onSecret: (secret: string) => Promise<void>;
  onBack: () => void;
}) {
  const [secret, setSecret] = useState('');
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      className="panel stack signing"
      onSubmit={(event) => {
        event.preventDefault();
        setBusy(true);
        void props.onSecret(secret).finally(() => {
          setSecret('');
          setBusy(false);
          field.current?.focus();
        });
      }}
    >
      <h3>{props.title}</h3>
      {props.says !== undefined && <p className="quiet">{props.says}</p>}
      {props.children}
      <PasswordInput
        ref={field}
        label={props.label}
        value={secret}
        autoFocus
        required
        autoComplete="off"
        data-scan="own"
        onChange={typed(setSecret)}
      />
      <div className="row">
        <Button type="submit" loading={isBusy}>
          {props.button}
        </Button>
        <Button variant="default" onClick={props.onBack}>
          {words.back}
        </Button>
      </div>
    </form>
  );
}
