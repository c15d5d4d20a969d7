/** What can be done with one container, each a small form. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { BREAKAGE_CAUSE, QUARANTINE_WHY } from '../api/code-lists.js';
import { AmountField, CodeField, LocationField } from '../parts/fields.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { asMilligrams, exact, shown } from '../words/amounts.js';
import { words } from '../words/words.js';
import { Dispose, ReturnToSupplier, Sample } from './vial-departures.js';

const say = words.vials;
export type VialActName = keyof typeof FORMS;
type Vial = Schemas['WholeContainerDto'];
const FORMS = {
  move: Move,
  quarantine: Quarantine,
  release: Release,
  closeOut: CloseOut,
  dispose: Dispose,
  breakage: Breakage,
  returnToStock: ReturnToStock,
  returnToSupplier: ReturnToSupplier,
  sample: Sample,
} as const;

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
      second={{ meaning: 'verified', seen: ['container'] }}
    >
      {others.length === 0 && <p className="quiet">{say.nowhere}</p>}
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

function ReturnToStock({ vial }: { vial: Vial }) {
  const { site } = useHere();
  const [location, setLocation] = useState(vial.location);
  return (
    <ActForm
      kind="return-to-stock"
      path="/api/sites/{site}/returns"
      label={say.returnToStock}
      content={{ containers: [vial.container], location }}
      second={{ meaning: 'witnessed', seen: ['container', 'act'] }}
    >
      <p className="quiet">{say.returnSays}</p>
      <LocationField value={location} locations={site.facts.locations} onChange={setLocation} />
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
      second={{ meaning: 'witnessed', seen: ['residue', 'container'] }}
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
        says={asMilligrams(recovered, vial.strength)}
        onChange={setRecovered}
      />
    </ActForm>
  );
}
