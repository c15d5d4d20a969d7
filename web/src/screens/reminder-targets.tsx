/** Who is reminded of the site's work, of what, and whether they are reached. */
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post, Refused, remove } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { REMINDER_TARGET_KINDS, REMINDER_TARGET_WAY } from '../api/code-lists.js';
import { reading } from '../api/queries.js';
import { CodeField } from '../parts/fields.js';
import { Mark, Panel, Read } from '../parts/page.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.service;
const PATH = '/api/sites/{site}/reminder-targets';
const ONE = '/api/sites/{site}/reminder-targets/{target}';
const EMPTY = { name: '', address: '', leadDays: '3', at: '07:30' };
type Target = Schemas['ReminderTargetRecordDto'];

export function ReminderTargets() {
  const { site } = useHere();
  const targets = useQuery(
    reading('/api/sites/{site}/reminder-targets', { params: { site: site.site } }),
  );
  return (
    <Panel title={say.reminders}>
      <p className="quiet small">{say.remindersSays}</p>
      <Read query={targets}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{words.nothingHere}</p>
          ) : (
            <ul className="lines" role="list">
              {items.map((target) => (
                <TargetLine key={target.id} target={target} />
              ))}
            </ul>
          )
        }
      </Read>
      <details className="beside">
        <summary>{say.add}</summary>
        <AddTarget />
      </details>
    </Panel>
  );
}

function TargetLine({ target }: { target: Target }) {
  const { site, zone } = useHere();
  const queries = useQueryClient();
  const at = { params: { site: site.site, target: target.id } };
  const trial = useMutation({
    mutationFn: () => post('/api/sites/{site}/reminder-targets/{target}/trial', at, undefined),
  });
  const ending = useMutation({
    mutationFn: () => remove(ONE, at),
    onSuccess: () => queries.invalidateQueries({ queryKey: [PATH] }),
  });
  const { name, way, address, kinds, leadDays, reachedAt, failure } = target;
  return (
    <li>
      <span className="grow">
        <strong>{name}</strong> {spelled(way)} · {address}
        <span className="block quiet small">
          {kinds.length === 0 ? say.allKinds : kinds.map(spelled).join(', ')} · {leadDays}{' '}
          {say.lead.toLowerCase()} · {target.at}
        </span>
        {failure === null ? (
          <Mark as={reachedAt === null ? 'plain' : 'good'}>
            {say.reached}: {reachedAt === null ? say.never : dayAndTime(reachedAt, zone)}
          </Mark>
        ) : (
          <Mark as="bad">{failure}</Mark>
        )}
      </span>
      <span className="row">
        <Button
          size="xs"
          variant="default"
          loading={trial.isPending}
          onClick={() => {
            trial.mutate();
          }}
        >
          {say.trial}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={ending.isPending}
          onClick={() => {
            ending.mutate();
          }}
        >
          {say.end}
        </Button>
      </span>
      {trial.isSuccess && <p role="status">{say.trialSent}</p>}
      <Refusal of={trial.error ?? ending.error} />
    </li>
  );
}

function AddTarget() {
  const { site } = useHere();
  const queries = useQueryClient();
  const [way, setWay] = useState<(typeof REMINDER_TARGET_WAY)[number]>('mail');
  const [kinds, setKinds] = useState<string[]>([]);
  const [told, setTold] = useState(EMPTY);
  const adding = useMutation({
    mutationFn: () =>
      post(
        '/api/sites/{site}/reminder-targets',
        { params: { site: site.site } },
        {
          way,
          name: told.name,
          address: told.address,
          kinds: REMINDER_TARGET_KINDS.filter((kind) => kinds.includes(kind)),
          leadDays: Number(told.leadDays),
          at: told.at,
        },
      ),
    onSuccess: () => {
      setTold(EMPTY);
      void queries.invalidateQueries({ queryKey: [PATH] });
    },
  });
  const bind = (member: keyof typeof EMPTY) => ({
    value: told[member],
    required: true,
    onChange: typed((text) => {
      setTold({ ...told, [member]: text });
    }),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        adding.mutate();
      }}
    >
      <div className="pair">
        <CodeField label={say.way} value={way} of={REMINDER_TARGET_WAY} onChange={setWay} />
        <TextInput label={say.name} {...bind('name')} />
        <TextInput label={say.address} {...bind('address')} />
        <TextInput label={say.lead} inputMode="numeric" pattern="\d{1,2}" {...bind('leadDays')} />
        <TextInput label={say.at} type="time" {...bind('at')} />
      </div>
      <Checkbox.Group
        label={say.kinds}
        description={say.kindsSays}
        value={kinds}
        onChange={setKinds}
      >
        <div className="pair">
          {REMINDER_TARGET_KINDS.map((kind) => (
            <Checkbox key={kind} value={kind} label={spelled(kind)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className="row">
        <Button type="submit" loading={adding.isPending}>
          {say.add}
        </Button>
      </div>
      {adding.data?.secret != null && (
        <p role="status">
          {say.secret} <code>{adding.data.secret}</code>
        </p>
      )}
      <Refusal of={adding.error} />
    </form>
  );
}

function Refusal({ of }: { of: Error | null }) {
  return of === null ? null : (
    <ProblemNotice problem={of instanceof Refused ? of.problem : 'unreachable'} />
  );
}
