/** What can be done with one container, each a small form. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { BREAKAGE_CAUSE, QUARANTINE_WHY } from '../api/code-lists.js';
import { AmountField, CodeField, LocationField } from '../parts/fields.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { exact, shown } from '../words/amounts.js';
import { words } from '../words/words.js';

const say = words.vials;
export type VialActName = 'move' | 'quarantine' | 'release' | 'closeOut' | 'dispose' | 'breakage';
type Vial = Schemas['WholeContainerDto'];

const FORMS: Readonly<Record<VialActName, (props: { vial: Vial }) => React.ReactNode>> = {
  move: Move,
  quarantine: Quarantine,
  release: Release,
  closeOut: CloseOut,
  dispose: Dispose,
  breakage: Breakage,
};

export function VialAct({ act, vial }: { act: VialActName; vial: Vial }) {
  const Form = FORMS[act];
  return <Form vial={vial} />;
}

function Move({ vial }: { vial: Vial }) {
  const { site } = useHere();
  const others = site.facts.locations.filter(({ id }) => id !== vial.location);
  const [to, setTo] = useState(others[0]?.id ?? '');
  return (
    <ActForm
      kind="move"
      path="/api/sites/{site}/moves"
      label={say.move}
      content={to === '' ? null : { containers: [vial.container], to }}
    >
      <LocationField label={say.to} value={to} locations={others} onChange={setTo} />
    </ActForm>
  );
}

function Quarantine({ vial }: { vial: Vial }) {
  const [why, setWhy] = useState<(typeof QUARANTINE_WHY)[number]>('damaged');
  return (
    <ActForm
      kind="quarantine"
      path="/api/sites/{site}/quarantines"
      label={say.quarantine}
      content={{ containers: [vial.container], why }}
    >
      <CodeField label={say.why} value={why} of={QUARANTINE_WHY} onChange={setWhy} />
    </ActForm>
  );
}

function Release({ vial }: { vial: Vial }) {
  return (
    <ActForm
      kind="release"
      path="/api/sites/{site}/releases"
      label={say.release}
      content={{ containers: [vial.container] }}
      second={{ meaning: 'verified', seen: ['container'] }}
    />
  );
}

function CloseOut({ vial }: { vial: Vial }) {
  return (
    <ActForm
      kind="close-out"
      path="/api/sites/{site}/close-outs"
      label={say.closeOut}
      content={{ container: vial.container }}
      second={{ meaning: 'witnessed', seen: ['container'] }}
    >
      <p>{say.closeOutSays}</p>
      <p>
        {words.today.left} <strong className="num">{shown(vial.remaining)}</strong>
      </p>
    </ActForm>
  );
}

function Dispose({ vial }: { vial: Vial }) {
  const { site } = useHere();
  const suppliers = useQuery(reading('/api/suppliers'));
  const [way, setWay] = useState<'destroyed-on-site' | 'reverse-distributor'>(
    'reverse-distributor',
  );
  const [method, setMethod] = useState<'chemical-digestion' | 'incineration' | 'other'>(
    'chemical-digestion',
  );
  const [recipient, setRecipient] = useState('');
  const [manifest, setManifest] = useState('');
  const isHere = way === 'destroyed-on-site';
  const content = {
    way,
    lines: [{ container: vial.container }],
    ...(isHere ? { method } : { recipient, manifest }),
  };
  return (
    <ActForm
      kind="disposal"
      path="/api/sites/{site}/disposals"
      label={say.dispose}
      content={isHere || recipient !== '' ? content : null}
      second={{ meaning: 'witnessed', seen: ['destruction', 'container'] }}
      key={site.site}
    >
      <CodeField
        label={say.way}
        value={way}
        of={['reverse-distributor', 'destroyed-on-site'] as const}
        onChange={setWay}
      />
      {isHere ? (
        <CodeField
          label={say.method}
          value={method}
          of={['chemical-digestion', 'incineration', 'other'] as const}
          onChange={setMethod}
        />
      ) : (
        <>
          <NativeSelect
            label={say.recipient}
            value={recipient}
            onChange={typed(setRecipient)}
            data={[
              { value: '', label: words.choose },
              ...(suppliers.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextInput label={say.manifest} value={manifest} onChange={typed(setManifest)} />
        </>
      )}
    </ActForm>
  );
}

function Breakage({ vial }: { vial: Vial }) {
  const [cause, setCause] = useState<(typeof BREAKAGE_CAUSE)[number]>('dropped');
  const [circumstances, setCircumstances] = useState('');
  const [recovered, setRecovered] = useState('0');
  const content =
    circumstances.trim() === '' || exact(recovered) === undefined
      ? null
      : {
          cause,
          circumstances,
          lines: [
            { container: vial.container, recovered: { value: recovered, unit: vial.size.unit } },
          ],
        };
  return (
    <ActForm
      kind="breakage"
      path="/api/sites/{site}/breakages"
      label={say.breakage}
      content={content}
      second={{ meaning: 'witnessed', seen: ['container'] }}
    >
      <CodeField label={say.cause} value={cause} of={BREAKAGE_CAUSE} onChange={setCause} />
      <TextInput
        label={say.circumstances}
        value={circumstances}
        onChange={typed(setCircumstances)}
      />
      <AmountField
        label={say.recovered}
        unit={vial.size.unit}
        value={recovered}
        onChange={setRecovered}
      />
    </ActForm>
  );
}
