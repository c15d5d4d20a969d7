/** What investigators found who count beside us, line by line; a line that they left out is left empty. */
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { AmountField } from '../parts/fields.js';
import { typed } from '../parts/typed.js';
import { exact } from '../words/amounts.js';
import { words } from '../words/words.js';
import type { Place } from './counted-place.js';

const say = words.count;

export function useInvestigators(place: Place) {
  const [agency, setAgency] = useState('');
  const [who, setWho] = useState('');
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const read = (line: string): string => found[line] ?? '';
  const numbers = place.items.filter((item) => /^\d+$/.test(read(item)));
  const volumes = place.open.filter(({ container }) => exact(read(container)) !== undefined);
  return {
    agency,
    setAgency,
    who,
    setWho,
    read,
    set: (line: string) => (value: string) => {
      setFound({ ...found, [line]: value });
    },
    isWhole: agency.trim() !== '' && who.trim() !== '',
    found: {
      agency,
      who,
      sealed: numbers.map((item) => ({ item, containers: Number(read(item)) })),
      quarantined: [],
      open: volumes.map(({ container, unit }) => ({
        container,
        quantity: { value: read(container), unit },
      })),
    },
  };
}

export function InvestigatorsFields(props: {
  place: Place;
  of: ReturnType<typeof useInvestigators>;
}) {
  const { place, of } = props;
  return (
    <fieldset className="stack">
      <legend>{say.investigators}</legend>
      <p className="quiet small">{say.investigatorsSays}</p>
      <div className="pair">
        <TextInput label={say.agency} value={of.agency} onChange={typed(of.setAgency)} />
        <Textarea label={say.whoTheyAre} rows={2} value={of.who} onChange={typed(of.setWho)} />
        {place.items.map((item) => (
          <AmountField
            key={item}
            label={`${say.theyFound}, ${item}`}
            unit=""
            value={of.read(item)}
            onChange={of.set(item)}
          />
        ))}
        {place.open.map(({ container, unit }) => (
          <AmountField
            key={container}
            label={`${say.theyFound}, ${words.today.vial} ${container}`}
            unit={unit}
            value={of.read(container)}
            onChange={of.set(container)}
          />
        ))}
      </div>
    </fieldset>
  );
}
