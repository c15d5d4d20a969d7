/** The first thing that happens to a deployment: organisation, first site, first person, with the one-time code. */
import { Button, NativeSelect, PasswordInput, TextInput, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readDeaNumber } from '../../../src/domain/codes/dea-number.js';
import { post, Refused } from '../api/client.js';
import type { Problem } from '../api/client.js';
import { FIRST_PERSON_LICENSE_CLASS } from '../api/code-lists.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { Gate } from '../session/doors.js';
import { words } from '../words/words.js';

const say = words.setup;
const EMPTY = {
  code: '',
  organisation: '',
  siteName: '',
  registrant: '',
  address: '',
  deaNumber: '',
  registrationExpires: '',
  businessActivity: 'Practitioner',
  schedules: 'III, IIIN',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  location: 'Safe',
  personName: '',
  initials: '',
  licenseClass: 'MD',
  signInName: '',
  password: '',
  pin: '',
};
type Field = keyof typeof EMPTY;

export default function FirstRun() {
  const queries = useQueryClient();
  const [form, setForm] = useState(EMPTY);
  const [problem, setProblem] = useState<Problem | 'unreachable' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const bind = (field: Field) => ({
    value: form[field],
    required: true,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setForm((earlier) => ({ ...earlier, [field]: value }));
    },
  });
  const send = async (confirmed: readonly string[]): Promise<void> => {
    setBusy(true);
    try {
      await post('/api/setup', {}, bodyOf(form, confirmed));
      await queries.invalidateQueries({ queryKey: ['setup'] });
    } catch (error) {
      setProblem(error instanceof Refused ? error.problem : 'unreachable');
    } finally {
      setBusy(false);
    }
  };
  const dea = form.deaNumber.trim().toUpperCase();
  const isQuestion = problem !== null && problem !== 'unreachable' && problem.class === 'question';
  return (
    <Gate title={say.title} says={say.says}>
      <form
        className="stack setup"
        onSubmit={(event) => {
          event.preventDefault();
          void send([]);
        }}
      >
        <TextInput label={say.code} autoFocus autoComplete="off" {...bind('code')} />
        <TextInput label={say.organisation} {...bind('organisation')} />
        <fieldset className="stack">
          <legend>{say.site}</legend>
          <div className="pair">
            <TextInput label={say.siteName} {...bind('siteName')} />
            <TextInput label={say.registrant} {...bind('registrant')} />
          </div>
          <Textarea label={say.address} rows={2} {...bind('address')} />
          <div className="pair">
            <TextInput
              label={say.deaNumber}
              {...bind('deaNumber')}
              error={dea.length >= 9 && !isDeaNumber(dea) ? say.deaWrong : undefined}
              description={isDeaNumber(dea) ? `✓ ${say.deaRight}` : undefined}
            />
            <TextInput label={say.expires} type="date" {...bind('registrationExpires')} />
          </div>
          <div className="pair">
            <TextInput label={say.activity} {...bind('businessActivity')} />
            <TextInput label={say.schedules} {...bind('schedules')} />
          </div>
          <div className="pair">
            <TextInput label={say.zone} {...bind('zone')} />
            <TextInput label={say.location} {...bind('location')} />
          </div>
        </fieldset>
        <fieldset className="stack">
          <legend>{say.person}</legend>
          <p className="quiet small">{say.personSays}</p>
          <div className="pair">
            <TextInput label={say.personName} {...bind('personName')} />
            <TextInput label={say.initials} {...bind('initials')} />
          </div>
          <div className="pair">
            <NativeSelect
              label={say.licenseClass}
              data={[...FIRST_PERSON_LICENSE_CLASS]}
              {...bind('licenseClass')}
            />
            <TextInput label={words.session.name} autoComplete="username" {...bind('signInName')} />
          </div>
          <div className="pair">
            <PasswordInput
              label={words.session.password}
              autoComplete="new-password"
              {...bind('password')}
            />
            <PasswordInput
              label={words.session.freshPin}
              inputMode="numeric"
              autoComplete="off"
              {...bind('pin')}
            />
          </div>
        </fieldset>
        <ProblemNotice problem={problem} />
        {isQuestion && (
          <Button variant="default" onClick={() => void send([problem.code])}>
            {words.act.confirm}
          </Button>
        )}
        <Button type="submit" loading={isBusy}>
          {say.begin}
        </Button>
      </form>
    </Gate>
  );
}

function bodyOf(form: typeof EMPTY, confirmed: readonly string[]) {
  const name = form.location.trim();
  return {
    code: form.code.trim(),
    organisation: form.organisation,
    person: {
      name: form.personName,
      initials: form.initials,
      licenseClass: form.licenseClass as (typeof FIRST_PERSON_LICENSE_CLASS)[number],
      signInName: form.signInName,
      password: form.password,
      pin: form.pin,
    },
    site: {
      name: form.siteName,
      registrant: form.registrant,
      address: form.address,
      deaNumber: form.deaNumber.trim(),
      registrationExpires: form.registrationExpires,
      businessActivity: form.businessActivity,
      schedules: form.schedules.split(/[\s,]+/).filter((each) => each !== '') as 'III'[],
      zone: form.zone,
      locations: [
        {
          id: name
            .toLowerCase()
            .replace(/[^a-z0-9]+/g, '-')
            .replace(/^-|-$/g, ''),
          name,
        },
      ],
    },
    ...(confirmed.length === 0
      ? {}
      : { confirmed: [...confirmed] as 'registration.dea-letter-unusual'[] }),
  };
}

/** As it is typed, by the function with which the service looks again. */
const isDeaNumber = (text: string): boolean => readDeaNumber(text).kind === 'valid';
