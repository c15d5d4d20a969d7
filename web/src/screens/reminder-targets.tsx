/** Who is reminded of the site's work, of what, and whether they are reached. */
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post, remove } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Mark, Panel, Read } from '../parts/page.js';
import { useHere } from '../session/session.js';
import { dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';
import { AddTarget, ChangeTarget, Refusal } from './reminder-target-form.js';

const say = words.service;
const PATH = '/api/sites/{site}/reminder-targets';
const ONE = '/api/sites/{site}/reminder-targets/{target}';
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
  const [isChanging, setChanging] = useState(false);
  const renewing = useMutation({
    mutationFn: () => post('/api/sites/{site}/reminder-targets/{target}/secret', at, undefined),
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
      <span className="row wrap">
        <Button
          size="xs"
          variant="default"
          aria-expanded={isChanging}
          onClick={() => {
            setChanging(!isChanging);
          }}
        >
          {isChanging ? words.close : say.changeTarget}
        </Button>
        {way === 'webhook' && (
          <Button
            size="xs"
            variant="default"
            loading={renewing.isPending}
            onClick={() => {
              renewing.mutate();
            }}
          >
            {say.renew}
          </Button>
        )}
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
      {renewing.data !== undefined && (
        <p role="status">
          {say.renewed} <code>{renewing.data.secret}</code>
        </p>
      )}
      <Refusal of={trial.error ?? ending.error ?? renewing.error} />
      {isChanging && (
        <ChangeTarget
          target={target}
          onChanged={() => {
            setChanging(false);
          }}
        />
      )}
    </li>
  );
}
