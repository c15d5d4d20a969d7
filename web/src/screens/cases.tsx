/** Discrepancies as a board: what is open, and what was closed how. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Page, Panel, Read } from '../parts/page.js';
import { useHere, useName } from '../session/session.js';
import { spelled, words } from '../words/words.js';
import { CaseStatus } from './case-status.js';

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
          const newest = [...items].sort((a, b) => lineOf(b) - lineOf(a));
          const [open, closed] = [
            newest.filter(({ status }) => status === 'open'),
            newest.filter(({ status }) => status !== 'open'),
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

/** The line that opened a case is the first part of its id. */
const lineOf = ({ id }: Standing): number => Number(id.split('-')[0]);

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
              {say.difference} <strong>{difference.value}</strong> {say.in[difference.in]}
            </span>
            <span className="quiet">
              {spelled(foundBy)}
              {owner !== null && ` · ${name(owner)}`}
            </span>
            <CaseStatus of={{ status, due }} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
