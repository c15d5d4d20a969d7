/** The inspector's desk: where everything read only begins, the signed head of the ledger, and what was shown to whom. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { addressOf } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Page, Panel, Read, Table } from '../parts/page.js';
import { useHere, useName } from '../session/session.js';
import { dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.inspection;

export default function Inspection() {
  const { site, zone } = useHere();
  const name = useName();
  const params = { site: site.site };
  const head = useQuery({
    queryKey: ['checkpoint', site.site],
    queryFn: async () =>
      (await fetch(addressOf('/api/sites/{site}/checkpoint', { params }))).text(),
  });
  const journal = useQuery(reading('/api/sites/{site}/journal', { params, query: { limit: 50 } }));
  return (
    <Page title={say.title}>
      <p className="quiet">{say.says}</p>
      <div className="board">
        {[
          ['/ledger', words.nav.ledger],
          ['/vials', words.nav.vials],
          ['/discrepancies', words.nav.discrepancies],
          ['/losses', words.nav.losses],
          ['/reconciliation', words.nav.reconciliation],
          ['/reports', words.nav.reports],
        ].map(([href = '', label]) => (
          <Link key={href} href={href} className="card">
            <span>{label}</span>
          </Link>
        ))}
      </div>
      <Panel
        title={say.checkpoint}
        beside={
          <a href={addressOf('/api/sites/{site}/log.vkey', { params })} download="log.vkey">
            {say.key}
          </a>
        }
      >
        <pre className="checkpoint" tabIndex={0}>
          {head.data}
        </pre>
      </Panel>
      <Panel title={say.journal}>
        <Read query={journal}>
          {({ items }) => (
            <Table
              label={say.journal}
              numbers={[0]}
              head={[
                words.ledger.line,
                words.ledger.at,
                words.ledger.who,
                words.ledger.kind,
                words.ledger.about,
              ]}
            >
              {items.map((line) => (
                <tr key={line.line}>
                  <td className="num">{line.line}</td>
                  <td className="num">{dayAndTime(line.at, zone)}</td>
                  <td>{name(line.person)}</td>
                  <td>{spelled(line.kind)}</td>
                  <td>{line.about.join(', ')}</td>
                </tr>
              ))}
            </Table>
          )}
        </Read>
      </Panel>
    </Page>
  );
}
