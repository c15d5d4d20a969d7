/** Documents of any range of days: printed, looked at, saved; issued so that they are known again; handed out. */
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { CodeField } from '../parts/fields.js';
import { Page, Panel, Read } from '../parts/page.js';
import { typed } from '../parts/typed.js';
import { useHere, useNow } from '../session/session.js';
import { dateAt, daysAfter } from '../words/times.js';
import { words } from '../words/words.js';
import { Narrowing } from './report-narrowing.js';
import { Printing } from './report-print.js';
import type { PrintAsked } from './report-print.js';
import { Disclosures } from './report-disclosures.js';
import { IssueDocument, Issues } from './report-issues.js';

const say = words.reports;
const PACKET = 'packet';
type Printable = Schemas['PrintableDto'];
/** Every document has its words; one that has none is not shown by its code by accident. */
const NAMES: Readonly<Record<Printable['name'], string>> = say.documents;

export default function Reports() {
  const { site, roles } = useHere();
  const query = useQuery(reading('/api/sites/{site}/reports', { params: { site: site.site } }));
  const mayDisclose = ['registrant', 'custodian', 'compliance'].some((role) => roles.has(role));
  return (
    <Page title={say.title}>
      <p className="quiet">{say.says}</p>
      <Read query={query}>
        {({ items, certificate }) => (
          <div className="board two">
            <Choose
              documents={items.filter(({ allowed }) => allowed)}
              certificate={certificate}
              mayIssue={mayDisclose}
            >
              <Issues />
              <Disclosures mayDisclose={mayDisclose} />
            </Choose>
          </div>
        )}
      </Read>
    </Page>
  );
}

function Choose(props: {
  documents: readonly Printable[];
  certificate: Schemas['PrintableListDto']['certificate'];
  mayIssue: boolean;
  /** What stands below the packet. */
  children: ReactNode;
}) {
  const { zone } = useHere();
  const today = dateAt(new Date(useNow()).toISOString(), zone);
  const [name, setName] = useState<Printable['name']>('ledger');
  const [from, setFrom] = useState(() => daysAfter(today, -30));
  const [to, setTo] = useState(today);
  const [paper, setPaper] = useState<'letter' | 'a4'>('letter');
  const [narrow, setNarrow] = useState<PrintAsked>({});
  const [signed, setSigned] = useState(false);
  const document = props.documents.find((each) => each.name === name) ?? props.documents[0];
  if (document === undefined) return <Panel title={say.choose}>{words.nothingHere}</Panel>;
  const { about } = document;
  const lacks = about !== null && (narrow[about] ?? '') === '';
  const asked = { ...narrow, from, to, paper };
  const packet = props.documents.find((each) => each.name === PACKET);
  return (
    <>
      <Panel title={say.choose}>
        <NativeSelect
          label={say.document}
          value={document.name}
          description={document.says}
          onChange={(event) => {
            setName(event.currentTarget.value as Printable['name']);
            setNarrow({});
          }}
          data={props.documents
            .filter((each) => each.name !== PACKET)
            .map((each) => ({ value: each.name, label: NAMES[each.name] }))}
        />
        <div className="pair">
          <TextInput type="date" label={say.from} value={from} max={to} onChange={typed(setFrom)} />
          <TextInput type="date" label={say.to} value={to} min={from} onChange={typed(setTo)} />
          <CodeField
            label={say.paper}
            value={paper}
            of={['letter', 'a4'] as const}
            onChange={setPaper}
          />
          <Narrowing document={document} value={narrow} onChange={setNarrow} />
        </div>
        {props.certificate !== null && (
          <Checkbox
            label={say.sign}
            description={`${props.certificate.subject}, ${say.validTo} ${dateAt(props.certificate.ends, zone)}${props.certificate.endsSoon ? `. ${say.endsSoon}` : ''}`}
            checked={signed}
            onChange={(event) => {
              setSigned(event.currentTarget.checked);
            }}
          />
        )}
        <Printing
          key={JSON.stringify([document.name, asked, signed])}
          document={document.name}
          forms={document.forms}
          asked={asked}
          signed={signed}
          lacks={lacks}
        />
        {props.mayIssue && (
          <IssueDocument
            key={`issue ${JSON.stringify([document.name, asked])}`}
            document={document}
            asked={asked}
            lacks={lacks}
          />
        )}
      </Panel>
      <div className="column">
        {packet !== undefined && (
          <Panel title={NAMES.packet}>
            <p className="quiet">{say.packetSays}</p>
            <Printing
              document={PACKET}
              forms={packet.forms}
              asked={{ from, to, paper }}
              signed={signed}
              lacks={false}
            />
          </Panel>
        )}
        {props.children}
      </div>
    </>
  );
}
