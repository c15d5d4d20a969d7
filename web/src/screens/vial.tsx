/** One container: what it is, what the book says, its story, and what can be done with it. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Schemas } from '../api/client.js';
import { useIsUnderWay, WithActs } from '../act/under-way.js';
import { reading } from '../api/queries.js';
import { useWithUnit } from '../api/units.js';
import { Mark, Page, Panel, Read, Table } from '../parts/page.js';
import { useHere, useLocationName, useName, useNow } from '../session/session.js';
import { shown } from '../words/amounts.js';
import { day, dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';
import { PrintLabels, useContainerLabel } from './print-labels.js';
import { Countdown } from './today.js';
import { DrawFor } from './draw-for.js';
import { VialAct } from './vial-acts.js';
import type { VialActName } from './vial-acts.js';

const say = words.vials;

export default function Vial({ container }: { container: string }) {
  const { site } = useHere();
  const at = { params: { site: site.site, container } };
  const query = useQuery(reading('/api/sites/{site}/containers/{container}', at));
  return (
    <Page title={`${words.today.vial} ${container}`}>
      <Read query={query}>{(vial) => <Whole vial={vial} />}</Read>
    </Page>
  );
}

function actsOf({ status, quarantine }: Schemas['WholeContainerDto']): readonly VialActName[] {
  if (status === 'closed') return [];
  const always = ['move', 'breakage', 'returnToSupplier', 'sample'] as const;
  if (quarantine !== null) return ['release', 'dispose', ...always];
  return status === 'open'
    ? ['closeOut', 'quarantine', ...always]
    : ['quarantine', 'returnToStock', ...always];
}

function Whole({ vial }: { vial: Schemas['WholeContainerDto'] }) {
  const { zone } = useHere();
  const locationName = useLocationName();
  const labelOf = useContainerLabel();
  const now = useNow();
  const { container } = vial;
  return (
    <div className="board two">
      <Panel title={`${vial.name}, ${vial.strength}`}>
        <p className="sum">
          <span>
            {words.today.left} <strong className="num">{shown(vial.remaining)}</strong>{' '}
            <span className="quiet">/ {shown(vial.size)}</span>
          </span>
          {vial.beyondUseAt !== null && vial.status === 'open' && (
            <Countdown until={vial.beyondUseAt} now={now} />
          )}
        </p>
        <dl className="facts">
          <div>
            <dt>{words.products.labeler}</dt>
            <dd>{vial.labeler}</dd>
          </div>
          <div>
            <dt>{words.products.ndc}</dt>
            <dd className="num">{vial.ndc}</dd>
          </div>
          <div>
            <dt>{words.scan.lot}</dt>
            <dd>{vial.lot}</dd>
          </div>
          <div>
            <dt>{words.scan.expires}</dt>
            <dd className="num">{day(vial.expires)}</dd>
          </div>
          <div>
            <dt>{words.today.location}</dt>
            <dd>{locationName(vial.location)}</dd>
          </div>
          <div>
            <dt>{say.status}</dt>
            <dd>
              {spelled(vial.status)}
              {vial.quarantine !== null && (
                <>
                  {' '}
                  · <Mark as="due">{spelled(vial.quarantine)}</Mark>
                </>
              )}
            </dd>
          </div>
          {vial.openedAt !== null && (
            <div>
              <dt>{say.openedAt}</dt>
              <dd className="num">{dayAndTime(vial.openedAt, zone)}</dd>
            </div>
          )}
          <div>
            <dt>{words.today.draws}</dt>
            <dd className="num">{vial.draws}</dd>
          </div>
        </dl>
        <PrintLabels labels={[labelOf(vial)]} />
      </Panel>
      <DrawFor vial={vial} />
      <WithActs>
        <Acts vial={vial} />
      </WithActs>
      <Story container={container} />
    </div>
  );
}

function Acts({ vial }: { vial: Schemas['WholeContainerDto'] }) {
  const [act, choose] = useState<VialActName | null>(null);
  const isUnderWay = useIsUnderWay();
  const acts = actsOf(vial);
  return (
    <Panel title={say.acts}>
      <div className="steps" role="group" aria-label={say.acts}>
        {acts.map((each) => (
          <Button
            key={each}
            variant={each === act ? 'filled' : 'default'}
            aria-pressed={each === act}
            disabled={isUnderWay && each !== act}
            onClick={() => {
              choose(each);
            }}
          >
            {say[each]}
          </Button>
        ))}
      </div>
      {acts.length === 0 && <p className="quiet">{spelled(vial.status)}</p>}
      {act !== null && <VialAct key={act} act={act} vial={vial} />}
    </Panel>
  );
}

function Story({ container }: { container: string }) {
  const { site, zone } = useHere();
  const withUnit = useWithUnit();
  const name = useName();
  const query = useQuery(
    reading('/api/sites/{site}/containers/{container}/story', {
      params: { site: site.site, container },
    }),
  );
  return (
    <Panel title={say.story} wide>
      <Read query={query}>
        {({ lines }) => (
          <Table
            label={say.story}
            numbers={[0, 4]}
            head={[
              words.ledger.line,
              words.ledger.at,
              words.ledger.kind,
              words.ledger.who,
              words.ledger.moved,
            ]}
          >
            {lines.map(({ line, occurredAt, kind, performer, movements }) => (
              <tr key={line}>
                <td className="num">
                  <Link href={`/ledger/${line}`}>{line}</Link>
                </td>
                <td className="when">{dayAndTime(occurredAt, zone)}</td>
                <td>
                  <strong>{spelled(kind)}</strong>
                </td>
                <td>{name(performer)}</td>
                <td className="num">
                  {movements
                    .filter(({ from, to }) => `${from} ${to} `.includes(`container:${container} `))
                    .map(
                      ({ quantity, to, item }) =>
                        `${to === `container:${container}` ? '+' : '−'}${withUnit(quantity, item)}`,
                    )
                    .join(' ')}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Read>
    </Panel>
  );
}
