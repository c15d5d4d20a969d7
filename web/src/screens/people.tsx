/** Who works here, what they may do, and until when. */
import { Checkbox, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { GRANT_REQUEST_ROLES, NEW_PERSON_LICENSE_CLASS } from '../api/code-lists.js';
import { Mark, Page, Panel, Table } from '../parts/page.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.people;

export default function People() {
  const { people, site, zone } = useHere();
  const [added, setAdded] = useState('');
  return (
    <Page title={say.title}>
      <Panel title={say.title} count={people.size}>
        <Table
          label={say.title}
          head={[
            words.bedside.name,
            say.license,
            words.session.name,
            say.roles,
            say.until,
            say.state,
          ]}
        >
          {[...people.values()].map((person) => {
            const grant = person.grants.find((each) => each.site === site.site);
            return (
              <tr key={person.person}>
                <th scope="row">
                  <strong>{person.name}</strong> <span className="quiet">{person.initials}</span>
                </th>
                <td>{person.licenseClass}</td>
                <td>{person.signInName}</td>
                <td>{grant?.roles.map(spelled).join(', ')}</td>
                <td className="when">
                  {grant?.until == null ? '' : dayAndTime(grant.until, zone)}
                </td>
                <td>
                  <State person={person} />
                </td>
              </tr>
            );
          })}
        </Table>
      </Panel>
      <div className="board two">
        <Panel title={say.add}>
          <Add onAdded={setAdded} />
        </Panel>
        <Panel title={say.grant}>
          <Grant key={`${site.site} ${added}`} to={added} />
        </Panel>
      </div>
    </Page>
  );
}

/** Who has not chosen a password of their own can neither work nor sign yet. */
function State({ person }: { person: Schemas['PersonDto'] }) {
  if (person.status === 'active' && person.needsNewSecrets)
    return <Mark as="due">{words.act.cannotYet}</Mark>;
  return <Mark as={person.status === 'active' ? 'good' : 'plain'}>{spelled(person.status)}</Mark>;
}

function Add(props: { onAdded: (person: string) => void }) {
  const [name, setName] = useState('');
  const [initials, setInitials] = useState('');
  const [licenseClass, setLicense] = useState<(typeof NEW_PERSON_LICENSE_CLASS)[number]>('RN');
  const [signInName, setSignInName] = useState('');
  const [password, setPassword] = useState('');
  return (
    <ActForm<Schemas['RecordedPersonDto']>
      kind="person"
      path="/api/people"
      label={say.add}
      repeats
      onRecorded={(recorded) => {
        for (const clear of [setName, setInitials, setSignInName, setPassword]) clear('');
        props.onAdded(recorded.person);
      }}
      content={
        name === '' || initials === '' || signInName === '' || password === ''
          ? null
          : { name, initials, licenseClass, signInName, password }
      }
    >
      <div className="pair">
        <TextInput label={words.bedside.name} value={name} onChange={typed(setName)} />
        <TextInput label={words.setup.initials} value={initials} onChange={typed(setInitials)} />
        <NativeSelect
          label={say.license}
          value={licenseClass}
          data={[...NEW_PERSON_LICENSE_CLASS]}
          onChange={(event) => {
            setLicense(event.currentTarget.value as 'RN');
          }}
        />
        <TextInput
          label={words.session.name}
          value={signInName}
          autoComplete="off"
          onChange={typed(setSignInName)}
        />
      </div>
      <PasswordInput
        label={say.temporary}
        value={password}
        autoComplete="new-password"
        onChange={typed(setPassword)}
      />
    </ActForm>
  );
}

/** Whoever was added just now may do nothing yet: the hands go on with their roles. */
function Grant({ to }: { to: string }) {
  const { people, site } = useHere();
  const [person, setPerson] = useState(to);
  const [roles, setRoles] = useState<readonly string[]>([]);
  const [until, setUntil] = useState('');
  return (
    <ActForm<Schemas['RecordedPersonDto']>
      kind="grant"
      path="/api/people/{person}/grants"
      params={{ person }}
      label={say.grant}
      repeats
      content={
        person === ''
          ? null
          : {
              site: site.site,
              roles,
              ...(until === '' ? {} : { until: new Date(until).toISOString() }),
            }
      }
    >
      <NativeSelect
        label={words.bedside.name}
        value={person}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          setPerson(chosen);
          setRoles(people.get(chosen)?.grants.find((each) => each.site === site.site)?.roles ?? []);
        }}
        data={[
          { value: '', label: words.choose },
          ...[...people.values()].map((each) => ({ value: each.person, label: each.name })),
        ]}
      />
      <Checkbox.Group label={say.roles} value={[...roles]} onChange={setRoles}>
        <div className="row wrap">
          {GRANT_REQUEST_ROLES.map((role, index) => (
            <Checkbox
              key={role}
              value={role}
              label={spelled(role)}
              autoFocus={to !== '' && index === 0}
            />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput type="datetime-local" label={say.until} value={until} onChange={typed(setUntil)} />
    </ActForm>
  );
}
