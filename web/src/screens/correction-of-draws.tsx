/** What was really drawn, for which order, and what was really given or wasted of it. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { AmountField, CodeField } from '../parts/fields.js';
import { typed } from '../parts/typed.js';
import { useVialAmount, VialAmount } from '../parts/vial-amount.js';
import { asMilligrams, exact, measureOf } from '../words/amounts.js';
import { spelled, words } from '../words/words.js';
import { ChangeForm, idsOf } from './correction-form.js';
import type { Chain, ChangeProps } from './correction-form.js';

const say = words.correct;
const OUTCOMES = ['completed', 'stopped', 'not-given'] as const;
const IN_PROCESS = 'in-process:';
const CONTAINER = 'container:';

const drawsOf = ([first]: Chain): readonly string[] => idsOf(first, 'draw');
const movementsOf = (chain: Chain) => chain.flatMap(({ movements }) => movements);

/** From where a draw came, and how much, as the chain says it now. */
function drawnNow(chain: Chain, draw: string): { container: string; quantity: string } {
  const account = `${IN_PROCESS}${draw}`;
  let told = { container: '', quantity: '' };
  for (const { from, to, quantity } of movementsOf(chain)) {
    if (from.startsWith(CONTAINER) && to === account)
      told = { container: from.slice(CONTAINER.length), quantity };
    else if (from === account && to.startsWith(CONTAINER)) told = { ...told, quantity: '0' };
  }
  return told;
}

export function DrawChange(props: ChangeProps) {
  const draws = drawsOf(props.chain);
  const [draw, setDraw] = useState(draws[0] ?? '');
  return (
    <>
      {draws.length > 1 && (
        <CodeField label={words.today.draws} value={draw} of={draws} onChange={setDraw} />
      )}
      <OneDrawChange key={draw} draw={draw} {...props} />
    </>
  );
}

function OneDrawChange({ draw, ...props }: ChangeProps & { draw: string }) {
  const amount = useVialAmount(drawnNow(props.chain, draw));
  return (
    <ChangeForm
      {...props}
      change={amount.value === null ? null : { type: 'draw', draw, ...amount.value }}
    >
      <VialAmount of={amount} label={words.bedside.volume} says={say.zero} />
    </ChangeForm>
  );
}

export function OrderChange(props: ChangeProps) {
  const draws = drawsOf(props.chain);
  const [draw, setDraw] = useState(draws[0] ?? '');
  const [order, setOrder] = useState('');
  return (
    <ChangeForm
      {...props}
      change={/^\d+$/.test(order) ? { type: 'draw-order', draw, order } : null}
    >
      <div className="pair">
        <CodeField label={words.today.draws} value={draw} of={draws} onChange={setDraw} />
        <TextInput
          label={words.bedside.line}
          description={say.orderSays}
          value={order}
          inputMode="numeric"
          onChange={(event) => {
            setOrder(event.currentTarget.value.trim());
          }}
        />
      </div>
    </ChangeForm>
  );
}

interface Part {
  readonly draw: string;
  readonly quantity: string;
  readonly item: string;
}

/** What was given or wasted of each draw, as the chain says it now. */
function partsNow(chain: Chain): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const { from, to, quantity, item } of movementsOf(chain)) {
    const account = [from, to].find((each) => each.startsWith(IN_PROCESS));
    if (account === undefined) continue;
    const draw = account.slice(IN_PROCESS.length);
    parts.set(draw, { draw, item, quantity: account === from ? quantity : '0' });
  }
  return [...parts.values()];
}

/** The same, to be changed. */
function useParts(chain: Chain) {
  const [changed, change] = useState<Readonly<Record<string, string>>>({});
  const all = partsNow(chain).map(({ draw, quantity, item }) => ({
    draw,
    item,
    value: changed[draw] ?? quantity,
    set: (value: string) => {
      change({ ...changed, [draw]: value });
    },
  }));
  const isRight = all.length > 0 && all.every(({ value }) => exact(value) !== undefined);
  const lines = all
    .filter(({ value }) => exact(value) !== 0n)
    .map(({ draw, item, value }) => ({ draw, quantity: { value, unit: measureOf(item).unit } }));
  return { all, lines, isRight };
}

function Parts({ of }: { of: ReturnType<typeof useParts> }) {
  return (
    <div className="pair">
      {of.all.map(({ draw, item, value, set }) => (
        <AmountField
          key={draw}
          label={`${say.quantity}, ${draw}`}
          unit={measureOf(item).unit}
          value={value}
          says={asMilligrams(value, measureOf(item).strength)}
          onChange={set}
        />
      ))}
    </div>
  );
}

export function GivenChange(props: ChangeProps) {
  const parts = useParts(props.chain);
  const [outcome, setOutcome] = useState('');
  return (
    <ChangeForm
      {...props}
      change={
        parts.isRight && outcome !== ''
          ? { type: 'administration', lines: parts.lines, outcome }
          : null
      }
    >
      <Parts of={parts} />
      <NativeSelect
        label={words.bedside.outcome}
        value={outcome}
        onChange={typed(setOutcome)}
        data={[
          { value: '', label: words.choose },
          ...OUTCOMES.map((value) => ({ value, label: spelled(value) })),
        ]}
      />
    </ChangeForm>
  );
}

export function WasteChange(props: ChangeProps) {
  const parts = useParts(props.chain);
  return (
    <ChangeForm {...props} change={parts.isRight ? { type: 'waste', lines: parts.lines } : null}>
      <Parts of={parts} />
    </ChangeForm>
  );
}
