/** The second person of an act: who signs, and what they have seen with their own eyes. */
import { Checkbox, NativeSelect } from '@mantine/core';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { words } from '../words/words.js';
import type { Meaning, Seen } from './act-state.js';
import { SIGNER } from './return-to-form.js';
import { signerChoices, useSigners } from './signers.js';

const say = words.act;

export function SecondPerson(props: {
  readonly meaning: Meaning;
  readonly seen: readonly Seen[];
  /** Who, where it can be nobody else. */
  readonly signer?: string;
  readonly chosen: string;
  readonly onChoose: (signer: string) => void;
  readonly marked: readonly Seen[];
  readonly onMark: (seen: readonly Seen[]) => void;
}) {
  const signers = useSigners(props.meaning);
  const signer = props.signer ?? props.chosen;
  return (
    <fieldset className="second">
      <legend>{say.second}</legend>
      <p className="quiet small">{say.secondSays}</p>
      {props.signer === undefined && (
        <NativeSelect
          label={say.secondName}
          name={SIGNER}
          value={props.chosen}
          onChange={typed(props.onChoose)}
          onKeyDown={(event) => {
            // The list opens by its arrows; who has been chosen goes on with Enter, as from any field.
            if (event.key !== 'Enter' || props.chosen === '') return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
          data={[
            { value: '', label: say.noSecond },
            ...signerChoices(signers, ({ signInName }) => signInName),
          ]}
        />
      )}
      {signer !== '' && (
        <Checkbox.Group
          label={say.seen}
          value={[...props.marked]}
          onChange={(value) => {
            props.onMark(value);
          }}
        >
          <div className="row wrap">
            {props.seen.map((each) => (
              <Checkbox key={each} value={each} label={words.seen[each]} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </fieldset>
  );
}

/**
 * Who signed last beside this person in this window is offered for the next signature of that meaning. One person may count
 * alone: who counted an inventory with them is offered for the next inventory, not for every count. Only the name is kept, and
 * only as long as the window: the secret is asked for every time.
 */
export function useLastSigner(kind: string, meaning: Meaning) {
  const { session } = useHere();
  const { able } = useSigners(meaning);
  const what = meaning === 'counted' ? `${meaning} ${kind}` : meaning;
  const place = `countersign.signer.${session.person}.${what}`;
  const kept = sessionStorage.getItem(place);
  const isThere = able.some(({ signInName }) => signInName === kept);
  return {
    known: isThere ? (kept ?? '') : '',
    keep: (signer: string) => {
      sessionStorage.setItem(place, signer);
    },
  };
}
