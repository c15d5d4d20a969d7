/** "Correct this line": the line stays as it is, and a new one says what it should have said. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { AmountField, CodeField } from '../parts/fields.js';
import { typed } from '../parts/typed.js';
import { exact } from '../words/amounts.js';
import { words } from '../words/words.js';

const say = words.correct;
type Line = Schemas['WholeEntryDto'];

/** Kinds of lines that are corrected here, each with the changes that it takes. */
const CHANGES: Readonly<Record<string, readonly ChangeName[]>> = {
  draw: ['draw', 'draw-order'],
  administration: ['administration'],
  waste: ['waste'],
  receipt: ['receipt-particulars', 'lot-particulars', 'receipt-withdrawn', 'product'],
  inventory: ['lot-particulars', 'product'],
  'infusion-order': ['patient-particulars'],
};
type ChangeName = keyof typeof FORMS;

/** Whether a line of this kind is corrected by a correction; others are set right by a line of their own kind. */
export const isCorrectable = ({ kind, correctedBy }: Line): boolean =>
  correctedBy === null && CHANGES[kind] !== undefined;

interface Props {
  readonly line: Line;
  readonly onRecorded: (answer: Schemas['RecordedDto']) => void;
}

export function Correction({ line, onRecorded }: Props) {
  const changes = CHANGES[line.kind] ?? [];
  const [change, choose] = useState(changes[0]);
  if (change === undefined) return <p className="quiet">{say.none}</p>;
  const Form = FORMS[change];
  return (
    <div className="stack">
      <p className="quiet">{say.says}</p>
      {changes.length > 1 && (
        <CodeField label={say.what} value={change} of={changes} onChange={choose} />
      )}
      <Form key={change} line={line} onRecorded={onRecorded} />
    </div>
  );
}

function ChangeForm(props: Props & { change: object | null; children: React.ReactNode }) {
  const { line } = props;
  return (
    <ActForm
      kind="correction"
      path="/api/sites/{site}/corrections"
      label={say.title}
      content={
        props.change === null
          ? null
          : { line: line.line, original: line.line, leaf: line.leafHash, change: props.change }
      }
      second={{ meaning: 'approved', seen: ['papers'] }}
      onRecorded={props.onRecorded}
    >
      {props.children}
    </ActForm>
  );
}

const idsOf = ({ about }: Line, noun: string): readonly string[] =>
  about.filter((each) => each.noun === noun).map(({ id }) => id);

function DrawChange({ line, onRecorded }: Props) {
  const draws = idsOf(line, 'draw');
  const moved = (draw: string) => line.movements.find(({ to }) => to === `in-process:${draw}`);
  const [draw, setDraw] = useState(draws[0] ?? '');
  const [container, setContainer] = useState(moved(draw)?.from.replace('container:', '') ?? '');
  const [quantity, setQuantity] = useState(moved(draw)?.quantity ?? '');
  const isRight = container !== '' && exact(quantity) !== undefined;
  return (
    <ChangeForm
      line={line}
      onRecorded={onRecorded}
      change={
        isRight
          ? { type: 'draw', draw, container, quantity: { value: quantity, unit: 'mL' } }
          : null
      }
    >
      <div className="pair">
        <CodeField label={words.today.draws} value={draw} of={draws} onChange={setDraw} />
        <TextInput
          label={words.today.vial}
          value={container}
          onChange={(event) => {
            setContainer(event.currentTarget.value.trim());
          }}
        />
        <AmountField
          label={words.bedside.volume}
          says={say.zero}
          unit="mL"
          value={quantity}
          onChange={setQuantity}
        />
      </div>
    </ChangeForm>
  );
}

