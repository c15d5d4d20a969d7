/** The draw: scan the vial, say how much; what it is in milligrams and what it leaves stand beside it. */
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { AmountField } from '../parts/fields.js';
import { Mark, Read } from '../parts/page.js';
import { useScan } from '../scan/wedge.js';
import { useHere } from '../session/session.js';
import { asMilligrams, asMillilitres, decimal, exact, shown } from '../words/amounts.js';
import { day } from '../words/times.js';
import { words } from '../words/words.js';

const say = words.bedside;

export function DrawStep(props: {
  state: Schemas['OrderStateDto'];
  onDone: (answer: Schemas['RecordedDto']) => void;
}) {
  const { site } = useHere();
  const { state } = props;
  const [vial, setVial] = useState('');
  const [volume, setVolume] = useState('');
  const volumeField = useRef<HTMLInputElement>(null);
  const isVial = /^\d+-\d+$/.test(vial);
  const query = useQuery({
    ...reading('/api/sites/{site}/containers/{container}', {
      params: { site: site.site, container: vial },
    }),
    enabled: isVial,
  });
  useScan((scanned) => {
    if (scanned.is !== 'container') return;
    setVial(scanned.container);
    setVolume('');
    volumeField.current?.focus();
  });
  const strength = query.data?.strength;
  const unit = query.data?.size.unit ?? 'mL';
  useEffect(() => {
    if (strength === undefined || unit !== 'mL') return;
    setVolume((typed) =>
      typed === '' ? (asMillilitres(state.dose.value, strength) ?? '') : typed,
    );
  }, [strength, unit, state.dose.value]);
  const amount = exact(volume);
  const content =
    query.data === undefined || amount === undefined || amount === 0n
      ? null
      : { order: state.order, lines: [{ container: vial, quantity: { value: volume, unit } }] };
  return (
    <ActForm<Schemas['DrawEntryDto']>
      kind="draw"
      path="/api/sites/{site}/draws"
      label={say.draw}
      content={content}
      onRecorded={props.onDone}
    >
      <TextInput
        label={say.vial}
        value={vial}
        autoFocus
        autoComplete="off"
        placeholder="41-3"
        onChange={(event) => {
          setVial(event.currentTarget.value.trim());
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          volumeField.current?.focus();
        }}
      />
      {isVial && (
        <Read query={query}>{(container) => <Vial container={container} volume={volume} />}</Read>
      )}
      <AmountField
        ref={volumeField}
        label={say.volume}
        unit={unit}
        value={volume}
        onChange={setVolume}
      />
    </ActForm>
  );
}

function Vial({ container, volume }: { container: Schemas['WholeContainerDto']; volume: string }) {
  const { name, labeler, strength, lot, expires, remaining, status } = container;
  const amount = exact(volume);
  const left = amount === undefined ? undefined : (exact(remaining.value) ?? 0n) - amount;
  const milligrams = asMilligrams(volume, strength);
  return (
    <div className="vial-told" aria-live="polite">
      <p>
        <strong>
          {name}, {strength}
        </strong>{' '}
        <span className="quiet">{labeler}</span>
      </p>
      <p className="quiet">
        {words.scan.lot} {lot} · {words.scan.expires} {day(expires)} · {status}
      </p>
      <p className="sum">
        {milligrams !== undefined && (
          <>
            <span className="num">
              {volume} {remaining.unit}
            </span>{' '}
            = <strong className="num">{milligrams}</strong>
          </>
        )}
        {left !== undefined && (
          <span>
            {say.leaves}{' '}
            <strong className="num">
              {decimal(left)} {remaining.unit}
            </strong>{' '}
            <span className="quiet">/ {shown(remaining)}</span>
          </span>
        )}
        {left !== undefined && left < 0n && <Mark as="bad">{say.overVial}</Mark>}
      </p>
    </div>
  );
}
