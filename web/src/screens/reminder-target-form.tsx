/** Who is to be reminded, of what and when: of a new target, or of one that is there. */
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { post, put, Refused } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { REMINDER_TARGET_KINDS, REMINDER_TARGET_WAY } from '../api/code-lists.js';
import { CodeField } from '../parts/fields.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { spelled, words } from '../words/words.js';

const say = words.service;
const LIST = '/api/sites/{site}/reminder-targets';
const EMPTY = { name: '', kinds: [], leadDays: 3, at: '07:30' };
type Settings = Schemas['ReminderTargetSettingsDto'];

export function AddTarget() {
  const { site } = useHere();
  const queries = useQueryClient();
  const [way, setWay] = useState<(typeof REMINDER_TARGET_WAY)[number]>('mail');
  const [address, setAddress] = useState('');
  const form = useSettings(EMPTY);
  const adding = useMutation({
    mutationFn: () =>
      post(LIST, { params: { site: site.site } }, { way, address, ...form.settings }),
    onSuccess: () => {
      setAddress('');
      form.reset();
      void queries.invalidateQueries({ queryKey: [LIST] });
    },
  });
  return (
    <div className="stack">
      <SettingsForm form={form} label={say.add} on={adding}>
        <CodeField label={say.way} value={way} of={REMINDER_TARGET_WAY} onChange={setWay} />
        <TextInput label={say.address} value={address} required onChange={typed(setAddress)} />
      </SettingsForm>
      {adding.data?.secret != null && (
        <p role="status">
          {say.secret} <code>{adding.data.secret}</code>
        </p>
      )}
    </div>
  );
}

/** Another address is another target; all else of one can change. */
export function ChangeTarget(props: {
  target: Schemas['ReminderTargetRecordDto'];
  onChanged: () => void;
}) {
  const { site } = useHere();
  const queries = useQueryClient();
  const { id, name, kinds, leadDays, at } = props.target;
  const form = useSettings({ name, kinds, leadDays, at });
  const changing = useMutation({
    mutationFn: () =>
      put(
        '/api/sites/{site}/reminder-targets/{target}',
        { params: { site: site.site, target: id } },
        form.settings,
      ),
    onSuccess: () => {
      props.onChanged();
      void queries.invalidateQueries({ queryKey: [LIST] });
    },
  });
  return <SettingsForm form={form} label={words.save} on={changing} />;
}

function useSettings(begin: {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly leadDays: number;
  readonly at: string;
}) {
  const from = { ...begin, leadDays: String(begin.leadDays) };
  const [told, setTold] = useState(from);
  const settings: Settings = {
    ...told,
    kinds: REMINDER_TARGET_KINDS.filter((kind) => told.kinds.includes(kind)),
    leadDays: Number(told.leadDays),
  };
  return {
    told,
    settings,
    tell: (part: Partial<typeof from>) => {
      setTold({ ...told, ...part });
    },
    reset: () => {
      setTold(from);
    },
  };
}

function SettingsForm(props: {
  form: ReturnType<typeof useSettings>;
  label: string;
  on: { readonly isPending: boolean; readonly error: Error | null; readonly mutate: () => void };
  children?: ReactNode;
}) {
  const { told, tell } = props.form;
  const bind = (member: 'name' | 'leadDays' | 'at') => ({
    value: told[member],
    required: true,
    onChange: typed((text) => {
      tell({ [member]: text });
    }),
  });
  return (
    <form
      className="stack grow"
      onSubmit={(event) => {
        event.preventDefault();
        props.on.mutate();
      }}
    >
      <div className="pair">
        {props.children}
        <TextInput label={say.name} {...bind('name')} />
        <TextInput label={say.lead} inputMode="numeric" pattern="\d{1,2}" {...bind('leadDays')} />
        <TextInput label={say.at} type="time" {...bind('at')} />
      </div>
      <Checkbox.Group
        label={say.kinds}
        description={say.kindsSays}
        value={[...told.kinds]}
        onChange={(kinds) => {
          tell({ kinds });
        }}
      >
        <div className="choices">
          {REMINDER_TARGET_KINDS.map((kind) => (
            <Checkbox key={kind} value={kind} label={spelled(kind)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className="row">
        <Button type="submit" loading={props.on.isPending}>
          {props.label}
        </Button>
      </div>
      <Refusal of={props.on.error} />
    </form>
  );
}

export function Refusal({ of }: { of: Error | null }) {
  return of === null ? null : (
    <ProblemNotice problem={of instanceof Refused ? of.problem : 'unreachable'} />
  );
}
