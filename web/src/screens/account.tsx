import { useState } from 'react';
import { Page, Panel } from '../parts/page.js';
import { SecretsForm } from '../session/doors.js';
import { useHere } from '../session/session.js';
import { wholeTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.session;

/** What a person may do, and the secrets of their own. */
export default function Account() {
  const { session, sites, zone } = useHere();
  const [isChanged, setChanged] = useState(false);
  return (
    <Page title={words.nav.account}>
      <div className="board two">
        <Panel title={session.name}>
          <dl className="facts">
            {session.grants.map(({ site, roles, until }) => (
              <div key={site}>
                <dt>{sites.find((each) => each.site === site)?.facts.name ?? spelled(site)}</dt>
                <dd>
                  {roles.map(spelled).join(', ')}
                  {until !== null && ` · ${wholeTime(until, zone)}`}
                </dd>
              </div>
            ))}
            <div>
              <dt>{say.provedAt}</dt>
              <dd className="num">{wholeTime(session.provedAt, zone)}</dd>
            </div>
          </dl>
        </Panel>
        <Panel title={say.fresh}>
          {isChanged && (
            <p className="notice notice-yes" role="status">
              {say.changed}
            </p>
          )}
          <SecretsForm
            onChanged={() => {
              setChanged(true);
            }}
          />
        </Panel>
      </div>
    </Page>
  );
}
