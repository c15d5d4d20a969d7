/** Drawn drug on its way: prepared in a bag or syringe, handed to a colleague, or gone with the patient. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActForm } from '../act/act-form.js';
import { signerChoices, useSigners } from '../act/signers.js';
import type { Schemas } from '../api/client.js';
import { HAND_OVER_CAUSE, HAND_OVER_UNIT } from '../api/code-lists.js';
import { AmountField, CodeField } from '../parts/fields.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { exact } from '../words/amounts.js';
import { spelled, words } from '../words/words.js';
import { Parts, preparationOf, useParts } from './drawn-parts.js';
import type { StepProps } from './drawn-parts.js';

const say = words.bedside;

/** Draws in hand that no bag or syringe holds yet. */
const looseDraws = ({ draws }: StepProps['state']): string[] =>
  draws
    .filter(({ preparation, inProcess }) => preparation === null && exact(inProcess.value) !== 0n)
    .map(({ draw }) => draw);

export function Prepare({ state, onDone }: StepProps) {
  const draws = looseDraws(state);
  const [vessel, setVessel] = useState<'bag' | 'syringe'>('bag');
  const [diluent, setDiluent] = useState('0.9% sodium chloride');
  const [total, setTotal] = useState('');
  const [volumeIs, setVolumeIs] = useState<'measured' | 'stated'>('stated');
  const isRight = draws.length > 0 && diluent !== '' && exact(total) !== undefined;
  return (
    <ActForm<Schemas['InfusionActDto']>
      kind="preparation"
      path="/api/sites/{site}/preparations"
      label={say.prepare}
      content={
        isRight
          ? {
              order: state.order,
              draws,
              vessel,
              diluent,
              totalVolume: { value: total, unit: 'mL' },
              volumeIs,
            }
          : null
      }
      onRecorded={onDone}
    >
      {draws.length === 0 && <p className="quiet">{say.nothingDrawn}</p>}
      <div className="pair">
        <CodeField
          label={say.vessel}
          value={vessel}
          of={['bag', 'syringe'] as const}
          onChange={setVessel}
        />
        <TextInput label={say.diluent} value={diluent} onChange={typed(setDiluent)} />
        <AmountField
          label={say.totalVolume}
          unit="mL"
          value={total}
          autoFocus
          onChange={setTotal}
        />
        <CodeField
          label={say.volumeIs}
          value={volumeIs}
          of={['stated', 'measured'] as const}
          onChange={setVolumeIs}
        />
      </div>
    </ActForm>
  );
}

export function HandOff({ state, onDone }: StepProps) {
  const { people } = useHere();
  const colleagues = useSigners('received');
  const preparation = preparationOf(state);
  const draws = looseDraws(state);
  const [to, setTo] = useState('');
  const taker = people.get(to);
  const isRight = taker !== undefined && (draws.length > 0 || preparation !== null);
  return (
    <ActForm<Schemas['InfusionActDto']>
      kind="hand-off"
      path="/api/sites/{site}/hand-offs"
      label={say.handOff}
      content={
        isRight ? (preparation === null ? { draws, to } : { draws: [], preparation, to }) : null
      }
      second={{ meaning: 'received', seen: ['draw'], signer: taker?.signInName ?? '' }}
      onRecorded={onDone}
    >
      <NativeSelect
        label={say.takes}
        description={say.takesSays}
        value={to}
        onChange={typed(setTo)}
        data={[
          { value: '', label: words.choose },
          ...signerChoices(colleagues, ({ person }) => person),
        ]}
      />
    </ActForm>
  );
}

export function HandOver({ state, onDone }: StepProps) {
  const parts = useParts(state);
  const preparation = preparationOf(state);
  const [cause, setCause] = useState<(typeof HAND_OVER_CAUSE)[number]>('transferred');
  const [unit, setUnit] = useState<(typeof HAND_OVER_UNIT)[number]>('ambulance');
  const [unitName, setUnitName] = useState('');
  const [left, setLeft] = useState('');
  const isRight =
    preparation === null ? parts.isRight && parts.lines.length > 0 : exact(left) !== undefined;
  return (
    <ActForm<Schemas['InfusionActDto']>
      kind="hand-over"
      path="/api/sites/{site}/hand-overs"
      label={say.handOver}
      content={
        isRight
          ? {
              order: state.order,
              cause,
              unit,
              ...(unitName === '' ? {} : { unitName }),
              lines: preparation === null ? parts.lines : [],
              ...(preparation === null
                ? {}
                : { preparation: { id: preparation, left: { value: left, unit: 'mL' } } }),
            }
          : null
      }
      onRecorded={onDone}
    >
      <div className="pair">
        <CodeField label={say.cause} value={cause} of={HAND_OVER_CAUSE} onChange={setCause} />
        <CodeField label={say.unit} value={unit} of={HAND_OVER_UNIT} onChange={setUnit} />
        <TextInput label={say.unitName} value={unitName} onChange={typed(setUnitName)} />
      </div>
      {preparation === null ? (
        <Parts label={say.left} of={parts} />
      ) : (
        <AmountField
          label={`${say.left}, ${spelled('preparation')} ${preparation}`}
          unit="mL"
          value={left}
          onChange={setLeft}
        />
      )}
    </ActForm>
  );
}
