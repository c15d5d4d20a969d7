/** Inventories: when the next one is due, which were taken, their signed copies, and how one begins. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { LineLink } from '../parts/line-link.js';
import { ActForm } from '../act/act-form.js';
import { post } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { BeginForm } from '../parts/begin-form.js';
import { CodeField } from '../parts/fields.js';
import { Mark, Page, Panel, Read, Table } from '../parts/page.js';
import { typed } from '../parts/typed.js';
import { UploadField } from '../parts/upload-field.js';
import { useHere, useNow } from '../session/session.js';
import { INVENTORY_TAKERS } from '../shell/places.js';
import { dateAt, day } from '../words/times.js';
import { spelled, words } from '../words/words.js';
import { FirstInventory } from './first-inventory.js';

const say = words.inventories;
const TYPES = ['biennial', 'annual', 'newly-scheduled', 'relocation-out', 'closing'] as const;
const MOST = 100;
type Listed = Schemas['ListedInventoryDto'];

export default function Inventories() {
  const { site, roles } = useHere();
  const params = { site: site.site };
  const due = useQuery(reading('/api/sites/{site}/inventories/due', { params }));
  const taken = useQuery(
    reading('/api/sites/{site}/inventories', { params, query: { limit: MOST } }),
  );
  const [wasNone, setWasNone] = useState(false);
  const mayTake = INVENTORY_TAKERS.some((role) => roles.has(role));
  const isNone = taken.data?.items.length === 0;
  // The numbers for the labels stand there until somebody goes on, though it is then no longer the first.
  if (isNone && !wasNone) setWasNone(true);
  return (
    <Page title={say.title}>
      <div className="board two">
        <Panel title={say.due}>
          <Read query={due}>{(told) => <Due told={told} />}</Read>
        </Panel>
        {mayTake && !isNone && taken.isSuccess && (
          <Panel title={say.begin}>
            <Begin />
          </Panel>
        )}
      </div>
      {mayTake && wasNone && <FirstInventory />}
      <Panel title={say.taken}>
        <Read query={taken}>{({ items }) => <Taken items={items} />}</Read>
      </Panel>
    </Page>
  );
}

function Due({ told }: { told: Schemas['InventoryDueDto'] }) {
  const { status, due, last } = told;
  if (due === null) return <p className="quiet">{say.missing}</p>;
  return (
    <dl className="facts">
      <div>
        <dt>{say.lastDay}</dt>
        <dd className="num">{day(due)}</dd>
      </div>
      <div>
        <dt>{words.vials.status}</dt>
        <dd>
          <Mark as={status === 'in-time' ? 'good' : status === 'overdue' ? 'bad' : 'due'}>
            {spelled(status)}
          </Mark>
        </dd>
      </div>
      {last !== null && (
        <div>
          <dt>{say.last}</dt>
          <dd className="num">
            <Link href={`/ledger/${last.line}`}>{last.line}</Link> · {spelled(last.type)} ·{' '}
            {day(last.date)}
          </dd>
        </div>
      )}
    </dl>
  );
}

function Begin() {
  const { site, zone } = useHere();
  const [, go] = useLocation();
  const today = dateAt(new Date(useNow()).toISOString(), zone);
  const [type, setType] = useState<(typeof TYPES)[number]>('biennial');
  const [asOf, setAsOf] = useState<'opening' | 'close'>('opening');
  const [date, setDate] = useState(today);
  const [items, setItems] = useState('');
  const named = items
    .split('\n')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return (
    <BeginForm
      label={say.begin}
      begin={() =>
        post(
          '/api/sites/{site}/inventories/running',
          { params: { site: site.site } },
          { type, asOf, date, ...(type === 'newly-scheduled' ? { items: named } : {}) },
        )
      }
      onBegun={({ id }) => {
        go(`/inventory/${id}`);
      }}
    >
      <p className="quiet">{say.beginSays}</p>
      <div className="pair">
        <CodeField label={say.type} value={type} of={TYPES} onChange={setType} />
        <CodeField
          label={say.asOf}
          value={asOf}
          of={['opening', 'close'] as const}
          onChange={setAsOf}
        />
        <TextInput
          type="date"
          label={say.date}
          value={date}
          required
          max={today}
          onChange={typed(setDate)}
        />
      </div>
      {type === 'newly-scheduled' && (
        <Textarea label={say.items} rows={3} value={items} onChange={typed(setItems)} />
      )}
    </BeginForm>
  );
}

function Taken({ items }: { items: readonly Listed[] }) {
  const [filing, file] = useState<number | null>(null);
  if (items.length === 0) return <p className="quiet">{say.none}</p>;
  return (
    <div className="stack">
      <Table
        label={say.taken}
        numbers={[0]}
        head={[words.ledger.line, say.type, say.date, say.asOf, say.copy]}
      >
        {items.map(({ line, type, asOf, date, signedCopy }) => (
          <tr key={line}>
            <td className="num">
              <Link href={`/ledger/${line}`}>{line}</Link>
            </td>
            <td>{spelled(type)}</td>
            <td className="when">{day(date)}</td>
            <td>{spelled(asOf)}</td>
            <td>
              {signedCopy === null ? (
                <Mark as="due">{say.noCopy}</Mark>
              ) : (
                <Mark as="good">
                  {say.filed} <LineLink line={signedCopy.line} />
                </Mark>
              )}
            </td>
          </tr>
        ))}
      </Table>
      <NativeSelect
        label={say.file}
        value={filing ?? ''}
        onChange={typed((line) => {
          file(line === '' ? null : Number(line));
        })}
        data={[
          { value: '', label: words.choose },
          ...items.map(({ line, type, date }) => ({
            value: String(line),
            label: `${line} · ${spelled(type)} · ${day(date)}`,
          })),
        ]}
      />
      {filing !== null && <Filing key={filing} line={filing} />}
    </div>
  );
}

function Filing({ line }: { line: number }) {
  const { site } = useHere();
  const entry = useQuery(
    reading('/api/sites/{site}/entries/{line}', { params: { site: site.site, line } }),
  );
  const [file, setFile] = useState<string | null>(null);
  return (
    <Read query={entry}>
      {({ leafHash: leaf }) => (
        <ActForm
          kind="filing"
          path="/api/sites/{site}/inventories/signed-copies"
          label={say.file}
          content={file === null ? null : { line, leaf, file }}
        >
          <p>
            <Link href="/reports">{say.printed}</Link>
          </p>
          <UploadField label={say.scan} says={say.fileSays} onUploaded={setFile} />
        </ActForm>
      )}
    </Read>
  );
}
