/** What the site has decided: each setting with its value and the clause behind it, and how another policy is published. */
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { WASTE_MANNER, WASTE_WHY } from '../api/code-lists.js';
import { CodeField } from '../parts/fields.js';
import { Page, Panel, Read, Table } from '../parts/page.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';
import { CountSchedules } from './count-schedules.js';

const say = words.policies;
type Settings = Schemas['PolicySettingsDto'];
type Standing = Schemas['PolicyStandingDto'];

const NUMBERS = [
  'lateAfterMinutes',
  'witnessWindowMinutes',
  'reauthenticateAfterMinutes',
  'multipleDoseDays',
  'singleDoseHours',
  'ampuleHours',
  'cleanAirHours',
  'preparationHours',
  'doseCeilingPerKilogram',
  'drawOverOrderPercent',
  'overfillPercent',
  'assayTolerancePercent',
  'countLockMinutes',
  'inventoryMonths',
  'retentionYears',
] as const satisfies readonly (keyof Settings)[];
const CHOICES = {
  multipleDoseRemainder: ['inventory', 'waste'],
  lineResidue: ['flushed', 'waste'],
  oneOpenContainer: ['allowed', 'question', 'stop'],
  soonestFirst: ['allowed', 'question'],
  countsBy: ['one-person', 'two-people'],
  openedContainers: ['estimated', 'quarter-containers', 'measured'],
} as const satisfies Partial<Record<keyof Settings, readonly string[]>>;

export default function Policies() {
  const { site, roles } = useHere();
  const query = useQuery(reading('/api/sites/{site}/policies', { params: { site: site.site } }));
  const [isChanging, change] = useState(false);
  return (
    <Page title={words.nav.policies}>
      <Read query={query}>
        {(standing) => (
          <>
            <InForce standing={standing} />
            {roles.has('registrant') && (
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
                  <Publish
                    key={standing.inForce.line}
                    settings={standing.coming.at(-1)?.settings ?? standing.inForce.settings}
                  />
                )}
              </Panel>
            )}
          </>
        )}
      </Read>
    </Page>
  );
}

function InForce({ standing }: { standing: Standing }) {
  const { zone } = useHere();
  const { inForce, coming, earlier, basis } = standing;
  return (
    <>
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
        <Table label={say.inForce} head={[say.setting, say.value, say.basis]}>
          {basis.map(({ setting, basis: clause }) => (
            <tr key={setting}>
              <th scope="row">{nameOf(setting)}</th>
              <td className="value">{told(inForce.settings[setting as keyof Settings])}</td>
              <td>
                {clause === 'house policy' ? (
                  <span className="quiet">{words.work.house}</span>
                ) : (
                  clause
                )}
              </td>
            </tr>
          ))}
        </Table>
      </Panel>
      {[
        [say.coming, coming],
        [say.earlier, earlier],
      ].map(([title, policies]) =>
        typeof title === 'string' && Array.isArray(policies) && policies.length > 0 ? (
          <Panel key={title} title={title}>
            <ul className="lines">
              {policies.map(({ line, effectiveFrom, settings }) => (
                <li key={effectiveFrom}>
                  <span className="num">
                    {dayAndTime(effectiveFrom, zone)}{' '}
                    {line !== null && <Link href={`/ledger/${line}`}>{line}</Link>}
                  </span>
                  <span className="quiet">{differences(settings, inForce.settings)}</span>
                </li>
              ))}
            </ul>
          </Panel>
        ) : null,
      )}
    </>
  );
}

/** What another policy has otherwise than the one in force. */
function differences(other: Settings, inForce: Settings): string {
  const names = Object.keys(inForce) as (keyof Settings)[];
  return names
    .filter((name) => JSON.stringify(other[name]) !== JSON.stringify(inForce[name]))
    .map((name) => `${nameOf(name)}: ${told(other[name])}`)
    .join(' · ');
}

function Publish({ settings }: { settings: Settings }) {
  const { offsetMs } = useHere();
  const [changed, setChanged] = useState<Partial<Settings>>({});
  const [from, setFrom] = useState('');
  const all: Settings = { ...settings, ...changed };
  const set = (part: Partial<Settings>): void => {
    setChanged({ ...changed, ...part });
  };
  const isWhole = NUMBERS.every((name) => all[name] === null || Number.isInteger(all[name]));
  const hasChanged = JSON.stringify(all) !== JSON.stringify(settings);
  const effectiveFrom =
    from === ''
      ? // In a minute: a policy is never in force before it is published.
        new Date(Date.now() + offsetMs + 60_000).toISOString()
      : new Date(from).toISOString();
  return (
    <ActForm
      kind="policy"
      path="/api/sites/{site}/policies"
      label={say.publish}
      content={isWhole && hasChanged ? { effectiveFrom, settings: all } : null}
    >
      <div className="pair">
        {NUMBERS.map((name) => (
          <TextInput
            key={name}
            className="amount"
            label={nameOf(name)}
            inputMode="numeric"
            value={Number.isInteger(all[name]) ? String(all[name]) : ''}
            onChange={(event) => {
              const digits = event.currentTarget.value.replace(/\D/g, '');
              set({ [name]: digits === '' ? undefined : Number(digits) });
            }}
          />
        ))}
        {(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((name) => (
          <CodeField
            key={name}
            label={nameOf(name)}
            value={all[name] ?? CHOICES[name][0]}
            of={CHOICES[name] as readonly string[]}
            onChange={(value) => {
              set({ [name]: value });
            }}
          />
        ))}
        <TextInput
          label={nameOf('dayStartsAt')}
          value={all.dayStartsAt}
          onChange={(event) => {
            set({ dayStartsAt: event.currentTarget.value });
          }}
        />
      </div>
      <Codes
        label={nameOf('wasteReasons')}
        of={WASTE_WHY}
        value={all.wasteReasons ?? []}
        onChange={(wasteReasons) => {
          set({ wasteReasons });
        }}
      />
      <Codes
        label={nameOf('wasteManners')}
        of={WASTE_MANNER}
        value={all.wasteManners ?? []}
        onChange={(wasteManners) => {
          set({ wasteManners });
        }}
      />
      <CountSchedules
        value={all.countSchedules ?? []}
        onChange={(countSchedules) => {
          set({ countSchedules });
        }}
      />
      <TextInput
        type="datetime-local"
        label={say.from}
        description={say.fromSays}
        value={from}
        onChange={typed(setFrom)}
      />
    </ActForm>
  );
}

function Codes<T extends string>(props: {
  label: string;
  of: readonly T[];
  value: readonly T[];
  onChange: (value: T[]) => void;
}) {
  return (
    <Checkbox.Group
      label={props.label}
      description={say.noneIsAll}
      value={[...props.value]}
      onChange={(value) => {
        props.onChange(props.of.filter((each) => value.includes(each)));
      }}
    >
      <div className="row wrap">
        {props.of.map((each) => (
          <Checkbox key={each} value={each} label={spelled(each)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

const nameOf = (setting: string): string =>
  (say.names as Readonly<Record<string, string>>)[setting] ?? spelled(setting);

function told(value: unknown): string {
  if (value === null || value === undefined) return say.unset;
  if (Array.isArray(value)) return value.length === 0 ? say.empty : value.map(told).join(' · ');
  if (typeof value === 'object') {
    return Object.values(value)
      .map(told)
      .filter((text) => text !== say.empty)
      .join(' ');
  }
  if (typeof value !== 'string') return JSON.stringify(value);
  // Amounts, units and times stay as they are; codes are spelled.
  return /^[a-z]+(?:-[a-z]+)*$/.test(value) ? spelled(value) : value;
}
