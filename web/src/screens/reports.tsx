/** Printed pages and files, of any range of days, on either paper. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addressOf } from '../api/client.js';
import { Page, Panel } from '../parts/page.js';
import { useHere, useNow } from '../session/session.js';
import { dateAt, daysAfter } from '../words/times.js';
import { words } from '../words/words.js';

const say = words.reports;
const REPORTS = [
  { file: 'ledger', name: say.ledger },
  { file: 'dispensing', name: say.dispensing },
  { file: 'discrepancies', name: say.discrepancies },
] as const;

export default function Reports() {
  const { site, zone } = useHere();
  const today = dateAt(new Date(useNow()).toISOString(), zone);
  const [from, setFrom] = useState(() => daysAfter(today, -30));
  const [to, setTo] = useState(today);
  const [paper, setPaper] = useState('letter');
  const address = (file: string): string =>
    addressOf('/api/sites/{site}/reports/{file}', {
      params: { site: site.site, file },
      query: { from, to, paper },
    });
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
        {REPORTS.map(({ name, file }) => (
          <Panel key={name} title={name}>
            <p className="row">
              <a className="download" href={address(`${file}.pdf`)} download={`${name}.pdf`}>
                {say.pdf}
                <span className="only-read"> {name}</span>
              </a>
              <a className="download" href={address(`${file}.csv`)} download={`${name}.csv`}>
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
