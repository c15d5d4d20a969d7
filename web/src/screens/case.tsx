/** One discrepancy: its timeline, what would explain its gap, and its next step. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import { LineLink } from '../parts/line-link.js';
import { ActForm, Recorded } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { DISCREPANCY_CAUSE } from '../api/code-lists.js';
import { reading } from '../api/queries.js';
import { CodeField } from '../parts/fields.js';
import { Page, Panel, Read } from '../parts/page.js';
import { typed } from '../parts/typed.js';
import { useHere, useName } from '../session/session.js';
import { day } from '../words/times.js';
import { spelled, words } from '../words/words.js';
import { CaseDifference, CaseStatus } from './case-status.js';
import { SettlementFields, useSettlement } from './case-settlement.js';
import { CaseTimeline } from './case-timeline.js';

const say = words.cases;

export default function Case({ id }: { id: string }) {
  const { site } = useHere();
  const at = { params: { site: site.site, case: id } };
  const standing = useQuery(reading('/api/sites/{site}/discrepancies/{case}', at));
  const [last, setLast] = useState<Schemas['RecordedDto'] | null>(null);
  return (
    <Page title={`${say.one} ${id}`}>
      {last !== null && <Recorded answer={last} />}
      <Read query={standing}>
        {(told) => (
          <div className="board two">
            <Standing told={told} />
            <Explanations at={at} />
            <Course told={told} />
            {told.status === 'open' && (
              <Panel title={say.act}>
                <Step key={last?.line} told={told} onRecorded={setLast} />
              </Panel>
            )}
          </div>
        )}
      </Read>
    </Page>
  );
}

interface At {
  readonly params: { readonly site: string; readonly case: string };
}

function Standing({ told }: { told: Schemas['DiscrepancyStandingDto'] }) {
  const name = useName();
  return (
    <Panel title={told.item}>
      <dl className="facts">
        <div>
          <dt>{say.difference}</dt>
          <dd className="num">
            <CaseDifference of={told.difference} />
          </dd>
        </div>
        <div>
          <dt>{words.vials.status}</dt>
          <dd>
            <CaseStatus of={told} />
          </dd>
        </div>
        <div>
          <dt>{say.found}</dt>
          <dd>{spelled(told.foundBy)}</dd>
        </div>
        <div>
          <dt>{say.owner}</dt>
          <dd>{told.owner === null ? words.none : name(told.owner)}</dd>
        </div>
        {told.due !== null && (
          <div>
            <dt>{say.due}</dt>
            <dd className="num">{day(told.due)}</dd>
          </div>
        )}
        {told.container !== null && (
          <div>
            <dt>{words.today.vial}</dt>
            <dd>
              <Link href={`/vials/${told.container}`} className="num">
                {told.container}
              </Link>
            </dd>
          </div>
        )}
      </dl>
    </Panel>
  );
}

function Course({ told: { id, status, due } }: { told: Schemas['DiscrepancyStandingDto'] }) {
  const { site } = useHere();
  const losses = useQuery(reading('/api/sites/{site}/losses', { params: { site: site.site } }));
  return (
    <Panel title={say.timeline}>
      <Read query={losses}>
        {({ items }) => (
          <CaseTimeline
            cases={[id]}
            losses={items.filter(({ cases }) => cases.includes(id)).map((loss) => loss.id)}
            due={status === 'open' ? due : null}
          />
        )}
      </Read>
    </Panel>
  );
}

function Explanations({ at }: { at: At }) {
  const query = useQuery(reading('/api/sites/{site}/discrepancies/{case}/explanations', at));
  return (
    <Panel title={say.explain}>
      <Read query={query}>
        {({ since, expected, items }) => (
          <>
            <p className="quiet">
              {say.since} <LineLink line={since} /> · {say.expected}{' '}
              <span className="num">{expected}</span>
            </p>
            {items.length === 0 && <p>{say.explainNone}</p>}
            <ol className="lines">
              {items.map(({ cause, says, lines, leaves }) => (
                <li key={cause + says}>
                  <span>
                    <strong>{spelled(cause)}</strong> <span className="block">{says}</span>
                  </span>
                  <span className="num">
                    {lines.map((line) => (
                      <Fragment key={line}>
                        <Link href={`/ledger/${line}`}>{line}</Link>{' '}
                      </Fragment>
                    ))}
                    {say.leaves} {leaves}
                  </span>
                </li>
              ))}
            </ol>
          </>
        )}
      </Read>
    </Panel>
  );
}

function Step({
  told,
  onRecorded,
}: {
  told: Schemas['DiscrepancyStandingDto'];
  onRecorded: (answer: Schemas['RecordedDto']) => void;
}) {
  const { people } = useHere();
  const [act, setAct] = useState<'assigned' | 'noted' | 'closed'>('assigned');
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState('');
  const [cause, setCause] = useState<(typeof DISCREPANCY_CAUSE)[number]>('counting-mistake');
  const [outcome, setOutcome] = useState<'explained' | 'could-not-be-reconciled'>('explained');
  const [lines, setLines] = useState('');
  const explainedBy = lines.split(/[\s,]+/).filter((line) => line !== '');
  const settlement = useSettlement(told);
  const isHalf =
    act === 'assigned' ? owner === '' : act === 'closed' && settlement.content === null;
  const content = {
    case: told.id,
    act,
    ...(act === 'assigned' ? { owner, ...(due === '' ? {} : { due }) } : {}),
    ...(act === 'closed'
      ? {
          ...{ cause, outcome, ...settlement.content },
          ...(explainedBy.length === 0 ? {} : { explainedBy }),
        }
      : {}),
  };
  return (
    <ActForm
      kind="discrepancy"
      path="/api/sites/{site}/discrepancies"
      label={words.act.record}
      content={isHalf ? null : content}
      onRecorded={onRecorded}
      {...(act === 'closed' ? { second: { meaning: 'closed', seen: ['papers'] } as const } : {})}
    >
      <CodeField
        label={say.act}
        value={act}
        of={['assigned', 'noted', 'closed'] as const}
        onChange={setAct}
      />
      {act === 'assigned' && (
        <div className="pair">
          <NativeSelect
            label={say.owner}
            value={owner}
            onChange={typed(setOwner)}
            data={[
              { value: '', label: words.choose },
              ...[...people.values()].map(({ person, name }) => ({ value: person, label: name })),
            ]}
          />
          <TextInput label={say.due} type="date" value={due} onChange={typed(setDue)} />
        </div>
      )}
      {act === 'closed' && (
        <>
          <div className="pair">
            <CodeField label={say.cause} value={cause} of={DISCREPANCY_CAUSE} onChange={setCause} />
            <CodeField
              label={say.outcome}
              value={outcome}
              of={['explained', 'could-not-be-reconciled'] as const}
              onChange={setOutcome}
            />
            <TextInput label={say.lines} value={lines} onChange={typed(setLines)} />
          </div>
          <SettlementFields of={settlement} item={told.item} />
        </>
      )}
    </ActForm>
  );
}
