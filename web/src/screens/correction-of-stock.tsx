/** What a delivery or an inventory should have said: its papers, its lots, its product, or that it never came. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reading } from '../api/queries.js';
import { typed } from '../parts/typed.js';
import { UploadField } from '../parts/upload-field.js';
import { words } from '../words/words.js';
import { ChangeForm, idsOf } from './correction-form.js';
import type { Chain, ChangeProps } from './correction-form.js';

const say = words.correct;

export function InvoiceChange(props: ChangeProps) {
  const [invoiceNumber, setNumber] = useState('');
  const [invoiceDate, setDate] = useState('');
  const [invoiceFile, setFile] = useState<string | null>(null);
  const told = {
    ...(invoiceNumber === '' ? {} : { invoiceNumber }),
    ...(invoiceDate === '' ? {} : { invoiceDate }),
    ...(invoiceFile === null ? {} : { invoiceFile }),
  };
  return (
    <ChangeForm
      {...props}
      change={Object.keys(told).length === 0 ? null : { type: 'receipt-particulars', ...told }}
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
      <UploadField
        label={words.receive.invoiceFile}
        says={words.receive.invoiceFileSays}
        onUploaded={setFile}
      />
    </ChangeForm>
  );
}

/** Containers of the line, all of them unless some are named. */
function useContainers([first]: Chain) {
  const all = idsOf(first, 'container');
  const [text, setText] = useState(all.join(' '));
  const containers = text.split(/[\s,]+/).filter((id) => id !== '');
  const field = (
    <TextInput
      label={say.containers}
      description={say.containersSays}
      value={text}
      onChange={typed(setText)}
    />
  );
  return { containers, field };
}

export function LotChange(props: ChangeProps) {
  const { containers, field } = useContainers(props.chain);
  const [lot, setLot] = useState('');
  const [expires, setExpires] = useState('');
  const isRight = containers.length > 0 && lot !== '' && expires !== '';
  return (
    <ChangeForm
      {...props}
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

export function WithdrawnChange(props: ChangeProps) {
  const { containers, field } = useContainers(props.chain);
  return (
    <ChangeForm
      {...props}
      change={containers.length === 0 ? null : { type: 'receipt-withdrawn', containers }}
    >
      <p className="quiet">{say.withdrawnSays}</p>
      {field}
    </ChangeForm>
  );
}

export function ProductChange(props: ChangeProps) {
  const { containers, field } = useContainers(props.chain);
  const products = useQuery(reading('/api/products'));
  const [product, setProduct] = useState('');
  const isRight = containers.length > 0 && product !== '';
  return (
    <ChangeForm {...props} change={isRight ? { type: 'product', containers, product } : null}>
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
