/** How another policy is published: every setting by theme, with the clause behind it. */
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActForm } from '../act/act-form.js';
import { WASTE_MANNER, WASTE_WHY } from '../api/code-lists.js';
import { CodeField } from '../parts/fields.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { spelled, words } from '../words/words.js';
import { CountSchedules } from './count-schedules.js';
import { nameOf, settingsOf, THEMES } from './policy-settings.js';
import type { Setting, Settings } from './policy-settings.js';

const say = words.policies;
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
] as const satisfies readonly Setting[];
const CHOICES = {
  multipleDoseRemainder: ['inventory', 'waste'],
  lineResidue: ['flushed', 'waste'],
  oneOpenContainer: ['allowed', 'question', 'stop'],
  soonestFirst: ['allowed', 'question'],
  countsBy: ['one-person', 'two-people'],
  openedContainers: ['estimated', 'quarter-containers', 'measured'],
} as const satisfies Partial<Record<Setting, readonly string[]>>;

const isNumber = (setting: Setting): setting is (typeof NUMBERS)[number] =>
  (NUMBERS as readonly Setting[]).includes(setting);
const isChoice = (setting: Setting): setting is keyof typeof CHOICES => setting in CHOICES;

export function PolicyForm(props: {
  settings: Settings;
  /** The clause behind a setting; none where the house has decided. */
  clauseOf: (setting: Setting) => string | undefined;
}) {
  const { settings, clauseOf } = props;
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
      {THEMES.map((theme) => (
        <fieldset key={theme} className="stack">
          <legend>{say.themes[theme]}</legend>
          <div className="pair">
            {settingsOf(theme).map((setting) => (
              <ShortField
                key={setting}
                setting={setting}
                all={all}
                clause={clauseOf(setting)}
                onChange={set}
              />
            ))}
          </div>
          {theme === 'waste' && <WasteFields all={all} onChange={set} />}
          {theme === 'counts' && (
            <CountSchedules
              value={all.countSchedules ?? []}
              onChange={(countSchedules) => {
                set({ countSchedules });
              }}
            />
          )}
        </fieldset>
      ))}
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

/** A setting that is one number, one choice or one time; the others have fields of their own. */
function ShortField(props: {
  setting: Setting;
  all: Settings;
  clause: string | undefined;
  onChange: (part: Partial<Settings>) => void;
}) {
  const { setting, all, clause, onChange } = props;
  if (isNumber(setting))
    return (
      <TextInput
        className="amount"
        label={nameOf(setting)}
        description={clause}
        inputMode="numeric"
        value={Number.isInteger(all[setting]) ? String(all[setting]) : ''}
        onChange={(event) => {
          const digits = event.currentTarget.value.replace(/\D/g, '');
          onChange({ [setting]: digits === '' ? undefined : Number(digits) });
        }}
      />
    );
  if (isChoice(setting))
    return (
      <CodeField
        label={nameOf(setting)}
        says={clause}
        value={all[setting] ?? CHOICES[setting][0]}
        of={CHOICES[setting]}
        onChange={(value) => {
          onChange({ [setting]: value });
        }}
      />
    );
  if (setting !== 'dayStartsAt') return null;
  return (
    <TextInput
      label={nameOf(setting)}
      description={clause}
      value={all.dayStartsAt}
      onChange={(event) => {
        onChange({ dayStartsAt: event.currentTarget.value });
      }}
    />
  );
}

function WasteFields(props: { all: Settings; onChange: (part: Partial<Settings>) => void }) {
  const { all, onChange } = props;
  return (
    <>
      <Codes
        label={nameOf('wasteReasons')}
        of={WASTE_WHY}
        value={all.wasteReasons ?? []}
        onChange={(wasteReasons) => {
          onChange({ wasteReasons });
        }}
      />
      <Codes
        label={nameOf('wasteManners')}
        of={WASTE_MANNER}
        value={all.wasteManners ?? []}
        onChange={(wasteManners) => {
          onChange({ wasteManners });
        }}
      />
    </>
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
