/** Printed pages and files, of any range of days, on either paper. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addressOf } from '../api/client.js';
import type { PathOf } from '../api/client.js';
import { Page, Panel } from '../parts/page.js';
import { useHere, useNow } from '../session/session.js';
import { dateAt, daysAfter } from '../words/times.js';
import { words } from '../words/words.js';

const say = words.reports;
const REPORTS: readonly {
  readonly name: string;
  readonly pdf: PathOf<'get'>;
  readonly csv: PathOf<'get'>;
}[] = [
  {
    name: say.ledger,
    pdf: '/api/sites/{site}/reports/ledger.pdf',
    csv: '/api/sites/{site}/reports/ledger.csv',
  },
  {
    name: say.dispensing,
    pdf: '/api/sites/{site}/reports/dispensing.pdf',
    csv: '/api/sites/{site}/reports/dispensing.csv',
  },
  {
    name: say.discrepancies,
    pdf: '/api/sites/{site}/reports/discrepancies.pdf',
    csv: '/api/sites/{site}/reports/discrepancies.csv',
  },
];

export default function Reports() {
  const { site, zone } = useHere();
  const today = dateAt(new Date(useNow()).toISOString(), zone);
  const [from, setFrom] = useState(() => daysAfter(today, -30));
  const [to, setTo] = useState(today);
  const [paper, setPaper] = useState('letter');
  const at = { params: { site: site.site }, query: { from, to, paper } };
  return (
    <Page title={say.title}>
      <p className="quiet">{say.says}</p>
      <div className="row wrap end">
        <TextInput
          type="date"
          label={say.from}
          value={from}
          max={to}
          onChange={(event) => {
            setFrom(event.currentTarget.value);
          }}
        />
        <TextInput
          type="date"
          label={say.to}
          value={to}
          min={from}
          onChange={(event) => {
            setTo(event.currentTarget.value);
          }}
        />
        <NativeSelect
          label={say.paper}
          value={paper}
          data={[
            { value: 'letter', label: 'Letter' },
            { value: 'a4', label: 'A4' },
          ]}
          onChange={(event) => {
            setPaper(event.currentTarget.value);
          }}
        />
      </div>
      <div className="board">
        {REPORTS.map(({ name, pdf, csv }) => (
          <Panel key={name} title={name}>
            <p className="row">
              <a className="download" href={addressOf(pdf, at)} download={`${name}.pdf`}>
                {say.pdf}
                <span className="only-read"> {name}</span>
              </a>
              <a className="download" href={addressOf(csv, at)} download={`${name}.csv`}>
                {say.csv}
                <span className="only-read"> {name}</span>
              </a>
            </p>
          </Panel>
        ))}
      </div>
    </Page>
  );
}
