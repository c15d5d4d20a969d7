/** How often each storage location is counted, as a list that grows and shrinks. */
import { Button, TextInput } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { CodeField, LocationField } from '../parts/fields.js';
import { useHere } from '../session/session.js';
import { words } from '../words/words.js';

const say = words.policies;
const TYPES = ['shift', 'day', 'cycle'] as const;
const PERIODS = ['shift', 'day', 'week', 'month'] as const;
type Schedule = Schemas['CountScheduleDto'];

export function CountSchedules(props: {
  value: readonly Schedule[];
  onChange: (value: Schedule[]) => void;
}) {
  const { site } = useHere();
  const { value } = props;
  const change = (index: number, part: Partial<Schedule>): void => {
    props.onChange(value.map((each, at) => (at === index ? { ...each, ...part } : each)));
  };
  return (
    <fieldset className="stack">
      <legend>{say.schedules}</legend>
      {value.map((each, index) => (
        <div key={index} className="pair">
          <LocationField
            value={each.location}
            locations={site.facts.locations}
            onChange={(location) => {
              change(index, { location });
            }}
          />
          <CodeField
            label={words.count.type}
            value={each.type}
            of={TYPES}
            onChange={(type) => {
              change(index, { type });
            }}
          />
          <CodeField
            label={say.every}
            value={each.every}
            of={PERIODS}
            onChange={(every) => {
              change(index, { every, shifts: every === 'shift' ? ['07:00', '19:00'] : [] });
            }}
          />
          {each.every === 'shift' && (
            <TextInput
              label={say.shifts}
              value={each.shifts.join(' ')}
              onChange={(event) => {
                change(index, { shifts: event.currentTarget.value.split(/[\s,]+/) });
              }}
            />
          )}
          <Button
            variant="subtle"
            onClick={() => {
              props.onChange(value.filter((_, at) => at !== index));
            }}
          >
            {say.removeSchedule}
          </Button>
        </div>
      ))}
      <div className="row">
        <Button
          variant="default"
          onClick={() => {
            const location = site.facts.locations[0]?.id ?? '';
            props.onChange([
              ...value,
              { location, type: 'day', every: 'day', shifts: [], weekdays: [] },
            ]);
          }}
        >
          {say.addSchedule}
        </Button>
      </div>
    </fieldset>
  );
}
