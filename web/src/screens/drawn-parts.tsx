/** What is still in hand of each draw of an infusion, filled in, to be changed. */
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { AmountField } from '../parts/fields.js';
import { exact, shown } from '../words/amounts.js';
import { words } from '../words/words.js';

const say = words.bedside;
type Order = Schemas['OrderStateDto'];

export interface StepProps {
  readonly state: Order;
  readonly onDone: (answer: Schemas['RecordedDto']) => void;
}

export function useParts(state: Order) {
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

export function Parts(props: {
  label: string;
  of: ReturnType<typeof useParts>;
  /** Where something else is filled in first. */
  focus?: 'stays';
}) {
  return props.of.parts.map(({ draw, inProcess, value }, index) => (
    <AmountField
      key={draw}
      label={`${props.label}, ${draw}`}
      unit={inProcess.unit}
      value={value}
      autoFocus={index === 0 && props.focus !== 'stays'}
      says={`${shown(inProcess)}: ${say.prefilled}`}
      onChange={(next) => {
        props.of.set(draw, next);
      }}
    />
  ));
}

export const preparationOf = ({ draws }: Order): string | null =>
  draws.find(({ preparation, inProcess }) => preparation !== null && exact(inProcess.value) !== 0n)
    ?.preparation ?? null;
