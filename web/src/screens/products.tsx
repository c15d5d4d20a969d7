/** Approved products, and the catalogue in which new ones are found. */
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { AmountField, CodeField } from '../parts/fields.js';
import { Mark, Page, Panel, Read, Table } from '../parts/page.js';
import { typed } from '../parts/typed.js';
import { exact, shown } from '../words/amounts.js';
import { spelled, words } from '../words/words.js';

const say = words.products;
const MOST_FOUND = 8;
const CONTAINERS = ['vial', 'ampule', 'syringe', 'bottle', 'device'] as const;
type Catalogued = Schemas['CatalogueEntryDto'];

export default function Products() {
  const products = useQuery(reading('/api/products'));
  const [found, setFound] = useState<Catalogued | null>(null);
  return (
    <Page title={say.title}>
      <Panel title={say.title}>
        <Read query={products}>
          {(items) => (
            <Table
              label={say.title}
              numbers={[4]}
              head={[
                words.receive.product,
                say.labeler,
                say.ndc,
                say.dose,
                say.size,
                words.vials.status,
              ]}
            >
              {items.map((product) => (
                <tr key={product.id}>
                  <th scope="row">
                    <strong>{product.item}</strong>
                  </th>
                  <td>{product.labeler}</td>
                  <td className="when">{product.ndc}</td>
                  <td>{spelled(product.doseType)}</td>
                  <td className="num">{shown(product.size)}</td>
                  <td>
                    <Mark as={product.status === 'approved' ? 'good' : 'plain'}>
                      {spelled(product.status)}
                    </Mark>
                  </td>
                </tr>
              ))}
            </Table>
          )}
        </Read>
      </Panel>
      <div className="board two">
        <Panel title={say.approve}>
          <Catalogue onFound={setFound} />
          <Approve key={found?.ndcs[0]?.ndc ?? 'empty'} from={found} />
        </Panel>
      </div>
    </Page>
  );
}

function Catalogue(props: { onFound: (entry: Catalogued) => void }) {
  const [text, setText] = useState('');
  const catalogue = useQuery(reading('/api/products/catalogue'));
  const found = useMemo(() => {
    const wanted = text.toLowerCase().trim();
    if (wanted.length < 3) return [];
    return (catalogue.data ?? [])
      .filter((entry) => JSON.stringify(entry).toLowerCase().includes(wanted))
      .slice(0, MOST_FOUND);
  }, [text, catalogue.data]);
  return (
    <>
      <TextInput label={say.catalogue} value={text} onChange={typed(setText)} />
      <ul className="lines" aria-live="polite">
        {found.map((entry) => (
          <li key={entry.ndcs.map(({ ndc }) => ndc).join()}>
            <button
              type="button"
              className="line-button"
              onClick={() => {
                props.onFound(entry);
              }}
            >
              <span>
                <strong>{entry.name ?? entry.substance}</strong> {entry.strength}{' '}
                <span className="quiet">{entry.labeler}</span>
              </span>
              <span className="num">{entry.ndcs[0]?.ndc}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What no public list says is read from the label: the hands go on there. */
function Approve({ from }: { from: Catalogued | null }) {
  const [ndc, setNdc] = useState(from?.ndcs[0]?.ndc ?? '');
  const [name, setName] = useState(from?.name ?? '');
  const [labeler, setLabeler] = useState(from?.labeler ?? '');
  const [substance, setSubstance] = useState(from?.registerName ?? 'ketamine');
  const [schedule, setSchedule] = useState<'II' | 'III' | 'IV' | 'V'>(
    (from?.schedule as 'III' | null | undefined) ?? 'III',
  );
  const [strength, setStrength] = useState(from?.strength ?? '');
  const [size, setSize] = useState(from?.size?.value ?? '');
  const [perCarton, setPerCarton] = useState(String(from?.containersPerCarton ?? ''));
  const [container, setContainer] = useState(
    CONTAINERS.find((each) => each === from?.containerType) ?? 'vial',
  );
  const [dose, setDose] = useState<'multiple-dose' | 'single-dose'>(
    from?.doseType === 'single-dose' ? 'single-dose' : 'multiple-dose',
  );
  const isWhole =
    [ndc, name, labeler, strength].every((text) => text !== '') &&
    exact(size) !== undefined &&
    /^\d+$/.test(perCarton);
  const begins =
    from === null
      ? null
      : from.size !== null && from.containersPerCarton === null
        ? 'perCarton'
        : 'size';
  const text = (label: string, value: string, set: (value: string) => void) => (
    <TextInput
      label={label}
      value={value}
      onChange={(event) => {
        set(event.currentTarget.value);
      }}
    />
  );
  return (
    <ActForm
      kind="product"
      path="/api/products"
      label={say.approve}
      repeats
      content={
        isWhole
          ? {
              ndc,
              name,
              labeler,
              substance,
              schedule,
              form: 'injection',
              strength,
              size: { value: size, unit: 'mL' },
              containersPerCarton: Number(perCarton),
              containerType: container,
              doseType: dose,
            }
          : null
      }
    >
      <div className="pair">
        {text(say.ndc, ndc, setNdc)}
        {text(say.name, name, setName)}
        {text(say.labeler, labeler, setLabeler)}
        {text(say.substance, substance, setSubstance)}
        <CodeField
          label={say.schedule}
          value={schedule}
          of={['II', 'III', 'IV', 'V'] as const}
          onChange={setSchedule}
        />
        {text(say.strength, strength, setStrength)}
        <AmountField
          label={say.size}
          unit="mL"
          value={size}
          autoFocus={begins === 'size'}
          onChange={setSize}
        />
        <TextInput
          label={say.perCarton}
          value={perCarton}
          inputMode="numeric"
          autoFocus={begins === 'perCarton'}
          onChange={typed(setPerCarton)}
        />
        <CodeField
          label={say.container}
          value={container}
          of={CONTAINERS}
          onChange={setContainer}
        />
        <CodeField
          label={say.dose}
          value={dose}
          of={['multiple-dose', 'single-dose'] as const}
          onChange={setDose}
        />
      </div>
    </ActForm>
  );
}
