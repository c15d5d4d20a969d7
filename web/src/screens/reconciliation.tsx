/** The computation chart between two counts; every figure opens to its lines. */
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { LineLink } from '../parts/line-link.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { useWithUnit } from '../api/units.js';
import { Mark, Page, Panel, Read, Table } from '../parts/page.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { withMinus } from '../words/amounts.js';
import { day, dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.reconciliation;
const MOST_COUNTS = 200;

export default function Reconciliation() {
  const { site } = useHere();
  const params = { site: site.site };
  const balances = useQuery(reading('/api/sites/{site}/balances', { params }));
  const earlier = useQuery(reading('/api/sites/{site}/reconciliations', { params }));
  const [item, setItem] = useState('');
  const [beginning, setBeginning] = useState('');
  const [closing, setClosing] = useState('');
  const [asked, ask] = useState<{ item: string; beginning: string; closing: string } | null>(null);
  const counts = useCounts();
  const withUnit = useWithUnit();
  return (
    <Page title={say.title}>
      <div className="board two">
        <Panel title={say.counts}>
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              ask({ item, beginning, closing });
            }}
          >
            <NativeSelect
              label={say.item}
              value={item}
              required
              onChange={typed(setItem)}
              data={[
                { value: '', label: words.choose },
                ...(balances.data?.items ?? []).map((each) => each.item),
              ]}
            />
            <div className="pair">
              <CountField
                label={say.beginning}
                value={beginning}
                counts={counts}
                onChange={setBeginning}
              />
              <CountField
                label={say.closing}
                value={closing}
                counts={counts}
                onChange={setClosing}
              />
            </div>
            <div className="row">
              <Button type="submit">{say.show}</Button>
            </div>
          </form>
        </Panel>
        <Panel title={say.earlier}>
          <Read query={earlier}>
            {({ items }) =>
              items.length === 0 ? (
                <p className="quiet">{words.nothingHere}</p>
              ) : (
                <ul className="lines">
                  {items.map((period) => (
                    <li key={period.line}>
                      <span>
                        <LineLink line={period.line} /> {period.item}
                      </span>
                      <span className="num">
                        {day(period.from)} – {day(period.to)} ·{' '}
                        {withUnit(withMinus(period.difference), period.item)}
                      </span>
                    </li>
                  ))}
                </ul>
              )
            }
          </Read>
        </Panel>
        {asked !== null && <Chart {...asked} />}
      </div>
    </Page>
  );
}

interface Counted {
  readonly line: number;
  readonly kind: string;
  readonly occurredAt: string;
}

/** Counts and inventories of the site, the newest first: a period runs from one of them to another. */
function useCounts(): readonly Counted[] {
  const { site } = useHere();
  const at = (kind: string) => ({
    params: { site: site.site },
    query: { kind, limit: MOST_COUNTS },
  });
  const found = [
    useQuery(reading('/api/sites/{site}/entries', at('count'))),
    useQuery(reading('/api/sites/{site}/entries', at('inventory'))),
  ];
  return found.flatMap(({ data }) => data?.items ?? []).sort((a, b) => b.line - a.line);
}

function CountField(props: {
  label: string;
  value: string;
  counts: readonly Counted[];
  onChange: (line: string) => void;
}) {
  const { zone } = useHere();
  return (
    <NativeSelect
      label={props.label}
      value={props.value}
      required
      onChange={typed(props.onChange)}
      data={[
        { value: '', label: words.choose },
        ...props.counts.map(({ line, kind, occurredAt }) => ({
          value: String(line),
          label: `${dayAndTime(occurredAt, zone)} · ${spelled(kind)} ${line}`,
        })),
      ]}
    />
  );
}

function Chart(asked: { item: string; beginning: string; closing: string }) {
  const { site } = useHere();
  const query = useQuery(
    reading('/api/sites/{site}/reconciliations/chart', {
      params: { site: site.site },
      query: asked,
    }),
  );
  return (
    <Panel title={asked.item} wide>
      <Read query={query}>
        {(chart) => (
          <>
            <Table label={say.title} numbers={[1]} head={['', chart.unit, say.lines]}>
              <tr>
                <th scope="row">{say.beginning}</th>
                <td className="num">{chart.beginning.total}</td>
                <td />
              </tr>
              {(['receipts', 'transfersIn'] as const).map((name) => (
                <Figure key={name} name={name} figure={chart[name]} />
              ))}
              <tr>
                <th scope="row">
                  <strong>{say.accountableFor}</strong>
                </th>
                <td className="num">
                  <strong>{chart.accountableFor}</strong>
                </td>
                <td />
              </tr>
              <tr>
                <th scope="row">{say.closing}</th>
                <td className="num">{chart.closing.total}</td>
                <td />
              </tr>
              {(
                [
                  'administered',
                  'handedOver',
                  'wasted',
                  'transferredOut',
                  'destroyed',
                  'lost',
                ] as const
              ).map((name) => (
                <Figure key={name} name={name} figure={chart[name]} />
              ))}
              <tr>
                <th scope="row">
                  <strong>{say.accountedFor}</strong>
                </th>
                <td className="num">
                  <strong>{chart.accountedFor}</strong>
                </td>
                <td />
              </tr>
              <tr>
                <th scope="row">
                  <strong>{say.difference}</strong>
                </th>
                <td className="num">
                  <strong>{withMinus(chart.difference)}</strong>
                </td>
                <td>
                  <Mark as={chart.finding === 'none' ? 'good' : 'bad'}>
                    {spelled(chart.finding)}
                    {chart.differencePercent !== null && ` · ${chart.differencePercent} %`}
                  </Mark>
                </td>
              </tr>
            </Table>
          </>
        )}
      </Read>
    </Panel>
  );
}

function Figure({ name, figure }: { name: string; figure: Schemas['ChartFigureDto'] }) {
  return (
    <tr>
      <th scope="row">{spelled(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))}</th>
      <td className="num">{figure.quantity}</td>
      <td className="num">
        {figure.lines.slice(0, 20).map((line) => (
          <Link key={line} href={`/ledger/${line}`}>
            {line}{' '}
          </Link>
        ))}
      </td>
    </tr>
  );
}
