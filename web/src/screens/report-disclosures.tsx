/** Who outside was given which issued documents. */
import { Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LineLink } from '../parts/line-link.js';
import { ActForm } from '../act/act-form.js';
import { DISCLOSURE_MANNER, DISCLOSURE_TO } from '../api/code-lists.js';
import { reading } from '../api/queries.js';
import { CodeField } from '../parts/fields.js';
import { ListPanel } from '../parts/list-panel.js';
import { typed } from '../parts/typed.js';
import { useHere, useName } from '../session/session.js';
import { dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.disclosures;
const OFFERED = 12;

export function Disclosures({ mayDisclose }: { mayDisclose: boolean }) {
  const { site, zone } = useHere();
  const name = useName();
  const query = useQuery(reading('/api/sites/{site}/disclosures', { params: { site: site.site } }));
  return (
    <ListPanel
      title={say.title}
      query={query}
      each={(each) => (
        <>
          <span>
            <LineLink line={each.line} /> <strong>{each.organisation ?? spelled(each.to)}</strong>
            <span className="block quiet small">
              {spelled(each.manner)} · {name(each.by)}
              {each.reference !== null && ` · ${each.reference}`} · {say.reports}{' '}
              {each.reports.map((line) => (
                <span key={line}>
                  <LineLink line={line} />{' '}
                </span>
              ))}
            </span>
          </span>
          <span className="num quiet">{dayAndTime(each.occurredAt, zone)}</span>
        </>
      )}
    >
      {mayDisclose && (
        <details className="beside">
          <summary>{say.record}</summary>
          <Disclose />
        </details>
      )}
    </ListPanel>
  );
}

function Disclose() {
  const { site } = useHere();
  const issued = useQuery(
    reading('/api/sites/{site}/reports/issued', { params: { site: site.site } }),
  );
  const [reports, setReports] = useState<string[]>([]);
  const [to, setTo] = useState<(typeof DISCLOSURE_TO)[number]>('drug-enforcement');
  const [manner, setManner] = useState<(typeof DISCLOSURE_MANNER)[number]>('paper');
  const [told, setTold] = useState({ organisation: '', taker: '', badge: '', reference: '' });
  const given = Object.fromEntries(Object.entries(told).filter(([, text]) => text.trim() !== ''));
  return (
    <ActForm
      kind="disclosure"
      path="/api/sites/{site}/disclosures"
      label={say.record}
      content={reports.length === 0 ? null : { reports, to, manner, ...given }}
    >
      <Checkbox.Group label={say.reports} value={reports} onChange={setReports}>
        <div className="stack">
          {(issued.data?.items ?? []).slice(0, OFFERED).map(({ line, name, from, to: until }) => (
            <Checkbox
              key={line}
              value={String(line)}
              label={`${line} · ${name} · ${from} – ${until}`}
            />
          ))}
        </div>
      </Checkbox.Group>
      <div className="pair">
        <CodeField label={say.to} value={to} of={DISCLOSURE_TO} onChange={setTo} />
        <CodeField label={say.manner} value={manner} of={DISCLOSURE_MANNER} onChange={setManner} />
        {(['organisation', 'taker', 'badge', 'reference'] as const).map((member) => (
          <TextInput
            key={member}
            label={say[member]}
            value={told[member]}
            onChange={typed((text) => {
              setTold({ ...told, [member]: text });
            })}
          />
        ))}
      </div>
    </ActForm>
  );
}
