/** The draw: scan the vial, say how much; what it is in milligrams and what it leaves stand beside it. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { AmountField } from '../parts/fields.js';
import { Read } from '../parts/page.js';
import { productOfGtin } from '../scan/codes.js';
import type { PackageCode } from '../scan/codes.js';
import { useScan } from '../scan/wedge.js';
import { useHere } from '../session/session.js';
import { asMillilitres, decimal, exact } from '../words/amounts.js';
import { words } from '../words/words.js';
import { VialTold } from './vial-told.js';

const say = words.bedside;
type Vial = Schemas['WholeContainerDto'];
type Order = Schemas['OrderStateDto'];

export function DrawStep(props: {
  state: Order;
  onDone: (answer: Schemas['RecordedDto']) => void;
}) {
  const { site } = useHere();
  const { state } = props;
  const asked = useAskedVial(state);
  const [vial, setVial] = useState(asked);
  // Null until somebody types: then what the order asks for stands there.
  const [typed, setTyped] = useState<string | null>(null);
  const [code, setCode] = useState<PackageCode | null>(null);
  const volumeField = useRef<HTMLInputElement>(null);
  const isVial = /^\d+-\d+$/.test(vial);
  const query = useQuery({
    ...reading('/api/sites/{site}/containers/{container}', {
      params: { site: site.site, container: vial },
    }),
    enabled: isVial,
  });
  const choose = (container: string): void => {
    setVial(container);
    setTyped(null);
    if (vial !== '') setCode(null);
  };
  useScan((scanned) => {
    if (scanned.is === 'container') choose(scanned.container);
    else if (scanned.is === 'package') setCode(scanned);
    else return false;
    volumeField.current?.focus();
    return true;
  });
  const unit = query.data?.size.unit ?? 'mL';
  const suggested = query.data === undefined ? '' : volumeAsked(state, query.data);
  const volume = typed ?? suggested;
  // What was filled in under the hand is typed over like what was there before.
  useEffect(() => {
    if (document.activeElement === volumeField.current) volumeField.current?.select();
  }, [suggested]);
  const differs = code === null || query.data === undefined ? null : difference(code, query.data);
  const amount = exact(volume);
  const isWhole = query.data !== undefined && amount !== undefined && amount !== 0n;
  const line = { container: vial, quantity: { value: volume, unit } };
  const content =
    isWhole && differs !== 'product'
      ? { order: state.order, lines: [code?.lot == null ? line : { ...line, lot: code.lot }] }
      : null;
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
        autoFocus={asked === ''}
        autoComplete="off"
        placeholder="41-3"
        onChange={(event) => {
          choose(event.currentTarget.value.trim());
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          volumeField.current?.focus();
        }}
      />
      {isVial && (
        <Read query={query}>
          {(container) => <VialTold container={container} volume={volume} dose={state.dose} />}
        </Read>
      )}
      {code !== null && (
        <CodeTold
          code={code}
          vial={query.data}
          differs={differs}
          onClear={() => {
            setCode(null);
            volumeField.current?.focus();
          }}
        />
      )}
      <AmountField
        ref={volumeField}
        label={say.volume}
        unit={unit}
        value={volume}
        autoFocus={asked !== ''}
        onChange={setTyped}
      />
    </ActForm>
  );
}

/** The vial with which somebody came here from its own screen; a second draw begins without it. */
function useAskedVial({ draws }: Order): string {
  const asked = new URLSearchParams(useSearch()).get('vial') ?? '';
  return draws.length === 0 ? asked : '';
}

/** The volume that holds what is still to be drawn of the dose; empty where no syringe shows it exactly. */
function volumeAsked({ dose, balance }: Order, { strength, size }: Vial): string {
  const open = (exact(dose.value) ?? 0n) - (exact(balance.drawn.value) ?? 0n);
  return size.unit !== 'mL' || open <= 0n ? '' : (asMillilitres(decimal(open), strength) ?? '');
}

/** How the maker's code in the hand differs from the vial that was named. */
function difference(code: PackageCode, vial: Vial): 'product' | 'lot' | null {
  if (productOfGtin(code.gtin, [vial]) === undefined) return 'product';
  return code.lot !== null && code.lot !== vial.lot ? 'lot' : null;
}

function CodeTold(props: {
  code: PackageCode;
  vial: Vial | undefined;
  differs: 'product' | 'lot' | null;
  onClear: () => void;
}) {
  const { code, vial, differs } = props;
  if (vial === undefined) return <p className="quiet">{say.codeWaits}</p>;
  if (differs === null) return <p className="quiet">✓ {say.codeAgrees}</p>;
  return (
    <section className="notice notice-no" role="alert">
      <p className="notice-title">
        <span aria-hidden="true">✕ </span>
        {differs === 'product' ? say.codeOtherProduct : say.codeOtherLot}
      </p>
      <p>
        {vial.container}: {vial.name}, {vial.strength}, {vial.labeler}, {vial.ndc}, {words.scan.lot}{' '}
        {vial.lot}
        <br />
        {say.codeRead}: {code.gtin}
        {code.lot !== null && `, ${words.scan.lot} ${code.lot}`}
      </p>
      <p>
        <strong>{words.act.next}:</strong> {say.codeNext}
      </p>
      <div className="row">
        <Button size="compact-sm" variant="default" onClick={props.onClear}>
          {words.clear}
        </Button>
      </div>
    </section>
  );
}
