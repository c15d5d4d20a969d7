/** What the site has decided, by theme: each setting with its value, the clause behind it, and whether it differs from the default. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Mark, Page, Panel, Read, Table } from '../parts/page.js';
import { useHere } from '../session/session.js';
import { dayAndTime } from '../words/times.js';
import { words } from '../words/words.js';
import { PolicyForm } from './policy-form.js';
import { differing, nameOf, settingsOf, THEMES, told } from './policy-settings.js';
import type { Setting, Settings, Theme } from './policy-settings.js';
import './policies.css';

const say = words.policies;
type Standing = Schemas['PolicyStandingDto'];
const HOUSE = 'house policy';

export default function Policies() {
  const { site, roles } = useHere();
  const query = useQuery(reading('/api/sites/{site}/policies', { params: { site: site.site } }));
  return (
    <Page title={words.nav.policies}>
      <Read query={query}>
        {(standing) => (
          <>
            <InForce standing={standing} />
            <div className="themed">
              <nav className="themes" aria-label={say.contents}>
                <ul>
                  {THEMES.map((theme) => (
                    <li key={theme}>
                      <a href={`#${theme}`}>{say.themes[theme]}</a>
                    </li>
                  ))}
                </ul>
              </nav>
              <div className="stack">
                {THEMES.map((theme) => (
                  <ThemePanel key={theme} theme={theme} standing={standing} />
                ))}
              </div>
            </div>
            <Others title={say.coming} policies={standing.coming} standing={standing} />
            <Others title={say.earlier} policies={standing.earlier} standing={standing} />
            {roles.has('registrant') && <Publish standing={standing} />}
          </>
        )}
      </Read>
    </Page>
  );
}

/** Since when, and what the site has decided otherwise than every register begins with. */
function InForce({ standing }: { standing: Standing }) {
  const { zone } = useHere();
  const { inForce, house } = standing;
  const own = differing(inForce.settings, house, house);
  return (
    <Panel title={say.inForce}>
      <p className="quiet num">
        {say.since} {dayAndTime(inForce.effectiveFrom, zone)}
        {inForce.line !== null && (
          <>
            {' '}
            · {words.ledger.line} <Link href={`/ledger/${inForce.line}`}>{inForce.line}</Link>
          </>
        )}
      </p>
      {own.length === 0 ? (
        <p>{say.asDefault}</p>
      ) : (
        <p className="row wrap">
          {say.ownSays}
          {own.map((setting) => (
            <a key={setting} className="chip" href={`#${setting}`}>
              {nameOf(setting)}
            </a>
          ))}
        </p>
      )}
    </Panel>
  );
}

function ThemePanel({ theme, standing }: { theme: Theme; standing: Standing }) {
  const { inForce, house } = standing;
  const own = differing(inForce.settings, house, house);
  return (
    <div id={theme}>
      <Panel title={say.themes[theme]}>
        <Table label={say.themes[theme]} head={[say.setting, say.value, say.basis]}>
          {settingsOf(theme).map((setting) => (
            <tr key={setting} id={setting}>
              <th scope="row">{nameOf(setting)}</th>
              <td className="value">
                {own.includes(setting) ? (
                  <>
                    <strong>{told(setting, inForce.settings)}</strong>
                    <span className="block small">
                      <Mark as="due">
                        {say.standard} {told(setting, house)}
                      </Mark>
                    </span>
                  </>
                ) : (
                  told(setting, inForce.settings)
                )}
              </td>
              <td>
                {clauseOf(standing, setting) ?? <span className="quiet">{words.work.house}</span>}
              </td>
            </tr>
          ))}
        </Table>
      </Panel>
    </div>
  );
}

function clauseOf({ basis }: Standing, setting: Setting): string | undefined {
  const clause = basis.find((each) => each.setting === setting)?.basis;
  return clause === HOUSE ? undefined : clause;
}

function Others(props: { title: string; policies: Standing['coming']; standing: Standing }) {
  const { zone } = useHere();
  if (props.policies.length === 0) return null;
  const { inForce, house } = props.standing;
  return (
    <Panel title={props.title}>
      <ul className="lines">
        {props.policies.map(({ line, effectiveFrom, settings }) => (
          <li key={effectiveFrom}>
            <span className="num">
              {dayAndTime(effectiveFrom, zone)}{' '}
              {line !== null && <Link href={`/ledger/${line}`}>{line}</Link>}
            </span>
            <span className="quiet">
              {differing(settings, inForce.settings, house)
                .map(
                  (setting) =>
                    `${nameOf(setting)}: ${told(setting, { ...house, ...stated(settings) })}`,
                )
                .join(' · ') || say.asNow}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What a policy says, without what it leaves to the house. */
const stated = (settings: Settings): Partial<Settings> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null));

function Publish({ standing }: { standing: Standing }) {
  const [isChanging, change] = useState(false);
  const { inForce, coming } = standing;
  return (
    <Panel
      title={say.publish}
      beside={
        <Button
          variant="default"
          size="compact-sm"
          aria-expanded={isChanging}
          onClick={() => {
            change(!isChanging);
          }}
        >
          {isChanging ? words.close : say.change}
        </Button>
      }
    >
      <p className="quiet">{say.publishSays}</p>
      {isChanging && (
        <PolicyForm
          key={inForce.line}
          settings={coming.at(-1)?.settings ?? inForce.settings}
          clauseOf={(setting) => clauseOf(standing, setting)}
        />
      )}
    </Panel>
  );
}
