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
/** Who take inventories: a screen that has its way from others, not from the menu. */
export const INVENTORY_TAKERS = ['registrant', 'custodian'];

export const PLACES: readonly { readonly title: string; readonly places: readonly Place[] }[] = [
  {
    title: nav.bedside,
    places: [
      { href: '/', name: nav.today, key: 't', roles: 'all' },
      { href: '/infusions', name: nav.draw, key: 'i', roles: STOCK },
    ],
  },
  {
    title: nav.stock,
    places: [
      { href: '/vials', name: nav.vials, key: 'v', roles: READERS },
      { href: '/receive', name: nav.receive, key: 'r', roles: STOCK },
      { href: '/count', name: nav.count, key: 'c', roles: [...STOCK, 'compliance'] },
    ],
  },
  {
    title: nav.control,
    places: [
      { href: '/ledger', name: nav.ledger, key: 'l', roles: READERS },
      { href: '/discrepancies', name: nav.discrepancies, key: 'd', roles: READERS },
      { href: '/losses', name: nav.losses, key: 'o', roles: READERS },
      { href: '/reconciliation', name: nav.reconciliation, key: 'n', roles: READERS },
      {
        href: '/trends',
        name: nav.trends,
        key: 'e',
        roles: ['registrant', 'compliance', 'inspector'],
      },
      { href: '/reports', name: nav.reports, key: 'p', roles: READERS },
      {
        href: '/inspection',
        name: nav.inspection,
        key: 'x',
        roles: ['registrant', 'compliance', 'inspector'],
      },
    ],
  },
  {
    title: nav.office,
    places: [
      { href: '/people', name: nav.people, roles: ['administrator', 'registrant', 'compliance'] },
      {
        href: '/products',
        name: nav.products,
        roles: ['administrator', 'registrant', 'custodian'],
      },
      {
        href: '/suppliers',
        name: nav.suppliers,
        roles: ['administrator', 'registrant', 'custodian'],
      },
      { href: '/policies', name: nav.policies, roles: READERS },
      {
        href: '/service',
        name: nav.service,
        roles: ['administrator', 'registrant', 'compliance'],
      },
      { href: '/account', name: nav.account, roles: 'all' },
    ],
  },
];

/** Who find a screen in their menu. */
export function rolesAt(href: string): readonly string[] {
  const place = PLACES.flatMap(({ places }) => places).find((each) => each.href === href);
  return place === undefined || place.roles === 'all' ? [] : place.roles;
}
