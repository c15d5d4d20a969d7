/** What somebody has measured in an opened vial, how, and how finely the measure tells. */
import { useState } from 'react';
import { AmountField, CodeField } from '../parts/fields.js';
import { asMilligrams, exact } from '../words/amounts.js';
import { words } from '../words/words.js';

const say = words.count;
export const METHODS = ['measured', 'weighed', 'estimated'] as const;
export type Method = (typeof METHODS)[number];

/** A syringe tells tenths of a millilitre; an eye at the label, halves. What is counted by the piece is told whole. */
export const resolutionOf = <U extends string>(method: Method, unit: U) => ({
  value: unit === 'each' ? '1.000' : method === 'estimated' ? '0.500' : '0.100',
  unit,
});

/** `value` is null until a quantity is there. */
export function useMeasured(unit: string) {
  const [quantity, setQuantity] = useState('');
  const [method, setMethod] = useState<Method>('measured');
  const value =
    exact(quantity) === undefined
      ? null
      : { quantity: { value: quantity, unit }, method, resolution: resolutionOf(method, unit) };
  return { unit, quantity, setQuantity, method, setMethod, value };
}

export function Measured(props: { of: ReturnType<typeof useMeasured>; strength: string }) {
  const { unit, quantity, setQuantity, method, setMethod } = props.of;
  return (
    <div className="pair">
      <AmountField
        label={say.foundIn}
        unit={unit}
        value={quantity}
        says={asMilligrams(quantity, props.strength)}
        onChange={setQuantity}
      />
      <CodeField label={say.method} value={method} of={METHODS} onChange={setMethod} />
    </div>
  );
}
