/** How a vial leaves: destroyed, to a reverse distributor, back to its supplier, or to an authority or a laboratory. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { AmountField, CodeField } from '../parts/fields.js';
import { typed } from '../parts/typed.js';
import { asMilligrams, exact } from '../words/amounts.js';
import { words } from '../words/words.js';
import { Measured, useMeasured } from './measured.js';

const say = words.vials;
const WAYS = ['reverse-distributor', 'destroyed-on-site'] as const;
const METHODS = ['chemical-digestion', 'incineration', 'other'] as const;
type Vial = Schemas['WholeContainerDto'];

/** A vial that leaves whole: an opened one is measured first. */
function useLeaving(vial: Vial) {
  const measured = useMeasured(vial.size.unit);
  const isOpen = vial.status === 'open';
  const line = !isOpen
    ? { container: vial.container }
    : measured.value === null
      ? null
      : { container: vial.container, measured: measured.value };
  return { line, field: isOpen ? <Measured of={measured} strength={vial.strength} /> : null };
}

function SupplierField(props: { label: string; value: string; onChange: (id: string) => void }) {
  const suppliers = useQuery(reading('/api/suppliers'));
  return (
    <NativeSelect
      label={props.label}
      value={props.value}
      onChange={typed(props.onChange)}
      data={[
        { value: '', label: words.choose },
        ...(suppliers.data ?? [])
          .filter(({ status }) => status === 'active')
          .map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

export function Dispose({ vial }: { vial: Vial }) {
  const leaving = useLeaving(vial);
  const [way, setWay] = useState<(typeof WAYS)[number]>('reverse-distributor');
  const [method, setMethod] = useState<(typeof METHODS)[number]>('chemical-digestion');
  const [recipient, setRecipient] = useState('');
  const [manifest, setManifest] = useState('');
  const isHere = way === 'destroyed-on-site';
  const isRight = leaving.line !== null && (isHere || recipient !== '');
  const papers = { recipient, ...(manifest === '' ? {} : { manifest }) };
  return (
    <ActForm
      key={way}
      kind="disposal"
      path="/api/sites/{site}/disposals"
      label={say.dispose}
      content={isRight ? { way, lines: [leaving.line], ...(isHere ? { method } : papers) } : null}
      second={{ meaning: 'witnessed', seen: isHere ? ['destruction', 'container'] : ['container'] }}
    >
      <CodeField label={say.way} value={way} of={WAYS} onChange={setWay} />
      {isHere ? (
        <CodeField label={say.method} value={method} of={METHODS} onChange={setMethod} />
      ) : (
        <div className="pair">
          <SupplierField label={say.recipient} value={recipient} onChange={setRecipient} />
          <TextInput label={say.manifest} value={manifest} onChange={typed(setManifest)} />
        </div>
      )}
      {leaving.field}
    </ActForm>
  );
}

export function ReturnToSupplier({ vial }: { vial: Vial }) {
  const leaving = useLeaving(vial);
  const [supplier, setSupplier] = useState('');
  const [why, setWhy] = useState<'return' | 'recall'>('return');
  const [authorisation, setAuthorisation] = useState('');
  const told = authorisation === '' ? {} : { authorisation };
  return (
    <ActForm
      kind="return-to-supplier"
      path="/api/sites/{site}/returns-to-supplier"
      label={say.returnToSupplier}
      content={
        leaving.line === null || supplier === ''
          ? null
          : { supplier, lines: [leaving.line], why, ...told }
      }
      second={{ meaning: 'witnessed', seen: ['container'] }}
    >
      <div className="pair">
        <SupplierField label={words.receive.supplier} value={supplier} onChange={setSupplier} />
        <CodeField
          label={say.why}
          value={why}
          of={['return', 'recall'] as const}
          onChange={setWhy}
        />
        <TextInput
          label={say.authorisation}
          value={authorisation}
          onChange={typed(setAuthorisation)}
        />
      </div>
      {leaving.field}
    </ActForm>
  );
}

export function Sample({ vial }: { vial: Vial }) {
  const leaving = useLeaving(vial);
  const { unit } = vial.size;
  const [by, setBy] = useState<'authority' | 'assay'>('authority');
  const [taker, setTaker] = useState('');
  const [receipt, setReceipt] = useState('');
  const [extent, setExtent] = useState<'drawn' | 'whole'>('drawn');
  const [drawn, setDrawn] = useState('');
  const isWhole = extent === 'whole';
  const amount = exact(drawn);
  const isRight =
    taker.trim() !== '' &&
    (isWhole ? leaving.line !== null : amount !== undefined && amount !== 0n);
  const went = isWhole
    ? { lines: [leaving.line], drawn: [] }
    : { lines: [], drawn: [{ container: vial.container, quantity: { value: drawn, unit } }] };
  return (
    <ActForm
      kind="sample"
      path="/api/sites/{site}/samples"
      label={say.sample}
      content={isRight ? { by, taker, ...(receipt === '' ? {} : { receipt }), ...went } : null}
      second={{ meaning: 'witnessed', seen: ['container', 'draw'] }}
    >
      <div className="pair">
        <CodeField
          label={say.sampleBy}
          value={by}
          of={['authority', 'assay'] as const}
          onChange={setBy}
        />
        <TextInput label={say.taker} value={taker} onChange={typed(setTaker)} />
        <TextInput label={say.receipt} value={receipt} onChange={typed(setReceipt)} />
        <CodeField
          label={say.extent}
          value={extent}
          of={['drawn', 'whole'] as const}
          onChange={setExtent}
        />
      </div>
      {isWhole ? (
        leaving.field
      ) : (
        <AmountField
          label={words.bedside.volume}
          unit={unit}
          value={drawn}
          says={asMilligrams(drawn, vial.strength)}
          onChange={setDrawn}
        />
      )}
    </ActForm>
  );
}
