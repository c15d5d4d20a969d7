/** Documents of any range of days: printed while one waits, looked at, and saved. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { addressOf, Refused, Unreachable } from '../api/client.js';
import type { Problem } from '../api/client.js';
import { download } from '../api/download.js';
import type { Downloaded } from '../api/download.js';
import { CodeField } from '../parts/fields.js';
import { Page, Panel } from '../parts/page.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { typed } from '../parts/typed.js';
import { useHere, useNow } from '../session/session.js';
import { dateAt, daysAfter } from '../words/times.js';
import { words } from '../words/words.js';

const say = words.reports;
/** In the order in which an inspection asks for them. */
const DOCUMENTS = [
  'cover',
  'inventories',
  'audit',
  'receipts',
  'ledger',
  'dispensing',
  'waste',
  'discrepancies',
  'disposals',
  'corrections',
  'residue',
  'container',
  'entries',
  'count-sheet',
  'packet',
] as const;
type Document = (typeof DOCUMENTS)[number];
const SHEETS = ['pdf', 'csv', 'xlsx', 'json'] as const;
type Format = (typeof SHEETS)[number] | 'zip';

export default function Reports() {
  const { site, zone, people } = useHere();
  const today = dateAt(new Date(useNow()).toISOString(), zone);
  const [document, setDocument] = useState<Document>('ledger');
  const [from, setFrom] = useState(() => daysAfter(today, -30));
  const [to, setTo] = useState(today);
  const [paper, setPaper] = useState<'letter' | 'a4'>('letter');
  const [container, setContainer] = useState('');
  const [person, setPerson] = useState('');
  const formats: readonly Format[] = document === 'packet' ? ['zip'] : SHEETS;
  const lacks =
    (document === 'container' && container === '') || (document === 'entries' && person === '');
  const address = (format: Format): string =>
    addressOf('/api/sites/{site}/reports/{file}', {
      params: { site: site.site, file: `${document}.${format}` },
      query: {
        from,
        to,
        paper,
        ...(document === 'container' ? { container } : {}),
        ...(document === 'entries' ? { person } : {}),
      },
    });
  return (
    <Page title={say.title}>
      <p className="quiet">{say.says}</p>
      <div className="board two">
        <Panel title={say.choose}>
          <NativeSelect
            label={say.document}
            value={document}
            onChange={(event) => {
              setDocument(event.currentTarget.value as Document);
            }}
            data={DOCUMENTS.map((value) => ({ value, label: say.documents[value] }))}
          />
          <div className="pair">
            <TextInput
              type="date"
              label={say.from}
              value={from}
              max={to}
              onChange={typed(setFrom)}
            />
            <TextInput type="date" label={say.to} value={to} min={from} onChange={typed(setTo)} />
            <CodeField
              label={say.paper}
              value={paper}
              of={['letter', 'a4'] as const}
              onChange={setPaper}
            />
            {document === 'container' && (
              <TextInput
                label={words.today.vial}
                value={container}
                placeholder="41-3"
                onChange={(event) => {
                  setContainer(event.currentTarget.value.trim());
                }}
              />
            )}
            {document === 'entries' && (
              <NativeSelect
                label={words.ledger.who}
                value={person}
                onChange={typed(setPerson)}
                data={[
                  { value: '', label: words.choose },
                  ...[...people.values()].map((each) => ({ value: each.person, label: each.name })),
                ]}
              />
            )}
          </div>
          <Printing
            key={`${address('pdf')} ${document}`}
            formats={formats}
            address={address}
            lacks={lacks}
          />
        </Panel>
      </div>
    </Page>
  );
}

type State =
  | { readonly is: 'ready'; readonly problem: Problem | 'unreachable' | null }
  | { readonly is: 'printing'; readonly format: Format; readonly bytes: number }
  | { readonly is: 'done'; readonly file: Downloaded };

function Printing(props: {
  formats: readonly Format[];
  address: (format: Format) => string;
  lacks: boolean;
}) {
  const [state, setState] = useState<State>({ is: 'ready', problem: null });
  const stopping = useRef<AbortController | null>(null);
  const kept = useRef<Downloaded | null>(null);
  useEffect(
    () => () => {
      stopping.current?.abort();
      kept.current?.release();
    },
    [],
  );
  const print = async (format: Format): Promise<void> => {
    const stop = new AbortController();
    stopping.current = stop;
    kept.current?.release();
    setState({ is: 'printing', format, bytes: 0 });
    try {
      const file = await download(props.address(format), {
        signal: stop.signal,
        onBytes: (bytes) => {
          setState({ is: 'printing', format, bytes });
        },
      });
      kept.current = file;
      setState({ is: 'done', file });
    } catch (error) {
      if (error instanceof Refused) setState({ is: 'ready', problem: error.problem });
      else if (error instanceof Unreachable) setState({ is: 'ready', problem: 'unreachable' });
      else if (stop.signal.aborted) setState({ is: 'ready', problem: null });
      else throw error;
    }
  };
  return (
    <div className="stack">
      <div className="row wrap">
        {props.formats.map((format) => (
          <Button
            key={format}
            variant={format === 'pdf' || format === 'zip' ? 'filled' : 'default'}
            disabled={props.lacks || state.is === 'printing'}
            loading={state.is === 'printing' && state.format === format}
            onClick={() => void print(format)}
          >
            {say.print} {format.toUpperCase()}
          </Button>
        ))}
        {state.is === 'printing' && (
          <Button
            variant="subtle"
            onClick={() => {
              stopping.current?.abort();
            }}
          >
            {words.cancel}
          </Button>
        )}
      </div>
      <p role="status" className="num">
        {state.is === 'printing' && `${say.printing} ${kilobytes(state.bytes)}`}
        {state.is === 'done' && `${state.file.name} · ${kilobytes(state.file.bytes)}`}
      </p>
      {state.is === 'done' && (
        <p className="row wrap">
          <a className="download" href={state.file.address} target="_blank" rel="noreferrer">
            {say.open}
          </a>
          <a className="download" href={state.file.address} download={state.file.name}>
            {words.save}
          </a>
        </p>
      )}
      {state.is === 'ready' && <ProblemNotice problem={state.problem} />}
    </div>
  );
}

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} kB`;