function OrderChange({ line, onRecorded }: Props) {
  const draws = idsOf(line, 'draw');
  const [draw, setDraw] = useState(draws[0] ?? '');
  const [order, setOrder] = useState('');
  return (
    <ChangeForm
      line={line}
      onRecorded={onRecorded}
      change={order === '' ? null : { type: 'draw-order', draw, order }}
    >
      <div className="pair">
        <CodeField label={words.today.draws} value={draw} of={draws} onChange={setDraw} />
        <TextInput
          label={words.bedside.line}
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

/** What was given or wasted of each draw, as the line has it, to be changed. */
function useParts(line: Line) {
  const parts = line.movements.filter(({ from }) => from.startsWith('in-process:'));
  const [changed, change] = useState<Readonly<Record<string, string>>>({});
  const all = parts.map(({ from, quantity }) => ({
    draw: from.replace('in-process:', ''),
    value: changed[from] ?? quantity,
    set: (value: string) => {
      change({ ...changed, [from]: value });
    },
  }));
  const isRight = all.length > 0 && all.every(({ value }) => exact(value) !== undefined);
  const lines = all.map(({ draw, value }) => ({ draw, quantity: { value, unit: 'mL' } }));
  return { all, lines, isRight };
}

function Parts({ of }: { of: ReturnType<typeof useParts> }) {
  return (
    <div className="pair">
      {of.all.map(({ draw, value, set }) => (
        <AmountField
          key={draw}
          label={`${say.quantity}, ${draw}`}
          unit="mL"
          value={value}
          onChange={set}
        />
      ))}
    </div>
  );
}

function GivenChange({ line, onRecorded }: Props) {
  const parts = useParts(line);
  const [outcome, setOutcome] = useState<'completed' | 'stopped' | 'not-given'>('completed');
  return (
    <ChangeForm
      line={line}
      onRecorded={onRecorded}
      change={parts.isRight ? { type: 'administration', lines: parts.lines, outcome } : null}
    >
      <Parts of={parts} />
      <CodeField
        label={words.bedside.outcome}
        value={outcome}
        of={['completed', 'stopped', 'not-given'] as const}
        onChange={setOutcome}
      />
    </ChangeForm>
  );
}

function WasteChange({ line, onRecorded }: Props) {
  const parts = useParts(line);
  return (
    <ChangeForm
      line={line}
      onRecorded={onRecorded}
      change={parts.isRight ? { type: 'waste', lines: parts.lines } : null}
    >
      <Parts of={parts} />
    </ChangeForm>
  );
}

function InvoiceChange({ line, onRecorded }: Props) {
  const [invoiceNumber, setNumber] = useState('');
  const [invoiceDate, setDate] = useState('');
  const change = {
    type: 'receipt-particulars',
    ...(invoiceNumber === '' ? {} : { invoiceNumber }),
    ...(invoiceDate === '' ? {} : { invoiceDate }),
  };
  return (
    <ChangeForm
      line={line}
      onRecorded={onRecorded}
      change={invoiceNumber === '' && invoiceDate === '' ? null : change}
    >
      <div className="pair">
        <TextInput
          label={words.receive.invoice}
          value={invoiceNumber}
          onChange={typed(setNumber)}
        />
        <TextInput
          type="date"
          label={words.receive.invoiceDate}
          value={invoiceDate}
          onChange={typed(setDate)}
        />
      </div>
    </ChangeForm>
  );
}

/** Containers of the line, all of them unless some are named. */
function useContainers(line: Line) {
  const all = idsOf(line, 'condition');
  const [text, setText] = useState(all.join(' '));
  const containers = text.split(/[\s,]+/).filter((id) => id !== '');
  const field = <TextInput label={say.containers} value={text} onChange={typed(setText)} />;
  return { containers, field };
}

function LotChange({ line, onRecorded }: Props) {
  const { containers, field } = useContainers(line);
  const [lot, setLot] = useState('');
  const [expires, setExpires] = useState('');
  const isRight = containers.length > 0 && lot !== '' && expires !== '';
  return (
    <ChangeForm
      line={line}
      onRecorded={onRecorded}
      change={isRight ? { type: 'lot-particulars', containers, lot, expires } : null}
    >
      {field}
      <div className="pair">
        <TextInput label={words.scan.lot} value={lot} onChange={typed(setLot)} />
        <TextInput
          type="date"
          label={words.scan.expires}
          value={expires}
          onChange={typed(setExpires)}
        />
      </div>
    </ChangeForm>
  );
}

function WithdrawnChange({ line, onRecorded }: Props) {
  const { containers, field } = useContainers(line);
  return (
    <ChangeForm
      line={line}
      onRecorded={onRecorded}
      change={containers.length === 0 ? null : { type: 'receipt-withdrawn', containers }}
    >
      {field}
    </ChangeForm>
  );
}

function ProductChange({ line, onRecorded }: Props) {
  const { containers, field } = useContainers(line);
  const products = useQuery(reading('/api/products'));
  const [product, setProduct] = useState('');
  const isRight = containers.length > 0 && product !== '';
  return (
    <ChangeForm
      line={line}
      onRecorded={onRecorded}
      change={isRight ? { type: 'product', containers, product } : null}
    >
      {field}
      <NativeSelect
        label={words.receive.product}
        value={product}
        onChange={typed(setProduct)}
        data={[
          { value: '', label: words.choose },
          ...(products.data ?? []).map(({ id, item, labeler }) => ({
            value: id,
            label: `${item} · ${labeler}`,
          })),
        ]}
      />
    </ChangeForm>
  );
}

function PatientChange({ line, onRecorded }: Props) {
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const change = {
    type: 'patient-particulars',
    ...(name === '' ? {} : { name }),
    ...(address === '' ? {} : { address }),
  };
  return (
    <ChangeForm
      line={line}
      onRecorded={onRecorded}
      change={name === '' && address === '' ? null : change}
    >
      <TextInput label={words.bedside.name} value={name} onChange={typed(setName)} />
      <TextInput label={words.bedside.address} value={address} onChange={typed(setAddress)} />
    </ChangeForm>
  );
}

const FORMS = {
  draw: DrawChange,
  'draw-order': OrderChange,
  administration: GivenChange,
  waste: WasteChange,
  'receipt-particulars': InvoiceChange,
  'lot-particulars': LotChange,
  'receipt-withdrawn': WithdrawnChange,
  product: ProductChange,
  'patient-particulars': PatientChange,
} as const;
