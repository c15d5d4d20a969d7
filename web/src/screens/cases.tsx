/** Discrepancies as a board: what nobody has taken on yet, what is being looked into, and what was closed how. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Page, Panel, Read } from '../parts/page.js';
import { useHere, useName } from '../session/session.js';
import { spelled, words } from '../words/words.js';
import { CaseDifference, CaseStatus } from './case-status.js';

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
          const open = newest.filter(({ status }) => status === 'open');
          const owned = open.filter(({ owner }) => owner !== null);
          const unowned = open.filter(({ owner }) => owner === null);
          const closed = newest.filter(({ status }) => status !== 'open');
          return (
            <div className="board">
              <Panel title={say.unowned} count={unowned.length}>
                <Cards of={unowned} none={say.noneOpen} />
              </Panel>
              <Panel title={say.owned} count={owned.length}>
                <Cards of={owned} none={say.noneOpen} />
              </Panel>
              <Panel title={say.closed}>
                <Cards of={closed} none={say.noneClosed} />
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

function Cards({ of, none }: { of: readonly Standing[]; none: string }) {
  const name = useName();
  if (of.length === 0) return <p className="quiet">{none}</p>;
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
              <CaseDifference of={difference} />
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
