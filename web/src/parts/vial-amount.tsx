/** A vial and a quantity of it: in the unit of the vial, with what it is in milligrams beside it. */
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reading } from '../api/queries.js';
import { useScan } from '../scan/wedge.js';
import { useHere } from '../session/session.js';
import { asMilligrams, exact } from '../words/amounts.js';
import { words } from '../words/words.js';
import { AmountField } from './fields.js';

interface Told {
  readonly container: string;
  readonly quantity: string;
}

/** The vial and its quantity while they are filled in; `value` is null until both are there. */
export function useVialAmount(begun: Told = { container: '', quantity: '' }) {
  const { site } = useHere();
  const [told, tell] = useState(begun);
  const isVial = /^\d+-\d+$/.test(told.container);
  const { data } = useQuery({
    ...reading('/api/sites/{site}/containers/{container}', {
      params: { site: site.site, container: told.container },
    }),
    enabled: isVial,
  });
  useScan((scanned) => {
    if (scanned.is !== 'container') return false;
    tell({ ...told, container: scanned.container });
    return true;
  });
  const unit = data?.size.unit ?? 'mL';
  const isRight = data !== undefined && exact(told.quantity) !== undefined;
  return {
    told,
    tell,
    unit,
    milligrams: data === undefined ? undefined : asMilligrams(told.quantity, data.strength),
    value: isRight ? { container: told.container, quantity: { value: told.quantity, unit } } : null,
  };
}

export function VialAmount(props: {
  of: ReturnType<typeof useVialAmount>;
  label: string;
  says?: string;
}) {
  const { told, tell, unit, milligrams } = props.of;
  return (
    <div className="pair">
      <TextInput
        label={words.today.vial}
        value={told.container}
        placeholder="41-3"
        onChange={(event) => {
          tell({ ...told, container: event.currentTarget.value.trim() });
        }}
      />
      <AmountField
        label={props.label}
        unit={unit}
        value={told.quantity}
        says={
          <>
            {milligrams !== undefined && <strong className="num">= {milligrams} </strong>}
            {props.says}
          </>
        }
        onChange={(quantity) => {
          tell({ ...told, quantity });
        }}
      />
    </div>
  );
}
