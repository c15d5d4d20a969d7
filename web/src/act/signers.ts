/**
 * Who may sign beside the person who acts. The service says of each colleague what they may sign here, by the rule with which
 * it decides: nobody is offered whom it would refuse, and whoever is missing is shown with the reason.
 */
import type { Schemas } from '../api/client.js';
import { useHere } from '../session/session.js';
import { words } from '../words/words.js';
import type { Meaning } from './act-state.js';

const say = words.act;
type Person = Schemas['PersonDto'];
/** A colleague who can sign in, and so can sign. */
export type Signer = Person & { readonly signInName: string };

export interface Signers {
  readonly able: readonly Signer[];
  readonly unable: readonly { readonly person: Person; readonly why: string }[];
}

export function useSigners(meaning: Meaning): Signers {
  const { people, session, site } = useHere();
  const maySign = ({ maySign: sites }: Person): boolean =>
    sites.some((each) => each.site === site.site && isAmong(each.meanings, meaning));
  const colleagues = [...people.values()].filter(
    ({ person, grants, status }) =>
      person !== session.person &&
      status === 'active' &&
      grants.some((grant) => grant.site === site.site || grant.site === 'organisation'),
  );
  const isAble = (person: Person): person is Signer =>
    maySign(person) && !person.needsNewSecrets && person.signInName !== null;
  return {
    able: colleagues.filter(isAble),
    unable: colleagues
      .filter((person) => !isAble(person))
      .map((person) => ({ person, why: maySign(person) ? say.cannotYet : say.notTheirs })),
  };
}

const isAmong = (meanings: readonly string[], meaning: string): boolean =>
  meanings.includes(meaning);

/** As a list shows them: who may, and then who may not, and why. */
export function signerChoices(signers: Signers, valueOf: (signer: Signer) => string) {
  const { able, unable } = signers;
  const offered = able.map((signer) => ({ value: valueOf(signer), label: nameOf(signer) }));
  if (unable.length === 0) return offered;
  const items = unable.map(({ person, why }) => ({
    value: `not ${person.person}`,
    label: `${nameOf(person)}: ${why}`,
    disabled: true,
  }));
  return [...offered, { group: say.cannotSign, items }];
}

const nameOf = ({ name, initials }: Person): string => `${name} (${initials})`;
