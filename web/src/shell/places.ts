/** The screens, in the groups of the menu. What a person may do there is the service's to say; what they never use is not shown. */
import { words } from '../words/words.js';

export interface Place {
  readonly href: string;
  readonly name: string;
  /** After "g". */
  readonly key?: string;
  readonly roles: 'all' | readonly string[];
}

const { nav } = words;
const READERS = ['registrant', 'custodian', 'clinician', 'compliance', 'inspector'];
const STOCK = ['registrant', 'custodian', 'clinician'];

export const PLACES: readonly { readonly title: string; readonly places: readonly Place[] }[] = [
  {
    title: nav.bedside,
    places: [
      { href: '/', name: nav.today, key: 't', roles: 'all' },
      { href: '/infusions', name: nav.draw, key: 'i', roles: STOCK },
    ],
  },
  { title: nav.control, places: [{ href: '/ledger', name: nav.ledger, key: 'l', roles: READERS }] },
];
