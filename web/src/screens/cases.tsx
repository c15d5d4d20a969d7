/** Discrepancies as a board: what is open, and what was closed how. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Mark, Page, Panel, Read } from '../parts/page.js';
import { useHere, useName } from '../session/session.js';
import { day } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.cases;
type Standing = Schemas['DiscrepancyStandingDto'];

export default function Cases() {
  const { site } = useHere();
  const query = useQuery(
    reading('/api/sites/{site}/discrepancies', {
      params: { site: site.site },
      query: { limit: 100 },
    }),
  );
  return (
    <Page title={say.title}>
      <Read query={query}>
        {({ items }) => {
          const [open, closed] = [
            items.filter(({ status }) => status === 'open'),
            items.filter(({ status }) => status !== 'open'),
          ];
          return (
            <div className="board two">
              <Panel title={say.open} count={open.length}>
                <Cards of={open} />
              </Panel>
              <Panel title={say.closed}>
                <Cards of={closed} />
              </Panel>
            </div>
          );
        }}
      </Read>
    </Page>
  );
}

function Cards({ of }: { of: readonly Standing[] }) {
  const name = useName();
  if (of.length === 0) return <p className="quiet">{words.nothingHere}</p>;
  return (
    <ul className="cards">
      {of.map(({ id, item, container, difference, status, owner, due, foundBy }) => (
        <li key={id}>
          <Link href={`/discrepancies/${id}`} className="card">
            <span className="num card-lead">{id}</span>
            <span>
              {item}
              {container !== null && ` · ${container}`}
            </span>
            <span className="num">
              {say.difference} <strong>{difference.value}</strong>
            </span>
            <span className="quiet">
              {spelled(foundBy)}
              {owner !== null && ` · ${name(owner)}`}
            </span>
            <Mark as={status === 'open' ? 'bad' : 'good'}>
              {spelled(status)}
              {due !== null && ` · ${say.due} ${day(due)}`}
            </Mark>
          </Link>
        </li>
      ))}
    </ul>
  );
}
