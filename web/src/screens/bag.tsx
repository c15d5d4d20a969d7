/** A sealed bag that awaits its witness: both read its number, look at the seal, and say what was in it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { AmountField, CodeField } from '../parts/fields.js';
import { Mark, Page, Panel, Read } from '../parts/page.js';
import { useHere, useLocationName, useName, useNow } from '../session/session.js';
import { exact, shown } from '../words/amounts.js';
import { span } from '../words/times.js';
import { words } from '../words/words.js';
import { labelCode } from '../scan/codes.js';
import { PrintLabels } from './print-labels.js';
import { useWasteCodes } from './waste-codes.js';

const say = words.bag;

export default function Bag({ bag }: { bag: string }) {
  const { site } = useHere();
  const query = useQuery(reading('/api/sites/{site}/custody', { params: { site: site.site } }));
  const [isOpened, setOpened] = useState(false);
  return (
    <Page title={`${say.title} ${bag}`}>
      <Read query={query}>
        {({ sealed }) => {
          const found = sealed.find((each) => each.bag === bag);
          if (found === undefined && !isOpened) return <p className="quiet">{say.gone}</p>;
          return (
            <div className="board two">
              {found !== undefined && <Sealed bag={found} />}
              <Panel title={say.open}>
                <Opening
                  bag={bag}
                  unit={found?.volume.unit ?? 'mL'}
                  onOpened={() => {
                    setOpened(true);
                  }}
                />
              </Panel>
            </div>
          );
        }}
      </Read>
    </Page>
  );
}

function Sealed({ bag }: { bag: Schemas['SealedBagDto'] }) {
  const name = useName();
  const locationName = useLocationName();
  const now = useNow();
  return (
    <Panel title={say.sealed}>
      <dl className="facts">
        <div>
          <dt>{say.by}</dt>
          <dd>{name(bag.sealedBy)}</dd>
        </div>
        <div>
          <dt>{words.today.since}</dt>
          <dd className="num">{span(now - Date.parse(bag.sealedAt))}</dd>
        </div>
        <div>
          <dt>{words.today.location}</dt>
          <dd>{locationName(bag.location)}</dd>
        </div>
        <div>
          <dt>{say.volume}</dt>
          <dd className="num">{shown(bag.volume)}</dd>
        </div>
        <div>
          <dt>{words.ledger.line}</dt>
          <dd className="num">
            <Link href={`/ledger/${bag.line}`}>{bag.line}</Link>
          </dd>
        </div>
      </dl>
      <PrintLabels
        labels={[
          {
            number: bag.bag,
            code: labelCode.bag(bag.bag),
            item: say.title,
            location: locationName(bag.location),
          },
        ]}
      />
    </Panel>
  );
}

function Opening(props: { bag: string; unit: string; onOpened: () => void }) {
  const { bag, unit, onOpened } = props;
  const { manners } = useWasteCodes();
  const [end, setEnd] = useState<'wasted' | 'returned'>('wasted');
  const [seal, setSeal] = useState<'intact' | 'broken'>('intact');
  const [found, setFound] = useState('');
  const [manner, setManner] = useState(manners[0]);
  const isRight = found === '' || exact(found) !== undefined;
  return (
    <ActForm
      kind="release-hold"
      path="/api/sites/{site}/holds/openings"
      label={say.open}
      content={
        !isRight
          ? null
          : {
              bag,
              end,
              seal,
              ...(found === '' ? {} : { found: { value: found, unit } }),
              ...(end === 'wasted' ? { manner } : {}),
            }
      }
      second={{ meaning: 'witnessed', seen: ['sealed-bag', 'destruction'] }}
      onRecorded={onOpened}
    >
      <div className="pair">
        <CodeField
          label={say.seal}
          value={seal}
          of={['intact', 'broken'] as const}
          onChange={setSeal}
        />
        <AmountField
          label={say.found}
          unit={unit}
          value={found}
          onChange={setFound}
          says={words.optional}
        />
        <CodeField
          label={say.end}
          value={end}
          of={['wasted', 'returned'] as const}
          onChange={setEnd}
        />
        {end === 'wasted' && manner !== undefined && (
          <CodeField
            label={words.bedside.manner}
            value={manner}
            of={manners}
            onChange={setManner}
          />
        )}
      </div>
      {seal !== 'intact' && (
        <p>
          <Mark as="bad">{say.sealNot}</Mark>
        </p>
      )}
    </ActForm>
  );
}
