/** Fields that know the register's words: amounts, vials, choices of codes. What is filled in is typed over at once. */
import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { typed } from './typed.js';
import { exact } from '../words/amounts.js';
import { spelled, words } from '../words/words.js';

export function AmountField(props: {
  label: string;
  value: string;
  unit: string;
  onChange: (value: string) => void;
  says?: ReactNode;
  autoFocus?: boolean;
  ref?: Ref<HTMLInputElement>;
}) {
  const isWrong = props.value !== '' && exact(props.value) === undefined;
  return (
    <TextInput
      ref={props.ref}
      className="amount"
      label={props.label}
      value={props.value}
      inputMode="decimal"
      autoComplete="off"
      description={props.says}
      autoFocus={props.autoFocus ?? false}
      rightSection={<span className="unit">{props.unit}</span>}
      rightSectionWidth={48}
      error={isWrong ? words.wrongDigits : undefined}
      onFocus={(event) => {
        event.currentTarget.select();
      }}
      onMouseDown={(event) => {
        // A press would set the cursor where it falls; the first one takes the whole, as keys do.
        if (document.activeElement === event.currentTarget) return;
        event.preventDefault();
        event.currentTarget.focus();
      }}
      onChange={(event) => {
        props.onChange(event.currentTarget.value.replace(',', '.').trim());
      }}
    />
  );
}

export function CodeField<T extends string>(props: {
  label: string;
  value: T;
  of: readonly T[];
  onChange: (value: T) => void;
  says?: string | undefined;
}) {
  return (
    <ChoiceField
      label={props.label}
      says={props.says}
      value={props.value}
      of={props.of.map((value) => ({ value, label: spelled(value) }))}
      onChange={props.onChange}
    />
  );
}

export function ChoiceField<T extends string>(props: {
  label: string;
  value: T;
  of: readonly { readonly value: T; readonly label: string }[];
  onChange: (value: T) => void;
  says?: string | undefined;
}) {
  return (
    <NativeSelect
      label={props.label}
      description={props.says}
      value={props.value}
      data={[...props.of]}
      onChange={(event) => {
        props.onChange(event.currentTarget.value as T);
      }}
    />
  );
}

/** Which of a list are shown: all of them, or those of one code. */
export function FilterField(props: {
  label: string;
  value: string;
  of: readonly string[];
  onChange: (value: string) => void;
}) {
  return (
    <ChoiceField
      label={props.label}
      value={props.value}
      onChange={props.onChange}
      of={[
        { value: '', label: words.ledger.all },
        ...props.of.map((value) => ({ value, label: spelled(value) })),
      ]}
    />
  );
}

export function LocationField(props: {
  label?: string;
  value: string;
  locations: readonly { id: string; name: string }[];
  onChange: (value: string) => void;
}) {
  return (
    <NativeSelect
      label={props.label ?? words.today.location}
      value={props.value}
      data={props.locations.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={typed(props.onChange)}
    />
  );
}
